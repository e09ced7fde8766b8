// Tables with dimensions beside the place, fetched from a service: Wmo by type, health with margins and age groups, SES-WOA
// with bounds, police.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../server/config.ts';
import type { Database } from '../server/db/client.ts';
import { findIndicator } from '../server/indicators.ts';
import type { FetchSettings } from '../server/monitors/fetching/settings.ts';
import { cube } from './fixtures/cube.ts';
import { findFigure, runner, testFolder } from './fixtures/run.ts';
import { askOn } from './support/ask.ts';
import { type Behaviour, type ServedTable, serveTables } from './support/cbs-server.ts';
import { testDatabase } from './support/database.ts';

const files = testFolder();
const places = ['GM9006', 'WK900601', 'WK900602', 'GM9007', 'WK900701'];
let database: Database;
const levelOf = (code: string) => ({ NL: 'COUNTRY', GM: 'GEMEENTE' })[code.slice(0, 2)] ?? 'WIJK';

async function take(table: ServedTable, ...words: string[]) {
  const { ran } = await ask({ table: () => table }, ...words);
  return ran;
}

function settingsOf(address: string): FetchSettings {
  const addresses = {
    CBS: `${address}/v3`,
    CBS4: `${address}/v4`,
    DATADERDEN: `${address}/v3`,
    MLZ: `${address}/mlz`,
    PDOK: address,
    PDOK_WFS: address,
  };
  return { ...readConfig({}).fetching, addresses, waitMs: 1, attempts: 2 };
}

/** What the command said, and what it asked of the service. */
async function ask(behaviour: Behaviour, ...words: string[]) {
  const tableId = String(behaviour.table(0).infos.Identifier);
  const served = await serveTables(behaviour);
  onTestFinished(() => served.close());
  const settings = settingsOf(served.address);
  const ran = await runner(database, settings)('import', 'cbs', '--table', tableId, ...words);
  return { ran, asked: served.asked };
}

beforeAll(async () => {
  database = await testDatabase();
  const years = [2016, 2021, 2022, 2023, 2024];
  const lines = years.flatMap((year) =>
    ['NL00', ...places].map((code) => `${code},Plaats ${code},${levelOf(code)},,${year},`),
  );
  const path = files.write(
    'places.csv',
    ['code,name,level,parent,year,population', ...lines, ''].join('\n'),
  );
  await runner(database)('import', 'places', path, '--publish');
});

const wmo = (id = '86188NED') =>
  cube({
    id,
    title: 'Wmo-cliënten; type maatwerkvoorziening, wijken, 2021',
    period: '2021',
    places,
    dimensions: {
      TypeMaatwerkvoorziening: {
        T1: 'Totaal',
        T2: 'Ondersteuning thuis',
        T3: 'Hulp bij het huishouden',
      },
      Perioden: { '2021JJ00': '2021*' },
    },
    topics: [
      ['Wmo-cliënten', 'aantal'],
      ['Wmo-cliënten per 1 000 inwoners', 'per 1 000 inwoners'],
    ],
    rows: places.flatMap((place, at) =>
      ['T1', 'T2', 'T3'].map((type, t): [string, string[], (number | null)[]] => [
        place,
        [type, '2021JJ00'],
        // GM9007 did not deliver; WK900602 is too small for the second type.
        at >= 3 || (place === 'WK900602' && t === 1)
          ? [null, null]
          : [100 * (at + 1) + t, 10 * (at + 1) + t],
      ]),
    ),
  });

