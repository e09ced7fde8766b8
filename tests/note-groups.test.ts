// Groups of field notes: what is told of them, and that no table, alone or with all others, tells of a small group.
import { describe, expect, test } from 'vitest';
import type { CountBand } from '../server/codes/merge.ts';
import { bandOf, productThresholds } from '../server/privacy/disclosure.ts';
import {
  keyOf,
  type NoteGroup,
  noteDimensions,
  openGroups,
} from '../server/privacy/note-groups.ts';
import { bands } from './attack/knowledge.ts';
import { chance, integer, randomFrom } from './simulation/random.ts';
import { askOn, bram, esra, ilse, nobody, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, publishNote, refusalOf } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

interface Told {
  readonly asOf: string;
  readonly groups: readonly {
    readonly theme: string | null;
    readonly placeCode: string | null;
    readonly kind: string | null;
    readonly profession: string | null;
    readonly month: string | null;
    readonly state: string;
    readonly voices: CountBand | null;
  }[];
}

describe('over the API', async () => {
  const database = await testDatabase();
  await makePlaces(database);
  await makeEdition(database, {
    ...{ year: 2025, figures: { population: perWijk(...Array(12).fill(4000)) } },
  });
  let now = new Date('2026-02-10T10:00:00Z');
  const ask = askOn(database, () => now);
  const words = ['winkel', 'bus', 'plein', 'park', 'school', 'kade', 'laan'];
  const write = async (nth: number, more: Record<string, unknown>) =>
    publishNote(ask, `demo:OBSERVER:GM9001:buren-${nth}:CARETAKER`, esra, {
      ...more,
      observationText: `Bewoners missen een ${words[nth]} dichtbij.`,
    });
  for (let nth = 0; nth < 6; nth += 1) await write(nth, { theme: 'HOUSING' });
  await write(6, { theme: 'HOUSING', kind: 'NEED' });
  // A wijk with a small signal, and one with a note that nobody may know of.
  for (const nth of [2, 3, 4]) await write(nth, { theme: 'MEANING', placeCode: 'WK900102' });
  await write(5, { theme: 'MEANING', placeCode: 'WK900103' });
  now = new Date('2026-03-15T10:00:00Z');
  const query = `query ($within: PlaceCode!, $by: [NoteDimension!]!, $filter: NoteGroupFilter) {
    noteGroups(within: $within, by: $by, filter: $filter) { asOf groups {
      theme placeCode month kind profession state voices } } }`;
  const groups = (as: string | null, by: string[], more: Record<string, unknown> = {}) =>
    ask<{ noteGroups: Told }>(as, query, { within: 'GM9001', by, ...more });
  const shown = async (by: string[], more: Record<string, unknown> = {}) => {
    const { data, errors } = await groups(bram, by, more);
    expect(errors).toBeUndefined();
    return data.noteGroups.groups
      .filter(({ state }) => state === 'SHOWN')
      .map(({ theme, placeCode, kind, profession, month, voices }) =>
        [theme, placeCode, month, kind, profession, voices].filter(Boolean).join(' '),
      );
  };

  test('a group shows its organisations as a band, and each group of the table has a state', async () => {
    expect(await shown([])).toEqual(['N5_9']);
    expect(await shown(['THEME', 'WIJK'])).toEqual([
      'HOUSING WK900101 N5_9',
      'MEANING WK900102 N2_4',
    ]);
    expect(await shown(['MONTH'])).toEqual(['2026-02-01 N5_9']);
    expect(await shown(['PROFESSION'])).toEqual(['CARETAKER N5_9']);
    // Seven organisations, and six with a problem: who has a need is not told, nor that anyone has.
    expect(await shown(['KIND'])).toEqual(['PROBLEM N5_9']);
    const { data } = await groups(bram, ['KIND']);
    expect(data.noteGroups.asOf).toBe('2026-02-28');
    expect(data.noteGroups.groups.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      ...['PROBLEM SHOWN', 'NEED NOT_TOLD', 'SERVICE_GAP NOT_TOLD', 'TREND NOT_TOLD'],
      ...['STRENGTH NOT_TOLD', 'INTERPRETATION NOT_TOLD'],
    ]);
  });

  test('a filter says what the table without it says of the same group', async () => {
    const kinds = await shown(['WIJK', 'KIND']);
    expect(kinds).toEqual(['WK900101 PROBLEM N5_9']);
    expect(await shown(['KIND'], { within: 'WK900101' })).toEqual(kinds);
    expect(await shown(['WIJK'], { filter: { kind: 'PROBLEM' } })).toEqual(kinds);
    expect(await shown([], { within: 'WK900101', filter: { kind: 'NEED' } })).toEqual([]);
    expect(await shown(['THEME'], { filter: { kind: 'PROBLEM', month: '2026-02-01' } })).toEqual([
      'HOUSING 2026-02-01 PROBLEM N5_9',
    ]);
  });

  test('what was published this month waits for its end, for every reader', async () => {
    const before = await groups(bram, ['THEME', 'WIJK']);
    for (const nth of [0, 1, 2]) await write(nth, { theme: 'LIVELIHOOD', placeCode: 'WK900104' });
    for (const as of [bram, esra, otto, ilse]) {
      expect((await groups(as, ['THEME', 'WIJK'])).data).toEqual(before.data);
    }
    now = new Date('2026-04-02T10:00:00Z');
    expect(await shown(['THEME', 'WIJK'])).toContain('LIVELIHOOD WK900104 N2_4');
    now = new Date('2026-03-15T10:00:00Z');
  });

  test('who is not signed in, asks too much or asks nonsense is refused', async () => {
    expect(refusalOf(await groups(nobody, ['THEME'])).code).toBe('UNAUTHENTICATED');
    const wrong: [by: string[], more: Record<string, unknown>, field: string][] = [
      [['THEME', 'WIJK', 'KIND'], {}, 'by'],
      [['THEME', 'KIND'], { within: 'WK900101', filter: { month: '2026-02-01' } }, 'by'],
      [['THEME', 'THEME'], {}, 'by'],
      [['WIJK'], { within: 'WK900101' }, 'by'],
      [['THEME'], { within: 'BU90010101' }, 'within'],
      [['THEME'], { filter: { month: '2026-02-02' } }, 'filter.month'],
    ];
    for (const [by, more, field] of wrong) {
      expect(refusalOf(await groups(bram, by, more))).toEqual({ code: 'BAD_USER_INPUT', field });
    }
    expect(refusalOf(await groups(bram, [], { within: 'GM9099' })).code).toBe('NOT_FOUND');
  });
});

