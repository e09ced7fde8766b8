// The published formulas against the check values of domain.md chapter 20, against scipy 1.17.1
// where chapter 20 gives fewer digits than we compute, and against properties that must hold for
// any input (seeded loops). The real-data table of chapter 22 runs where the file is there.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { differenceTest } from '../server/statistics/difference.ts';
import { chiSquaredQuantile, twoSidedNormalP } from '../server/statistics/distributions.ts';
import { benjaminiHochberg } from '../server/statistics/false-discovery.ts';
import {
  type ForecastPair,
  intervalCoverage,
  mape,
  mase,
  rollingOrigin,
} from '../server/statistics/forecast-quality.ts';
import { icTable, informationComponent } from '../server/statistics/information-component.ts';
import { byarInterval, byarRate, wilsonInterval } from '../server/statistics/intervals.ts';
import { krippendorffAlpha } from '../server/statistics/krippendorff.ts';
import { fitLinear, predict } from '../server/statistics/linear-regression.ts';
import { type CellIdentity, roundRandomly } from '../server/statistics/random-rounding.ts';
import { isRefused, type Refusal, refuse } from '../server/statistics/refusal.ts';
import { isExtremeZ, rankBand, robustPosition, robustZ } from '../server/statistics/robust-z.ts';
import { type PlaceCount, shrinkRates } from '../server/statistics/shrinkage.ts';
import { testTrend } from '../server/statistics/trend.ts';

/** The outcome, or a failing test that names the refusal. */
function outcome<T>(result: T | Refusal): T {
  if (isRefused(result)) throw new Error(`Refused: ${JSON.stringify(result)}`);
  return result;
}

function reason(result: unknown): string | undefined {
  return isRefused(result) ? result.refused : undefined;
}

