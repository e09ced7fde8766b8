// Invented organisations, the professionals who write for them, and the named demo persons. Every writer is the
// person behind a demo token, so that whoever tries the town can act as each of them.
import type { Profession, Role } from '../server/codes/people.ts';
import { duinrand, waterrijk } from './places.ts';

interface Organisation {
  readonly gemeenteCode: string;
  readonly key: string;
  readonly name: string;
  /** Professions that log notes for it; the first is meant when a story names only the organisation. */
  readonly professions: readonly Profession[];
}

const inTown =
  (gemeenteCode: string) =>
  (key: string, name: string, ...professions: Profession[]): Organisation => ({
    gemeenteCode,
    key,
    name: `${name} (verzonnen)`,
    professions,
  });
const own = inTown(waterrijk);
const other = inTown(duinrand);

export const organisations: readonly Organisation[] = [
  own('gemeente', 'Gemeente Waterrijk', 'WMO_CONSULTANT', 'WIJK_MANAGER'),
  own('wijkteam-noord', 'Wijkteam Noord', 'WIJKTEAM_WORKER', 'CLIENT_SUPPORTER'),
  own('wijkteam-zuid', 'Wijkteam Zuid', 'WIJKTEAM_WORKER'),
  own(
    'huisartsen-kade',
    'Huisartsen aan de Kade',
    'GP',
    'GP_MENTAL_HEALTH_NURSE',
    'GP_PRACTICE_NURSE',
  ),
  own('huisartsen-molen', 'Huisartsen De Molen', 'GP', 'GP_PRACTICE_NURSE'),
  own('huisartsen-dijk', 'Huisartsen Aan de Dijk', 'GP'),
  own('thuiszorg-delta', 'Thuiszorg Delta', 'DISTRICT_NURSE'),
  own('thuiszorg-plas', 'Thuiszorg De Plas', 'DISTRICT_NURSE'),
  own('schuldhulp', 'Schuldhulp Waterrijk', 'DEBT_COUNSELLOR'),
  own('voedselbank', 'Voedselbank Waterrijk', 'FOOD_BANK'),
  own('politie', 'Politie basisteam Waterrijk', 'WIJK_POLICE_OFFICER'),
  own('handhaving', 'Handhaving Waterrijk', 'ENFORCEMENT_OFFICER'),
  own('school-de-golf', 'Basisschool De Golf', 'TEACHER_CARE_COORDINATOR', 'SCHOOL_SOCIAL_WORKER'),
  own('school-het-riet', 'Basisschool Het Riet', 'TEACHER_CARE_COORDINATOR'),
  own('college-waterrijk', 'Waterrijk College', 'SCHOOL_SOCIAL_WORKER'),
  own('leerplicht', 'Leerplicht Waterrijk', 'SCHOOL_ATTENDANCE_OFFICER'),
  own('corporatie-anker', 'Woningcorporatie Het Anker', 'HOUSING_CONSULTANT', 'CARETAKER'),
  own('corporatie-meerpaal', 'Woningcorporatie De Meerpaal', 'HOUSING_CONSULTANT'),
  own(
    'welzijn',
    'Welzijn Waterrijk',
    'COMMUNITY_WORKER',
    'OLDER_PEOPLE_ADVISER',
    'OUTREACH_WORKER',
  ),
  own('jongerenwerk', 'Jongerenwerk Waterrijk', 'YOUTH_WORKER'),
  own('bibliotheek', 'Bibliotheek en Taalhuis', 'LANGUAGE_POINT_LIBRARY'),
  own('ggz-oever', 'Ggz De Oever', 'MENTAL_HEALTH_OUTREACH'),
  own('verslavingszorg', 'Verslavingszorg Waterrijk', 'ADDICTION_CARE'),
  own('jgz', 'Jeugdgezondheidszorg', 'YOUTH_HEALTH_PROFESSIONAL'),
  own('jeugdhulp-horizon', 'Jeugdhulp Horizon', 'FAMILY_COACH', 'YOUTH_CARE_WORKER'),
  own('mantelzorgpunt', 'Mantelzorgpunt', 'CARER_CONSULTANT'),
  own('apotheek-sluis', 'Apotheek De Sluis', 'PHARMACIST'),
  own('sport', 'Sport Waterrijk', 'SPORTS_COACH'),
  own('werkplein', 'Werkplein Waterrijk', 'PARTICIPATION_CASE_MANAGER'),
  other('gemeente', 'Gemeente Duinrand', 'WMO_CONSULTANT'),
  other('wijkteam-duinrand', 'Wijkteam Duinrand', 'WIJKTEAM_WORKER'),
  other('huisartsen-duin', 'Huisartsen In het Duin', 'GP'),
  other('welzijn-duin', 'Welzijn Duinrand', 'COMMUNITY_WORKER'),
];