interface Voice {
  readonly codes: readonly string[];
  readonly organisation: number;
}

/** Random voices over three dimensions, a few codes each. */
function voicesOf(seed: number): Voice[] {
  const random = randomFrom(seed, 'note groups');
  const organisations = integer(random, 3, 14);
  const sizes = [integer(random, 2, 3), integer(random, 2, 3), integer(random, 2, 3)];
  const voice = () => ({
    codes: sizes.map((size) => `c${chance(random, 0.5) ? 0 : integer(random, 0, size - 1)}`),
    organisation: integer(random, 1, organisations),
  });
  return Array.from({ length: integer(random, 8, 40) }, voice);
}

/** Counts of every group, the empty ones too, which the statement leaves out. */
function countedOf(voices: readonly Voice[]): NoteGroup[] {
  const found = new Map<string, { codes: (string | null)[]; notes: Map<number, number> }>();
  const all = [null, 'c0', 'c1', 'c2'];
  for (const one of all)
    for (const two of all)
      for (const three of all) {
        const codes = [one, two, three];
        found.set(keyOf(codes), { codes, notes: new Map() });
      }
  for (const { codes, organisation } of voices) {
    for (let bound = 0; bound < 8; bound += 1) {
      const some = codes.map((code, at) => (bound & (1 << at) ? code : null));
      const group = found.get(keyOf(some)) ?? { codes: some, notes: new Map() };
      found.set(keyOf(some), group);
      group.notes.set(organisation, Math.min(3, (group.notes.get(organisation) ?? 0) + 1));
    }
  }
  return [...found.values()].map(({ codes, notes }) => ({
    codes,
    notes: [...notes.values()].reduce((sum, one) => sum + one, 0),
    organisations: notes.size,
    isTooSmall: false,
  }));
}

const dimensions = ['WIJK', 'MONTH', 'KIND'] as const;
const isCoarse = ({ codes }: NoteGroup) => codes[1] === null && codes[2] === null;

/** What a reader is told of a group: the least and the most organisations; nothing of a hidden one. */
type Telling = (group: NoteGroup) => readonly [least: number, most: number] | undefined;

/**
 * Small groups whose organisations a reader can tell to within two values from all tables of all three dimensions
 * together: what a whole tells of each of its parts and parts of their whole, again and again until nothing is new.
 */
