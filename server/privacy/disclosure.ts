// Disclosure control: the one place that decides what may be shown of small numbers (rules S3 to S6).
// Every answer that rests on few notes passes here; no resolver decides for itself.
import { codesOf } from '../codes/code-list.ts';
import type { CountBand, CoverageLevel, SignalDisplay } from '../codes/merge.ts';
import { type ThresholdKind, thresholdKinds } from '../codes/thresholds.ts';

/** The least of each kind that is enough to show something. */
export type Thresholds = Readonly<Record<ThresholdKind, number>>;

/** What a gemeente asks for itself; a kind that is absent or null: what the product asks. */
export type OwnThresholds = Readonly<Partial<Record<ThresholdKind, number | null>>>;

/** The product's own thresholds (S3); a gemeente may make them stricter, never looser. */
export const productThresholds: Thresholds = {
  NOTES: 3,
  ORGANISATIONS: 2,
  INHABITANTS: 100,
  GROUP_NOTES: 5,
};

/** Above these nothing would ever be shown: a slip of the hand. */
export const largestThresholds: Thresholds = {
  NOTES: 60,
  ORGANISATIONS: 20,
  INHABITANTS: 20_000,
  GROUP_NOTES: 60,
};

/**
 * The thresholds that apply where a gemeente asks these: of each kind the stricter one. What is told under them is
 * always part of what the product's own would tell, so that changing them to and fro tells nothing of a cell that the
 * product hides.
 */
export function thresholdsWith(own: OwnThresholds): Thresholds {
  const applied = { ...productThresholds };
  for (const kind of codesOf(thresholdKinds)) {
    applied[kind] = Math.max(productThresholds[kind], own[kind] ?? 0);
  }
  return applied;
}

/** Whether the one asks more of any kind than the other. */
export const isStricter = (one: Thresholds, other: Thresholds): boolean =>
  codesOf(thresholdKinds).some((kind) => one[kind] > other[kind]);

export interface SignalCell {
  /** Published, valid notes in the cell, after filtering. */
  readonly notes: number;
  /** Organisations behind them, confirming ones included. */
  readonly organisations: number;
  /** Inhabitants of the place; null when unknown, and what is unknown is not shown. */
  readonly inhabitants: number | null;
}

/** S3: whether a wijk x theme may be shown outside the reviewing role. */
export function isDisplayable(cell: SignalCell, thresholds: Thresholds): boolean {
  return (
    cell.notes >= thresholds.NOTES &&
    cell.organisations >= thresholds.ORGANISATIONS &&
    cell.inhabitants !== null &&
    cell.inhabitants >= thresholds.INHABITANTS
  );
}

/** Display state of a signal (chapter 13): silence is "none" only where enough people were looking. */
export function displayOf(
  cell: SignalCell,
  coverage: CoverageLevel,
  thresholds: Thresholds,
): SignalDisplay {
  if (isDisplayable(cell, thresholds)) return 'SHOWN';
  if (cell.notes > 0) return 'TOO_FEW';
  return coverage === 'SUFFICIENT' ? 'NONE' : 'NOBODY_LOOKING';
}

/** S3: a group is named in a signal only when enough notes speak of it. */
export function isGroupDisplayable(notes: number, thresholds: Thresholds): boolean {
  return notes >= thresholds.GROUP_NOTES;
}

interface CoverageDetails {
  readonly level: CoverageLevel;
  readonly organisations: number | null;
}

/** The level of coverage alone: who looked, how many and when would point to a single writer. */
export function withoutDetails<Coverage extends CoverageDetails>(coverage: Coverage): Coverage {
  return { ...coverage, organisations: null, professions: [], regimes: [], lastObserved: null };
}

/** A count as a band; null for none. */
export function bandOf(count: number): CountBand | null {
  if (count < 1) return null;
  if (count === 1) return 'N1';
  if (count < 5) return 'N2_4';
  if (count < 10) return 'N5_9';
  return count < 25 ? 'N10_24' : 'N25_PLUS';
}

/** A day as its month: exact days could tell who wrote. */
export const monthOf = (day: string) => `${day.slice(0, 7)}-01`;
