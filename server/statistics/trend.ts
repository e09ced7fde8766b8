// The only ground for a sentence to say "stijgt" or "daalt" (domain.md 20.12): a tested trend.
// The caller cuts the series at a break or an indelingswijziging 3 and never passes SMAP figures.
// Years are taken as independent; a series that drifts slowly is called a trend somewhat too soon.

import { median, sum } from 'simple-statistics';
import { twoSidedNormalP } from './distributions.ts';
import { type Refusal, refuse } from './refusal.ts';

export type TrendPoint = { readonly year: number; readonly value: number };

/** `slope` is per year, in the unit of the indicator; `s` is rising minus falling pairs. */
export type Trend = {
  readonly change: 'RISING' | 'FALLING' | 'NO_CLEAR_CHANGE';
  readonly slope: number;
  readonly s: number;
  readonly p: number;
  readonly points: number;
  readonly method: 'MANN_KENDALL_EXACT' | 'MANN_KENDALL_NORMAL';
};

/** With four points even a perfect order has p = 0.083, so nothing could ever be found. */
const FEWEST_POINTS = 5;
const EXACT_UP_TO = 40;

/**
 * Mann-Kendall test for a monotone trend (Mann 1945, Econometrica 13: 245-259; Kendall 1975, Rank
 * Correlation Methods), two-sided, with the slope of Sen (1968, JASA 63: 1379-1389). Exact up to 40
 * points without ties, else normal with tie and continuity correction (Gilbert 1987, Statistical
 * Methods for Environmental Pollution Monitoring, section 16.4). Points in any order; years may be
 * missing. Refuses fewer than 5 points, a year given twice, and values that are not finite.
 */
export function testTrend(points: readonly TrendPoint[], level = 0.05): Trend | Refusal {
  const isSound = points.every(
    ({ year, value }) => Number.isFinite(year) && Number.isFinite(value),
  );
  const ordered = [...points].sort((a, b) => a.year - b.year);
  const isTwice = ordered.some(({ year }, at) => year === ordered[at + 1]?.year);
  if (!isSound || isTwice) return refuse('INVALID_VALUE');
  if (points.length < FEWEST_POINTS) {
    return refuse('TOO_FEW_POINTS', { points: points.length, needed: FEWEST_POINTS });
  }
  const slopes = pairSlopes(ordered);
  let s = 0;
  for (const one of slopes) s += Math.sign(one);
  const slope = median(slopes);
  const ties = tieSizes(points);
  const isExact = ties.length === 0 && points.length <= EXACT_UP_TO;
  const p = isExact ? exactP(s, points.length) : normalP(s, points.length, ties);
  return {
    change: changeOf(slope, p, level),
    slope,
    s,
    p,
    points: points.length,
    method: isExact ? 'MANN_KENDALL_EXACT' : 'MANN_KENDALL_NORMAL',
  };
}

// With many ties the order can be clear while the slope is 0; "rises by 0 a year" is not said.
function changeOf(slope: number, p: number, level: number): Trend['change'] {
  if (p > level || slope === 0) return 'NO_CLEAR_CHANGE';
  return slope > 0 ? 'RISING' : 'FALLING';
}

function pairSlopes(ordered: readonly TrendPoint[]): number[] {
  const slopes: number[] = [];
  for (const [index, from] of ordered.entries()) {
    for (let next = index + 1; next < ordered.length; next += 1) {
      const to = ordered[next];
      if (to) slopes.push((to.value - from.value) / (to.year - from.year));
    }
  }
  return slopes;
}

/** Sizes of the groups of equal values, groups of one left out. */
function tieSizes(points: readonly TrendPoint[]): number[] {
  if (new Set(points.map(({ value }) => value)).size === points.length) return [];
  const counts = new Map<number, number>();
  for (const { value } of points) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
}

const chancesOf = new Map<number, readonly number[]>();

/** Kendall's recurrence for the number of falling pairs when every order is as likely; kept per length. */
function fallingChances(n: number): readonly number[] {
  const kept = chancesOf.get(n);
  if (kept) return kept;
  let chances = [1];
  for (let size = 2; size <= n; size += 1) {
    const next = new Array<number>(chances.length + size - 1).fill(0);
    for (const [falling, chance] of chances.entries()) {
      for (let extra = 0; extra < size; extra += 1) {
        next[falling + extra] = (next[falling + extra] ?? 0) + chance / size;
      }
    }
    chances = next;
  }
  chancesOf.set(n, chances);
  return chances;
}

const sumsOf = new Map<number, readonly number[]>();

/** The chance of at most so many falling pairs; kept per length. */
function fallingSums(n: number): readonly number[] {
  const kept = sumsOf.get(n);
  if (kept) return kept;
  const chances = fallingChances(n);
  const sums = chances.map((_chance, furthest) => sum(chances.slice(0, furthest + 1)));
  sumsOf.set(n, sums);
  return sums;
}

function exactP(s: number, n: number): number {
  const furthest = ((n * (n - 1)) / 2 - Math.abs(s)) / 2;
  return Math.min(1, 2 * (fallingSums(n)[furthest] ?? 1));
}

function normalP(s: number, n: number, ties: readonly number[]): number {
  const term = (size: number) => size * (size - 1) * (2 * size + 5);
  const variance = (term(n) - sum(ties.map(term))) / 18;
  // Variance 0 means all values equal, and then s is 0 too.
  if (s === 0) return 1;
  return twoSidedNormalP((Math.abs(s) - 1) / Math.sqrt(variance));
}
