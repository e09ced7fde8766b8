// A series follows renames and new codes, stops where a border changed, and goes on only from counts by a conversion table.
import { beforeAll, describe, expect, test } from 'vitest';
import { divisions, placeLinks, places } from '../server/db/tables.ts';
import { convert } from '../server/figures/convert.ts';
import { trendOf } from '../server/figures/trend.ts';
import { contributionsTo, type Share, type SpanKey } from '../server/places/conversion.ts';
import { runner, testFolder } from './fixtures/run.ts';
import { randomFrom } from './simulation/random.ts';
import { askOn, nobody } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { refusalOf, today } from './support/make.ts';
import { makeEdition } from './support/make-edition.ts';

const database = await testDatabase();
const ask = askOn(database, () => today);
const run = runner(database);
const files = testFolder();

/**
 * GM9003: Oud-Oost (WK900301) until 2021, recoded WK900311 in 2022; in 2023 it is cut in two: WK900321 and WK900322, the
 * latter also taking a quarter of WK900302, of which the rest is WK900323. WK900304 goes on as it is.
 */
const span = (code: string, firstYear: number, lastYear: number) => ({
  ...{ code, firstYear, lastYear, name: code, sortName: code, wijkCode: code },
  ...{ level: 'WIJK' as const, gemeenteCode: 'GM9003' },
});
const link = (
  fromCode: string,
  fromYear: number,
  toCode: string,
  toYear: number,
  kind: string,
) => ({
  ...{ fromCode, fromYear, toCode, toYear, kind: kind as 'CHANGED' },
});

beforeAll(async () => {
  const years = [2019, 2020, 2021, 2022, 2023, 2024];
  await database.db
    .insert(divisions)
    .values(years.map((year) => ({ gemeenteCode: 'GM9003', year })));
  await database.db
    .insert(places)
    .values([
      { ...span('GM9003', 2019, 2024), level: 'GEMEENTE', wijkCode: null },
      span('WK900301', 2019, 2021),
      span('WK900311', 2022, 2022),
      span('WK900302', 2019, 2022),
      span('WK900304', 2019, 2024),
      ...['WK900321', 'WK900322', 'WK900323'].map((code) => span(code, 2023, 2024)),
    ]);
  await database.db
    .insert(placeLinks)
    .values([
      link('WK900301', 2019, 'WK900311', 2022, 'RECODED'),
      link('WK900311', 2022, 'WK900321', 2023, 'SPLIT'),
      link('WK900311', 2022, 'WK900322', 2023, 'SPLIT'),
      link('WK900302', 2019, 'WK900323', 2023, 'CHANGED'),
    ]);
  for (const [at, year] of years.entries()) {
    const isNew = year >= 2023;
    const old = year >= 2022 ? 'WK900311' : 'WK900301';
    const codes = isNew
      ? ['WK900321', 'WK900322', 'WK900323', 'WK900304']
      : [old, 'WK900302', 'WK900304'];
    const cells = (values: readonly (number | 'SUPPRESSED')[]) =>
      Object.fromEntries(codes.map((code, nth) => [code, values[nth] ?? 0]));
    const people = isNew ? [600, 700, 900, 100] : [1000, 1200, 100];
    await makeEdition(database, {
      year,
      table: `yearly-${year}`,
      figures: {
        population: cells(people.map((count) => count + at)),
        clients: cells(
          isNew ? [60 + at, 70 + at, 90, 5] : [100 + at, year === 2020 ? 'SUPPRESSED' : 120, 5],
        ),
        share: cells(isNew ? [10, 11, 12, 5] : [10, 20, 5]),
        wealth: cells(people),
        bare: cells(people.map(() => 7)),
      },
      indicators: {
        clients: { measureKind: 'COUNT' },
        wealth: { measureKind: 'MEDIAN' },
        bare: { measureKind: 'SCORE' },
      },
      denominators: Object.fromEntries(codes.map((code, nth) => [code, people[nth] ?? 0])),
    });
  }
});

const query = `query ($code: WijkCode!, $indicator: String!, $convert: Boolean, $year: Int) {
  indicatorTrend(code: $code, indicator: $indicator, convert: $convert, year: $year) {
    series { converted figure { period value state stateReason placeCode provenance derivation margins { refused } method { kind } } }
    trend { change refused points from until method breaks { year kind link } }
    conversion { refused basis parts { placeCode share } }
  } }`;

interface Answer {
  readonly indicatorTrend: {
    readonly series: readonly {
      readonly converted: boolean;
      readonly figure: {
        readonly period: number;
        readonly value: number | null;
        readonly state: string;
        readonly placeCode: string;
        readonly provenance: string;
        readonly derivation: string;
      };
    }[];
    readonly trend: Readonly<Record<string, unknown>>;
    readonly conversion: { readonly refused: string | null; readonly parts: readonly unknown[] };
  };
}

