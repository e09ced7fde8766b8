// Disclosure control: the one place that decides what may be shown of small numbers (rules S3 to S6).
// Every answer that rests on few notes passes here; no resolver decides for itself.
import type { CountBand, CoverageLevel, SignalDisplay } from '../codes/merge.ts';

/** Thresholds of S3; a gemeente may make them stricter, never looser. */
export const thresholds = {
  /** Field notes that a wijk x theme needs to be shown. */
  notes: 3,
  /** Organisations behind them. */
  organisations: 2,
  /** Inhabitants of the place. */
  inhabitants: 100,
  /** Field notes that a group x theme x wijk needs. */
  groupNotes: 5,
} as const;

export interface SignalCell {
  /** Published, valid notes in the cell, after filtering. */
  readonly notes: number;
  /** Organisations behind them, confirming ones included. */
  readonly organisations: number;
  /** Inhabitants of the place; null when unknown, and what is unknown is not shown. */
  readonly inhabitants: number | null;
}

/** S3: whether a wijk x theme may be shown outside the reviewing role. */
export function isDisplayable(cell: SignalCell): boolean {
  return (
    cell.notes >= thresholds.notes &&
    cell.organisations >= thresholds.organisations &&
    cell.inhabitants !== null &&
    cell.inhabitants >= thresholds.inhabitants
  );
}

/** Display state of a signal (chapter 13): silence is "none" only where enough people were looking. */
export function displayOf(cell: SignalCell, coverage: CoverageLevel): SignalDisplay {
  if (isDisplayable(cell)) return 'SHOWN';
  if (cell.notes > 0) return 'TOO_FEW';
  return coverage === 'SUFFICIENT' ? 'NONE' : 'NOBODY_LOOKING';
}

/** S3: a group is named in a signal only when enough notes speak of it. */
export function isGroupDisplayable(notes: number): boolean {
  return notes >= thresholds.groupNotes;
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
