// A random town for the attacker, in three variants that differ only in what hidden cells hold: the same organisations,
// another number of notes or confirmations. Written as files of the import formats.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profession } from '../../server/codes/people.ts';
import type { ThemeCode } from '../../server/codes/themes.ts';
import { addMonths } from '../../server/notes/calendar.ts';
import { chance, integer, pick, type Random, randomFrom, shuffled } from '../simulation/random.ts';

export const gemeenteCode = 'GM9300';
export const now = new Date('2026-03-17T10:00:00Z');
export const variants = [0, 1, 2] as const;
const themes: readonly ThemeCode[] = [
  ...(['HOUSING', 'SOCIAL_NETWORK', 'LIVELIHOOD', 'MENTAL_HEALTH', 'INFORMAL_CARE'] as const),
  ...(['PARTICIPATION', 'MEANING'] as const),
];
const professions: readonly Profession[] = [
  ...(['WIJKTEAM_WORKER', 'DEBT_COUNSELLOR', 'YOUTH_WORKER', 'COMMUNITY_WORKER'] as const),
  ...(['CARETAKER', 'LANGUAGE_POINT_LIBRARY'] as const),
];
export const organisations = professions.map((profession, at) => ({
  name: `organisatie-${at + 1}`,
  profession,
}));

export interface Town {
  readonly wijken: readonly { readonly code: string; readonly population: number | null }[];
  /** Care users per place, the gemeente included. */
  readonly care: ReadonlyMap<string, number>;
  /** Lines of the notes file, per variant. */
  readonly notes: readonly (readonly object[])[];
  /** Day on which a note came into a hidden cell, for who looks for days. */
  readonly days: readonly string[];
}

interface Cell {
  readonly wijk: string;
  readonly theme: ThemeCode;
}

/** The town of a seed: every kind of cell that must stay hidden, beside cells that may be shown. */
export function makeTown(seed: number): Town {
  const random = randomFrom(seed, 'attacked town');
  const wijken = Array.from({ length: 6 }, (_, at) => ({
    code: `WK9300${String(at + 1).padStart(2, '0')}`,
    population: at === 4 ? integer(random, 1, 99) : at === 5 ? null : integer(random, 100, 6000),
  }));
  const care = new Map(wijken.map(({ code }) => [code, careOf(random)]));
  care.set(
    gemeenteCode,
    [...care.values()].reduce((sum, count) => sum + count, 0),
  );
  const written = wijken.flatMap(({ code }, at) => writeWijk(random, seed, code, at));
  return {
    ...{ wijken, care },
    notes: variants.map((variant) => written.flatMap((cell) => cell[variant] ?? [])),
    days: ['2026-03-16', '2026-03-02', '2026-02-20', '2026-02-03', '2026-01-15', '2025-11-30'],
  };
}

const careOf = (random: Random) =>
  chance(random, 0.45) ? integer(random, 0, 7) : integer(random, 8, 60);

/** What each variant writes in the cells of one wijk. */
function writeWijk(random: Random, seed: number, wijk: string, at: number): object[][][] {
  const order = shuffled(random, themes);
  const cells = order.map((theme) => ({ wijk, theme }));
  const hide = (cell: Cell) => hiddenCell(random, seed, cell);
  // A lone hidden cell; hidden cells only; and shown ones with hidden ones beside them.
  if (at === 0) return cells.slice(0, 1).map(hide);
  if (at === 1) return cells.slice(0, 3).map((cell) => byOneOrganisation(random, seed, cell, 0));
  const [shown, hidden] = [cells.slice(0, integer(random, 1, 3)), cells.slice(3, 6)];
  return [...shown.map((cell) => shownCell(random, seed, cell)), ...hidden.map(hide)];
}

function hiddenCell(random: Random, seed: number, cell: Cell): object[][] {
  if (chance(random, 0.5)) return byOneOrganisation(random, seed, cell, integer(random, 0, 5));
  // Two or three organisations, one or two notes.
  const [first = 0, second = 1, third = 2] = shuffled(random, [0, 1, 2, 3, 4, 5]);
  const on = day(random);
  const note = (writer: number, nth: number, ...confirming: number[]) =>
    noteOf(seed, cell, writer, on, nth, confirming);
  return [
    [note(first, 0, second)],
    [note(first, 0), note(second, 1)],
    [note(first, 0, second, third)],
  ];
}

