// Half-years, quarters and months beside years: stored with their codes, and never compared with a period of another
// length or season.
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../server/config.ts';
import { endOf, periodCode, periodName, readPeriod } from '../server/figures/periods.ts';
import { cube } from './fixtures/cube.ts';
import { findFigure, runner, testFolder } from './fixtures/run.ts';
import { askOn, esra, nobody } from './support/ask.ts';
import { type ServedTable, serveTables } from './support/cbs-server.ts';
import { parseCsv } from './support/csv.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const database = await testDatabase();
// Commands publish at the real time.
const ask = askOn(database, () => new Date());
const run = runner(database);
const files = testFolder();
const places = ['GM9001', ...Object.keys(perWijk(...Array.from({ length: 12 }, () => 1)))];
const thefts = 'police-totaal-misdrijven-geregistreerde-misdrijven';

test('codes of periods are read by the whole code or not at all', () => {
  const codes = ['2024JJ00', '2024HJ02', '2024KW04', '2024MM12'];
  expect(codes.map((code) => readPeriod(code)).map((one) => one && periodCode(one))).toEqual(codes);
  for (const code of [
    '2024',
    '2024JJ01',
    '2024KW05',
    '2024KW00',
    '2024MM13',
    '2024HJ03',
    '2024X000',
  ])
    expect([code, readPeriod(code)]).toEqual([code, undefined]);
  const names = codes.flatMap((code) => {
    const period = readPeriod(code);
    return period ? [periodName(period, 'nl'), periodName(period, 'en')] : [];
  });
  expect(names).toEqual([
    ...['2024', '2024', '2e halfjaar 2024', 'Second half 2024'],
    ...['4e kwartaal 2024', 'Fourth quarter 2024', 'december 2024', 'December 2024'],
  ]);
  const ends = ['2023JJ00', '2024MM01', '2024KW01', '2024MM04', '2024HJ01', '2024JJ00'].map(
    (code) => endOf(readPeriod(code) ?? { year: 0, part: '' }),
  );
  expect(ends).toEqual([...ends].sort((a, b) => a - b));
});

/** Figures per place: what `value` says of a period and the number of the place. */
const policeTable = (
  id: string,
  periods: readonly string[],
  value: (code: string, at: number) => number | null,
): ServedTable =>
  cube({
    ...{ id, title: 'Geregistreerde misdrijven', period: '2020-2025', places },
    dimensions: {
      SoortMisdrijf: { '0.0.0 ': 'Totaal misdrijven' },
      Perioden: Object.fromEntries(
        periods.map((code) => [code, code === '2025MM03' ? `${code}*` : code]),
      ),
    },
    topics: [['Geregistreerde misdrijven', 'aantal']],
    rows: places.flatMap((place, at) =>
      periods.map((code): [string, string[], (number | null)[]] => [
        place,
        ['0.0.0 ', code],
        [value(code, at)],
      ]),
    ),
  });

async function take(table: ServedTable, ...words: string[]) {
  const served = await serveTables({ table: () => table });
  onTestFinished(() => served.close());
  const { address } = served;
  const addresses = {
    ...{
      CBS: `${address}/v3`,
      CBS4: `${address}/v4`,
      DATADERDEN: `${address}/v3`,
      MLZ: `${address}/mlz`,
    },
    ...{ PDOK: address, PDOK_WFS: address },
  };
  return runner(database, { ...readConfig({}).fetching, addresses, waitMs: 1, attempts: 2 })(
    ...['import', 'cbs', '--table', String(table.infos.Identifier), '--publish', ...words],
  );
}

const years = [2020, 2021, 2022, 2023, 2024];
const months = [...years, 2025].flatMap((year) =>
  Array.from(
    { length: year === 2025 ? 3 : 12 },
    (_, at) => `${year}MM${String(at + 1).padStart(2, '0')}`,
  ),
);

beforeAll(async () => {
  await makePlaces(database);
  await makeEdition(database, {
    ...{ year: 2025, table: 'people', figures: { population: perWijk(4000, 4000) } },
  });
});

