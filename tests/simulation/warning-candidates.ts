// Other early-warning rules, to compare the product's with: the space-time permutation scan, a plain Poisson CUSUM
// and an EARS C2. The last two look at the history of the wijk alone: when the whole town writes more, they alert.
import { type MonthlyCount, warningDefaults } from '../../server/statistics/early-warning.ts';
import { isRefused } from '../../server/statistics/refusal.ts';
import { findClusters } from './scan-statistic.ts';
import type { EarlyWarning } from './subject.ts';

const baselineMonths = 12;

function seriesOf(events: readonly MonthlyCount[], places: number): number[][] {
  const last = Math.max(...events.map((event) => event.month));
  const series = Array.from({ length: places }, () => new Array<number>(last + 1).fill(0));
  for (const { placeIndex, month, count } of events) {
    const row = series[placeIndex];
    if (row) row[month] = (row[month] ?? 0) + count;
  }
  return series;
}

const mean = (list: readonly number[]) =>
  list.reduce((a, b) => a + b, 0) / Math.max(1, list.length);

/** Lucas (1985, Technometrics 27: 129-144), tuned to a doubling of the mean of the first 12 months. */
export const poissonCusum =
  (limit: number): EarlyWarning =>
  (events, neighbours) =>
    seriesOf(events, neighbours.length).flatMap((series, place) => {
      const base = Math.max(0.1, mean(series.slice(0, baselineMonths)));
      const reference = base / Math.LN2;
      let sum = 0;
      for (const count of series.slice(baselineMonths)) sum = Math.max(0, sum + count - reference);
      const now = series.at(-1) ?? 0;
      const isAlert = sum > limit && now >= warningDefaults.minimumCount;
      return isAlert ? [{ places: [place] }] : [];
    });

/** Hutwagner et al. (2003, J Urban Health 80: i89-i96): this month against seven months that end two months back. */
export const earsC2 =
  (deviations: number): EarlyWarning =>
  (events, neighbours) =>
    seriesOf(events, neighbours.length).flatMap((series, place) => {
      const now = series.at(-1) ?? 0;
      const base = series.slice(-10, -3);
      const average = mean(base);
      const spread = Math.sqrt(mean(base.map((count) => (count - average) ** 2)) * (7 / 6));
      const isAlert =
        now >= warningDefaults.minimumCount && now > average + deviations * Math.max(spread, 0.5);
      return isAlert ? [{ places: [place] }] : [];
    });

/** Kulldorff et al. 2005, in scan-statistic.ts. */
export const permutationScan: EarlyWarning = (events, neighbours) => {
  const alerts = findClusters(events, neighbours);
  return isRefused(alerts) ? [] : alerts;
};