/** Who writes: an organisation and one of its professions. */
export interface Writer {
  readonly gemeenteCode: string;
  readonly organisationKey: string;
  readonly profession: Profession;
}

export const tokenOf = ({ gemeenteCode, organisationKey, profession }: Writer): string =>
  `demo:OBSERVER:${gemeenteCode}:${organisationKey}:${profession}`;

/** A writer named as `organisation` or `organisation:PROFESSION`. */
export function writerOf(gemeenteCode: string, name: string): Writer {
  const [key = '', wanted] = name.split(':');
  const organisation = organisations.find(
    (one) => one.gemeenteCode === gemeenteCode && one.key === key,
  );
  const profession = organisation?.professions.find(
    (one) => wanted === undefined || one === wanted,
  );
  if (!organisation || !profession) {
    throw new Error(`${gemeenteCode} has no invented writer ${name}.`);
  }
  return { gemeenteCode, organisationKey: organisation.key, profession };
}

interface DemoPerson {
  readonly name: string;
  readonly token: string;
  readonly role: Role;
  readonly gemeenteCode: string;
  readonly organisationKey: string | null;
  readonly profession: Profession | null;
  /** What the person may do, for the guide. */
  readonly may: string;
}

const person = (name: string, token: string, may: string): DemoPerson => {
  const [, role, gemeenteCode = '', organisationKey = null, profession = null] = token.split(':');
  return {
    name,
    token,
    role: role as Role,
    gemeenteCode,
    organisationKey,
    profession: profession as Profession | null,
    may,
  };
};

export const demoPersons: readonly DemoPerson[] = [
  person(
    'Noor',
    'demo:OBSERVER:GM9001:wijkteam-noord:WIJKTEAM_WORKER',
    'social worker: logs field notes, sees what became of her own, confirms those of others',
  ),
  person(
    'Amira',
    'demo:OBSERVER:GM9001:huisartsen-kade:GP',
    'general practitioner: logs patterns over several contacts, wijk level, no small numbers',
  ),
  person(
    'Joris',
    'demo:OBSERVER:GM9001:schuldhulp:DEBT_COUNSELLOR',
    'debt counsellor: logs and confirms from another organisation',
  ),
  person(
    'Femke',
    'demo:OBSERVER:GM9001:thuiszorg-delta:DISTRICT_NURSE',
    'district nurse: logs patterns of home visits',
  ),
  person(
    'Esra',
    'demo:REVIEWER:GM9001:gemeente',
    'reviewer: reads what was handed in, publishes, returns or rejects, keeps the follow-up',
  ),
  person('Bram', 'demo:ANALYST:GM9001', 'analyst: reads profiles, figures and circle texts'),
  person('Hanna', 'demo:POLICY:GM9001', 'policy adviser: reads profiles and circle texts'),
  person('Ruben', 'demo:COUNCIL:GM9001', 'council member: reads public texts and follow-up'),
  person('Wim', 'demo:RESIDENT:GM9001', 'resident: reads the public page'),
  person('Ilse', 'demo:ADMIN:GM9001', 'administrator: keeps accounts, reads no note texts'),
  person('Sanne', 'demo:AUDITOR:GM9001', 'data protection officer: reads logs, no texts'),
  person(
    'Otto',
    'demo:REVIEWER:GM9002:gemeente',
    'reviewer of Duinrand: sees nothing of Waterrijk',
  ),
];

export const reviewerTokens: Readonly<Record<string, string>> = {
  [waterrijk]: 'demo:REVIEWER:GM9001:gemeente',
  [duinrand]: 'demo:REVIEWER:GM9002:gemeente',
};
