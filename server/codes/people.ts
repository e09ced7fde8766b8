// Roles, professions and their secrecy regimes (domain chapter 11.3, rule S9).
import { type CodeList, codeList, type Label } from './code-list.ts';

export const roles = codeList({
  OBSERVER: ['Waarnemer', 'Observer: logs field notes'],
  REVIEWER: ['Signaalbeheerder', 'Reviewer of the own gemeente'],
  ANALYST: ['Analist', 'Analyst'],
  POLICY: ['Beleid', 'Policy adviser'],
  COUNCIL: ['Raad', 'Council member'],
  RESIDENT: ['Bewoner', 'Resident, public'],
  ADMIN: ['Beheerder', 'Administrator: no note texts'],
  AUDITOR: ['Functionaris gegevensbescherming', 'Data protection officer: logs, no texts'],
});
export type Role = keyof typeof roles;

/** What a login, key or token may be used for, within what its role may do. */
export const accessScopes = codeList({
  READ: ['Lezen', 'Read what the role may see'],
  LOG_NOTES: ['Signalen vastleggen', 'Log, change and confirm field notes'],
  REACT: ['Reageren', 'React to published statements'],
  REVIEW: ['Beoordelen', 'Review field notes and reactions'],
  FOLLOW_UP: ['Opvolgen', 'Assign, follow up, interpret and keep snapshots'],
  MANAGE: ['Beheren', 'Manage members, keys and webhooks'],
});
export type AccessScope = keyof typeof accessScopes;

/** Where a membership comes from. */
export const membershipSources = codeList({
  CLAIMS: ['Inlogdienst', 'The claims of the login service'],
  HAND: ['Beheerder', 'Added by an administrator'],
  DEMO: ['Demo', 'A demo token'],
});
export type MembershipSource = keyof typeof membershipSources;

/** How an actor proved who it is. */
export const credentials = codeList({
  DEMO: ['Demo-token', 'Demo token'],
  SESSION: ['Ingelogd', 'Signed in with a browser'],
  KEY: ['Sleutel', 'Key of an API client'],
  TOKEN: ['Token', 'Token that the login service gave an API client'],
});
export type Credential = keyof typeof credentials;

export const regimes = codeList({
  MEDICAL: ['Medisch', 'Medical secrecy'],
  YOUTH: ['Jeugd', 'Youth act secrecy'],
  SOCIAL: ['Sociaal', 'Professional code and Wmo'],
  POLICE: ['Politie', 'Police data act'],
  EDUCATION: ['Onderwijs', 'School rules'],
  NONE: ['Geen wettelijk', 'No statutory secrecy'],
});
export type Regime = keyof typeof regimes;

const byRegime = {
  MEDICAL: codeList({
    GP: ['Huisarts', 'General practitioner'],
    GP_MENTAL_HEALTH_NURSE: ['POH-GGZ', 'GP practice mental health nurse'],
    GP_PRACTICE_NURSE: ['POH somatiek / ouderen', 'GP practice nurse'],
    DISTRICT_NURSE: ['Wijkverpleegkundige', 'District nurse'],
    PHARMACIST: ['Apotheker', 'Pharmacist'],
    MIDWIFE: ['Verloskundige', 'Midwife'],
    PHYSIOTHERAPIST: ['Fysiotherapeut', 'Physiotherapist'],
    ELDERLY_CARE_PHYSICIAN: ['Specialist ouderengeneeskunde', 'Elderly care physician'],
    MENTAL_HEALTH_OUTREACH: ['Ggz FACT / bemoeizorg', 'Mental health outreach'],
    ADDICTION_CARE: ['Verslavingszorg', 'Addiction care'],
    YOUTH_HEALTH_PROFESSIONAL: ['JGZ-arts of -verpleegkundige', 'Youth health professional'],
  }),
  YOUTH: codeList({
    YOUTH_CARE_WORKER: ['Jeugdhulpverlener', 'Youth care worker'],
    FAMILY_COACH: ['Gezinscoach', 'Family coach'],
  }),
  SOCIAL: codeList({
    WIJKTEAM_WORKER: ['Sociaal werker wijkteam', 'Social worker, wijkteam'],
    WMO_CONSULTANT: ['Wmo-consulent', 'Wmo consultant'],
    DEBT_COUNSELLOR: ['Schuldhulpverlener', 'Debt counsellor'],
    PARTICIPATION_CASE_MANAGER: ['Klantmanager participatie', 'Participation case manager'],
    YOUTH_WORKER: ['Jongerenwerker', 'Youth worker'],
    COMMUNITY_WORKER: ['Opbouwwerker', 'Community worker'],
    OLDER_PEOPLE_ADVISER: ['Ouderenadviseur', 'Adviser for older people'],
    CARER_CONSULTANT: ['Mantelzorgconsulent', 'Consultant for informal carers'],
    CLIENT_SUPPORTER: ['Cliëntondersteuner', 'Client supporter'],
    OUTREACH_WORKER: ['Straat- of outreachend werker', 'Outreach worker'],
  }),
  POLICE: codeList({
    WIJK_POLICE_OFFICER: ['Wijkagent', 'Community police officer'],
    ENFORCEMENT_OFFICER: ['Boa', 'Enforcement officer'],
  }),
  EDUCATION: codeList({
    TEACHER_CARE_COORDINATOR: ['Leerkracht / IB’er', 'Teacher or care coordinator'],
    SCHOOL_ATTENDANCE_OFFICER: ['Leerplichtambtenaar', 'School attendance officer'],
    SCHOOL_SOCIAL_WORKER: ['Schoolmaatschappelijk werker', 'School social worker'],
  }),
  NONE: codeList({
    HOUSING_CONSULTANT: ['Woonconsulent corporatie', 'Housing consultant'],
    CARETAKER: ['Huismeester', 'Caretaker'],
    SPORTS_COACH: ['Buurtsportcoach', 'Sports coach'],
    HEALTH_BROKER: ['Gezondheidsmakelaar', 'Health broker'],
    WIJK_MANAGER: ['Wijkmanager', 'Wijk manager'],
    LANGUAGE_POINT_LIBRARY: ['Taalhuis / bibliotheek', 'Language point or library'],
    FOOD_BANK: ['Voedselbank', 'Food bank'],
    KEY_PERSON: ['Sleutelfiguur', 'Key person'],
    EXPERT_BY_EXPERIENCE: ['Ervaringsdeskundige', 'Expert by experience'],
    VOLUNTEER: ['Vrijwilliger', 'Volunteer'],
    RESIDENT: ['Bewoner', 'Resident'],
  }),
} satisfies Record<Regime, CodeList<string>>;

type KeysOf<T> = T extends T ? keyof T : never;
export type Profession = KeysOf<(typeof byRegime)[Regime]> & string;

export const professions = Object.assign({}, ...Object.values(byRegime)) as CodeList<Profession>;

const regimeOf = new Map<Profession, Regime>(
  (Object.entries(byRegime) as [Regime, Record<Profession, Label>][]).flatMap(([regime, list]) =>
    (Object.keys(list) as Profession[]).map((profession): [Profession, Regime] => [
      profession,
      regime,
    ]),
  ),
);

/** The one secrecy regime a profession falls under (chapter 11.3: exactly one each). */
export function regimeOfProfession(profession: Profession): Regime {
  return regimeOf.get(profession) ?? 'NONE';
}