async function trend(code: string, indicator: string, more: Record<string, unknown> = {}) {
  const answer = await ask<Answer>(nobody, query, { code, indicator, ...more });
  expect(answer.errors).toBeUndefined();
  return answer.data.indicatorTrend;
}

const table = (...lines: string[]) =>
  files.write(
    `conversion-${lines.length}-${lines.join('').length}.csv`,
    ['fromCode,fromYear,toCode,toYear,weight,basis', ...lines].join('\n'),
  );

describe('before a table is imported', () => {
  test('a series goes on under a new code', async () => {
    const { series, trend: tested } = await trend('WK900311', 'clients', { year: 2022 });
    expect(series.map(({ figure }) => [figure.period, figure.placeCode])).toEqual([
      [2019, 'WK900301'],
      [2020, 'WK900301'],
      [2021, 'WK900301'],
      [2022, 'WK900311'],
    ]);
    expect(tested).toMatchObject({ breaks: [], refused: 'TOO_FEW_POINTS', points: 4 });
  });

  test('it stops at a border that changed, and shows where', async () => {
    const { series, trend: tested, conversion } = await trend('WK900321', 'clients');
    expect(series.map(({ figure }) => figure.period)).toEqual([2023, 2024]);
    expect(tested).toMatchObject({
      ...{ refused: 'BORDER_BREAK', change: null, points: 2, from: 2023, until: 2024 },
      breaks: [{ year: 2023, kind: 'BORDER', link: 'SPLIT' }],
    });
    expect(conversion.refused).toBeNull();
    const asked = await trend('WK900321', 'clients', { convert: true });
    expect(asked.conversion.refused).toBe('NO_TABLE');
    expect((await trend('WK900304', 'clients', { convert: true })).conversion.refused).toBe(
      'NOTHING_TO_CONVERT',
    );
  });

  test('the profile shows the same break', async () => {
    const { data } = await ask<{
      wijkProfile: { themes: { figures: { trend: { breaks: { year: number }[] } }[] }[] };
    }>(
      nobody,
      `{ wijkProfile(code: "WK900323") { themes { figures { trend { breaks { year } } } } } }`,
    );
    const shown = data.wijkProfile.themes.flatMap(({ figures }) => figures);
    expect(shown.length).toBeGreaterThan(0);
    for (const figure of shown) expect(figure.trend.breaks).toEqual([{ year: 2023 }]);
  });
});

describe('a conversion table', () => {
  test.each([
    [
      'shares out a place by half',
      ['WK900311,2022,WK900321,2023,0.5,', 'WK900302,2022,WK900323,2023,1,'],
      'add up to 0.5',
    ],
    ['leaves out a place that did not go on', ['WK900311,2022,WK900321,2023,1,'], 'WK900302'],
    ['names an unknown place', ['WK900399,2022,WK900321,2023,1,'], 'WK900399'],
    ['has a weight that is none', ['WK900311,2022,WK900321,2023,1.5,'], 'weight'],
    ['goes back in time', ['WK900321,2023,WK900311,2022,1,'], 'earlier'],
    ['mixes levels', ['WK900311,2022,BU90032101,2023,1,'], 'level'],
  ])('that %s is refused as a whole', async (_what, lines, words) => {
    const refused = await run('import', 'conversion', table(...lines));
    expect(refused).toMatchObject({ isRefused: true });
    expect(refused.text).toContain(words);
    expect((await trend('WK900321', 'clients', { convert: true })).conversion.refused).toBe(
      'NO_TABLE',
    );
  });

  test('converts counts and rates from their parts, and labels them', async () => {
    const path = table(
      'WK900311,2022,WK900321,2023,0.4,adressen 2022',
      'WK900311,2022,WK900322,2023,0.6,adressen 2022',
      'WK900302,2022,WK900322,2023,0.25,adressen 2022',
      'WK900302,2022,WK900323,2023,0.75,adressen 2022',
    );
    expect((await run('import', 'conversion', path)).text).toContain('2 earlier places');
    const {
      series,
      conversion,
      trend: tested,
    } = await trend('WK900322', 'clients', { convert: true });
    expect(conversion).toEqual({
      ...{ refused: null, basis: 'adressen 2022' },
      parts: [
        { placeCode: 'WK900311', share: 0.6 },
        { placeCode: 'WK900301', share: 0.6 },
        { placeCode: 'WK900302', share: 0.25 },
      ],
    });
    const shown = series.map(({ figure, converted }) => [figure.period, figure.state, converted]);
    expect(shown).toEqual([
      [2019, 'OK', true],
      [2020, 'SUPPRESSED', true],
      [2021, 'OK', true],
      [2022, 'OK', true],
      [2023, 'OK', false],
      [2024, 'OK', false],
    ]);
    expect(series[0]?.figure.value).toBeCloseTo(0.6 * 100 + 0.25 * 120, 9);
    expect(series[0]?.figure).toMatchObject({
      ...{
        provenance: 'ESTIMATED',
        method: { kind: 'CONVERTED' },
        margins: { refused: 'CONVERTED' },
      },
      derivation: 'converted from WK900301, WK900302 (division 2019) by adressen 2022',
    });
    expect(series[4]?.figure.provenance).toBe('MEASURED');
    expect(tested).toMatchObject({ points: 5, refused: null, breaks: [{ year: 2023 }] });
    const rate = await trend('WK900322', 'share', { convert: true });
    const value = (100 * (0.6 * 100 + 0.25 * 240)) / (0.6 * 1000 + 0.25 * 1200);
    expect(rate.series[0]?.figure.value).toBeCloseTo(value, 9);
  });

  test('converts no medians or scores, with the reason', async () => {
    for (const indicator of ['wealth', 'bare']) {
      const { series, conversion } = await trend('WK900322', indicator, { convert: true });
      expect(conversion).toMatchObject({ refused: 'NOT_ADDITIVE', parts: [] });
      expect(series.every(({ converted }) => !converted)).toBe(true);
    }
  });

  test('is not asked for an unknown wijk or indicator', async () => {
    const refused = async (code: string, indicator: string) =>
      refusalOf(await ask(nobody, query, { code, indicator }));
    expect(await refused('WK999999', 'clients')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused('WK900321', 'nothing')).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'indicator',
    });
  });
});

