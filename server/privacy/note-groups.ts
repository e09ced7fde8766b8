// Which groups of field notes may be told of, and how loudly (S3 to S5). Pure. The one answer per group: whatever is
// asked and filtered, a group is decided on with all its neighbours, so no two questions about it differ. The parts are
// notes of signals that may be shown; what is finer than wijk and theme needs more than a signal does, and is kept back
// beside another where the rest would tell of it.
import type { CountBand } from '../codes/merge.ts';
import { bandOf, isStricter, productThresholds, type Thresholds } from './disclosure.ts';

/** By what notes can be grouped, in the order in which groups are named. */
export const noteDimensions = ['THEME', 'WIJK', 'MONTH', 'KIND', 'PROFESSION'] as const;
export type NoteDimension = (typeof noteDimensions)[number];

/** Dimensions that one question may bind, by grouping and filtering together (S5: depth). */
export const mostDimensions = 3;

/**
 * Organisations behind a group finer than a wijk and theme: one more than behind a signal, so that one of them still
 * cannot tell the others apart.
 */
export const finerOrganisations = ({ ORGANISATIONS }: Thresholds) => ORGANISATIONS + 1;

/** Organisations that may stand behind a group of which nothing is told, as a reader must hold possible. */
const unseen = 2;

export interface NoteGroup {
  /** A code per dimension of the question; null: all of them. */
  readonly codes: readonly (string | null)[];
  /** What was said, of no organisation more than three times. */
  readonly notes: number;
  /** Organisations behind it, confirming ones included. */
  readonly organisations: number;
  /** Whether it is about a wijk with fewer inhabitants than its gemeente asks. */
  readonly isTooSmall: boolean;
}

export interface GroupQuestion {
  readonly dimensions: readonly NoteDimension[];
  /** Every group that holds a note, for every way to leave dimensions out. */
  readonly groups: readonly NoteGroup[];
  /** Whether a code stands in the answer at all. */
  readonly isListed: (dimension: NoteDimension, code: string) => boolean;
  readonly thresholds: Thresholds;
}

export const keyOf = (codes: readonly (string | null)[]) => codes.join(' ');

/**
 * The groups that may be told of, as a band of organisations; of any other nothing is told, not even that it is empty.
 * Under stricter thresholds of a gemeente some of those that the product's own let tell of, never another one.
 */
export function openGroups(question: GroupQuestion): ReadonlyMap<string, CountBand> {
  const { thresholds } = question;
  const open = openUnder(question, productThresholds, () => true);
  const told = isStricter(thresholds, productThresholds)
    ? openUnder(question, thresholds, (one) => open.has(keyOf(one.codes)) && !one.isTooSmall)
    : open;
  return new Map(
    [...told].flatMap(([key, { organisations }]) => {
      const band = bandOf(organisations);
      return band ? [[key, band] as const] : [];
    }),
  );
}

function openUnder(
  question: GroupQuestion,
  thresholds: Thresholds,
  mayOpen: (group: NoteGroup) => boolean,
): ReadonlyMap<string, NoteGroup> {
  const { dimensions, groups } = question;
  const open = new Map<string, NoteGroup>();
  for (let bound = 0; bound <= dimensions.length; bound += 1) {
    const level = groups.filter(
      ({ codes }) => codes.filter((one) => one !== null).length === bound,
    );
    const enough = level.filter(
      (group) =>
        mayOpen(group) &&
        isEnough(group, question, thresholds) &&
        coarserOf(group).every((key) => open.has(key)),
    );
    for (const group of keepBack(level, enough, open)) open.set(keyOf(group.codes), group);
  }
  return open;
}

function isEnough(
  { codes, notes, organisations }: NoteGroup,
  question: GroupQuestion,
  thresholds: Thresholds,
): boolean {
  const { dimensions, isListed } = question;
  const bound = dimensions.filter((_one, at) => codes[at] !== null);
  const isListedWhole = dimensions.every((one, at) => {
    const code = codes[at] ?? null;
    return code === null || isListed(one, code);
  });
  if (!isListedWhole) return false;
  if (bound.every((one) => one === 'THEME' || one === 'WIJK')) {
    return notes >= thresholds.NOTES && organisations >= thresholds.ORGANISATIONS;
  }
  return notes >= thresholds.GROUP_NOTES && organisations >= finerOrganisations(thresholds);
}