test('a monthly table of the police comes in beside the yearly one, five years of it', async () => {
  const yearly = await take(
    policeTable(
      '47018NED',
      years.map((year) => `${year}JJ00`),
      (code, at) => Number(code.slice(0, 4)) - 1900 + at,
    ),
  );
  expect(yearly).toMatchObject({ isRefused: false });
  // March is busy; every March a little busier than the one before.
  const monthly = await take(
    policeTable('47022NED', months, (code, at) => {
      const [year, month] = [Number(code.slice(0, 4)), Number(code.slice(6))];
      if (code === '2025MM03' && at === 2) return null;
      return (month === 3 ? 30 : 5) + (year - 2020) + at;
    }),
  );
  expect(monthly).toMatchObject({ isRefused: false });
  // 13 places, three of 63 months.
  expect(monthly.text).toContain(
    'The table has 3 older parts of years, 2020MM01 to 2020MM03: not read.',
  );
  const of = (year: number, part = '', place = 'WK900101') =>
    findFigure(database, place, thefts, year, '', part);
  expect(await of(2024)).toMatchObject({ value: 125, releaseStatus: 'DEFINITIVE' });
  expect(await of(2024, 'MM03')).toMatchObject({ value: 35 });
  expect(await of(2025, 'MM03')).toMatchObject({ value: 36, releaseStatus: 'PROVISIONAL' });
  expect(await of(2025, 'MM03', 'WK900102')).toMatchObject({ state: 'SUPPRESSED' });
  expect(await of(2020, 'MM03')).toBeUndefined();
  expect(await of(2025)).toBeUndefined();
});

interface Series {
  indicator: { key: string };
  current: { period: number; part: string | null; periodCode: string; value: number | null };
  series: { period: number; part: string | null; value: number | null }[];
  trend: { change: string | null; points: number; slopePerYear: number | null };
  benchmark: { gemeente: { value: number; periodCode: string } | null };
}

const contextOf = async (code: string, year?: number) => {
  const { data } = await ask<{ wijkProfile: { context: Series[] } }>(
    nobody,
    `query ($code: WijkCode!, $year: Int) { wijkProfile(code: $code, year: $year) { context {
      indicator { key } current { period part periodCode value } series { period part value }
      trend { change points slopePerYear } benchmark { gemeente { value periodCode } } } } }`,
    { code, year },
  );
  return data.wijkProfile.context.filter(({ indicator }) => indicator.key === thefts);
};

test('a profile shows the last year, and a later month beside the same month of other years only', async () => {
  const [year, month, ...more] = await contextOf('WK900101');
  expect(more).toEqual([]);
  expect(year?.current).toMatchObject({ periodCode: '2024JJ00', part: null, value: 125 });
  expect(year?.series.map(({ period, part }) => [period, part])).toEqual(
    years.map((one) => [one, null]),
  );
  expect(month?.current).toMatchObject({ periodCode: '2025MM03', part: 'MM03', value: 36 });
  expect(month?.series.map(({ period, part, value }) => [period, part, value])).toEqual(
    [2021, 2022, 2023, 2024, 2025].map((one) => [one, 'MM03', 30 + one - 2020 + 1]),
  );
  expect(month?.benchmark.gemeente).toEqual({ periodCode: '2025MM03', value: 35 });
  // Marches with Marches: a rise of one a year; with all months in one line it would be the season.
  expect(month?.trend).toMatchObject({ change: 'RISING', points: 5, slopePerYear: 1 });
});

test('a month before the end of the last whole year is not shown beside it', async () => {
  const shown = await contextOf('WK900101', 2024);
  expect(shown.map(({ current }) => current.periodCode)).toEqual(['2024JJ00']);
});

