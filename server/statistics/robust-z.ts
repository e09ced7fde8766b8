// Where one wijk stands among the wijken of its gemeente (or the country): one indicator, one
// period, one edition (domain.md 20.4). Pass only values with state OK, and no absolute counts:
// the caller knows those, this file sees numbers. A position carries no p-value and is no ranking.

import { median, medianAbsoluteDeviation, quantileSorted } from 'simple-statistics';
import { type Refusal, refuse } from './refusal.ts';

export type Quintiles = readonly [number, number, number, number];

/** All but `count` in the unit of the indicator; `mad` is not yet times 1.4826. */
export type RobustPosition = {
  readonly median: number;
  readonly mad: number;
  readonly count: number;
  readonly quintiles: Quintiles;
};

export type RankBand = 1 | 2 | 3 | 4 | 5;

/** Makes the MAD estimate the standard deviation when values are normal. */
const MAD_TO_SIGMA = 1.4826;
const EXTREME_Z = 3.5;
/** A MAD this small next to the median is left over from floating point, not from the places. */
const ROUNDING_DUST = 1e-12;

/**
 * Median, median absolute deviation and quintile limits (type 7 of Hyndman & Fan 1996, American
 * Statistician 50: 361-365). Refuses fewer than `minimumPlaces` places, a MAD of 0 (half of the
 * places share one value), and values that are not finite.
 */
export function robustPosition(
  values: readonly number[],
  minimumPlaces = 8,
): RobustPosition | Refusal {
  const count = values.length;
  if (!values.every(Number.isFinite)) return refuse('INVALID_VALUE', { count });
  // Even with a lower limit there is no median of nothing.
  if (count < Math.max(1, minimumPlaces)) {
    return refuse('TOO_FEW_PLACES', { places: count, needed: minimumPlaces });
  }
  const sorted = [...values].sort((a, b) => a - b);
  const middle = median(sorted);
  const mad = medianAbsoluteDeviation(sorted);
  if (mad <= ROUNDING_DUST * Math.abs(middle)) return refuse('NO_SPREAD', { median: middle });
  const limit = (share: number) => quantileSorted(sorted, share);
  return {
    median: middle,
    mad,
    count,
    quintiles: [limit(0.2), limit(0.4), limit(0.6), limit(0.8)],
  };
}

/**
 * Distance from the median in robust standard deviations (Iglewicz & Hoaglin 1993, How to Detect
 * and Handle Outliers), unsigned by direction: above the median is positive, good or bad. `x` is a
 * value with state OK, hence finite.
 */
export function robustZ(x: number, position: Pick<RobustPosition, 'median' | 'mad'>): number {
  return (x - position.median) / (MAD_TO_SIGMA * position.mad);
}

/** True beyond 3.5 (Iglewicz & Hoaglin 1993): check the data before believing the position. */
export function isExtremeZ(z: number): boolean {
  return Math.abs(z) > EXTREME_Z;
}

/** 1 = lowest fifth, 5 = highest; a value exactly on a limit falls in the lower band. */
export function rankBand(x: number, quintiles: Quintiles): RankBand {
  const [first, second, third, fourth] = quintiles;
  if (x <= first) return 1;
  if (x <= second) return 2;
  if (x <= third) return 3;
  if (x <= fourth) return 4;
  return 5;
}