function recovered(groups: readonly NoteGroup[], telling: Telling): string[] {
  const bounds = new Map(groups.map((one) => [one, [...(telling(one) ?? [0, 60])]]));
  const of = (group: NoteGroup) => bounds.get(group) ?? [];
  const families = groups.flatMap((whole) =>
    [1, 2, 3, 4, 5, 6, 7].flatMap((split) => {
      if (whole.codes.some((code, at) => code !== null && split & (1 << at))) return [];
      const isPart = ({ codes }: NoteGroup) =>
        codes.every((code, at) => (split & (1 << at) ? code !== null : code === whole.codes[at]));
      return [{ whole, parts: groups.filter(isPart) }];
    }),
  );
  let isNew = true;
  const narrow = (group: NoteGroup, least: number, most: number) => {
    const [low = 0, high = 60] = of(group);
    if (least <= low && most >= high) return;
    bounds.set(group, [Math.max(low, least), Math.min(high, most)]);
    isNew = true;
  };
  while (isNew) {
    isNew = false;
    for (const { whole, parts } of families) {
      const sum = parts.reduce((all, part) => all + (of(part)[1] ?? 0), 0);
      narrow(whole, Math.max(...parts.map((part) => of(part)[0] ?? 0)), sum);
      const [least = 0, most = 60] = of(whole);
      for (const part of parts) narrow(part, least - sum + (of(part)[1] ?? 0), most);
    }
  }
  return groups.flatMap((group) => {
    const isSmall = !telling(group) && group.notes > 0 && !isEnough(group);
    const [least = 0, most = 60] = of(group);
    return isSmall && most - least + 1 < 3 ? [keyOf(group.codes)] : [];
  });
}

const isEnough = ({ notes, organisations }: NoteGroup) => notes >= 5 && organisations >= 3;

describe('the decision', () => {
  const isListed = () => true;
  const thresholds = productThresholds;
  const isHeld = ({ notes }: NoteGroup) => notes > 0;
  const towns = Array.from({ length: 300 }, (_, seed) => countedOf(voicesOf(seed)));
  const exactly = ({ organisations }: NoteGroup) => [organisations, organisations] as const;

  test('leaves no small group within two values, whatever tables are laid side by side', () => {
    let [hidden, told] = [0, 0];
    for (const [seed, groups] of towns.entries()) {
      const open = openGroups({ dimensions, groups: groups.filter(isHeld), isListed, thresholds });
      told += open.size;
      hidden += groups.filter(isHeld).length - open.size;
      const telling: Telling = (group) => {
        const band = open.get(keyOf(group.codes));
        // Coverage says how many organisations wrote on a wijk.
        if (!band || isCoarse(group)) return band && exactly(group);
        const [least = 0, most = 60] = bands[band] ?? [];
        return [Math.max(3, least), most];
      };
      expect([seed, recovered(groups, telling)]).toEqual([seed, []]);
    }
    expect(told).toBeGreaterThan(1000);
    expect(hidden).toBeGreaterThan(1000);
  });

  test('the same reader finds small groups where counts are told, or nothing is kept back', () => {
    const isTold = (group: NoteGroup) => isHeld(group) && (isCoarse(group) || isEnough(group));
    const byCounts = towns.flatMap((groups) =>
      recovered(groups, (group) => (isTold(group) ? exactly(group) : undefined)),
    );
    expect(byCounts.length).toBeGreaterThan(10);
    const byBands = towns.flatMap((groups) =>
      recovered(groups, (group) => {
        if (!isTold(group) || isCoarse(group)) return isTold(group) ? exactly(group) : undefined;
        const [least = 0, most = 60] = bands[bandOf(group.organisations) ?? ''] ?? [];
        return [Math.max(3, least), most];
      }),
    );
    expect(byBands.length).toBeGreaterThan(0);
  });

  test('keeps a part back where one hidden part would be all that is left', () => {
    const group = (codes: (string | null)[], organisations: number): NoteGroup => ({
      ...{ codes, organisations, notes: organisations * 2, isTooSmall: false },
    });
    const groups = [
      ...[group([null], 8), group(['PROBLEM'], 4), group(['NEED'], 3), group(['TREND'], 1)],
    ];
    const open = openGroups({ dimensions: ['KIND'], groups, isListed, thresholds });
    expect([...open.keys()]).toEqual(['', 'PROBLEM', 'NEED']);
    const fewer = [group([null], 9), ...groups.slice(1)];
    const again = openGroups({ dimensions: ['KIND'], groups: fewer, isListed, thresholds });
    expect([...again.keys()]).toEqual(['', 'PROBLEM']);
    expect(noteDimensions).toContain('KIND');
  });
});