/** One, two or four notes of one organisation. */
function byOneOrganisation(random: Random, seed: number, cell: Cell, writer: number) {
  const on = day(random);
  return [1, 2, 4].map((count) =>
    Array.from({ length: count }, (_, nth) => noteOf(seed, cell, writer, on, nth)),
  );
}

/** Three to six notes of two to four organisations, the same in every variant. */
function shownCell(random: Random, seed: number, cell: Cell): object[][] {
  const writers = shuffled(random, [0, 1, 2, 3, 4, 5]).slice(0, integer(random, 2, 4));
  const notes = Array.from({ length: integer(random, 3, 6) }, (_, nth) => {
    const writer = writers[nth % writers.length] ?? 0;
    return noteOf(seed, cell, writer, day(random), nth);
  });
  return variants.map(() => notes);
}

/** A moment in the seventeen months before now, often in the last weeks. */
function day(random: Random): string {
  const months = chance(random, 0.4) ? 0 : integer(random, 1, 15);
  const on = addMonths(now, -months);
  on.setUTCDate(integer(random, 1, months === 0 ? 16 : 28));
  return `${on.toISOString().slice(0, 10)}T09:00:00Z`;
}

const words = (
  'dak galerij portiek trap tuin plein kelder lift hek bank school winkel kade brug park laan vijver ' +
  'speeltuin garage markt halte kiosk loket zaal podium keuken werkplaats balie gang berging'
).split(' ');

function noteOf(
  seed: number,
  { wijk, theme }: Cell,
  writer: number,
  recordedAt: string,
  nth: number,
  confirming: readonly number[] = [],
): object {
  const random = randomFrom(seed, `${wijk} ${theme} ${writer} ${nth}`);
  const { name: organisation, profession } = organisations[writer] ?? organisations[0] ?? never();
  const told = Array.from({ length: 8 }, () => pick(random, words)).join(' ');
  const hex = Array.from({ length: 12 }, () => integer(random, 0, 15).toString(16)).join('');
  const code = `${seed.toString(16).padStart(4, '0')}${wijk.slice(-2)}${themes.indexOf(theme)}${nth}`;
  return {
    ...{ organisation, profession, recordedAt, theme, observer: `mens-${writer}` },
    id: `${code.padStart(8, '0').slice(-8)}-0000-4000-8000-${hex}`,
    placeCode: wijk,
    kind: 'PROBLEM',
    severity: pick(random, ['ATTENTION', 'WORRYING', 'SERIOUS']),
    observationText: `Bewoners noemen vaak ${told}.`,
    observedFrom: recordedAt.slice(0, 10),
    observedTo: recordedAt.slice(0, 10),
    status: 'PUBLISHED',
    ...level(random),
    confirmations: confirming.map((other) => ({
      organisation: organisations[other]?.name,
      profession: organisations[other]?.profession,
      observer: `mens-${other}`,
    })),
  };
}

const level = (random: Random) =>
  chance(random, 0.5)
    ? { publicationLevel: 'PUBLIC', excerpt: 'Bewoners noemen dit vaak.' }
    : { publicationLevel: 'CIRCLE' };

function never(): never {
  throw new Error('There is an organisation.');
}

/** Writes the town's files into a folder; answers their paths. */
export function writeTown(town: Town, folder: string) {
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const placeLines = town.wijken.map(
    ({ code, population }) =>
      `${code},Wijk ${code.slice(-2)},WIJK,${gemeenteCode},2025,${population ?? ''}`,
  );
  const careLines = [...town.care].map(([code, count]) => `care-users,${code},2025,2025,${count},`);
  return {
    places: write(
      'places.csv',
      `code,name,level,parent,year,population\n${gemeenteCode},Stad,GEMEENTE,NL00,2025,20000\n${placeLines.join('\n')}\n`,
    ),
    indicators: write(
      'indicators.json',
      JSON.stringify([
        {
          ...{ key: 'care-users', title: 'Wmo-clienten', unit: 'aantal', measureKind: 'COUNT' },
          ...{ direction: 'NEUTRAL', theme: 'INFORMAL_CARE', publisher: 'Gemeente' },
          smallCounts: 'OWN_CARE_COUNT',
        },
      ]),
    ),
    figures: write(
      'figures.csv',
      `indicator,place,year,period,value,state\n${careLines.join('\n')}\n`,
    ),
    notes: variants.map((variant) =>
      write(
        `notes-${variant}.ndjson`,
        `${(town.notes[variant] ?? []).map((note) => JSON.stringify(note)).join('\n')}\n`,
      ),
    ),
  };
}