test('a map holds whole years unless a part is named, and never both', async () => {
  const map = (words: string) =>
    ask<{ indicatorMap: { placeCode: string; figure: { periodCode: string; state: string } }[] }>(
      nobody,
      `{ indicatorMap(indicator: "${thefts}", within: "GM9001", level: WIJK ${words}) {
          placeCode figure { periodCode state value } } }`,
    );
  const codes = async (words: string) => [
    ...new Set((await map(words)).data.indicatorMap.map(({ figure }) => figure.periodCode)),
  ];
  expect(await codes('')).toEqual(['2024JJ00']);
  expect(await codes(', part: MM03')).toEqual(['2025MM03']);
  expect(await codes(', part: MM03, period: 2022')).toEqual(['2022MM03']);
  expect((await map(', part: KW01')).errors?.[0]?.message).toContain('no figures about KW01');
  expect((await map(', part: MM04, period: 2025')).errors?.[0]?.message).toContain('2020, 2021');
  const { data } = await ask<{ indicatorPeriods: { period: number; part: string | null }[] }>(
    nobody,
    `{ indicatorPeriods(indicator: "${thefts}", within: "GM9001") { period part } }`,
  );
  expect(data.indicatorPeriods.slice(0, 6).map(({ period, part }) => `${period} ${part}`)).toEqual([
    ...['2025 MM03', '2025 MM02', '2025 MM01', '2024 null', '2024 MM12', '2024 MM11'],
  ]);
});

test('a trend is over whole years unless a part is named', async () => {
  const trend = async (words: string) => {
    const { data, errors } = await ask<{
      indicatorTrend: { series: { figure: { periodCode: string } }[]; trend: { points: number } };
    }>(
      nobody,
      `{ indicatorTrend(code: "WK900103", indicator: "${thefts}" ${words}) {
          series { figure { periodCode } } trend { points } } }`,
    );
    return (
      errors?.[0]?.message ?? data.indicatorTrend.series.map(({ figure }) => figure.periodCode)
    );
  };
  expect(await trend('')).toEqual(years.map((year) => `${year}JJ00`));
  expect(await trend(', part: MM01')).toEqual(
    [2021, 2022, 2023, 2024, 2025].map((year) => `${year}MM01`),
  );
  expect(await trend(', part: HJ01')).toContain('no figures of police');
});

test('exports and the view say the period of every figure', async () => {
  const { text } = await run('export', 'figures', '--indicator', thefts, '--within', 'GM9001');
  const rows = parseCsv(text).filter(({ place }) => place === 'WK900101');
  expect(rows).toHaveLength(5 + 60);
  expect(new Set(rows.map((row) => row.periodCode)).size).toBe(65);
  expect(rows.find((row) => row.periodCode === '2025MM03')).toMatchObject({
    period: '2025',
    value: '36',
  });
  const cube = JSON.parse(
    (
      await run(
        'export',
        'figures',
        '--indicator',
        thefts,
        '--format',
        'jsonstat',
        '--period',
        '2024',
      )
    ).text,
  );
  expect(Object.keys(cube.dimension.period.category.index)).toEqual([
    '2024',
    ...Array.from({ length: 12 }, (_, at) => `2024MM${String(at + 1).padStart(2, '0')}`),
  ]);
  const { rows: seen } = await database.pool.query<{ part: string; value: number }>(
    `select part, value from figures where indicator = $1 and place_code = 'WK900101' and period = 2024
      and part in ('', 'MM03') order by part`,
    [thefts],
  );
  expect(seen).toEqual([
    { part: '', value: 125 },
    { part: 'MM03', value: 35 },
  ]);
});

test.each(['v3', 'v4'])('half-years of a table of CBS by %s', async (odata) => {
  const table = cube({
    ...{ id: '86050NED', title: 'Wmo-cliënten per halfjaar', period: '2023-2024' },
    places: ['GM9001'],
    dimensions: {
      TypeMaatwerkvoorziening: { T1: 'Totaal', T2: 'Begeleiding' },
      Perioden: { '2023HJ02': '2023 2e halfjaar', '2024HJ01': '2024 1e halfjaar*' },
    },
    topics: [['Wmo-cliënten', 'aantal']],
    rows: ['T1', 'T2'].flatMap((type, t) =>
      ['2023HJ02', '2024HJ01'].map((code, at): [string, string[], (number | null)[]] => [
        'GM9001',
        [type, code],
        [100 * (t + 1) + at],
      ]),
    ),
  });
  expect(await take(table, '--odata', odata)).toMatchObject({ isRefused: false });
  const of = (year: number, part: string) =>
    findFigure(database, 'GM9001', 'wmo-details-begeleiding-wmo-clienten', year, '', part);
  expect(await of(2023, 'HJ02')).toMatchObject({ value: 200, releaseStatus: 'DEFINITIVE' });
  expect(await of(2024, 'HJ01')).toMatchObject({ value: 201 });
});

