// How a figure lies in a packed row (tables figure_rows): a value per slot, and one letter per slot for its
// state and one for its reason. Pure: importers pack with it, readers unpack.
import type { ReleaseStatus, StateBasis, StateReason, ValueState } from '../codes/figures.ts';

export type UnknownState = Exclude<ValueState, 'OK'>;

/** A value with a known state. Bounds and denominator are null where the source gives none. */
interface KnownCell {
  readonly state: 'OK';
  readonly value: number;
  readonly releaseStatus: ReleaseStatus;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly denominator: number | null;
}

/** No value, and why not. Reason null: the source gives none. */
interface UnknownCell {
  readonly state: UnknownState;
  readonly value: null;
  readonly reason: StateReason | null;
  readonly basis: StateBasis;
}

/** A figure without its place, indicator and period: a value or a reason (domain chapter 4). */
export type FigureCell = KnownCell | UnknownCell;

/** The packed columns of one row of `figure_rows`, as the driver gives and takes them. */
export interface PackedRow {
  readonly values: readonly (number | null)[];
  readonly states: string;
  readonly reasons: string;
  readonly lowers: readonly (number | null)[] | null;
  readonly uppers: readonly (number | null)[] | null;
  readonly denominators: readonly (number | null)[] | null;
}

/** Letters of known states, one per release status. */
export const releaseLetters: Readonly<Record<ReleaseStatus, string>> = {
  DEFINITIVE: 'O',
  PROVISIONAL: 'P',
  REVISED_PROVISIONAL: 'R',
};

/** Letters of the states without a value. */
export const stateLetters: Readonly<Record<UnknownState, string>> = {
  SUPPRESSED: 'S',
  MISSING: 'M',
  NOT_YET: 'Y',
  DISCONTINUED: 'D',
  NOT_DELIVERED: 'N',
};

/** Letters of the reasons; upper case when the source says so, lower case when a rule of ours does. */
export const reasonLetters: Readonly<Record<StateReason, string>> = {
  NOT_APPLICABLE: 'A',
  NOT_MEASURED: 'M',
  SECRET_OR_ABSENT: 'C',
  BELOW_SOURCE_THRESHOLD: 'B',
  OWN_PRIMARY: 'P',
  OWN_SECONDARY: 'Q',
  UNRELIABLE: 'U',
  BOUNDARY_BREAK: 'X',
};

/** No reason: beside a value, or a sign of the source that gives none. */
const NO_REASON = '.';
/** No reason, but the state itself was derived by a rule. */
const NO_REASON_BY_RULE = '-';

const invert = <Key extends string>(letters: Readonly<Record<Key, string>>) =>
  new Map(Object.entries(letters).map(([key, letter]) => [letter as string, key as Key]));
const releaseOf = invert(releaseLetters);
const stateOf = invert(stateLetters);
const reasonOf = invert(reasonLetters);

/** The letter for a reason and who says so. */
export function reasonLetter(reason: StateReason | null, basis: StateBasis): string {
  if (reason === null) return basis === 'RULE' ? NO_REASON_BY_RULE : NO_REASON;
  const letter = reasonLetters[reason];
  return basis === 'RULE' ? letter.toLowerCase() : letter;
}

/** Packs cells in the order of the slots; bounds and denominators are left out where no cell has one. */
export function packRow(cells: readonly FigureCell[]): PackedRow {
  const bounds = (pick: (cell: KnownCell) => number | null) => {
    const row = cells.map((cell) => (cell.state === 'OK' ? pick(cell) : null));
    return row.some((bound) => bound !== null) ? row : null;
  };
  return {
    values: cells.map((cell) => cell.value),
    states: cells
      .map((cell) =>
        cell.state === 'OK' ? releaseLetters[cell.releaseStatus] : stateLetters[cell.state],
      )
      .join(''),
    reasons: cells
      .map((cell) => (cell.state === 'OK' ? NO_REASON : reasonLetter(cell.reason, cell.basis)))
      .join(''),
    lowers: bounds((cell) => cell.lower),
    uppers: bounds((cell) => cell.upper),
    denominators: bounds((cell) => cell.denominator),
  };
}

/** The figure in one slot, counted from 1 as in `edition_columns`; undefined beyond the row. */
export function unpackCell(row: PackedRow, slot: number): FigureCell | undefined {
  const at = slot - 1;
  const letter = row.states[at];
  if (letter === undefined) return undefined;
  const releaseStatus = releaseOf.get(letter);
  if (releaseStatus === undefined) return unpackUnknown(letter, row.reasons[at] ?? NO_REASON);
  return unpackKnown(
    releaseStatus,
    row.values[at],
    row.lowers?.[at],
    row.uppers?.[at],
    row.denominators?.[at],
  );
}

function unpackKnown(
  releaseStatus: ReleaseStatus,
  value: number | null | undefined,
  lower: number | null = null,
  upper: number | null = null,
  denominator: number | null = null,
): KnownCell {
  if (value === null || value === undefined) {
    throw new Error('Packed row is broken: a known cell has no value.');
  }
  return { state: 'OK', value, releaseStatus, lower, upper, denominator };
}

function unpackUnknown(letter: string, reason: string): UnknownCell {
  const state = stateOf.get(letter);
  if (state === undefined) throw new Error(`Packed row is broken: no state has letter ${letter}.`);
  const isRule = reason === NO_REASON_BY_RULE || (reason !== NO_REASON && reason >= 'a');
  return {
    state,
    value: null,
    reason: reasonOf.get(reason.toUpperCase()) ?? null,
    basis: isRule ? 'RULE' : 'SOURCE',
  };
}
