// Rates of small wijken pulled towards the mean as far as their size asks (domain.md 20.7), so that
// chance does not put the smallest wijk on top of a map. Show the raw rate beside it; the
// provenance of a shrunk rate is ESTIMATED. Not for scores and medians: those are no rates.

import { sum } from 'simple-statistics';
import { isCount, isRefused, type Refusal, refuse } from './refusal.ts';

/** `events` is null where the figure has a state other than OK. */
export type PlaceCount = { readonly events: number | null; readonly atRisk: number };

/** Rates per person at risk; `weight` is C_i: 1 keeps the raw rate, 0 is the mean of all places. */
export type ShrunkRate = {
  readonly raw: number;
  readonly weight: number;
  readonly shrunk: number;
};

/** `spread` is s2 (all differences), `between` is A (what chance leaves); both squared rates. */
export type Shrinkage = {
  readonly mean: number;
  readonly spread: number;
  readonly between: number;
  readonly alpha: number;
  readonly beta: number;
  readonly rates: readonly ShrunkRate[];
};

/** A difference this small next to s2 is left over from floating point. */
const ROUNDING_DUST = 1e-12;

/**
 * Global empirical Bayes estimates (Marshall 1991, Applied Statistics 40: 283-294), equal to a
 * Gamma-Poisson model with parameters `alpha` and `beta` from moments. Refuses fewer than
 * `minimumPlaces` places, counts that are unknown for part of them, a place with nobody at risk,
 * and places that differ no more than chance (A = 0).
 */
export function shrinkRates(
  places: readonly PlaceCount[],
  minimumPlaces = 10,
): Shrinkage | Refusal {
  const k = places.length;
  const known = knownCounts(places);
  if (isRefused(known)) return known;
  if (k < Math.max(2, minimumPlaces)) {
    return refuse('TOO_FEW_PLACES', { places: k, needed: minimumPlaces });
  }
  const people = sum(known.counts.map((place) => place.atRisk));
  const mean = sum(known.counts.map((place) => place.events)) / people;
  const deviations = known.counts.map(
    ({ events, atRisk }) => atRisk * (events / atRisk - mean) ** 2,
  );
  const spread = sum(deviations) / people;
  const between = spread - mean / (people / k);
  if (between <= ROUNDING_DUST * spread) return refuse('NO_DIFFERENCE_SHOWN', { mean, spread });
  const rates = known.counts.map(({ events, atRisk }): ShrunkRate => {
    const raw = events / atRisk;
    const weight = between / (between + mean / atRisk);
    return { raw, weight, shrunk: mean + weight * (raw - mean) };
  });
  return { mean, spread, between, alpha: mean ** 2 / between, beta: mean / between, rates };
}

type KnownCount = { readonly events: number; readonly atRisk: number };

function knownCounts(
  places: readonly PlaceCount[],
): { readonly counts: readonly KnownCount[] } | Refusal {
  const counts: KnownCount[] = [];
  for (const { events, atRisk } of places) {
    if (!isCount(atRisk) || (events !== null && !isCount(events))) return refuse('INVALID_VALUE');
    if (atRisk === 0) return refuse('NO_DENOMINATOR');
    if (events !== null) counts.push({ events, atRisk });
  }
  const unknown = places.length - counts.length;
  if (unknown > 0) return refuse('VALUES_NOT_KNOWN', { unknown, places: places.length });
  return { counts };
}