test.each(['v3', 'v4'])(
  'types of Wmo are indicators of their own under their themes (%s)',
  async (odata) => {
    const ran = await take(wmo(), '--odata', odata, '--publish');
    expect(ran.text).toContain(
      odata === 'v3' ? 'published    edition' : 'nothing changed: the same content is live',
    );
    const cell = (place: string, key: string) => findFigure(database, place, key, 2021);
    expect(await cell('WK900601', 'wmo-household-help-per-1000')).toMatchObject({
      value: 22,
      releaseStatus: 'PROVISIONAL',
    });
    expect(await cell('WK900602', 'wmo-support-at-home-per-1000')).toMatchObject({
      state: 'MISSING',
    });
    expect(await cell('WK900701', 'wmo-support-at-home-per-1000')).toMatchObject({
      state: 'NOT_DELIVERED',
    });
    expect(await cell('GM9006', 'wmo-totaal-wmo-clienten')).toMatchObject({ value: 100 });
    expect(await findIndicator(database.readDb, 'wmo-support-at-home-per-1000')).toMatchObject({
      theme: 'DAY_ACTIVITIES',
      direction: 'NEUTRAL',
    });
  },
);

test('health comes with margins and age groups out of the untyped set', async () => {
  const table = cube({
    id: '50120NED',
    title: 'Gezondheid per wijk en buurt; 2012/2016/2020/2022',
    period: '2012-2022',
    places,
    dimensions: {
      Leeftijd: { '20300': '18 jaar of ouder', '80200': '65 jaar of ouder' },
      Marges: { MW00000: 'Waarde', MOG0095: 'Ondergrens', MBG0095: 'Bovengrens' },
      Perioden: { '2022JJ00': '2022' },
    },
    topics: [['Eenzaam', '%']],
    rows: places.flatMap((place) =>
      ['20300', '80200'].flatMap((age) =>
        (
          [
            ['MW00000', '    50.5'],
            ['MOG0095', '    48.0'],
            ['MBG0095', '    53.0'],
          ] as const
        ).map(([margin, text]): [string, string[], string[]] => [
          place,
          [age, margin, '2022JJ00'],
          [place === 'WK900602' ? '       .' : text],
        ]),
      ),
    ),
  });
  const named = {
    ...table,
    properties: table.properties.map((p) => (p.Key === 'Maat_1' ? { ...p, Key: 'Eenzaam_4' } : p)),
    rows: table.rows.map(({ Maat_1, ...row }) => ({ ...row, Eenzaam_4: Maat_1 })),
  };
  const ran = await take(named, '--gemeente', 'GM9006', '--publish');
  expect(ran.text).toContain('rivm-health 50120NED, GM9006, division 2022');
  for (const segment of ['', 'age=65+']) {
    expect(await findFigure(database, 'WK900601', 'loneliness', 2022, segment)).toMatchObject({
      value: 50.5,
      lower: 48,
      upper: 53,
    });
  }
  expect(await findFigure(database, 'WK900602', 'loneliness', 2022)).toMatchObject({
    state: 'MISSING',
    basis: 'SOURCE',
  });
});

test('SES-WOA keeps its bounds beside the score', async () => {
  const table = cube({
    id: '86296NED',
    title: 'SES-WOA',
    period: '2014-2024',
    places,
    dimensions: { Perioden: { '2023JJ00': '2023', '2024JJ00': '2024*' } },
    topics: [
      ['Gemiddelde SES-WOA-score', 'score'],
      ['Ondergrens gemiddelde SES-WOA-score', 'score'],
      ['Bovengrens gemiddelde SES-WOA-score', 'score'],
    ],
    rows: places.flatMap((place) =>
      ['2023JJ00', '2024JJ00'].map((period): [string, string[], number[]] => [
        place,
        [period],
        [-0.21, -0.25, -0.17],
      ]),
    ),
  });
  await take(table, '--publish');
  const key = 'ses-woa-gemiddelde-ses-woa-score';
  expect(await findFigure(database, 'WK900601', key, 2024)).toMatchObject({
    value: -0.21,
    lower: -0.25,
    upper: -0.17,
    releaseStatus: 'PROVISIONAL',
  });
  expect(await findFigure(database, 'WK900601', key, 2023)).toMatchObject({
    releaseStatus: 'DEFINITIVE',
  });
});

