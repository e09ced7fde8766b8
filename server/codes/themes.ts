// The themes under which indicators and field notes meet: the key of the merge (domain chapter 9).
// Mappings name standards only; no scoring text of a standard is kept. Unverified mappings are left out.
import { codeList } from './code-list.ts';
import type { Profession } from './people.ts';

export const themes = codeList({
  LIVELIHOOD: ['Bestaanszekerheid & schulden', 'Livelihood & debts'],
  WORK_EDUCATION: ['Werk & opleiding', 'Work & education'],
  DAY_ACTIVITIES: ['Tijdsbesteding', 'Day activities'],
  HOUSING: ['Wonen & huisvesting', 'Housing'],
  FAMILY_PARENTING: ['Gezin & opvoeding', 'Family & parenting'],
  SAFETY_AT_HOME: ['Huiselijke veiligheid', 'Safety at home'],
  MENTAL_HEALTH: ['Psychische gezondheid', 'Mental health'],
  PHYSICAL_HEALTH: ['Lichamelijke gezondheid & leefstijl', 'Physical health & lifestyle'],
  SUBSTANCE_USE: ['Middelengebruik & verslaving', 'Substance use & addiction'],
  SELF_RELIANCE: ['Zelfredzaamheid (ADL, huishouden)', 'Self-reliance'],
  PAPERWORK_DIGITAL: ['Administratie, taal & digitaal', 'Paperwork, literacy & digital'],
  SOCIAL_NETWORK: ['Eenzaamheid & sociaal netwerk', 'Loneliness & network'],
  INFORMAL_CARE: ['Mantelzorg', 'Informal care'],
  PARTICIPATION: ['Meedoen & vrijwillige inzet', 'Participation & volunteering'],
  MEANING: ['Zingeving', 'Meaning in life'],
  LIVING_ENVIRONMENT: ['Leefomgeving, overlast & veiligheid', 'Living environment & safety'],
  ACCESS_TO_SERVICES: ['Voorzieningen & toegang tot hulp', 'Services & access to help'],
});
export type ThemeCode = keyof typeof themes;

export interface ThemeMapping {
  /** Domains of the self-reliance matrix 2017, names only. */
  readonly zrm: readonly string[];
  /** Terrain of the SCP's stapeling, or null where it has none. */
  readonly scp: string | null;
  /** Dimension of Positive Health, or null where it has none. */
  readonly positiveHealth: string | null;
  /** ICPC-1 chapters and Z codes whose aggregated counts belong to this theme. */
  readonly icpc: readonly string[];
}

const map = (
  zrm: readonly string[],
  scp: string | null,
  positiveHealth: string | null,
  icpc: readonly string[] = [],
): ThemeMapping => ({ zrm, scp, positiveHealth, icpc });

const zCodes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `Z${String(from + i).padStart(2, '0')}`);

export const themeMappings: Readonly<Record<ThemeCode, ThemeMapping>> = {
  LIVELIHOOD: map(['Financiën'], 'financiën', 'dagelijks functioneren', zCodes(1, 2)),
  WORK_EDUCATION: map(['Werk & opleiding'], 'werk', 'meedoen', zCodes(5, 7)),
  DAY_ACTIVITIES: map(['Tijdsbesteding'], null, 'meedoen'),
  HOUSING: map(['Huisvesting'], 'huishouden', 'kwaliteit van leven', ['Z03']),
  FAMILY_PARENTING: map(['Huiselijke relaties'], 'gezin', 'kwaliteit van leven', zCodes(12, 22)),
  SAFETY_AT_HOME: map(['Huiselijke relaties'], 'gezin', 'kwaliteit van leven', ['Z13']),
  MENTAL_HEALTH: map(['Geestelijke gezondheid'], null, 'mentaal welbevinden', ['P']),
  PHYSICAL_HEALTH: map(
    ['Lichamelijke gezondheid'],
    null,
    'lichaamsfuncties',
    'A B D F H K L N R S T U W X Y'.split(' '),
  ),
  SUBSTANCE_USE: map(['Middelengebruik'], null, 'lichaamsfuncties'),
  SELF_RELIANCE: map(['Basale ADL', 'Instrumentele ADL'], 'ADL', 'dagelijks functioneren'),
  PAPERWORK_DIGITAL: map(
    ['Instrumentele ADL', 'Financiën'],
    'administratieve vaardigheden',
    'dagelijks functioneren',
  ),
  SOCIAL_NETWORK: map(['Sociaal netwerk'], 'sociaal netwerk', 'meedoen', ['Z24']),
  INFORMAL_CARE: map(['Sociaal netwerk'], null, 'meedoen', ['Z14', 'Z18', 'Z22']),
  PARTICIPATION: map(['Maatschappelijke participatie'], null, 'meedoen'),
  MEANING: map([], null, 'zingeving'),
  LIVING_ENVIRONMENT: map(['Justitie'], null, 'kwaliteit van leven', ['Z03']),
  ACCESS_TO_SERVICES: map([], null, null, zCodes(8, 10)),
};

