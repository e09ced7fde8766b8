// For comparison only, not the product's rule: the prospective space-time permutation scan statistic of Kulldorff, Heffernan,
// Hartman, Assunção & Mostashari (2005, PLoS Medicine 2: e59), on one theme at a time. It says that something
// changed in what is noted, not that a need grew; a person looks before anything is called a signal.
//
// Null model: each event keeps its wijk, and the months of all events are exchangeable. So a wijk where people write
// much is not loud by itself, a busy month of the whole town raises nothing, and no population figures are needed.
// False alerts: the level of one scan is set so that all scans of a month together give at most
// `falseAlertsPerHundred` alerts per 100 wijk-months when the null model holds (its recurrence interval).
// What breaks the null model is one organisation that writes a series in one month. So count voices: an organisation
// at most once per wijk, theme and month, after near-duplicates (near-duplicates.ts).

import type { MonthlyCount } from '../../server/statistics/early-warning.ts';
import { isCount, type Refusal, refuse } from '../../server/statistics/refusal.ts';

/** More than expected in these wijken from `firstMonth` up to the last month of the history. */
export type Alert = {
  readonly places: readonly number[];
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly observed: number;
  readonly expected: number;
  /** Monte-Carlo p against the largest statistic anywhere: already adjusted for all wijken and windows. */
  readonly p: number;
};

export type ScanSettings = {
  /** Longest window in months; at most half of the history is used. */
  readonly maximumMonths: number;
  /** Fewest events in an alert: a cell that S3 would hide raises none. */
  readonly minimumCount: number;
  readonly falseAlertsPerHundred: number;
  /** Scans made each month over the same wijken: one per theme. */
  readonly scans: number;
  readonly permutations: number;
  readonly seed: number;
};

export const scanDefaults: ScanSettings = {
  maximumMonths: 6,
  minimumCount: 3,
  falseAlertsPerHundred: 0.8,
  scans: 17,
  permutations: 999,
  seed: 20_050_215,
};

const fewestEvents = 10;
const fewestPlaces = 3;
const fewestMonths = 6;

/** The level of one scan: expected false alerts of a month (rate x wijken) shared by the scans of that month. */
export function levelOf(places: number, settings: ScanSettings = scanDefaults): number {
  return Math.min(0.05, ((settings.falseAlertsPerHundred / 100) * places) / settings.scans);
}

/**
 * Alerts of the last month in the events, strongest first, without wijken in common. The same input gives the same
 * answer. Refuses fewer than 10 events, 3 wijken or 6 months, and counts that are not whole.
 */
export function findClusters(
  events: readonly MonthlyCount[],
  neighbours: readonly (readonly number[])[],
  changed: Partial<ScanSettings> = {},
): readonly Alert[] | Refusal {
  const settings = { ...scanDefaults, ...changed };
  const refusal = refusalOf(events, neighbours.length);
  if (refusal !== undefined) return refusal;
  const history = historyOf(events, neighbours, settings);
  const found = strongest(history);
  if (found.length === 0) return [];
  const level = levelOf(neighbours.length, settings);
  const largest = permutedMaxima(history, found[0]?.statistic ?? 0, level, settings);
  return found.flatMap(({ zone, months, observed, expected, statistic }) => {
    const atLeast = largest.filter((other) => other >= statistic - 1e-9).length;
    const p = (1 + atLeast) / (settings.permutations + 1);
    if (p > level) return [];
    const firstMonth = history.lastMonth - months + 1;
    return [{ places: zone, firstMonth, lastMonth: history.lastMonth, observed, expected, p }];
  });
}

function refusalOf(events: readonly MonthlyCount[], places: number): Refusal | undefined {
  const isUsable = events.every(
    ({ placeIndex, month, count }) =>
      isCount(count) && Number.isInteger(month) && isCount(placeIndex) && placeIndex < places,
  );
  if (!isUsable) return refuse('INVALID_VALUE', { events: events.length });
  const total = events.reduce((sum, { count }) => sum + count, 0);
  if (total < fewestEvents) return refuse('TOTAL_TOO_SMALL', { total, needed: fewestEvents });
  if (places < fewestPlaces) return refuse('TOO_FEW_PLACES', { places, needed: fewestPlaces });
  const months = events.map(({ month }) => month);
  const length = Math.max(...months) - Math.min(...months) + 1;
  if (length < fewestMonths)
    return refuse('TOO_FEW_POINTS', { months: length, needed: fewestMonths });
  return undefined;
}

/** Events one by one, as wijk and as months before the last one, and what does not change under permutation. */
interface History {
  readonly places: Int32Array;
  readonly ages: Int32Array;
  readonly zones: readonly (readonly number[])[];
  readonly perPlace: readonly number[];
  /** Events in the last 1, 2, … months of the whole town. */
  readonly perWindow: readonly number[];
  readonly lastMonth: number;
  readonly minimumCount: number;
}