/** Keys of the groups with one dimension less. */
const coarserOf = ({ codes }: NoteGroup) =>
  codes.flatMap((code, at) => (code === null ? [] : [keyOf(codes.with(at, null))]));

/**
 * Open groups of one level without those that have to be kept back: of no family (the parts of one open group) may the
 * shown parts leave so many organisations over that the hidden ones are known to hold them. Smallest first, until it
 * holds for every family at once.
 */
function keepBack(
  level: readonly NoteGroup[],
  enough: readonly NoteGroup[],
  open: ReadonlyMap<string, NoteGroup>,
): readonly NoteGroup[] {
  const families = familiesOf(level, open);
  const shown = new Set(enough);
  // What was kept back may hold as many as what it lies in.
  const room = new Map<NoteGroup, number>();
  for (let isStable = false; !isStable; ) {
    isStable = true;
    for (const family of families) {
      if (isSafe(family, shown, room)) continue;
      const [smallest] = family.parts.filter((part) => shown.has(part)).sort(bySize);
      if (!smallest) continue;
      shown.delete(smallest);
      room.set(smallest, roomOf(smallest, open));
      isStable = false;
    }
  }
  return [...shown];
}

/** The fewest organisations of an open group that it lies in. */
const roomOf = ({ codes }: NoteGroup, open: ReadonlyMap<string, NoteGroup>) =>
  Math.min(...wholesOf(codes).map(([, key]) => open.get(key)?.organisations ?? 0));

const bySize = (one: NoteGroup, other: NoteGroup) =>
  one.organisations - other.organisations || (keyOf(one.codes) < keyOf(other.codes) ? -1 : 1);

interface Family {
  readonly whole: NoteGroup;
  readonly parts: readonly NoteGroup[];
}

/** The groups of a level as parts of each open group with fewer dimensions that they lie in. */
function familiesOf(level: readonly NoteGroup[], open: ReadonlyMap<string, NoteGroup>): Family[] {
  const families = new Map<string, { whole: NoteGroup; parts: NoteGroup[] }>();
  for (const part of level) {
    for (const [pattern, key] of wholesOf(part.codes)) {
      const whole = open.get(key);
      if (!whole) continue;
      const id = `${pattern} ${key}`;
      const family = families.get(id) ?? { whole, parts: [] };
      family.parts.push(part);
      families.set(id, family);
    }
  }
  return [...families.values()];
}

/** Keys of all groups that a group lies in, itself left out, each with the dimensions that were dropped. */
function wholesOf(codes: readonly (string | null)[]): [pattern: number, key: string][] {
  const found: [number, string][] = [];
  for (let dropped = 1; dropped < 1 << codes.length; dropped += 1) {
    const isReal = codes.every((code, at) => code !== null || !(dropped & (1 << at)));
    if (!isReal) continue;
    found.push([dropped, keyOf(codes.map((code, at) => (dropped & (1 << at) ? null : code)))]);
  }
  return found;
}

/**
 * The number of organisations of a whole is taken as known: coverage says it of signals. An organisation may stand
 * behind several parts, so parts only ever tell that together they hold at least the whole. Safe when what the shown
 * ones leave over can lie in other hidden parts than any one that is too small to tell of.
 */
function isSafe(
  { whole, parts }: Family,
  shown: ReadonlySet<NoteGroup>,
  room: ReadonlyMap<NoteGroup, number>,
): boolean {
  const told = parts.filter((part) => shown.has(part));
  const left = whole.organisations - told.reduce((sum, part) => sum + mostOf(part), 0);
  const hidden = parts.filter((part) => !shown.has(part));
  if (left <= 0 || hidden.every((part) => room.has(part))) return true;
  const most = hidden.reduce((sum, part) => sum + (room.get(part) ?? unseen), 0);
  return most - unseen >= left;
}

/** Largest number of organisations that the band of a group can mean. */
function mostOf({ organisations }: NoteGroup): number {
  const most = { N1: 1, N2_4: 4, N5_9: 9, N10_24: 24, N25_PLUS: Number.POSITIVE_INFINITY };
  const band = bandOf(organisations);
  return band ? most[band] : 0;
}
