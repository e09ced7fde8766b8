// Early warning: is more being noted in a wijk, or in a wijk and its neighbours, than its own past and the rest of the
// gemeente explain? A prospective scan over the last months with the Gamma-Poisson likelihood ratio of Neill, Moore &
// Cooper (2006, A Bayesian spatial scan statistic, Advances in Neural Information Processing Systems 18), tuned to a
// doubling, per wijk and pooled with its neighbours (Raubertas 1989, Biometrics 45: 1121-1129), one theme at a time.
// It says that something changed in what is noted, not that a need grew: a person looks before it is called a signal.
//
// Null model: given how many events the whole gemeente has in a month, each falls in a wijk with the share that wijk
// had before (as in Kulldorff et al. 2005, PLoS Medicine 2: e59). So a wijk where people write much is not loud by
// itself, and a busy season or a growing number of users raises nothing.
// False alerts: at most `falseAlertsPerHundred` per 100 wijk-months over all themes together, measured on towns in
// which nothing changes (tests/simulation/warning-score.ts); an alert that stays three months counts three times.
// What breaks the null model is one organisation that writes a series. So count voices: an organisation at most once
// per wijk, theme and month, after near-duplicates (near-duplicates.ts).

import { isCount, type Refusal, refuse } from './refusal.ts';

/** Events of one theme in one wijk (by its place in the list of neighbours) and month; 0 marks an empty month. */
export type MonthlyCount = {
  readonly placeIndex: number;
  readonly month: number;
  readonly count: number;
};

/** More than expected in these wijken from `firstMonth` up to the last month of the history. */
export type Alert = {
  readonly places: readonly number[];
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly observed: number;
  readonly expected: number;
  /** Logarithm of the likelihood ratio since firstMonth, and what it was held against. */
  readonly evidence: number;
  readonly limit: number;
};

export type WarningSettings = {
  /** Rise the rule is tuned to: 2 is a doubling. */
  readonly rise: number;
  /** Months that are watched; what lies before is the past they are held against. */
  readonly watchedMonths: number;
  /** Fewest events in an alert: a cell that S3 would hide raises none. */
  readonly minimumCount: number;
  readonly falseAlertsPerHundred: number;
  /** Lists of counts that are watched over the same wijken: one per theme. */
  readonly themes: number;
};

export const warningDefaults: WarningSettings = {
  rise: 2,
  watchedMonths: 12,
  minimumCount: 3,
  falseAlertsPerHundred: 1,
  themes: 17,
};

const fewestEvents = 10;
const fewestPlaces = 3;
const fewestMonths = 12;

/**
 * With limit ln(g) the mean time to a false alert is at least g (Lorden 1971, Annals of Mathematical Statistics 42:
 * 1897-1908). The bound is wide, because a likelihood ratio jumps past its limit and most wijken have little past.
 * What can be taken off was found by simulation on seeds 5000 to 5007 (with 4 at most 0.6 alerts per 100 wijk-months
 * where nothing changes, with 4.5 up to 1.4). On 20 unseen towns of each kind (seeds 300000 on) 4 gives 0.0 to 0.5;
 * counting notes instead of voices it gives 1.9, so do not. A doubling of 4, 2 and 1 voices a month is then seen after
 * 3, 5 and 12 months in half of the cases (`npm run simulate -- --compare warnings --seed 300000`).
 */
const limitAllowance = 4;

/** Evidence from which a rise is an alert: one false alert in so many wijk-months of one theme. */
export function limitOf(settings: WarningSettings = warningDefaults): number {
  const wijkMonths = (100 * settings.themes) / settings.falseAlertsPerHundred;
  return Math.max(1, Math.log(wijkMonths) - limitAllowance);
}

/**
 * Alerts at the end of the last month in the events, strongest first, without wijken in common. Stateless: the same
 * history gives the same answer. Refuses fewer than 10 events, 3 wijken or 12 months, and counts that are not whole.
 */
