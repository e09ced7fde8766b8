// The early-warning rule: its formula, what it refuses, and its false alerts and delays on simulated towns.
import { describe, expect, test } from 'vitest';
import {
  evidenceOfRise,
  findRises,
  limitOf,
  type MonthlyCount,
  warningDefaults,
} from '../server/statistics/early-warning.ts';
import { isRefused } from '../server/statistics/refusal.ts';
import { scenarios } from './simulation/settings.ts';
import { currentEarlyWarning } from './simulation/subject.ts';
import { detectionDelay, falseAlerts } from './simulation/warning-score.ts';
import { nullKinds } from './simulation/warning-towns.ts';

/** Twelve wijken in a row. */
const row = Array.from({ length: 12 }, (_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < 12));

/** `usual` events per wijk and month for two years, changed where asked. */
function counts(usual: number, change: (place: number, month: number) => number = () => usual) {
  return row.flatMap((_, placeIndex) =>
    Array.from({ length: 24 }, (_, month) => ({
      placeIndex,
      month,
      count: change(placeIndex, month),
    })),
  );
}

function rises(events: readonly MonthlyCount[]) {
  const found = findRises(events, row);
  if (isRefused(found)) throw new Error(JSON.stringify(found));
  return found;
}

test('the evidence is the ratio of two gamma-Poisson likelihoods', () => {
  // Both integrals worked out with the gamma function: the common factors fall away.
  const { past, pastTotal, observed, total } = { past: 6.5, pastTotal: 40, observed: 9, total: 25 };
  const log = (rise: number) =>
    observed * Math.log(rise) - (past + observed) * Math.log(pastTotal + rise * total);
  expect(evidenceOfRise({ past, pastTotal, observed, total, rise: 2 })).toBeCloseTo(
    log(2) - log(1),
    12,
  );
});

test('with much past the evidence is that of a known rate', () => {
  // Page's likelihood ratio of a Poisson mean of 4 against 2: x ln 2 - 2.
  const found = evidenceOfRise({ past: 2e6, pastTotal: 1e7, observed: 5, total: 10, rise: 2 });
  expect(found).toBeCloseTo(5 * Math.LN2 - 2, 4);
});

test('the stated rate of false alerts sets the limit', () => {
  const strict = { ...warningDefaults, falseAlertsPerHundred: 0.1 };
  expect(limitOf(strict) - limitOf()).toBeCloseTo(Math.log(10), 12);
});

describe('an alert', () => {
  test('names the wijk in which more is noted, since when and how much', () => {
    const [alert, ...others] = rises(
      counts(2, (place, month) => (place === 1 && month >= 20 ? 8 : 2)),
    );
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ places: [1], firstMonth: 20, lastMonth: 23, observed: 32 });
    expect(alert?.expected).toBeGreaterThan(8);
    expect(alert?.expected).toBeLessThan(12);
  });

  test('joins neighbours that rise together', () => {
    const [alert] = rises(counts(2, (place, month) => (place <= 2 && month >= 19 ? 5 : 2)));
    expect(alert?.places).toEqual([0, 1, 2]);
  });

  test('is not raised by a wijk where people always write much', () => {
    expect(rises(counts(2, (place) => (place === 3 ? 20 : 2)))).toEqual([]);
  });

  test('is not raised when the whole gemeente writes more', () => {
    expect(rises(counts(2, (_, month) => (month >= 18 ? 9 : 2)))).toEqual([]);
  });

  test('is not raised by one or two events where there were none', () => {
    expect(rises(counts(2, (place, month) => (place === 4 ? Number(month >= 22) : 2)))).toEqual([]);
  });

  test('fades when the rise is over for long', () => {
    const bump = counts(2, (place, month) => (place === 1 && month === 8 ? 12 : 2));
    expect(rises(bump)).toEqual([]);
  });

  test('is the same every time and in every order', () => {
    const events = counts(2, (place, month) => (place === 1 && month >= 20 ? 8 : 2));
    expect(rises([...events].reverse())).toEqual(rises(events));
  });
});

describe('refusals', () => {
  test('too few events, wijken or months, and counts that are not whole', () => {
    const reason = (events: readonly MonthlyCount[], neighbours: readonly number[][]) => {
      const found = findRises(events, neighbours);
      return isRefused(found) ? found.refused : undefined;
    };
    expect(reason(counts(0), row)).toBe('TOTAL_TOO_SMALL');
    expect(reason([], row)).toBe('TOTAL_TOO_SMALL');
    expect(reason([{ placeIndex: 0, month: 0, count: 40 }], [[1], [0]])).toBe('TOO_FEW_PLACES');
    expect(
      reason(
        counts(2).filter((one) => one.month < 11),
        row,
      ),
    ).toBe('TOO_FEW_POINTS');
    expect(reason([{ placeIndex: 0, month: 0, count: 1.5 }], row)).toBe('INVALID_VALUE');
    expect(reason([{ placeIndex: 99, month: 0, count: 1 }], row)).toBe('INVALID_VALUE');
  });
});

describe('measured on simulated towns', () => {
  test('where nothing changes at most one false alert per 100 wijk-months', () => {
    for (const kind of nullKinds.filter((one) => one.isCountedByVoice)) {
      const rate = falseAlerts(currentEarlyWarning, kind, 4, 91_000, scenarios.standard);
      expect(rate, kind.name).toBeLessThanOrEqual(1);
    }
  });

  test('a doubled rate of four voices a month is mostly seen within half a year', () => {
    const delay = detectionDelay(currentEarlyWarning, 4, 40, 92_000);
    expect(delay.withinSix).toBeGreaterThan(0.7);
    expect(delay.median).toBeLessThanOrEqual(5);
  });
});