function historyOf(
  events: readonly MonthlyCount[],
  neighbours: readonly (readonly number[])[],
  settings: ScanSettings,
): History {
  const months = events.map(({ month }) => month);
  const lastMonth = Math.max(...months);
  const length = lastMonth - Math.min(...months) + 1;
  const single = events.flatMap(({ placeIndex, month, count }) =>
    Array.from({ length: count }, () => [placeIndex, lastMonth - month] as const),
  );
  const windows = Math.min(settings.maximumMonths, Math.floor(length / 2));
  return {
    places: Int32Array.from(single, ([place]) => place),
    ages: Int32Array.from(single, ([, age]) => age),
    zones: zonesOf(neighbours),
    perPlace: neighbours.map((_, place) => single.filter(([one]) => one === place).length),
    perWindow: Array.from(
      { length: windows },
      (_, nth) => single.filter(([, age]) => age <= nth).length,
    ),
    lastMonth,
    minimumCount: settings.minimumCount,
  };
}

/** Each wijk alone, and each with its neighbours; the same set once. */
function zonesOf(neighbours: readonly (readonly number[])[]): number[][] {
  const zones = neighbours.flatMap((others, place) => [
    [place],
    [...new Set([place, ...others])].sort((a, b) => a - b),
  ]);
  return [...new Map(zones.map((zone) => [zone.join(), zone])).values()];
}

interface Cluster {
  readonly zone: readonly number[];
  readonly months: number;
  readonly observed: number;
  readonly expected: number;
  readonly statistic: number;
}

/** Every zone and window with more than expected goes to `visit`. */
function scan(history: History, ages: Int32Array, visit: (cluster: Cluster) => void): void {
  const windows = history.perWindow.length;
  const recent = new Int32Array(history.perPlace.length * windows);
  for (const [event, age] of ages.entries()) {
    if (age < windows) {
      const at = (history.places[event] ?? 0) * windows + age;
      recent[at] = (recent[at] ?? 0) + 1;
    }
  }
  const total = ages.length;
  for (const zone of history.zones) {
    const events = zone.reduce((sum, place) => sum + (history.perPlace[place] ?? 0), 0);
    let observed = 0;
    for (let nth = 0; nth < windows; nth += 1) {
      for (const place of zone) observed += recent[place * windows + nth] ?? 0;
      const expected = (events * (history.perWindow[nth] ?? 0)) / total;
      if (observed < history.minimumCount || observed <= expected) continue;
      const statistic = likelihoodRatio(observed, expected, total);
      visit({ zone, months: nth + 1, observed, expected, statistic });
    }
  }
}

/** Logarithm of Kulldorff's generalised likelihood ratio for c events where mu are expected of C in all. */
export function likelihoodRatio(observed: number, expected: number, total: number): number {
  const rest = total - observed;
  const outside = rest > 0 ? rest * Math.log(rest / (total - expected)) : 0;
  return observed * Math.log(observed / expected) + outside;
}

/** The most likely cluster and the next ones that share no wijk with a stronger one. */
function strongest(history: History): Cluster[] {
  const all: Cluster[] = [];
  scan(history, history.ages, (cluster) => all.push(cluster));
  all.sort((a, b) => b.statistic - a.statistic);
  const taken = new Set<number>();
  return all.filter(({ zone }) => {
    if (zone.some((place) => taken.has(place))) return false;
    for (const place of zone) taken.add(place);
    return true;
  });
}

/**
 * Largest statistic of each permutation. Stops as soon as the strongest cluster cannot reach the level any more
 * (sequential Monte Carlo, Besag & Clifford 1991, Biometrika 78: 301-304), which is soon when nothing is the matter.
 */
function permutedMaxima(
  history: History,
  strongestStatistic: number,
  level: number,
  settings: ScanSettings,
): number[] {
  const random = mulberry32(settings.seed);
  const ages = history.ages.slice();
  const maxima: number[] = [];
  let exceeding = 0;
  for (let nth = 0; nth < settings.permutations; nth += 1) {
    shuffle(ages, random);
    let largest = 0;
    scan(history, ages, ({ statistic }) => {
      if (statistic > largest) largest = statistic;
    });
    maxima.push(largest);
    if (largest >= strongestStatistic - 1e-9) exceeding += 1;
    if ((1 + exceeding) / (settings.permutations + 1) > level) break;
  }
  return maxima;
}

/** Fisher and Yates, in place. */
function shuffle(ages: Int32Array, random: () => number): void {
  for (let last = ages.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = ages[last] ?? 0;
    ages[last] = ages[other] ?? 0;
    ages[other] = kept;
  }
}

/** Tommy Ettinger's mulberry32: the same numbers in [0, 1) for the same seed, so an alert can be checked later. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