const indicator = (changes: Record<string, unknown>) =>
  ({ measureKind: 'COUNT', provenance: 'MEASURED', breakYears: [], ...changes }) as never;

test('a rate without its counts is refused, a part without a value gives its state', () => {
  const ok = {
    state: 'OK',
    value: 5,
    releaseStatus: 'PROVISIONAL',
    lower: 1,
    upper: 9,
    denominator: null,
  } as const;
  expect(convert(indicator({ measureKind: 'PERCENT' }), [{ share: 1, cell: ok }])).toBe('NO_PARTS');
  expect(convert(indicator({}), [{ share: 0.5, cell: ok }])).toMatchObject({
    ...{ value: 2.5, releaseStatus: 'PROVISIONAL', lower: null },
  });
  const secret = { state: 'SUPPRESSED', value: null, reason: null, basis: 'SOURCE' } as const;
  expect(
    convert(indicator({}), [
      { share: 0.5, cell: ok },
      { share: 0.5, cell: secret },
    ]),
  ).toMatchObject({
    ...{ state: 'SUPPRESSED', value: null },
  });
  expect(convert(indicator({}), [{ share: 1, cell: undefined }])).toMatchObject({
    reason: 'BOUNDARY_BREAK',
  });
});

test('a trend is tested over what comes after the last break of the definition', () => {
  const series = Array.from({ length: 9 }, (_, at) => ({
    period: 2015 + at,
    cell: { state: 'OK', value: at < 3 ? 100 - at : at, releaseStatus: 'DEFINITIVE' },
  })) as never;
  expect(trendOf(indicator({ breakYears: [2018] }), series, [])).toMatchObject({
    ...{ change: 'RISING', points: 6, from: 2018, until: 2023 },
    breaks: [{ year: 2018, kind: 'DEFINITION', link: null }],
  });
  expect(trendOf(indicator({ breakYears: [2021] }), series, [])).toMatchObject({
    ...{ refused: 'DEFINITION_BREAK', points: 3 },
  });
});

test('what is converted is neither lost nor made, through any number of borders (300 random histories)', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const next = randomFrom(seed, 'conversions');
    const steps = 1 + Math.floor(next() * 3);
    const generations = Array.from({ length: steps + 1 }, (_, at) =>
      Array.from(
        { length: 1 + Math.floor(next() * 6) },
        (_place, nth): SpanKey => ({
          ...{ code: `WK${at}${nth}`, firstYear: 2000 + 2 * at, lastYear: 2001 + 2 * at },
        }),
      ),
    );
    const shares = generations.slice(1).flatMap((later, at) =>
      (generations[at] ?? []).flatMap(({ code }): Share[] => {
        const weights: number[] = later.map(() => (next() < 0.4 ? 0 : next()));
        if (!weights.some((weight) => weight > 0)) weights[0] = 1;
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        return later.flatMap((to, nth) => {
          const share = (weights[nth] ?? 0) / total;
          const years = { fromYear: 2001 + 2 * at, toYear: 2002 + 2 * at };
          return share > 0 ? [{ ...{ fromCode: code, toCode: to.code, share }, ...years }] : [];
        });
      }),
    );
    const counts = new Map(generations[0]?.map(({ code }) => [code, Math.floor(next() * 1e6)]));
    const before = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const all = generations.flat();
    let after = 0;
    for (const place of generations.at(-1) ?? []) {
      for (const { code, share } of contributionsTo([place], all, shares, [])) {
        after += share * (counts.get(code) ?? 0);
      }
    }
    expect(Math.abs(after - before)).toBeLessThanOrEqual(1e-9 * Math.max(1, before));
  }
});
