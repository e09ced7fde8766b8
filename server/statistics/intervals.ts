// Intervals for counted shares and counted events (domain.md 20.1, 20.2).
// Not for modelled percentages (use the bounds the source gives) nor for suppressed counts: the
// caller has looked at the value state. An interval leaves out rounding that the source did.

import { chiSquaredQuantile, twoSidedNormalP, Z_95 } from './distributions.ts';
import { isCount, isRefused, type Refusal, refuse } from './refusal.ts';

export type Interval = {
  readonly lower: number;
  readonly upper: number;
  readonly method: 'WILSON' | 'BYAR' | 'POISSON_EXACT';
};

const EXACT_BELOW = 10;

/**
 * Share x / n, both as fraction 0..1: Wilson score interval without continuity correction (Wilson
 * 1927, JASA 22: 209-212). Refuses n = 0, x above n, and numbers that are no counts.
 */
export function wilsonInterval(x: number, n: number, z: number = Z_95): Interval | Refusal {
  if (!isCount(x) || !isCount(n) || !isPositive(z)) return refuse('INVALID_VALUE', { x, n, z });
  if (n === 0) return refuse('NO_DENOMINATOR');
  if (x > n) return refuse('NUMERATOR_ABOVE_DENOMINATOR', { x, n });
  const p = x / n;
  const shrink = 1 + z ** 2 / n;
  const centre = (p + z ** 2 / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  // At x = 0 and x = n the formula gives 0 and 1; floating point would leave a crumb.
  const lower = x === 0 ? 0 : Math.max(0, centre - half);
  const upper = x === n ? 1 : Math.min(1, centre + half);
  return { lower, upper, method: 'WILSON' };
}

/**
 * Number of events, in events: Byar's approximation (Rothman & Boice 1979; Breslow & Day 1987,
 * vol. II, p. 69), below 10 the exact Poisson interval by chi-squared (Garwood 1936, Biometrika 28:
 * 437-442). Refuses what is no count.
 */
export function byarInterval(count: number, z: number = Z_95): Interval | Refusal {
  if (!isCount(count) || !isPositive(z)) return refuse('INVALID_VALUE', { count, z });
  if (count < EXACT_BELOW) return exactPoisson(count, z);
  const next = count + 1;
  const lower = count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
  const upper = next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3;
  return { lower: Math.max(0, lower), upper, method: 'BYAR' };
}

/**
 * Events per 1,000 with `byarInterval` divided likewise; `people` is taken as exact. Refuses nobody
 * at risk. More events than people is allowed: one person can have several.
 */
export function byarRate(
  count: number,
  people: number,
  z: number = Z_95,
): (Interval & { readonly rate: number }) | Refusal {
  if (!isCount(people)) return refuse('INVALID_VALUE', { people });
  if (people === 0) return refuse('NO_DENOMINATOR');
  const interval = byarInterval(count, z);
  if (isRefused(interval)) return interval;
  const perThousand = (events: number) => (1000 * events) / people;
  return {
    rate: perThousand(count),
    lower: perThousand(interval.lower),
    upper: perThousand(interval.upper),
    method: interval.method,
  };
}

/** Worked out once: the quantiles take some hundred times as long as any other interval, and there are few such counts. */
const exact: Interval[] = [];

function exactPoisson(count: number, z: number): Interval {
  if (z !== Z_95) return exactInterval(count, z);
  exact[count] ??= exactInterval(count, z);
  return exact[count];
}

function exactInterval(count: number, z: number): Interval {
  const tail = twoSidedNormalP(z) / 2;
  const lower = count === 0 ? 0 : chiSquaredQuantile(tail, 2 * count) / 2;
  const upper = chiSquaredQuantile(1 - tail, 2 * count + 2) / 2;
  return { lower, upper, method: 'POISSON_EXACT' };
}

function isPositive(z: number): boolean {
  return Number.isFinite(z) && z > 0;
}
