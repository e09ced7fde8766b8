// What an early-warning rule does month by month: false alerts where nothing changes, and how long a doubled rate
// stays unseen.
import type { MonthlyCount } from '../../server/statistics/early-warning.ts';
import type { Settings } from './settings.ts';
import type { EarlyWarning } from './subject.ts';
import { historyMonths, makeDoubling, makeNullTown, type NullKind } from './warning-towns.ts';

/** First month in which a rule is asked; before that there is too little history. */
const firstAsked = 12;

const upTo = (events: readonly MonthlyCount[], month: number) =>
  events.filter((event) => event.month <= month);

/** Alerts over all themes per 100 wijk-months; an alert that stays for three months counts three times. */
export function falseAlerts(
  rule: EarlyWarning,
  kind: NullKind,
  towns: number,
  seed: number,
  settings: Settings,
): number {
  let [alerts, wijkMonths] = [0, 0];
  for (let nth = 0; nth < towns; nth += 1) {
    const { wijken, themes } = makeNullTown(seed + nth, kind, settings);
    const neighbours = wijken.map((wijk) => wijk.neighbours);
    for (let month = firstAsked; month < historyMonths; month += 1) {
      wijkMonths += wijken.length;
      for (const events of themes) alerts += rule(upTo(events, month), neighbours).length;
    }
  }
  return (100 * alerts) / wijkMonths;
}

export interface Delay {
  readonly rate: number;
  /** Months from the change to the end of the month of the first alert that names the wijk; null: more than 12. */
  readonly median: number | null;
  readonly withinThree: number;
  readonly withinSix: number;
  readonly withinTwelve: number;
}

/** How soon a doubling of `rate` voices per month is seen. */
export function detectionDelay(
  rule: EarlyWarning,
  rate: number,
  series: number,
  seed: number,
): Delay {
  const delays = Array.from({ length: series }, (_, nth) => {
    const { wijken, place, from, events } = makeDoubling(seed + nth, rate);
    const neighbours = wijken.map((wijk) => wijk.neighbours);
    for (let month = from; month < historyMonths; month += 1) {
      const alerts = rule(upTo(events, month), neighbours);
      if (alerts.some((alert) => alert.places.includes(place))) return month - from + 1;
    }
    return Number.POSITIVE_INFINITY;
  }).sort((a, b) => a - b);
  const within = (months: number) => delays.filter((delay) => delay <= months).length / series;
  const middle = delays[Math.floor(series / 2)] ?? Number.POSITIVE_INFINITY;
  return {
    rate,
    median: Number.isFinite(middle) ? middle : null,
    withinThree: within(3),
    withinSix: within(6),
    withinTwelve: within(12),
  };
}
