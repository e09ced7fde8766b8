// RIVM Gezondheid per wijk en buurt (domain 6.4, 7.2, 9): estimates by the SMAP model, every four years, all years of
// a table on one division. Percentages; value and bounds are separate rows.
import type { Direction } from '../../codes/figures.ts';
import type { ThemeCode } from '../../codes/themes.ts';
import type { ColumnDescription, SourceDescription, TableDescription } from './description.ts';
import { margins } from './margins.ts';
import { rivmHealth } from './sources.ts';

/** `year` is the division year; a table also holds earlier periods on that division. */
const tables: readonly TableDescription[] = [
  { id: '50090NED', year: 2020, title: 'Gezondheid per wijk en buurt; 2012/2016/2020' },
  { id: '50120NED', year: 2022, title: 'Gezondheid per wijk en buurt; 2012/2016/2020/2022' },
  { id: '50150NED', year: 2024, title: 'Gezondheid per wijk en buurt; 2012/2016/2020/2022/2024' },
];

/** Key of `Leeftijd` to the segment of the indicator's population. */
const ageGroups: Readonly<Record<string, string>> = {
  '20300': '',
  '53115': 'age=18-65',
  '80200': 'age=65+',
};

const population = '18 jaar of ouder';

type Line = readonly [
  stem: string,
  key: string,
  direction: Direction,
  theme: ThemeCode | null,
  title: string,
];