test('what the police withholds is suppressed, months stand beside years, and other periods are left out', async () => {
  const table = cube({
    id: '47018NED',
    title: 'Geregistreerde misdrijven',
    period: '2024',
    places,
    dimensions: {
      SoortMisdrijf: { '0.0.0 ': 'Totaal misdrijven', '1.1.1 ': 'Diefstal uit woning' },
      Perioden: { '2024JJ00': '2024', '2024MM01': '2024 januari', '2024X000': '2022-2024' },
    },
    topics: [['Geregistreerde misdrijven', 'aantal']],
    rows: places.flatMap((place) =>
      ['0.0.0 ', '1.1.1 '].flatMap((kind) =>
        ['2024JJ00', '2024MM01', '2024X000'].map(
          (period): [string, string[], (number | null)[]] => [
            place,
            [kind, period],
            [kind === '1.1.1 ' && place === 'WK900601' ? null : period === '2024JJ00' ? 12 : 2],
          ],
        ),
      ),
    ),
  });
  const ran = await take(table, '--publish');
  expect(ran.text).toContain('10 rows were left out: 2024X000 is neither a year');
  const key = 'police-diefstal-uit-woning-geregistreerde-misdrijven';
  expect(await findFigure(database, 'WK900601', key, 2024)).toMatchObject({ state: 'SUPPRESSED' });
  expect(await findFigure(database, 'WK900602', key, 2024)).toMatchObject({ value: 12 });
  const january = await findFigure(database, 'WK900602', key, 2024, '', 'MM01');
  expect(january).toMatchObject({ value: 2 });
});

test('a dimension that nobody described becomes segments by its titles', async () => {
  const table = cube({
    id: '85994NED',
    title: 'Gebruik voorzieningen sociaal domein 2024',
    period: '2024',
    places,
    dimensions: {
      AantalVoorzieningen: { A: 'Totaal', B: '1 voorziening', C: '3 of meer voorzieningen' },
      Perioden: { '2024JJ00': '2024' },
    },
    topics: [['Huishoudens', '%']],
    rows: places.flatMap((place) =>
      ['A', 'B', 'C'].map((code, at): [string, string[], number[]] => [
        place,
        [code, '2024JJ00'],
        [40 - 15 * at],
      ]),
    ),
  });
  await take(table, '--publish');
  const cell = (segment: string) =>
    findFigure(database, 'WK900601', 'provisions-huishoudens', 2024, segment);
  expect(await cell('')).toMatchObject({ value: 40 });
  expect(await cell('aantalvoorzieningen=3-of-meer-voorzieningen')).toMatchObject({ value: 10 });
});

test('who pays for Wmo comes per financing form: the open route to pgb per wijk', async () => {
  const table = cube({
    id: '86181NED',
    title: 'Wmo-cliënten; financieringsvorm, wijken, 2022',
    period: '2022',
    places,
    dimensions: {
      Financieringsvorm: {
        T1: 'Totaal',
        A1: 'Uitsluitend PGB',
        A2: 'Uitsluitend ZIN',
        A3: 'Zowel PGB als ZIN',
      },
      Perioden: { '2022JJ00': '2022' },
    },
    topics: [
      ['Wmo-cliënten', 'aantal'],
      ['Wmo-cliënten per 1 000 inwoners', 'per 1 000 inwoners'],
    ],
    rows: places.flatMap((place, at) =>
      ['T1', 'A1', 'A2', 'A3'].map((form, f): [string, string[], (number | null)[]] => [
        place,
        [form, '2022JJ00'],
        at >= 3 ? [null, null] : [100 * (f + 1), 10 * (f + 1) + at],
      ]),
    ),
  });
  expect(await take(table, '--publish')).toMatchObject({ isRefused: false });
  const of = (place: string, key: string) => findFigure(database, place, key, 2022);
  expect(await of('WK900601', 'wmo-pgb-only-per-1000')).toMatchObject({ value: 21 });
  expect(await of('WK900601', 'wmo-in-kind-only-per-1000')).toMatchObject({ value: 31 });
  expect(await of('WK900601', 'wmo-pgb-and-in-kind-per-1000')).toMatchObject({ value: 41 });
  expect(await of('WK900701', 'wmo-pgb-only-per-1000')).toMatchObject({ state: 'NOT_DELIVERED' });
  expect(await findIndicator(database.readDb, 'wmo-pgb-only-per-1000')).toMatchObject({
    ...{ direction: 'NEUTRAL', theme: 'SELF_RELIANCE', measureKind: 'PER_1000' },
  });
});