test('quarters of a csv count for no position and no inhabitants, and can be interpreted', async () => {
  const indicators = files.write(
    'quarters.json',
    JSON.stringify([
      {
        ...{ key: 'nuisance', title: 'Overlast', unit: '%', measureKind: 'PERCENT' },
        ...{ direction: 'HIGH_IS_CONCERN', theme: 'SUBSTANCE_USE', publisher: 'Gemeente' },
        ...{ licence: 'CC0-1.0', provenance: 'MEASURED', sensitive: false },
      },
    ]),
  );
  expect(await run('import', 'indicators', indicators)).toMatchObject({ isRefused: false });
  const lines = places.map(
    (place, at) => `nuisance,${place},2025,2025KW02,${at === 1 ? 90 : 5 + at},`,
  );
  const people = places.map((place) => `population,${place},2025,2025KW03,7,`);
  const csv = (more: readonly string[]) =>
    files.write(
      'quarters.csv',
      ['indicator,place,year,period,value,state', ...lines, ...more, ''].join('\n'),
    );
  const taken = await run('import', 'figures', csv(people), '--source', 'own', '--publish');
  expect(taken).toMatchObject({ isRefused: false });
  const { data } = await ask<{
    wijkProfile: {
      population: { value: number; periodCode: string };
      themes: {
        theme: { code: string };
        monitor: { code: string };
        figures: { current: { periodCode: string } }[];
      }[];
    };
  }>(
    nobody,
    `{ wijkProfile(code: "WK900101") { population { value periodCode }
      themes { theme { code } concordance { monitor } figures { current { periodCode } } } } }`,
  );
  expect(data.wijkProfile.population).toEqual({ value: 4000, periodCode: '2025JJ00' });
  const theme = data.wijkProfile.themes.find(({ theme: { code } }) => code === 'SUBSTANCE_USE');
  expect(theme).toMatchObject({
    concordance: { monitor: 'UNKNOWN' },
    figures: [{ current: { periodCode: '2025KW02' } }],
  });
  const interpret = async (at: number, figureRef: string) => {
    const { errors } = await ask<{ addInterpretation: unknown }>(
      esra,
      `mutation ($input: AddInterpretationInput!) { addInterpretation(input: $input) { id } }`,
      {
        input: {
          ...{ id: `00000000-0000-4000-8000-0000000000a${at}`, placeCode: 'WK900101', figureRef },
          ...{ theme: 'SUBSTANCE_USE', explanation: 'In het voorjaar is het druk op het plein.' },
          ...{ publicationLevel: 'CIRCLE', heldOn: '2026-01-15', professions: ['YOUTH_WORKER'] },
        },
      },
    );
    return errors?.[0]?.message ?? 'taken';
  };
  expect(await interpret(1, 'nuisance:2025KW02')).toBe('taken');
  expect(await interpret(2, 'nuisance:2025')).toContain('there is 2025KW02 of nuisance');
  expect(await interpret(3, 'nuisance:2025KW05')).toContain('a year or a part of one');
  const wrong = csv([`nuisance,WK900101,2025,2025KW05,1,`]);
  const map = await ask<{ indicatorMap: { figure: { periodCode: string } }[] }>(
    nobody,
    `{ indicatorMap(indicator: "nuisance", within: "GM9001", level: WIJK) { figure { periodCode } } }`,
  );
  expect(map.data.indicatorMap[0]?.figure.periodCode).toBe('2025KW02');
  const answer = await run('import', 'figures', wrong, '--source', 'own');
  expect(answer).toMatchObject({ isRefused: true });
  expect(answer.text).toContain('"2025KW05", not a year');
});
