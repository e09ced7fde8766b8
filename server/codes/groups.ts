// Population groups and why a group is not in the figures (domain chapter 11.1 and 11.2).
// A group is context, never a selection criterion.
import { codeList } from './code-list.ts';

export const visibilityReasons = codeList({
  NOT_IN_REGISTER: ['Niet in een register', 'Not in the BRP or another register'],
  NOT_IN_SAMPLE: ['Niet in de steekproef', 'Not in the survey, non-response'],
  NO_SERVICE_USE: ['Geen voorzieninggebruik', 'No trace because no service is used'],
  SUPPRESSED_SMALL_NUMBER: ['Onderdrukt, klein aantal', 'Suppressed, small number'],
  HIDDEN_BY_AVERAGE: ['Gemiddelde verhult', 'The average hides a part of the wijk'],
  DELAYED: ['Vertraagd', 'Figures are 1-3 years old'],
  INVISIBLE: ['Onzichtbaarheid', 'The resident is not seen'],
  SUPPORT_UNAVAILABLE: ['Onbeschikbaarheid', 'Fitting support is not available'],
  TOO_LATE: ['Tijd en timing', 'Help comes too late or never'],
  SUPPORT_NOT_FITTING: ['Niet-passend aanbod', 'Offered help does not fit'],
  INCOMPLETE_HELP: ['Onvolledigheid', 'Help needed on several domains, given on one'],
  UNAWARE_OF_HELP: ['Onbekend met hulp', 'Does not know help exists'],
  PROBLEM_NOT_RECOGNISED: ['Herkent het probleem niet', 'Does not realise help is needed'],
  DISTRUST: ['Wantrouwen', 'No trust in being helped well'],
  SHAME: ['Schaamte', 'Shame'],
  FEAR_OF_REPAYMENT: ['Angst terug te betalen', 'Fear of having to pay back'],
});
export type VisibilityReason = keyof typeof visibilityReasons;

export const populationGroups = codeList({
  ALL_RESIDENTS: ['Alle bewoners', 'All residents'],
  CARE_AVOIDERS: ['Mensen die hulp afwijzen', 'People who avoid care'],
  HIDDEN_POVERTY: ['Stille armoede en schulden', 'Hidden poverty and debts'],
  MILD_INTELLECTUAL_DISABILITY: [
    'Licht verstandelijke beperking (lvb)',
    'Mild intellectual disability',
  ],
  LOW_LITERACY: ['Laaggeletterd of minder digitaal vaardig', 'Low literacy or digital skill'],
  INFORMAL_CARERS: ['Mantelzorgers', 'Informal carers'],
  SOCIALLY_ISOLATED: ['Eenzame inwoners', 'Socially isolated people'],
  FRAIL_OLDER_PEOPLE: ['Kwetsbare ouderen', 'Frail older people'],
  MENTALLY_VULNERABLE: [
    'Psychisch kwetsbaren zonder passend aanbod',
    'People with mental illness without fitting care',
  ],
  ADDICTION: ['Mensen met een verslaving', 'People with an addiction'],
  HOMELESS: ['Dak- en thuislozen, bankslapers', 'Homeless people, sofa-surfers'],
  SELF_NEGLECT: ['Zelfverwaarlozing, woningvervuiling', 'Self-neglect'],
  UNDOCUMENTED: ['Ongedocumenteerden', 'Undocumented people'],
  DOMESTIC_VIOLENCE_VICTIMS: ['Slachtoffers van huiselijk geweld', 'Victims of domestic violence'],
  SEX_WORKERS: ['Sekswerkers', 'Sex workers'],
  MULTI_PROBLEM_HOUSEHOLDS: ['Huishoudens met stapeling', 'Multi-problem households'],
  SINGLE_PARENT_FAMILIES: ['Eenoudergezinnen', 'Single-parent families'],
  YOUTH_OUT_OF_VIEW: ['Jongeren buiten onderwijs en werk', 'Youth out of school and work'],
  LABOUR_MIGRANTS: ['Arbeidsmigranten', 'Labour migrants'],
  STATUS_HOLDERS: ['Statushouders, nieuwkomers', 'Refugees with a permit, newcomers'],
  SELF_EMPLOYED_IN_DIFFICULTY: ['Zzp’ers met geldproblemen', 'Self-employed with money problems'],
});
export type PopulationGroup = keyof typeof populationGroups;