test('youth care comes by form, age and referrer: parts of the same young people, the whole without a part', async () => {
  const table = cube({
    id: '83563NED',
    title: 'Jongeren met jeugdzorg, wijken, 2016',
    period: '2016',
    places,
    dimensions: {
      Jeugdzorgvorm: { T1: 'Totaal jeugdzorg', J1: 'Jeugdhulp zonder verblijf' },
      Verwijzer: { T1: 'Totaal verwijzers', V1: 'Huisarts' },
      Perioden: { '2016JJ00': '2016**' },
    },
    topics: [['Jongeren met jeugdzorg', 'aantal']],
    rows: places.flatMap((place, at) =>
      ['T1', 'J1'].flatMap((form, f) =>
        ['T1', 'V1'].map((referrer, v): [string, string[], (number | null)[]] => [
          place,
          [form, referrer, '2016JJ00'],
          [at >= 3 ? null : 1000 * (at + 1) + 100 * f + 10 * v],
        ]),
      ),
    ),
  });
  expect(await take(table, '--publish')).toMatchObject({ isRefused: false });
  const of = (segment: string, place = 'WK900601') =>
    findFigure(database, place, 'youth-care-jongeren-met-jeugdzorg', 2016, segment);
  expect(await of('')).toMatchObject({ value: 2000, releaseStatus: 'REVISED_PROVISIONAL' });
  expect(await of('jeugdzorgvorm=jeugdhulp-zonder-verblijf')).toMatchObject({ value: 2100 });
  expect(await of('jeugdzorgvorm=jeugdhulp-zonder-verblijf;verwijzer=huisarts')).toMatchObject({
    value: 2110,
  });
  expect(await of('verwijzer=huisarts', 'WK900701')).toMatchObject({ state: 'NOT_DELIVERED' });
});