/**
 * Professions that normally come across a theme in their work. Product default, not a published list;
 * coverage names those that were expected and did not report.
 */
export const expectedProfessions: Readonly<Record<ThemeCode, readonly Profession[]>> = {
  LIVELIHOOD: ['DEBT_COUNSELLOR', 'WIJKTEAM_WORKER', 'FOOD_BANK', 'GP'],
  WORK_EDUCATION: ['PARTICIPATION_CASE_MANAGER', 'YOUTH_WORKER', 'SCHOOL_ATTENDANCE_OFFICER'],
  DAY_ACTIVITIES: ['WMO_CONSULTANT', 'COMMUNITY_WORKER', 'OLDER_PEOPLE_ADVISER'],
  HOUSING: ['HOUSING_CONSULTANT', 'CARETAKER', 'WIJKTEAM_WORKER'],
  FAMILY_PARENTING: ['FAMILY_COACH', 'YOUTH_HEALTH_PROFESSIONAL', 'TEACHER_CARE_COORDINATOR'],
  SAFETY_AT_HOME: ['WIJK_POLICE_OFFICER', 'GP', 'SCHOOL_SOCIAL_WORKER', 'WIJKTEAM_WORKER'],
  MENTAL_HEALTH: ['GP_MENTAL_HEALTH_NURSE', 'GP', 'MENTAL_HEALTH_OUTREACH'],
  PHYSICAL_HEALTH: ['GP', 'DISTRICT_NURSE', 'PHYSIOTHERAPIST', 'SPORTS_COACH'],
  SUBSTANCE_USE: ['ADDICTION_CARE', 'YOUTH_WORKER', 'GP', 'OUTREACH_WORKER'],
  SELF_RELIANCE: ['DISTRICT_NURSE', 'WMO_CONSULTANT', 'GP_PRACTICE_NURSE'],
  PAPERWORK_DIGITAL: ['LANGUAGE_POINT_LIBRARY', 'CLIENT_SUPPORTER', 'WIJKTEAM_WORKER'],
  SOCIAL_NETWORK: ['OLDER_PEOPLE_ADVISER', 'COMMUNITY_WORKER', 'DISTRICT_NURSE', 'GP'],
  INFORMAL_CARE: ['CARER_CONSULTANT', 'DISTRICT_NURSE', 'GP_PRACTICE_NURSE'],
  PARTICIPATION: ['COMMUNITY_WORKER', 'SPORTS_COACH', 'VOLUNTEER'],
  MEANING: ['GP_MENTAL_HEALTH_NURSE', 'COMMUNITY_WORKER', 'VOLUNTEER'],
  LIVING_ENVIRONMENT: ['WIJK_POLICE_OFFICER', 'ENFORCEMENT_OFFICER', 'WIJK_MANAGER', 'CARETAKER'],
  ACCESS_TO_SERVICES: ['WIJKTEAM_WORKER', 'GP', 'CLIENT_SUPPORTER', 'WMO_CONSULTANT'],
};
