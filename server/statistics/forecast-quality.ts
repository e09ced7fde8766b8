// How good a forecast was, next to saying "the same as last year" (domain.md 20.8).
// Show MAPE and MASE together, by horizon, beside the same for the naive forecast. Making
// forecasts is not done here; null stands for a value with a state other than OK.

import { mean } from 'simple-statistics';
import { type Interval, wilsonInterval } from './intervals.ts';
import { isRefused, type Refusal, refuse } from './refusal.ts';

/** One year in the unit of the series. */
export type ForecastPair = { readonly actual: number | null; readonly forecast: number };
export type BacktestPair = { actual: number; forecast: number; naive: number };

export type Coverage = {
  readonly share: number;
  readonly interval: Interval;
  readonly isAcceptable: boolean;
};

/**
 * Mean absolute percentage error, in percent. Misleading for small counts. Refuses no years, an
 * actual value of 0 and an unknown one.
 */
export function mape(pairs: readonly ForecastPair[]): number | Refusal {
  const errors = knownErrors(pairs);
  if (isRefused(errors)) return errors;
  const zero = errors.filter(({ actual }) => actual === 0).length;
  if (zero > 0) return refuse('ZERO_ACTUAL', { years: zero });
  return 100 * mean(errors.map(({ actual, error }) => Math.abs(error / actual)));
}

/**
 * Mean absolute scaled error, without unit: below 1 is a smaller error than the one-step "last
 * value" forecast made in `history`, the part the model was fitted on (Hyndman & Koehler 2006,
 * International Journal of Forecasting 22: 679-688). Refuses a history that never changed.
 */
export function mase(
  pairs: readonly ForecastPair[],
  history: readonly (number | null)[],
): number | Refusal {
  const errors = knownErrors(pairs);
  if (isRefused(errors)) return errors;
  const past = knownValues(history);
  if (isRefused(past)) return past;
  if (past.length < 2) return refuse('TOO_FEW_POINTS', { points: past.length, needed: 2 });
  const steps = past.slice(1).map((value, index) => Math.abs(value - (past[index] ?? value)));
  const naive = mean(steps);
  if (naive === 0) return refuse('NO_SPREAD');
  return mean(errors.map(({ error }) => Math.abs(error))) / naive;
}

/**
 * Forecasts `horizon` steps ahead from each origin, in order of origin, with the last value before
 * it as the naive forecast (Tashman 2000, International Journal of Forecasting 16: 437-450).
 * `forecast` only ever gets the values up to the origin; the first origin is after `firstOrigin`
 * values. Steps are equal. Refuses unknown values and fewer than `minimumOrigins` origins.
 */
export function rollingOrigin(
  values: readonly (number | null)[],
  forecast: (history: readonly number[], horizon: number) => number,
  { firstOrigin, horizon, minimumOrigins = 3 }: RollingOriginSettings,
): readonly BacktestPair[] | Refusal {
  const known = knownValues(values);
  if (isRefused(known)) return known;
  const isStep = (value: number) => Number.isSafeInteger(value) && value >= 1;
  if (!isStep(firstOrigin) || !isStep(horizon)) {
    return refuse('INVALID_VALUE', { firstOrigin, horizon });
  }
  const pairs: BacktestPair[] = [];
  for (let origin = firstOrigin; origin + horizon <= known.length; origin += 1) {
    const history = known.slice(0, origin);
    const naive = history.at(-1) ?? 0;
    const actual = known[origin + horizon - 1] ?? 0;
    pairs.push({ actual, forecast: forecast(history, horizon), naive });
  }
  if (pairs.length >= minimumOrigins) return pairs;
  return refuse('TOO_FEW_ORIGINS', { origins: pairs.length, needed: minimumOrigins });
}

export type RollingOriginSettings = {
  readonly firstOrigin: number;
  readonly horizon: number;
  readonly minimumOrigins?: number;
};

/** Acceptable when the Wilson interval of the share inside contains the nominal share (0..1). */
export function intervalCoverage(inside: number, total: number, nominal = 0.8): Coverage | Refusal {
  const interval = wilsonInterval(inside, total);
  if (isRefused(interval)) return interval;
  const isAcceptable = interval.lower <= nominal && nominal <= interval.upper;
  return { share: inside / total, interval, isAcceptable };
}

function knownErrors(
  pairs: readonly ForecastPair[],
): readonly { actual: number; error: number }[] | Refusal {
  if (pairs.length === 0) return refuse('TOO_FEW_POINTS', { points: 0, needed: 1 });
  const actuals = knownValues(pairs.map((pair) => pair.actual));
  if (isRefused(actuals)) return actuals;
  const forecasts = knownValues(pairs.map((pair) => pair.forecast));
  if (isRefused(forecasts)) return forecasts;
  return actuals.map((actual, index) => ({ actual, error: actual - (forecasts[index] ?? 0) }));
}

function knownValues(values: readonly (number | null)[]): readonly number[] | Refusal {
  const known = values.filter((value) => value !== null);
  if (known.length < values.length) {
    return refuse('VALUES_NOT_KNOWN', { unknown: values.length - known.length });
  }
  return known.every(Number.isFinite) ? known : refuse('INVALID_VALUE');
}
