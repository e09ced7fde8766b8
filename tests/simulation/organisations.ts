// Who works where: organisations with their professions, themes, wijken, persons and very uneven activity. This
// is the latent "who was in a position to see it"; what they write is in notes.ts.
import type { Profession } from '../../server/codes/people.ts';
import { expectedProfessions, type ThemeCode } from '../../server/codes/themes.ts';
import { themeCodes, type Wijk } from './needs.ts';
import { chance, integer, normal, pick, type Random, randomFrom, shuffled } from './random.ts';
import type { Settings } from './settings.ts';

export interface Organisation {
  readonly key: string;
  readonly professions: readonly Profession[];
  /** How much of its work touches a theme: 1 core, less beside it; absent when it never does. */
  readonly remit: ReadonlyMap<ThemeCode, number>;
  /** How present it is in a wijk: 1 a team of its own, less for one that serves the whole town. */
  readonly wijken: ReadonlyMap<number, number>;
  /** Notes written per thing seen, 1 on average; some write ten times as much as others. */
  readonly activity: number;
  readonly persons: number;
}

/** Kinds of organisations by the professions they employ; one profession each or a small team. */
const kinds: readonly (readonly Profession[])[] = [
  ['GP', 'GP_MENTAL_HEALTH_NURSE', 'GP_PRACTICE_NURSE'],
  ['GP'],
  ['DISTRICT_NURSE'],
  ['WIJKTEAM_WORKER', 'CLIENT_SUPPORTER', 'FAMILY_COACH'],
  ['WIJKTEAM_WORKER'],
  ['DEBT_COUNSELLOR', 'PARTICIPATION_CASE_MANAGER'],
  ['COMMUNITY_WORKER', 'YOUTH_WORKER', 'OLDER_PEOPLE_ADVISER'],
  ['YOUTH_WORKER', 'OUTREACH_WORKER'],
  ['HOUSING_CONSULTANT', 'CARETAKER'],
  ['WIJK_POLICE_OFFICER', 'ENFORCEMENT_OFFICER'],
  ['TEACHER_CARE_COORDINATOR', 'SCHOOL_SOCIAL_WORKER'],
  ['YOUTH_HEALTH_PROFESSIONAL'],
  ['MENTAL_HEALTH_OUTREACH', 'ADDICTION_CARE'],
  ['SPORTS_COACH', 'HEALTH_BROKER'],
  ['LANGUAGE_POINT_LIBRARY', 'VOLUNTEER'],
  ['FOOD_BANK', 'VOLUNTEER'],
  ['CARER_CONSULTANT', 'CLIENT_SUPPORTER'],
  ['WMO_CONSULTANT'],
  ['PHYSIOTHERAPIST'],
  ['WIJK_MANAGER'],
  ['KEY_PERSON', 'EXPERT_BY_EXPERIENCE'],
  ['SCHOOL_ATTENDANCE_OFFICER'],
];

export function makeOrganisations(
  seed: number,
  wijken: readonly Wijk[],
  settings: Settings,
): Organisation[] {
  const random = randomFrom(seed, 'organisations');
  const count = integer(random, ...settings.organisations);
  return Array.from({ length: count }, (_, nth) => {
    const employed = pick(random, kinds);
    return {
      key: `organisation-${nth + 1}`,
      professions: employed,
      remit: remitOf(random, employed),
      wijken: presenceOf(random, wijken),
      activity: activityOf(random, settings),
      persons: integer(random, 1, 6),
    };
  });
}

/** Most of what its professions normally meet, and one to four themes beside it. */
function remitOf(random: Random, employed: readonly Profession[]): Map<ThemeCode, number> {
  const remit = new Map<ThemeCode, number>();
  for (const theme of themeCodes) {
    const isExpected = employed.some((one) => expectedProfessions[theme].includes(one));
    if (isExpected && chance(random, 0.85)) remit.set(theme, 1);
  }
  for (const theme of shuffled(random, themeCodes).slice(0, integer(random, 1, 4))) {
    if (!remit.has(theme)) remit.set(theme, 0.5);
  }
  return remit;
}

/** The whole town (thinly), a few wijken that lie together, or one; gaps are left out more often. */
function presenceOf(random: Random, wijken: readonly Wijk[]): Map<number, number> {
  const kind = random();
  const home = pick(random, wijken);
  const size = kind < 0.35 ? wijken.length : kind < 0.85 ? integer(random, 3, 10) : 1;
  const near: number[] = [home.index];
  for (let i = 0; i < near.length && near.length < size; i += 1) {
    for (const other of wijken[near[i] ?? 0]?.neighbours ?? []) {
      if (!near.includes(other) && near.length < size) near.push(other);
    }
  }
  const weight = kind < 0.35 ? 0.6 : 1;
  const served = near.filter((index) => !wijken[index]?.isGap || chance(random, 0.25));
  return new Map(served.map((index) => [index, weight]));
}

/** Lognormal with mean 1, and one in twelve a multiple of that. */
function activityOf(random: Random, { activitySpread }: Settings): number {
  const drawn = Math.exp(normal(random, -(activitySpread ** 2) / 2, activitySpread));
  return Math.min(12, drawn * (chance(random, 1 / 12) ? 4 : 1));
}

/** The main one most of the time. */
export function professionOf(random: Random, organisation: Organisation): Profession {
  const [first] = organisation.professions;
  if (first && chance(random, 0.6)) return first;
  return pick(random, organisation.professions);
}