describe('of a table per month', () => {
  const months = ['MM01', 'MM05', 'MM12'];
  const years = Array.from({ length: 22 }, (_, at) => 2003 + at);
  const codes = years.flatMap((year) => ['JJ00', ...months].map((part) => `${year}${part}`));
  // Of 66 months 60 are kept: those of 2003 and 2004 are not, nor the first ones of 2005 had there been fewer years.
  const monthly = (shift: number, own = places, hasCeased = false) =>
    cube({
      id: '47022NED',
      title: 'Geregistreerde misdrijven per maand',
      period: '2003-2024',
      places: own,
      dimensions: {
        SoortMisdrijf: { '0.0.0 ': 'Totaal misdrijven', '1.1.1 ': 'Diefstal uit woning' },
        Perioden: Object.fromEntries(codes.map((code) => [code, code])),
      },
      topics: [['Geregistreerde misdrijven', 'aantal']],
      rows: own.flatMap((place, p) =>
        ['0.0.0 ', '1.1.1 '].flatMap((kind, k) =>
          codes
            // WK900602 ceased to be counted long ago.
            .filter((code) => place !== 'WK900602' || !hasCeased || /^2003MM/.test(code))
            .map((code, c): [string, string[], number[]] => [
              place,
              [kind, code],
              [shift + 10 * c + 3 * p + k],
            ]),
        ),
      ),
    });
  const rowsOf = (asked: readonly string[]) =>
    asked.filter((path) => /TypedDataSet|Observations/.test(path));
  const wanted =
    /startswith\(Perioden,'2003JJ00'\) or startswith\(Perioden,'2004JJ00'\) or startswith\(Perioden,'2005'\)/;

  test.each(['v3', 'v4'])('only the newest months are asked for (%s)', async (odata) => {
    const words = ['--gemeente', 'GM9006', '--odata', odata, '--publish'];
    const { ran, asked } = await ask({ table: () => monthly(0) }, ...words);
    expect(ran.text).toContain(
      odata === 'v3' ? 'published    edition' : 'nothing changed: the same content is live',
    );
    expect(ran.text).toContain('The table has 6 older parts of years, 2003MM01 to 2004MM12');
    expect(rowsOf(asked).filter((path) => wanted.test(path)).length).toBeGreaterThanOrEqual(2);
    const key = 'police-totaal-misdrijven-geregistreerde-misdrijven';
    const of = (period: number, part: string) =>
      findFigure(database, 'GM9006', key, period, '', part);
    expect(await of(2003, '')).toMatchObject({ value: 0 });
    expect(await of(2004, 'MM12')).toBeUndefined();
    expect(await of(2005, 'MM01')).toMatchObject({ value: 90 });
  });

  test('all are, of a service that does not know the filter: with the same content', async () => {
    const { ran, asked } = await ask(
      {
        table: () => monthly(0),
        fault: (_n, path) => (/Perioden,/.test(path) ? 'status 500' : undefined),
      },
      ...['--gemeente', 'GM9006'],
    );
    expect(ran.text).toContain('nothing changed: the same content is live');
    expect(ran.text).toContain('rows were left out: 2003MM01, 2003MM05, 2003MM12 and 3 more');
    // It is not tried again for each part.
    const tried = rowsOf(asked).filter((path) => path.includes('WK9006') && wanted.test(path));
    expect(tried).toEqual([]);
  });

  test('pages stay under the limit, and a place that does not come at all is missed', async () => {
    const gap = {
      ...monthly(1),
      places: [...monthly(1).places, { Key: 'WK900603  ', Title: 'x' }],
    };
    const { ran } = await ask({ table: () => gap }, '--gemeente', 'GM9006');
    expect(ran.text).toContain('47022NED came without 1 of its places (first WK900603)');
    const ceased = await ask({ table: () => monthly(1, places, true) }, '--gemeente', 'GM9006');
    expect(ceased.ran.text).toContain('2 places');
    expect(ceased.asked.at(-2)).toContain("WijkenEnBuurten eq 'WK900602  '&");
    const many = Array.from({ length: 30 }, (_, at) => `WK9006${String(at + 10)}`);
    const { ran: long, asked } = await ask(
      { table: () => monthly(2, ['GM9006', ...many]) },
      ...['--gemeente', 'GM9006'],
    );
    expect(long.text).toContain('do not exist in the division of 2024');
    const pages = rowsOf(asked).filter((path) => path.includes("'WK9006'"));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.every((path) => Number(/top=(\d+)/.exec(path)?.[1]) * 5 <= 10_000)).toBe(true);
  });
});

test('a gemeente that delivered nothing is told so by v4 too, where its cells are absent', async () => {
  const ran = await take(wmo(), '--odata', 'v4', '--gemeente', 'GM9007', '--publish');
  expect(ran).toMatchObject({ isRefused: false });
  const v3 = await take(wmo(), '--gemeente', 'GM9007', '--publish');
  expect(v3.text).toContain('nothing changed: the same content is live');
});