const lines: readonly Line[] = [
  [
    'ErvarenGezondheidGoedZeerGoed',
    'good-perceived-health',
    'LOW_IS_CONCERN',
    'PHYSICAL_HEALTH',
    'Ervaren gezondheid goed of zeer goed',
  ],
  [
    'VoldoetAanBeweegrichtlijn',
    'meets-exercise-guideline',
    'LOW_IS_CONCERN',
    'PHYSICAL_HEALTH',
    'Voldoet aan beweegrichtlijn',
  ],
  [
    'WekelijkseSporters',
    'weekly-sports',
    'LOW_IS_CONCERN',
    'PHYSICAL_HEALTH',
    'Wekelijkse sporters',
  ],
  ['Ondergewicht', 'underweight', 'NEUTRAL', null, 'Ondergewicht'],
  ['NormaalGewicht', 'normal-weight', 'NEUTRAL', null, 'Normaal gewicht'],
  ['Overgewicht', 'overweight', 'HIGH_IS_CONCERN', 'PHYSICAL_HEALTH', 'Overgewicht'],
  ['ErnstigOvergewicht', 'obesity', 'HIGH_IS_CONCERN', 'PHYSICAL_HEALTH', 'Ernstig overgewicht'],
  ['Roker', 'smoking', 'HIGH_IS_CONCERN', 'SUBSTANCE_USE', 'Roker'],
  [
    'VoldoetAanAlcoholRichtlijn',
    'meets-alcohol-guideline',
    'LOW_IS_CONCERN',
    'SUBSTANCE_USE',
    'Voldoet aan alcoholrichtlijn',
  ],
  ['Drinker', 'drinking', 'NEUTRAL', null, 'Drinker'],
  ['ZwareDrinker', 'heavy-drinking', 'HIGH_IS_CONCERN', 'SUBSTANCE_USE', 'Zware drinker'],
  [
    'OvermatigeDrinker',
    'excessive-drinking',
    'HIGH_IS_CONCERN',
    'SUBSTANCE_USE',
    'Overmatige drinker',
  ],
  [
    'EenOfMeerLangdurigeAandoeningen',
    'long-term-conditions',
    'HIGH_IS_CONCERN',
    'PHYSICAL_HEALTH',
    'Eén of meer langdurige aandoeningen',
  ],
  ['BeperktVanwegeGezondheid', 'limited-by-health', 'NEUTRAL', null, 'Beperkt vanwege gezondheid'],
  [
    'ErnstigBeperktVanwegeGezondheid',
    'severely-limited-by-health',
    'NEUTRAL',
    null,
    'Ernstig beperkt vanwege gezondheid',
  ],
  [
    'LangdurigeZiekteEnBeperkt',
    'long-term-illness-and-limited',
    'HIGH_IS_CONCERN',
    'PHYSICAL_HEALTH',
    'Langdurige ziekte en beperkt',
  ],
  [
    'EenOfMeerLichamelijkeBeperkingen',
    'physical-limitations',
    'HIGH_IS_CONCERN',
    'SELF_RELIANCE',
    'Eén of meer lichamelijke beperkingen',
  ],
  ['BeperkingInHoren', 'hearing-limitation', 'NEUTRAL', null, 'Beperking in horen'],
  ['BeperkingInZien', 'sight-limitation', 'NEUTRAL', null, 'Beperking in zien'],
  [
    'BeperkingInBewegen',
    'mobility-limitation',
    'HIGH_IS_CONCERN',
    'SELF_RELIANCE',
    'Beperking in bewegen',
  ],
  [
    'MatigHoogRisicoOpAngstOfDepressie',
    'anxiety-depression-risk',
    'HIGH_IS_CONCERN',
    'MENTAL_HEALTH',
    'Matig of hoog risico op angst of depressie',
  ],
  [
    'HoogRisicoOpAngstOfDepressie',
    'high-anxiety-depression-risk',
    'HIGH_IS_CONCERN',
    'MENTAL_HEALTH',
    'Hoog risico op angst of depressie',
  ],
  [
    'HeelVeelStressInAfgelopen4Weken',
    'high-stress',
    'HIGH_IS_CONCERN',
    'MENTAL_HEALTH',
    '(Heel) veel stress in afgelopen 4 weken',
  ],
  [
    'MatigVeelRegieOverEigenLeven',
    'control-over-own-life',
    'LOW_IS_CONCERN',
    'MENTAL_HEALTH',
    'Matig of veel regie over eigen leven',
  ],
  ['Eenzaam', 'loneliness', 'HIGH_IS_CONCERN', 'SOCIAL_NETWORK', 'Eenzaam'],
  [
    'ErnstigZeerErnstigEenzaam',
    'severe-loneliness',
    'HIGH_IS_CONCERN',
    'SOCIAL_NETWORK',
    'Ernstig of zeer ernstig eenzaam',
  ],
  [
    'EmotioneelEenzaam',
    'emotional-loneliness',
    'HIGH_IS_CONCERN',
    'SOCIAL_NETWORK',
    'Emotioneel eenzaam',
  ],
  ['SociaalEenzaam', 'social-loneliness', 'HIGH_IS_CONCERN', 'SOCIAL_NETWORK', 'Sociaal eenzaam'],
  ['Mantelzorger', 'informal-carer', 'NEUTRAL', 'INFORMAL_CARE', 'Mantelzorger'],
  ['Vrijwilligerswerk', 'volunteering', 'LOW_IS_CONCERN', 'PARTICIPATION', 'Vrijwilligerswerk'],
  [
    'LopenEnOfFietsenNaarSchoolOfWerk',
    'walking-or-cycling-to-school-or-work',
    'NEUTRAL',
    null,
    'Lopen en/of fietsen naar school of werk',
  ],
  [
    'LopenNaarSchoolOfWerk',
    'walking-to-school-or-work',
    'NEUTRAL',
    null,
    'Lopen naar school of werk',
  ],
  [
    'FietsenNaarSchoolOfWerk',
    'cycling-to-school-or-work',
    'NEUTRAL',
    null,
    'Fietsen naar school of werk',
  ],
  [
    'ErnstigeGeluidhinderDoorBuren',
    'severe-neighbour-noise',
    'HIGH_IS_CONCERN',
    'LIVING_ENVIRONMENT',
    'Ernstige geluidhinder door buren',
  ],
  [
    'MoeiteMetRondkomen',
    'difficulty-making-ends-meet',
    'HIGH_IS_CONCERN',
    'LIVELIHOOD',
    'Moeite met rondkomen',
  ],
];

const columns: readonly ColumnDescription[] = lines.map(([stem, key, direction, theme, title]) => ({
  key,
  title,
  paths: [],
  stems: [stem],
  unit: '%',
  measureKind: 'PERCENT',
  direction,
  theme,
  population,
  decimals: 1,
  baseKey: null,
}));

export const health: SourceDescription = {
  source: rivmHealth,
  prefix: 'rivm',
  provenance: 'MODELLED',
  service: 'DATADERDEN',
  dataSet: 'UntypedDataSet',
  cadence: 'every two to four years, earlier years on the same division',
  tables,
  titles: /^gezondheid per wijk en buurt/i,
  columns,
  derived: [],
  contextRules: [{ path: /./, baseKey: null }],
  sensitivePaths: null,
  sensitiveBreakYears: [],
  population,
  dimensions: [
    { name: /^Leeftijd$/, role: 'SEGMENT', segment: 'age', codes: ageGroups },
    { name: /^Marges$/, role: 'BOUND', codes: margins },
    { name: /^Perioden$/, role: 'PERIOD' },
  ],
  definesPlaces: false,
  emptyColumn: 'NOT_MEASURED',
  blank: 'NOT_APPLICABLE',
};