export function findRises(
  events: readonly MonthlyCount[],
  neighbours: readonly (readonly number[])[],
  changed: Partial<WarningSettings> = {},
): readonly Alert[] | Refusal {
  const settings = { ...warningDefaults, ...changed };
  const refusal = refusalOf(events, neighbours.length);
  if (refusal !== undefined) return refusal;
  const history = historyOf(events, neighbours.length, settings);
  const limit = limitOf(settings);
  const found = zonesOf(neighbours)
    .flatMap((zone) => riseOf(zone, history, limit, settings) ?? [])
    .sort((a, b) => b.evidence - a.evidence);
  const taken = new Set<number>();
  return found.filter(({ places }) => {
    if (places.some((place) => taken.has(place))) return false;
    for (const place of places) taken.add(place);
    return true;
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

interface History {
  readonly firstMonth: number;
  /** Place in the rows of the first watched month. */
  readonly watchedFrom: number;
  /** Per wijk, then per month. */
  readonly rows: readonly (readonly number[])[];
  readonly totals: readonly number[];
}

/** At least half of the history is past, so that there is something to hold the rest against. */
function historyOf(
  events: readonly MonthlyCount[],
  places: number,
  { watchedMonths }: WarningSettings,
): History {
  const months = events.map(({ month }) => month);
  const firstMonth = Math.min(...months);
  const length = Math.max(...months) - firstMonth + 1;
  const rows = Array.from({ length: places }, () => new Array<number>(length).fill(0));
  const totals = new Array<number>(length).fill(0);
  for (const { placeIndex, month, count } of events) {
    const row = rows[placeIndex];
    const at = month - firstMonth;
    if (row) row[at] = (row[at] ?? 0) + count;
    totals[at] = (totals[at] ?? 0) + count;
  }
  const watchedFrom = length - Math.min(watchedMonths, Math.floor(length / 2));
  return { firstMonth, watchedFrom, rows, totals };
}

/** Each wijk alone, and each with its neighbours; the same set once. */
function zonesOf(neighbours: readonly (readonly number[])[]): number[][] {
  const zones = neighbours.flatMap((others, place) => [
    [place],
    [...new Set([place, ...others])].sort((a, b) => a - b),
  ]);
  const different = new Map(zones.map((zone) => [zone.join(), zone]));
  return [...different.values()].filter((zone) => zone.length < neighbours.length);
}

/** Events added to each wijk of the past, so that one that was silent has a share too (Jeffreys). */
const priorEvents = 0.5;

/** The start in the watched months for which the evidence of a rise is largest. */
function riseOf(
  zone: readonly number[],
  { firstMonth, watchedFrom, rows, totals }: History,
  limit: number,
  { rise, minimumCount }: WarningSettings,
): Alert | undefined {
  const counts = totals.map((_, at) =>
    zone.reduce((sum, place) => sum + (rows[place]?.[at] ?? 0), 0),
  );
  let past = sumOf(counts.slice(0, watchedFrom)) + priorEvents * zone.length;
  let pastTotal = sumOf(totals.slice(0, watchedFrom)) + priorEvents * rows.length;
  let [observed, total] = [sumOf(counts.slice(watchedFrom)), sumOf(totals.slice(watchedFrom))];
  let best: Alert | undefined;
  for (let at = watchedFrom; at < totals.length && observed >= minimumCount; at += 1) {
    const evidence = evidenceOfRise({ past, pastTotal, observed, total, rise });
    if (evidence >= limit && evidence > (best?.evidence ?? 0)) {
      best = {
        places: zone,
        firstMonth: firstMonth + at,
        lastMonth: firstMonth + totals.length - 1,
        observed,
        expected: (past / pastTotal) * total,
        evidence,
        limit,
      };
    }
    const [count, all] = [counts[at] ?? 0, totals[at] ?? 0];
    past += count;
    pastTotal += all;
    observed -= count;
    total -= all;
  }
  return best;
}

const sumOf = (list: readonly number[]) => list.reduce((sum, count) => sum + count, 0);

/**
 * Log of the likelihood ratio of a rise against none, for a Poisson count whose rate is known from the past only: the
 * rate is integrated out over its gamma posterior, so that little past gives little evidence. The total of the
 * gemeente stands for exposure.
 */
export function evidenceOfRise(counts: {
  readonly past: number;
  readonly pastTotal: number;
  readonly observed: number;
  readonly total: number;
  readonly rise: number;
}): number {
  const { past, pastTotal, observed, total, rise } = counts;
  const shrinkage = Math.log((pastTotal + total) / (pastTotal + rise * total));
  return observed * Math.log(rise) + (past + observed) * shrinkage;
}