test('a table without places is about the country, at a service of its own', async () => {
  const { properties, rows, ...rest } = cube({
    id: '40028NED',
    title: 'Wlz; personen met een pgb',
    period: '2024-2025',
    places: [],
    dimensions: {
      Leveringsvorm: { T1: 'Totaal', P1: 'Pgb en zorg in natura' },
      Perioden: { '2024KW04': '2024 4e kwartaal', '2025KW01': '2025 1e kwartaal*' },
    },
    topics: [
      ['Personen met een pgb', 'aantal'],
      ['Toegekend budget', 'mln euro'],
    ],
    rows: ['T1', 'P1'].flatMap((form, f) =>
      ['2024KW04', '2025KW01'].map((period, p): [string, string[], (number | null)[]] => [
        '',
        [form, period],
        [50_000 - 1000 * f + p, p === 0 ? 790.5 - f : null],
      ]),
    ),
  });
  const table = {
    ...rest,
    properties: properties.filter((entry) => entry.Key !== 'WijkenEnBuurten'),
    rows: rows.map(({ WijkenEnBuurten: _, ...row }) => row),
  };
  const words = ['--publish'];
  const { ran, asked } = await ask({ table: () => table }, ...words);
  expect(ran.text).toContain('mlz-pgb 40028NED, NL00, division 2024');
  expect(asked.every((path) => path.startsWith('/mlz/40028NED/'))).toBe(true);
  const key = 'mlz-pgb-personen-met-een-pgb';
  const of = (indicator: string, period: number, part: string, segment = '') =>
    findFigure(database, 'NL00', indicator, period, segment, part);
  expect(await of(key, 2024, 'KW04')).toMatchObject({ value: 50_000 });
  expect(await of(key, 2025, 'KW01')).toMatchObject({
    ...{ value: 50_001, releaseStatus: 'PROVISIONAL' },
  });
  const both = 'leveringsvorm=pgb-en-zorg-in-natura';
  expect(await of('mlz-pgb-toegekend-budget', 2024, 'KW04', both)).toMatchObject({ value: 789.5 });
  expect(await of('mlz-pgb-toegekend-budget', 2025, 'KW01')).toMatchObject({ value: null });
  const gemeente = await take(table, '--gemeente', 'GM9006');
  expect(gemeente.text).toContain('about the whole country only: leave --gemeente out');
  const folder = join(files.folder, '40028NED');
  mkdirSync(folder);
  for (const [name, value] of Object.entries({
    ...{ TableInfos: [table.infos], DataProperties: table.properties, TypedDataSet: table.rows },
    ...table.codes,
  })) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ value }));
  }
  const saved = await runner(database)('import', 'cbs', folder, '--publish');
  expect(saved.text).toContain('nothing changed: the same content is live');
  const v4 = await ask({ table: () => table }, '--odata', 'v4', '--publish');
  expect(v4.ran.text).toContain('nothing changed: the same content is live');
  expect(v4.asked.some((path) => path.startsWith('/v4/40028NED/Observations'))).toBe(true);
  const exported = await runner(database)(
    ...['export', 'figures', '--indicator', key, '--level', 'COUNTRY', '--format', 'csv'],
  );
  expect(exported.text).toContain('50001');
});

test('a table whose id nobody knew yet is recognised by its title, and stands in the catalogue', async () => {
  const ran = await take(wmo('89001NED'), '--publish');
  expect(ran.text).toContain('cbs-wmo-types 89001NED, NL00, division 2021');
  const { text } = await runner(database)('catalogue', '--imported');
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes('(cbs-wmo-types;'));
  const own = lines.slice(at + 1, at + 4).join('\n');
  expect(own).toMatch(/86188NED {2}2021 +live/);
  expect(own).toMatch(/89001NED {2}Wmo-cliënten; type maatwerkvoorziening, wijken, 2021 +live/);
});

test('the catalogue tells a category that is new at the source, for each of its measures', async () => {
  const check = async (table: ServedTable) => {
    const served = await serveTables({ table: () => table });
    onTestFinished(() => served.close());
    await runner(database, settingsOf(served.address))('catalogue', '--check', '--imported');
    const { data } = await askOn(database)<{
      catalogue: { table: string; columnChanges: { kind: string; now: string }[] | null }[];
    }>(null, '{ catalogue { table columnChanges { kind now } } }');
    return data.catalogue.find((one) => one.table === '86188NED')?.columnChanges;
  };
  await take(wmo(), '--publish');
  expect(await check(wmo())).toEqual([]);
  const { codes = {}, ...table } = wmo();
  const types = [...(codes.TypeMaatwerkvoorziening ?? []), { Key: 'T9', Title: 'Overig' }];
  const wider = { ...table, codes: { ...codes, TypeMaatwerkvoorziening: types } };
  expect(await check(wider)).toEqual([
    { kind: 'NEW', now: 'Overig > Wmo-cliënten (aantal)' },
    { kind: 'NEW', now: 'Overig > Wmo-cliënten per 1 000 inwoners (per 1 000 inwoners)' },
  ]);
});