/** mulberry32: the same numbers in [0, 1) on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const randomCount = (random: () => number, below: number) => Math.floor(random() * below);
const randomList = (random: () => number, length: number) => Array.from({ length }, random);

function expectClose(actual: readonly number[], expected: readonly number[], digits: number) {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) expect(actual[index]).toBeCloseTo(value, digits);
}

describe('refusals', () => {
  test('a refusal is told apart from numbers, null and outcomes', () => {
    expect(isRefused(refuse('TOO_FEW_PLACES', { places: 3, needed: 8 }))).toBe(true);
    for (const other of [0, Number.NaN, null, undefined, 'refused', [], { lower: 0 }]) {
      expect(isRefused(other)).toBe(false);
    }
  });
});

describe('distributions', () => {
  test('the two-sided normal p agrees with scipy far into the tail', () => {
    expect(twoSidedNormalP(0)).toBe(1);
    expect(twoSidedNormalP(0.5)).toBeCloseTo(0.6170750774519738, 12);
    expect(twoSidedNormalP(-1)).toBeCloseTo(0.31731050786291415, 12);
    expect(twoSidedNormalP(1.959964)).toBeCloseTo(0.049999998192884795, 12);
    expect(twoSidedNormalP(5) / 5.733031437583866e-7).toBeCloseTo(1, 9);
    expect(twoSidedNormalP(8) / 1.244192114854348e-15).toBeCloseTo(1, 9);
  });

  test('the chi-squared quantile agrees with scipy', () => {
    expect(chiSquaredQuantile(0.025, 6) / 2).toBeCloseTo(0.6186721228956014, 9);
    expect(chiSquaredQuantile(0.975, 2) / 2).toBeCloseTo(3.6888794541139354, 9);
    expect(chiSquaredQuantile(0.025, 40) / 2).toBeCloseTo(12.216519585403944, 9);
    expect(chiSquaredQuantile(0.975, 42) / 2).toBeCloseTo(30.8883779026746, 9);
  });
});

describe('Wilson interval', () => {
  test.each([
    [8, 10, 0.4902, 0.9433, 0.4901624715, 0.9433178485],
    [0, 20, 0, 0.1611, 0, 0.1611251581],
    [45, 300, 0.114, 0.1948, 0.1140324687, 0.1948176111],
  ])('%i of %i', (x, n, lower, upper, exactLower, exactUpper) => {
    const interval = outcome(wilsonInterval(x, n));
    expectClose([interval.lower, interval.upper], [lower, upper], 4);
    expectClose([interval.lower, interval.upper], [exactLower, exactUpper], 6);
    expect(interval.method).toBe('WILSON');
  });

  test('it stays inside 0..1, around the share, and narrows with less certainty asked', () => {
    const random = seeded(1);
    for (let round = 0; round < 2000; round += 1) {
      const n = 1 + randomCount(random, 500);
      const x = randomCount(random, n + 1);
      const wide = outcome(wilsonInterval(x, n));
      const narrow = outcome(wilsonInterval(x, n, 1.281552));
      expect(wide.lower).toBeGreaterThanOrEqual(0);
      expect(wide.upper).toBeLessThanOrEqual(1);
      expect(wide.lower).toBeLessThanOrEqual(x / n);
      expect(wide.upper).toBeGreaterThanOrEqual(x / n);
      expect(narrow.upper - narrow.lower).toBeLessThan(wide.upper - wide.lower);
      const mirror = outcome(wilsonInterval(n - x, n));
      expect(1 - mirror.upper).toBeCloseTo(wide.lower, 12);
    }
  });

  test('it refuses an empty denominator, more than all, and what is no count', () => {
    expect(reason(wilsonInterval(0, 0))).toBe('NO_DENOMINATOR');
    expect(reason(wilsonInterval(11, 10))).toBe('NUMERATOR_ABOVE_DENOMINATOR');
    expect(reason(wilsonInterval(2.5, 10))).toBe('INVALID_VALUE');
    expect(reason(wilsonInterval(-1, 10))).toBe('INVALID_VALUE');
    expect(reason(wilsonInterval(1, Number.NaN))).toBe('INVALID_VALUE');
    expect(reason(wilsonInterval(1, 10, 0))).toBe('INVALID_VALUE');
  });
});

describe('Byar interval', () => {
  test.each([
    [20, 12.211, 30.89, 'BYAR'],
    [10, 4.787, 18.391, 'BYAR'],
    [3, 0.619, 8.767, 'POISSON_EXACT'],
    [0, 0, 3.689, 'POISSON_EXACT'],
  ])('%i events', (count, lower, upper, method) => {
    const interval = outcome(byarInterval(count));
    expectClose([interval.lower, interval.upper], [lower, upper], 3);
    expect(interval.method).toBe(method);
  });

  test('below 10 it is the exact Poisson interval to six digits', () => {
    const nine = outcome(byarInterval(9));
    expectClose([nine.lower, nine.upper], [4.115373097378334, 17.084803451419166], 6);
    const one = outcome(byarInterval(1));
    expectClose([one.lower, one.upper], [0.025317807984289876, 5.571643390938898], 6);
  });

  test('both bounds rise with the count, also where the method changes', () => {
    let before = outcome(byarInterval(0));
    for (let count = 1; count < 400; count += 1) {
      const interval = outcome(byarInterval(count));
      expect(interval.lower).toBeGreaterThan(before.lower);
      expect(interval.upper).toBeGreaterThan(before.upper);
      expect(interval.lower).toBeLessThan(count);
      expect(interval.upper).toBeGreaterThan(count);
      before = interval;
    }
  });

  test('a rate per 1,000 divides its bounds likewise', () => {
    const rate = outcome(byarRate(20, 4000));
    expect(rate.rate).toBe(5);
    expectClose([rate.lower, rate.upper], [12.211 / 4, 30.89 / 4], 3);
  });

  test('it refuses nobody at risk and what is no count', () => {
    expect(reason(byarRate(0, 0))).toBe('NO_DENOMINATOR');
    expect(reason(byarRate(1.5, 100))).toBe('INVALID_VALUE');
    expect(reason(byarRate(1, 99.5))).toBe('INVALID_VALUE');
    expect(reason(byarInterval(-3))).toBe('INVALID_VALUE');
    expect(reason(byarInterval(Number.POSITIVE_INFINITY))).toBe('INVALID_VALUE');
    expect(reason(byarInterval(3, -1))).toBe('INVALID_VALUE');
  });
});

describe('difference from a reference', () => {
  test('it reads the standard errors back from the margins', () => {
    // SE 2 and 1.5, so 5 apart is exactly two standard errors.
    const figure = { value: 45, lower: 45 - 2 * 1.959964, upper: 45 + 2 * 1.959964 };
    const reference = { value: 40, lower: 40 - 1.5 * 1.959964, upper: 40 + 1.5 * 1.959964 };
    const { d, p } = outcome(differenceTest(figure, reference));
    expect(d).toBeCloseTo(2, 9);
    expect(p).toBeCloseTo(0.04550026389635842, 9);
  });

  test('overlapping intervals can differ: 10 to 20 and 18 to 26', () => {
    const result = outcome(
      differenceTest({ value: 15, lower: 10, upper: 20 }, { value: 22, lower: 18, upper: 26 }),
    );
    expect(result.p).toBeLessThan(0.05);
  });

  test('swapping the two turns the sign and keeps p', () => {
    const random = seeded(2);
    const figure = () => {
      const value = 100 * random();
      return { value, lower: value - 5 * random(), upper: value + 0.1 + 5 * random() };
    };
    for (let round = 0; round < 500; round += 1) {
      const [first, second] = [figure(), figure()];
      const there = outcome(differenceTest(first, second));
      const back = outcome(differenceTest(second, first));
      expect(back.d).toBeCloseTo(-there.d, 12);
      expect(back.p).toBe(there.p);
      expect(there.p).toBeGreaterThanOrEqual(0);
      expect(there.p).toBeLessThanOrEqual(1);
    }
  });

  test('it refuses without margins, with wrong ones and with none to speak of', () => {
    const figure = { value: 15, lower: 10, upper: 20 };
    expect(reason(differenceTest(figure, { ...figure, lower: null }))).toBe('NO_MARGINS');
    expect(reason(differenceTest({ ...figure, upper: null }, figure))).toBe('NO_MARGINS');
    expect(reason(differenceTest(figure, { ...figure, value: 21 }))).toBe('INVALID_MARGINS');
    expect(reason(differenceTest(figure, { ...figure, upper: Number.NaN }))).toBe('INVALID_VALUE');
    const sharp = { value: 15, lower: 15, upper: 15 };
    expect(reason(differenceTest(sharp, sharp))).toBe('NO_SPREAD');
  });
});

describe('robust z', () => {
  const places = [37.3, 46.4, 49.0, 51.2, 52.0, 53.5, 55.1, 56.8, 60.2, 66.6];

  test('ten places of the handbook', () => {
    const position = outcome(robustPosition(places));
    expect(position.median).toBeCloseTo(52.75, 9);
    expect(position.mad).toBeCloseTo(3.9, 9);
    expect(position.count).toBe(10);
    expect(robustZ(66.6, position)).toBeCloseTo(2.395, 3);
    expect(robustZ(66.6, position)).toBeCloseTo((66.6 - 52.75) / (1.4826 * 3.9), 9);
    // numpy.percentile with its default method.
    expectClose(position.quintiles, [48.48, 51.68, 54.14, 57.48], 9);
  });

  test('shift and scale of the unit change nothing, a turned scale turns the sign', () => {
    const random = seeded(3);
    for (let round = 0; round < 300; round += 1) {
      const values = randomList(random, 8 + randomCount(random, 40)).map((u) => 100 * u);
      const shift = 200 * (random() - 0.5);
      const scale = 0.01 + 10 * random();
      const x = 100 * random();
      const z = robustZ(x, outcome(robustPosition(values)));
      const moved = outcome(robustPosition(values.map((value) => shift + scale * value)));
      expect(robustZ(shift + scale * x, moved)).toBeCloseTo(z, 8);
      expect(rankBand(shift + scale * x, moved.quintiles)).toBe(
        rankBand(x, outcome(robustPosition(values)).quintiles),
      );
      const turned = outcome(robustPosition(values.map((value) => -value)));
      expect(robustZ(-x, turned)).toBeCloseTo(-z, 8);
    }
  });

  test('the order of the places does not matter and the list is left as it was', () => {
    const reversed = [...places].reverse();
    expect(robustPosition(reversed)).toEqual(robustPosition(places));
    expect(reversed[0]).toBe(66.6);
  });

  test('each fifth of the places gets its band, the limit itself the lower one', () => {
    const values = Array.from({ length: 50 }, (_, index) => index + 1);
    const { quintiles } = outcome(robustPosition(values));
    for (const band of [1, 2, 3, 4, 5]) {
      expect(values.filter((value) => rankBand(value, quintiles) === band)).toHaveLength(10);
    }
    expect([1, 2, 3, 4, 5].map((x) => rankBand(x, [1, 2, 3, 4]))).toEqual([1, 2, 3, 4, 5]);
    expect(rankBand(-100, quintiles)).toBe(1);
  });

  test('beyond 3.5 the data come first', () => {
    expect([3.5, 3.51, -3.5, -3.51].map(isExtremeZ)).toEqual([false, true, false, true]);
  });

  test('it refuses too few places, no spread and values that are no numbers', () => {
    expect(robustPosition(places.slice(0, 7))).toEqual(
      refuse('TOO_FEW_PLACES', { places: 7, needed: 8 }),
    );
    expect(isRefused(robustPosition(places.slice(0, 8)))).toBe(false);
    expect(isRefused(robustPosition(places.slice(0, 5), 5))).toBe(false);
    expect(reason(robustPosition([], 0))).toBe('TOO_FEW_PLACES');
    expect(reason(robustPosition([3, 3, 3, 3, 3, 9, 10, 11]))).toBe('NO_SPREAD');
    expect(reason(robustPosition(new Array<number>(8).fill(0)))).toBe('NO_SPREAD');
    // 0.1 + 0.2 is not 0.3 to a computer: that is no spread either.
    const dust = [0.1 + 0.2, 0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2, 0.3, 5, 6, 7];
    expect(reason(robustPosition(dust))).toBe('NO_SPREAD');
    expect(reason(robustPosition([...places, Number.NaN]))).toBe('INVALID_VALUE');
  });
});

describe('false discovery rate', () => {
  const pValues = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
    0.6528, 0.759, 1.0,
  ];

  test('fifteen tests of Benjamini and Hochberg give four findings', () => {
    const { adjusted, findings } = outcome(benjaminiHochberg(pValues));
    expect(findings).toEqual(pValues.map((_, index) => index < 4));
    expectClose(adjusted.slice(0, 5), [0.0015, 0.003, 0.0095, 0.0356, 0.0603], 4);
    const scipy = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857142857, 0.063857142857, 0.0645, 0.0765,
      0.486, 0.581181818182, 0.714875, 0.753230769231, 0.813214285714, 1,
    ];
    expectClose(adjusted, scipy, 9);
  });

  test('a larger p is never a finding before a smaller one, in whatever order they come', () => {
    const random = seeded(4);
    for (let round = 0; round < 300; round += 1) {
      const values = randomList(random, 1 + randomCount(random, 30)).map((u) => u ** 4);
      const { adjusted, findings } = outcome(benjaminiHochberg(values));
      const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
      const ordered = order.map((index) => adjusted[index] ?? Number.NaN);
      expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
      for (const [index, p] of values.entries()) {
        expect(adjusted[index]).toBeGreaterThanOrEqual(p);
        expect(adjusted[index]).toBeLessThanOrEqual(1);
        expect(findings[index]).toBe((adjusted[index] ?? 1) <= 0.05);
      }
      const turned = outcome(benjaminiHochberg([...values].reverse()));
      expect([...turned.adjusted].reverse()).toEqual(adjusted);
      const strict = outcome(benjaminiHochberg(values, 0.01));
      expect(strict.findings.every((isFinding, index) => !isFinding || findings[index])).toBe(true);
    }
  });

  test('a value just above its own line still counts when a larger one passes', () => {
    expect(outcome(benjaminiHochberg([0.03, 0.04])).findings).toEqual([true, true]);
  });

  test('it refuses without p-values and with numbers that are none', () => {
    expect(reason(benjaminiHochberg([]))).toBe('NO_P_VALUES');
    expect(reason(benjaminiHochberg([0.1, 1.2]))).toBe('INVALID_VALUE');
    expect(reason(benjaminiHochberg([0.1, Number.NaN]))).toBe('INVALID_VALUE');
    expect(reason(benjaminiHochberg([0.1], 0))).toBe('INVALID_VALUE');
  });
});

describe('information component', () => {
  const table = [
    [12, 3, 5],
    [4, 6, 10],
    [2, 8, 30],
  ];

  test('ten voices where two were expected', () => {
    const { ic, ic025 } = outcome(informationComponent(10, 2));
    expect(ic).toBeCloseTo(2.0704, 4);
    expect(ic025).toBeCloseTo(0.9932, 4);
    expect(ic).toBeCloseTo(Math.log2(10.5 / 2.5), 9);
  });

  test('the printed bounds lie near the exact gamma quantiles', () => {
    const exact = (probability: number) =>
      Math.log2(chiSquaredQuantile(probability, 2 * 10.5) / 2 / 2.5);
    expect(exact(0.025)).toBeCloseTo(1.0402, 4);
    expect(exact(0.025)).toBeCloseTo(1.0402468819791175, 9);
    expect(exact(0.975)).toBeCloseTo(2.8269603007628934, 9);
    for (const [observed, expected] of [
      [1, 1],
      [1, 0.001],
      [2, 0.1],
      [3, 1.5],
      [10, 2],
      [40, 20],
      [200, 90],
    ] as const) {
      const gamma = (probability: number) =>
        Math.log2(chiSquaredQuantile(probability, 2 * observed + 1) / 2 / (expected + 0.5));
      const printed = outcome(informationComponent(observed, expected));
      expect(Math.abs(printed.ic025 - gamma(0.025))).toBeLessThan(0.05);
      expect(Math.abs(printed.ic975 - gamma(0.975))).toBeLessThan(0.05);
      // From two voices on it lies below the exact bound, so the flag is not given too easily.
      if (observed > 1) expect(printed.ic025).toBeLessThan(gamma(0.025));
      expect(printed.ic025 > 0 && observed === 1).toBe(false);
    }
  });

  test('three wijken by three themes: the flag goes to share, not to the largest count', () => {
    // The third theme holds 45 of 80 voices, so the handbook's own table is above its 50% limit.
    const { total, cells } = outcome(icTable(table, { maximumShare: 0.6 }));
    expect(total).toBe(80);
    const first = outcome(cells[0]?.[0] ?? refuse('INVALID_VALUE'));
    expect(first.expected).toBeCloseTo(4.5, 9);
    expectClose([first.ic, first.ic025], [1.322, 0.343], 3);
    expect(first.isDisproportionate).toBe(true);
    const last = outcome(cells[2]?.[2] ?? refuse('INVALID_VALUE'));
    expect(last.expected).toBeCloseTo(22.5, 9);
    expectClose([last.ic, last.ic025], [0.407, -0.202], 3);
    expect(last.isDisproportionate).toBe(false);
  });

  test('it rises with what was observed, falls with what was expected, and keeps its order', () => {
    const random = seeded(5);
    for (let round = 0; round < 500; round += 1) {
      const observed = 1 + randomCount(random, 100);
      const expected = 0.01 + 50 * random();
      const less = outcome(informationComponent(observed, expected));
      const more = outcome(informationComponent(observed + 1, expected));
      expect(more.ic).toBeGreaterThan(less.ic);
      expect(more.ic025).toBeGreaterThan(less.ic025);
      expect(more.ic975).toBeGreaterThan(less.ic975);
      expect(outcome(informationComponent(observed, expected + 1)).ic).toBeLessThan(less.ic);
      expect(less.ic025).toBeLessThan(less.ic);
      expect(less.ic).toBeLessThan(less.ic975);
    }
  });

  test('the expected counts of a table add up to its total', () => {
    const random = seeded(6);
    for (let round = 0; round < 100; round += 1) {
      const counts = Array.from({ length: 5 }, () =>
        Array.from({ length: 4 }, () => 5 + randomCount(random, 10)),
      );
      const { total, cells } = outcome(icTable(counts));
      const expected = cells.flat().reduce((all, cell) => all + outcome(cell).expected, 0);
      expect(expected).toBeCloseTo(total, 9);
    }
  });

  test('it refuses a small, narrow or masked table', () => {
    expect(icTable(table)).toEqual(refuse('MASKING', { axis: 'COLUMN', index: 2 }));
    const byTheme = [0, 1, 2].map((column) => table.map((row) => row[column] ?? 0));
    expect(icTable(byTheme)).toEqual(refuse('MASKING', { axis: 'ROW', index: 2 }));
    expect(icTable([])).toEqual(refuse('TOTAL_TOO_SMALL', { total: 0, needed: 50 }));
    expect(reason(icTable([[0]], { minimumTotal: 0 }))).toBe('TOTAL_TOO_SMALL');
    const small = [5, 5, 6].map((count) => [count, 5, 6]);
    expect(icTable(small)).toEqual(refuse('TOTAL_TOO_SMALL', { total: 49, needed: 50 }));
    const rows = [
      [20, 20, 20],
      [0, 0, 0],
      [20, 20, 20],
    ];
    expect(icTable(rows)).toEqual(refuse('TOO_FEW_ROWS', { rows: 2, needed: 3 }));
    const columns = [
      [20, 0, 20],
      [20, 0, 20],
      [20, 0, 20],
    ];
    expect(icTable(columns)).toEqual(refuse('TOO_FEW_COLUMNS', { columns: 2, needed: 3 }));
    expect(reason(icTable([[20, 20], [20]]))).toBe('INVALID_VALUE');
    expect(reason(icTable([[20, -1, 5]]))).toBe('INVALID_VALUE');
  });

  test('an empty cell gets no flag, and half of the total is not yet masking', () => {
    const counts = [
      [0, 20, 20],
      [10, 5, 5],
      [10, 5, 5],
    ];
    const { cells } = outcome(icTable(counts));
    expect(reason(cells[0]?.[0])).toBe('NOTHING_COUNTED');
    expect(isRefused(cells[1]?.[0])).toBe(false);
    expect(reason(informationComponent(0, 4))).toBe('NOTHING_COUNTED');
    expect(reason(informationComponent(3, 0))).toBe('NO_DENOMINATOR');
    expect(reason(informationComponent(3, Number.NaN))).toBe('INVALID_VALUE');
  });
});

describe('empirical Bayes shrinkage', () => {
  const events = [2, 5, 30, 60, 8];
  const atRisk = [150, 900, 2500, 4000, 1200];
  const places = events.map((count, index) => ({ events: count, atRisk: atRisk[index] ?? 0 }));

  test('five places of the handbook', () => {
    const result = outcome(shrinkRates(places, 5));
    expect(result.mean).toBeCloseTo(0.012, 9);
    expect(result.spread * 1e5).toBeCloseTo(1.231746, 6);
    expect(result.between * 1e6).toBeCloseTo(5.460317, 6);
    const weights = result.rates.map((rate) => rate.weight);
    expectClose(weights, [0.0639, 0.2905, 0.5322, 0.6454, 0.3532], 4);
    const shrunk = result.rates.map((rate) => rate.shrunk);
    expectClose(shrunk, [0.012085, 0.010128, 0.012, 0.013936, 0.010116], 6);
  });

  test('it equals the Gamma-Poisson form and never passes the mean', () => {
    const random = seeded(7);
    let shown = 0;
    for (let round = 0; round < 200; round += 1) {
      const made: PlaceCount[] = randomList(random, 12).map((level) => {
        const people = 100 + randomCount(random, 5000);
        return { events: Math.floor(people * 0.05 * level), atRisk: people };
      });
      const result = shrinkRates(made);
      if (isRefused(result)) continue;
      shown += 1;
      for (const [index, rate] of result.rates.entries()) {
        const place = made[index] ?? { events: 0, atRisk: 1 };
        const gammaPoisson = ((place.events ?? 0) + result.alpha) / (place.atRisk + result.beta);
        expect(rate.shrunk).toBeCloseTo(gammaPoisson, 12);
        expect(rate.weight).toBeGreaterThan(0);
        expect(rate.weight).toBeLessThan(1);
        expect(Math.abs(rate.shrunk - result.mean)).toBeLessThanOrEqual(
          Math.abs(rate.raw - result.mean),
        );
      }
    }
    expect(shown).toBeGreaterThan(150);
  });

  test('it refuses few places, unknown counts, nobody at risk and no difference', () => {
    expect(shrinkRates(places)).toEqual(refuse('TOO_FEW_PLACES', { places: 5, needed: 10 }));
    const hidden = [...places, { events: null, atRisk: 500 }];
    expect(shrinkRates(hidden, 5)).toEqual(refuse('VALUES_NOT_KNOWN', { unknown: 1, places: 6 }));
    expect(reason(shrinkRates([...places, { events: 0, atRisk: 0 }], 5))).toBe('NO_DENOMINATOR');
    expect(reason(shrinkRates([...places, { events: 1.5, atRisk: 9 }], 5))).toBe('INVALID_VALUE');
    const alike = new Array<PlaceCount>(10).fill({ events: 10, atRisk: 1000 });
    expect(reason(shrinkRates(alike))).toBe('NO_DIFFERENCE_SHOWN');
    const nobody = new Array<PlaceCount>(10).fill({ events: 0, atRisk: 1000 });
    expect(reason(shrinkRates(nobody))).toBe('NO_DIFFERENCE_SHOWN');
    expect(reason(shrinkRates([], 0))).toBe('TOO_FEW_PLACES');
  });
});

describe('forecast quality', () => {
  const history = [100, 104, 110, 111, 118];
  const pairs: ForecastPair[] = [
    { actual: 120, forecast: 118 },
    { actual: 126, forecast: 121 },
    { actual: 131, forecast: 133 },
  ];

  test('three years of the handbook', () => {
    expect(outcome(mape(pairs))).toBeCloseTo(2.387, 3);
    expect(outcome(mase(pairs, history))).toBeCloseTo(0.667, 3);
    expect(outcome(mase(pairs, history))).toBeCloseTo(3 / 4.5, 12);
  });

  test('21 of 30 inside an 80% interval is acceptable, 15 of 30 is not', () => {
    const coverage = outcome(intervalCoverage(21, 30));
    expectClose([coverage.interval.lower, coverage.interval.upper], [0.521, 0.833], 3);
    expect(coverage.share).toBe(0.7);
    expect(coverage.isAcceptable).toBe(true);
    expect(outcome(intervalCoverage(15, 30)).isAcceptable).toBe(false);
    expect(reason(intervalCoverage(0, 0))).toBe('NO_DENOMINATOR');
  });

  test('another unit changes neither number', () => {
    const random = seeded(8);
    for (let round = 0; round < 100; round += 1) {
      const scale = 0.1 + 10 * random();
      const scaled = pairs.map(({ actual, forecast }) => ({
        actual: (actual ?? 0) * scale,
        forecast: forecast * scale,
      }));
      expect(outcome(mape(scaled))).toBeCloseTo(outcome(mape(pairs)), 9);
      const scaledHistory = history.map((value) => value * scale);
      expect(outcome(mase(scaled, scaledHistory))).toBeCloseTo(3 / 4.5, 9);
    }
  });

  test('a backtest never shows a forecast anything after its origin', () => {
    const values = [10, 20, 30, 40, 50, 60, 70];
    const seen: number[][] = [];
    const straight = (past: readonly number[], horizon: number) => {
      seen.push([...past]);
      return (past.at(-1) ?? 0) + 10 * horizon;
    };
    const result = outcome(rollingOrigin(values, straight, { firstOrigin: 3, horizon: 2 }));
    expect(result).toEqual([
      { actual: 50, forecast: 50, naive: 30 },
      { actual: 60, forecast: 60, naive: 40 },
      { actual: 70, forecast: 70, naive: 50 },
    ]);
    expect(seen).toEqual([values.slice(0, 3), values.slice(0, 4), values.slice(0, 5)]);
    expect(outcome(mape(result))).toBe(0);
    const settings = { firstOrigin: 3, horizon: 3 };
    expect(rollingOrigin(values, straight, settings)).toEqual(
      refuse('TOO_FEW_ORIGINS', { origins: 2, needed: 3 }),
    );
    expect(reason(rollingOrigin([1, null, 3], straight, settings))).toBe('VALUES_NOT_KNOWN');
    expect(reason(rollingOrigin(values, straight, { firstOrigin: 0, horizon: 1 }))).toBe(
      'INVALID_VALUE',
    );
  });

  test('it refuses zero, unknown and absent values, and a history that stood still', () => {
    expect(mape([...pairs, { actual: 0, forecast: 1 }])).toEqual(
      refuse('ZERO_ACTUAL', { years: 1 }),
    );
    expect(reason(mape([{ actual: null, forecast: 1 }]))).toBe('VALUES_NOT_KNOWN');
    expect(reason(mape([{ actual: 1, forecast: Number.NaN }]))).toBe('INVALID_VALUE');
    expect(reason(mape([]))).toBe('TOO_FEW_POINTS');
    expect(reason(mase(pairs, [5, 5, 5]))).toBe('NO_SPREAD');
    expect(reason(mase(pairs, [5, null, 6]))).toBe('VALUES_NOT_KNOWN');
    expect(reason(mase(pairs, [5]))).toBe('TOO_FEW_POINTS');
    expect(reason(mase([], history))).toBe('TOO_FEW_POINTS');
  });
});

describe('random rounding', () => {
  const cell: CellIdentity = {
    indicatorCode: 'wmo-clients',
    placeCode: 'WK999901',
    editionYear: 2024,
    period: '2024',
    breakdown: '',
  };
  const key = 'a key for tests only, 32 bytes..';
  const rounded = (count: number, of: CellIdentity = cell, by: string = key) =>
    outcome(roundRandomly({ count, cell: of, isRoundedAtSource: false }, by));

  test('13 becomes 10 or 15, on average 13, and 15 in six of ten cells', () => {
    const cells = 20_000;
    const results = Array.from({ length: cells }, (_, index) =>
      rounded(13, cell, `${key}${index}`),
    );
    expect(new Set(results)).toEqual(new Set([10, 15]));
    const mean = results.reduce((all, value) => all + value, 0) / cells;
    // The standard error of this mean is sqrt(6 / 20,000) = 0.017.
    expect(Math.abs(mean - 13)).toBeLessThan(0.07);
    expect(results.filter((value) => value === 15).length / cells).toBeCloseTo(0.6, 1);
  });

  test('every remainder is unbiased, with the variance of the formula', () => {
    for (const [rest, variance] of [0, 4, 6, 6, 4].entries()) {
      const errors = Array.from({ length: 10_000 }, (_, index) => {
        const count = 5 * (index % 40) + rest;
        return rounded(count, { ...cell, placeCode: `WK${index}` }) - count;
      });
      const mean = errors.reduce((all, error) => all + error, 0) / errors.length;
      const square = errors.reduce((all, error) => all + error ** 2, 0) / errors.length;
      expect(Math.abs(mean)).toBeLessThan(0.1);
      expect(Math.abs(square - variance)).toBeLessThan(0.25);
      expect(Math.max(...errors.map(Math.abs))).toBeLessThanOrEqual(4);
    }
  });

  test('the same cell gives the same answer, in whatever order its parts are written', () => {
    const random = seeded(9);
    for (let round = 0; round < 300; round += 1) {
      const count = randomCount(random, 2000);
      const of = { ...cell, placeCode: `WK${round}` };
      const { breakdown, period, ...others } = of;
      expect(rounded(count, of)).toBe(rounded(count, { breakdown, period, ...others }));
      expect(rounded(count, of) % 5).toBe(0);
    }
  });

  test('each part of the identity and the key have their say', () => {
    const others: CellIdentity[] = [
      { ...cell, indicatorCode: 'other' },
      { ...cell, placeCode: 'WK999902' },
      { ...cell, editionYear: 2023 },
      { ...cell, period: '2023' },
      { ...cell, breakdown: '75+' },
    ];
    const pattern = (of: CellIdentity, by = key) =>
      Array.from({ length: 64 }, (_, index) =>
        rounded(2, { ...of, placeCode: `${of.placeCode}-${index}` }, by),
      ).join();
    for (const other of others) expect(pattern(other)).not.toBe(pattern(cell));
    expect(pattern(cell, `${key}!`)).not.toBe(pattern(cell));
    // Parts cannot flow into each other.
    const split = { ...cell, indicatorCode: 'a', placeCode: 'bc' };
    const other = { ...cell, indicatorCode: 'ab', placeCode: 'c' };
    expect(pattern(split)).not.toBe(pattern(other));
  });

  test('text and bytes of one key agree', () => {
    const bytes = new TextEncoder().encode(key);
    for (let count = 0; count < 50; count += 1) {
      expect(roundRandomly({ count, cell, isRoundedAtSource: false }, bytes)).toBe(rounded(count));
    }
  });

  test('it refuses what the source rounded and what is no count, and never shows the count', () => {
    expect(roundRandomly({ count: 15, cell, isRoundedAtSource: true }, key)).toEqual(
      refuse('ROUNDED_AT_SOURCE'),
    );
    const percentage = roundRandomly({ count: 12.5, cell, isRoundedAtSource: false }, key);
    expect(percentage).toEqual(refuse('INVALID_VALUE'));
    expect(reason(roundRandomly({ count: -2, cell, isRoundedAtSource: false }, key))).toBe(
      'INVALID_VALUE',
    );
  });

  test('a missing key is a bug, not an answer', () => {
    expect(() => rounded(13, cell, '')).toThrow(RangeError);
  });
});

describe("Krippendorff's alpha", () => {
  const coders = [
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  ].map((line) => line.split(' '));
  const units = Array.from({ length: 12 }, (_, unit) =>
    coders.map((codes) => codes[unit] ?? '.').filter((code) => code !== '.'),
  );

  test('four coders and twelve notes of the handbook', () => {
    const agreement = outcome(krippendorffAlpha(units, 11));
    expect(agreement.codings).toBe(40);
    expect(agreement.units).toBe(11);
    expect(agreement.alpha).toBeCloseTo(0.743, 3);
    expect(agreement.verdict).toBe('TENTATIVE');
  });

  test('full agreement is 1, chance is about 0, and names of codes do not matter', () => {
    const random = seeded(10);
    const code = () => String(randomCount(random, 4));
    const agreed = Array.from({ length: 40 }, () => code()).map((value) => [value, value]);
    expect(outcome(krippendorffAlpha(agreed))).toMatchObject({ alpha: 1, verdict: 'RELIABLE' });
    const chance = Array.from({ length: 5000 }, () => [code(), code(), code()]);
    const { alpha, verdict } = outcome(krippendorffAlpha(chance));
    expect(Math.abs(alpha)).toBeLessThan(0.03);
    expect(verdict).toBe('UNRELIABLE');
    const renamed = chance.map((codes) => codes.map((value) => `theme-${value}`).reverse());
    expect(outcome(krippendorffAlpha(renamed)).alpha).toBeCloseTo(alpha, 12);
  });

  test('it refuses too few notes coded twice and one code only', () => {
    expect(krippendorffAlpha(units)).toEqual(refuse('TOO_FEW_UNITS', { units: 11, needed: 20 }));
    const once = new Array<string[]>(30).fill(['1']);
    expect(krippendorffAlpha(once)).toEqual(refuse('TOO_FEW_UNITS', { units: 0, needed: 20 }));
    expect(reason(krippendorffAlpha([], 0))).toBe('TOO_FEW_UNITS');
    const same = new Array<string[]>(30).fill(['1', '1']);
    expect(krippendorffAlpha(same)).toEqual(refuse('ONE_CODE_ONLY', { units: 30 }));
  });
});

describe('tested trend', () => {
  const series = (values: readonly number[], firstYear = 2015) =>
    values.map((value, index) => ({ year: firstYear + index, value }));

  test('seven years agree with scipy: exact p and the slope of Theil and Sen', () => {
    const trend = outcome(testTrend(series([3, 1, 4, 5, 9, 8, 10])));
    expect(trend).toMatchObject({ change: 'RISING', s: 17, method: 'MANN_KENDALL_EXACT' });
    expect(trend.p).toBeCloseTo(0.010714285714285714, 12);
    expect(trend.slope).toBeCloseTo(1.5, 12);
  });

  test('five years in perfect order are the least that can show a change', () => {
    const trend = outcome(testTrend(series([5, 4, 3, 2, 1])));
    expect(trend.p).toBeCloseTo(2 / 120, 12);
    expect(trend).toMatchObject({ change: 'FALLING', slope: -1, s: -10, points: 5 });
    // One pair out of order: 2 * 5 / 120.
    const nearly = outcome(testTrend(series([1, 2, 3, 5, 4])));
    expect(nearly.p).toBeCloseTo(10 / 120, 12);
    expect(nearly.change).toBe('NO_CLEAR_CHANGE');
    expect(nearly.slope).toBeGreaterThan(0);
  });

  test('ties take the corrected normal test, as does a long series', () => {
    // One pair tied: S = 9, variance (300 - 18) / 18.
    const tied = outcome(testTrend(series([1, 2, 2, 3, 4])));
    expect(tied).toMatchObject({ s: 9, method: 'MANN_KENDALL_NORMAL', change: 'RISING' });
    expect(tied.p).toBeCloseTo(twoSidedNormalP(8 / Math.sqrt(282 / 18)), 12);
    const long = outcome(testTrend(series(Array.from({ length: 41 }, (_, index) => index))));
    expect(long.method).toBe('MANN_KENDALL_NORMAL');
  });

  test('a series that stands still, or rises by nothing a year, is no change', () => {
    expect(outcome(testTrend(series([7, 7, 7, 7, 7, 7])))).toMatchObject({
      change: 'NO_CLEAR_CHANGE',
      slope: 0,
      s: 0,
      p: 1,
    });
    const steps = [...new Array<number>(30).fill(1), 2, 3, 4, 5, 6];
    const almostFlat = outcome(testTrend(series(steps)));
    expect(almostFlat.p).toBeLessThan(0.05);
    expect(almostFlat).toMatchObject({ slope: 0, change: 'NO_CLEAR_CHANGE' });
  });

  test('missing years count in the slope, the order of the points does not', () => {
    const points = [2010, 2012, 2014, 2016, 2020].map((year) => ({ year, value: 3 * year }));
    expect(outcome(testTrend([...points].reverse()))).toMatchObject({ slope: 3, change: 'RISING' });
  });

  test('turning the scale turns the answer; a new unit scales the slope only', () => {
    const random = seeded(11);
    for (let round = 0; round < 200; round += 1) {
      const values = randomList(random, 5 + randomCount(random, 15));
      const trend = outcome(testTrend(series(values)));
      const turned = outcome(testTrend(series(values.map((value) => -value))));
      expect(turned.p).toBe(trend.p);
      expect(turned.slope).toBeCloseTo(-trend.slope, 12);
      const scaled = outcome(testTrend(series(values.map((value) => 40 + 8 * value))));
      expect(scaled.p).toBe(trend.p);
      expect(scaled.change).toBe(trend.change);
      expect(scaled.slope).toBeCloseTo(8 * trend.slope, 9);
    }
  });

  test('of series without a trend at most about one in twenty is called one', () => {
    const random = seeded(12);
    const rounds = 4000;
    for (const years of [5, 8, 12]) {
      let called = 0;
      for (let round = 0; round < rounds; round += 1) {
        const { change } = outcome(testTrend(series(randomList(random, years))));
        if (change !== 'NO_CLEAR_CHANGE') called += 1;
      }
      expect(called / rounds).toBeLessThan(0.06);
    }
  });

  test('the exact and the normal p come together in a long series', () => {
    const random = seeded(13);
    for (let round = 0; round < 50; round += 1) {
      const values = randomList(random, 40);
      const trend = outcome(testTrend(series(values)));
      const variance = (40 * 39 * 85) / 18;
      const normal = twoSidedNormalP(Math.max(0, Math.abs(trend.s) - 1) / Math.sqrt(variance));
      expect(Math.abs(trend.p - normal)).toBeLessThan(0.005);
    }
  });

  test('it refuses fewer than five points, a year given twice and what is no number', () => {
    expect(testTrend(series([1, 2, 3, 4]))).toEqual(
      refuse('TOO_FEW_POINTS', { points: 4, needed: 5 }),
    );
    expect(reason(testTrend([]))).toBe('TOO_FEW_POINTS');
    const twice = [...series([1, 2, 3, 4, 5]), { year: 2015, value: 6 }];
    expect(reason(testTrend(twice))).toBe('INVALID_VALUE');
    expect(reason(testTrend(series([1, 2, 3, 4, Number.NaN])))).toBe('INVALID_VALUE');
  });
});

describe('real figures of Den Haag, RIVM 2020, 18 and over (chapter 22)', () => {
  const path = fileURLToPath(
    new URL('../../shared/data/rivm/50090NED_UntypedDataSet_GM0518.csv', import.meta.url),
  );

  function readWijken(): { header: string[]; rows: string[][] } {
    const lines = readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/);
    const cells = lines.map((line) =>
      line.split(';').map((cell) => cell.replaceAll('"', '').trim()),
    );
    const isWanted = ([, age, margins, place, period]: string[]) =>
      age === '20300' && margins === 'MW00000' && place?.startsWith('WK') && period === '2020JJ00';
    return { header: cells[0] ?? [], rows: cells.slice(1).filter(isWanted) };
  }

  function valuesOf(indicator: string): Map<string, number> {
    const { header, rows } = readWijken();
    const column = header.findIndex((name) => name.replace(/_\d+$/, '') === indicator);
    const known = rows.filter((row) => row[column] !== '.' && row[column] !== '');
    return new Map(known.map((row) => [row[3] ?? '', Number(row[column])]));
  }

  test.for([
    ['Eenzaam', 54.7, 5.3, 1.514, 1.604, -0.725],
    ['MoeiteMetRondkomen', 17.0, 4.9, 2.464, 2.381, -1.17],
    ['ErvarenGezondheidGoedZeerGoed', 78.8, 3.3, -3.127, -2.412, 0.961],
    ['MatigHoogRisicoOpAngstOfDepressie', 48.8, 6.1, 1.493, 1.261, -1.073],
    ['Mantelzorger', 12.0, 1.9, -0.497, -0.816, 0.781],
    ['Vrijwilligerswerk', 19.8, 2.9, -1.582, -1.093, 1.558],
  ] as const)(
    '%s',
    ([indicator, median, mad, schildersbuurt, moerwijk, benoordenhout], context) => {
      context.skip(
        !existsSync(path),
        'the RIVM file is not beside this repository (../shared/data)',
      );
      const values = valuesOf(indicator);
      const position = outcome(robustPosition([...values.values()]));
      expect(position.count).toBe(43);
      expectClose([position.median, position.mad], [median, mad], 9);
      const z = ['WK051829', 'WK051836', 'WK051804'].map((code) =>
        robustZ(values.get(code) ?? Number.NaN, position),
      );
      expectClose(z, [schildersbuurt, moerwijk, benoordenhout], 3);
    },
  );
});

describe('linear regression', () => {
  // Motor Trend 1974 (R data set mtcars): lm(mpg ~ wt + hp) of R 4 gives these digits.
  const cars =
    `21 2.62 110,21 2.875 110,22.8 2.32 93,21.4 3.215 110,18.7 3.44 175,18.1 3.46 105,14.3 3.57 245,
    24.4 3.19 62,22.8 3.15 95,19.2 3.44 123,17.8 3.44 123,16.4 4.07 180,17.3 3.73 180,15.2 3.78 180,10.4 5.25 205,
    10.4 5.424 215,14.7 5.345 230,32.4 2.2 66,30.4 1.615 52,33.9 1.835 65,21.5 2.465 97,15.5 3.52 150,15.2 3.435 150,
    13.3 3.84 245,19.2 3.845 175,27.3 1.935 66,26 2.14 91,30.4 1.513 113,15.8 3.17 264,19.7 2.77 175,15 3.57 335,
    21.4 2.78 109`
      .split(',')
      .map((line) => line.trim().split(' ').map(Number))
      .map(([y = 0, ...x]) => ({ x, y }));

  test('gives the coefficients, residual deviation and explained share of a published example', () => {
    const fit = outcome(fitLinear(cars));
    expectClose([fit.intercept, ...fit.coefficients], [37.22727, -3.87783, -0.03177], 5);
    expect(fit.residualDeviation).toBeCloseTo(2.593, 3);
    expect(fit.rSquared).toBeCloseTo(0.8268, 4);
    expect(predict(fit, [3, 100])).toBeCloseTo(37.22727 - 3 * 3.87783 - 3.177, 2);
  });

  test('leaves residuals that add up to nothing and hang together with no predictor', () => {
    const random = seeded(5);
    const points = Array.from({ length: 40 }, () => {
      const x = randomList(random, 3);
      return { x, y: 2 - 3 * (x[0] ?? 0) + 1000 * random() };
    });
    const fit = outcome(fitLinear(points));
    for (const weight of [
      () => 1,
      ...[0, 1, 2].map((at) => (x: readonly number[]) => x[at] ?? 0),
    ]) {
      const left = points.map(({ x, y }) => weight(x) * (y - predict(fit, x)));
      expect(left.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 6);
    }
  });

  test('refuses too few points, predictors that are mixtures of others, and what is not finite', () => {
    const points = Array.from({ length: 30 }, (_, at) => ({ x: [at, 2 * at + 1], y: at % 7 }));
    expect(reason(fitLinear(points))).toBe('NO_SPREAD');
    expect(reason(fitLinear(cars.slice(0, 19)))).toBe('TOO_FEW_POINTS');
    expect(reason(fitLinear(cars.map((car) => ({ ...car, y: 3 }))))).toBe('NO_SPREAD');
    expect(reason(fitLinear([...cars, { x: [1, Number.NaN], y: 1 }]))).toBe('INVALID_VALUE');
    expect(reason(fitLinear([]))).toBe('INVALID_VALUE');
  });
});
