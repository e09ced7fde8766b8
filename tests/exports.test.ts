// Open data out: what the commands write is what everyone sees, each value with its state, margins, provenance and source.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { createApp } from '../server/app.ts';
import { placeShapes } from '../server/db/tables.ts';
import { rollbackEdition } from '../server/monitors/publishing.ts';
import { runner, testFolder } from './fixtures/run.ts';
import { askOn, esra, joris, nobody, noor } from './support/ask.ts';
import { parseCsv } from './support/csv.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, publishNote, today } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const database = await testDatabase();
const ask = askOn(database, () => today);
const run = runner(database);
const files = testFolder();
const secretWords = 'Buurtbewoners zien elkaar zelden in het donker.';
const loneliness = { title: 'Eenzaam, "zeer" of matig', provenance: 'MODELLED' } as const;
let edition = 0;

beforeAll(async () => {
  await makePlaces(database);
  edition = await makeEdition(database, {
    year: 2024,
    table: 'wide',
    figures: {
      population: { GM9001: 12000, ...perWijk(...Array.from({ length: 12 }, () => 1000)) },
      loneliness: { GM9001: 50, ...perWijk([70, 65, 75], 'SUPPRESSED', 'NOT_DELIVERED', 0, 51.25) },
      origin: perWijk(71.5, 72.5, 73.5),
    },
    indicators: {
      origin: { sensitive: true },
      loneliness,
    },
  });
  await makeEdition(database, {
    year: 2025,
    table: 'later',
    figures: { loneliness: perWijk(71) },
    indicators: { loneliness },
  });
  const square = [
    [
      [4.2, 52.0],
      [4.3, 52.0],
      [4.3, 52.1],
      [4.2, 52.0],
    ],
  ];
  await database.db.insert(placeShapes).values({
    ...{ gemeenteCode: 'GM9001', code: 'WK900101', year: 2024, sourceKey: 'test-monitor' },
    geometry: { type: 'Polygon', coordinates: square },
  });
  const words = { observationText: secretWords };
  const open = { publicationLevel: 'PUBLIC', excerpt: 'Bewoners komen weinig buiten.' };
  await publishNote(
    ask,
    noor,
    esra,
    { ...words, placeCode: 'WK900102', severity: 'SERIOUS' },
    open,
  );
  await publishNote(
    ask,
    joris,
    esra,
    { ...words, placeCode: 'WK900102', severity: 'SERIOUS' },
    open,
  );
});

const figures = (...words: string[]) => run('export', 'figures', ...words);

describe('figures', () => {
  test('as csv hold every value or its state, with provenance and source', async () => {
    const { text } = await figures('--edition', String(edition), '--level', 'WIJK');
    const rows = parseCsv(text).filter(({ indicator }) => indicator === 'loneliness');
    expect(rows.slice(0, 5).map(({ place, value, state }) => [place, value, state])).toEqual([
      ['WK900101', '70', 'OK'],
      ['WK900102', '', 'SUPPRESSED'],
      ['WK900103', '', 'NOT_DELIVERED'],
      ['WK900104', '0', 'OK'],
      ['WK900105', '51.25', 'OK'],
    ]);
    expect(rows[0]).toMatchObject({
      ...{ title: 'Eenzaam, "zeer" of matig', lower: '65', upper: '75', marginMethod: 'SOURCE' },
      ...{ provenance: 'MODELLED', table: 'wide', licence: 'CC0-1.0', attribution: 'Bron: test' },
      ...{ period: '2024', divisionYear: '2024', theme: 'SOCIAL_NETWORK', column: 'loneliness_1' },
    });
  });

  test('of an indicator come from every live edition', async () => {
    const { text } = await figures(
      '--indicator',
      'loneliness',
      '--within',
      'GM9001',
      '--level',
      'WIJK',
    );
    const periods = parseCsv(text).filter(({ place }) => place === 'WK900101');
    expect(periods.map(({ period, value }) => [period, value]).sort()).toEqual([
      ['2024', '70'],
      ['2025', '71'],
    ]);
  });

  test('that are sensitive, staged, taken back or unknown are refused', async () => {
    expect((await figures('--edition', String(edition))).text).not.toMatch(/origin|71\.5|72\.5/);
    const refused = async (...words: string[]) => {
      const answer = await figures(...words);
      expect([words, answer.isRefused]).toEqual([words, true]);
      return answer.text;
    };
    expect(await refused('--indicator', 'origin')).toContain('Sensitive');
    expect(await refused('--indicator', 'nothing')).toContain('nothing');
    expect(await refused('--edition', '999')).toContain('999');
    expect(await refused('--indicator', 'loneliness', '--period', '1999')).toContain('1999');
    await refused();
    const gone = await makeEdition(database, { year: 2024, figures: { gone: perWijk(1) } });
    await rollbackEdition(database.db, gone, today);
    expect(await refused('--edition', String(gone))).toContain('ROLLED_BACK');
  });

  test('as csv on the web describe exactly the columns that are written', async () => {
    const file = join(files.folder, 'figures.csv');
    await figures('--edition', String(edition), '--out', file);
    const text = readFileSync(file, 'utf8');
    const metadata = JSON.parse(readFileSync(`${file}-metadata.json`, 'utf8'));
    const [table] = metadata.tables;
    expect(metadata['@context'][0]).toBe('http://www.w3.org/ns/csvw');
    expect(table.url).toBe('figures.csv');
    const names = table.tableSchema.columns.map(({ name }: { name: string }) => name);
    expect(names.join(',')).toBe(text.slice(0, text.indexOf('\n')));
    const keys = parseCsv(text).map((row) =>
      table.tableSchema.primaryKey.map((name: string) => row[name]).join(' '),
    );
    expect(keys.length).toBeGreaterThan(20);
    expect(new Set(keys).size).toBe(keys.length);
    expect(metadata['dc:source']).toEqual(['Bron: test']);
  });

  test('as JSON-stat find every cell by its position', async () => {
    const { text } = await figures('--edition', String(edition), '--format', 'jsonstat');
    const cube = JSON.parse(text);
    expect([cube.version, cube.class, cube.id]).toEqual([
      '2.0',
      'dataset',
      ['place', 'indicator', 'period'],
    ]);
    const at = (place: string, indicator: string) =>
      (cube.dimension.place.category.index[place] * cube.size[1] +
        cube.dimension.indicator.category.index[indicator]) *
        cube.size[2] +
      cube.dimension.period.category.index['2024'];
    expect(cube.value[at('WK900105', 'loneliness')]).toBe(51.25);
    expect(cube.status[at('WK900104', 'loneliness')]).toBe('OK');
    expect(cube.value[at('WK900104', 'loneliness')]).toBe(0);
    expect(cube.status[at('WK900102', 'loneliness')]).toBe('SUPPRESSED');
    expect(cube.value[at('WK900102', 'loneliness')]).toBeUndefined();
    expect(cube.extension.lower[at('WK900101', 'loneliness')]).toBe(65);
    expect(cube.extension.provenance[at('WK900101', 'loneliness')]).toBe('MODELLED');
    expect(cube.extension.source[at('WK900101', 'loneliness')]).toBe('test-monitor wide');
    const most = cube.size.reduce((product: number, size: number) => product * size, 1);
    expect(Math.max(...Object.keys(cube.status).map(Number))).toBeLessThan(most);
    expect(text).not.toContain('origin');
  });

  test('as GeoJSON have their borders and say which coordinates those are', async () => {
    const { text } = await figures(
      '--indicator',
      'loneliness',
      '--period',
      '2024',
      '--format',
      'geojson',
    );
    const { type, features, ...rest } = JSON.parse(text);
    expect(type).toBe('FeatureCollection');
    expect(rest.coordinateSystem).toMatch(/WGS84.*RD New/);
    // RFC 7946, 7.1: members that mean something elsewhere may not stand in a collection.
    expect(Object.keys(rest)).not.toEqual(expect.arrayContaining(['coordinates']));
    const [gemeente, first, second] = features;
    expect(gemeente).toMatchObject({ id: 'GM9001', geometry: null });
    expect(first).toMatchObject({
      ...{ type: 'Feature', id: 'WK900101', geometry: { type: 'Polygon' } },
      properties: { figures: [{ value: 70, state: 'OK', lower: 65, provenance: 'MODELLED' }] },
    });
    expect(second.properties.figures[0]).toMatchObject({ value: null, state: 'SUPPRESSED' });
  });
});

describe('a profile', () => {
  const profile = (...words: string[]) => run('export', 'profile', 'WK900102', ...words);

  test('is exported as everyone sees it: of a hidden signal nothing but that', async () => {
    const file = join(files.folder, 'profile.csv');
    await profile('--out', file);
    const themes = parseCsv(readFileSync(join(files.folder, 'profile.themes.csv'), 'utf8'));
    expect(themes).toHaveLength(17);
    const { data } = await ask<{
      wijkProfile: {
        themes: {
          theme: { code: string };
          signal: { display: string; voices: string | null; highestSeverity: string | null };
          concordance: { outcome: string; sentence: string };
        }[];
      };
    }>(
      nobody,
      `{ wijkProfile(code: "WK900102") { themes { theme { code } signal { display voices highestSeverity }
          concordance { outcome sentence(language: NL) } } } }`,
    );
    // The command stands at the real day, the question at the day of the test: texts that do not depend on it.
    expect(themes.map(({ theme, voices }) => [theme, voices])).toEqual(
      data.wijkProfile.themes.map(({ theme, signal }) => [theme.code, signal.voices ?? '']),
    );
    const network = themes.find(({ theme }) => theme === 'SOCIAL_NETWORK');
    expect(network).toMatchObject({ voices: '', severity: '', corroboration: '', trend: '' });
    expect(network?.signal).not.toBe('SHOWN');
  });

  test.each(['csv', 'jsonstat', 'geojson'])('holds no word and no writer as %s', async (format) => {
    const { text } = await profile('--format', format);
    expect(text).toContain('loneliness');
    expect(text).not.toMatch(/donker|weinig buiten|wijkteam|schuldhulp|origin|SERIOUS/);
  });

  test('has figures of wijk and gemeente in every form, the hidden one with its state', async () => {
    const rows = parseCsv((await profile()).text).filter(
      ({ indicator }) => indicator === 'loneliness',
    );
    expect(rows.map(({ place, value, state }) => [place, value, state])).toContainEqual([
      'WK900102',
      '',
      'SUPPRESSED',
    ]);
    const { features } = JSON.parse((await profile('--format', 'geojson')).text);
    const own = features.find(({ id }: { id: string }) => id === 'WK900102');
    expect(own.properties.themes).toHaveLength(17);
    const cube = JSON.parse((await profile('--format', 'jsonstat')).text);
    expect(cube.extension.themes).toHaveLength(17);
  });

  test('of an unknown wijk is refused, and no file is begun', async () => {
    const file = join(files.folder, 'none.csv');
    const refused = await run('export', 'profile', 'WK999999', '--out', file);
    expect(refused).toMatchObject({ isRefused: true });
    expect((await figures('--indicator', 'origin', '--out', file)).isRefused).toBe(true);
    expect(existsSync(file)).toBe(false);
  });
});

test('the catalogue lists every live table with licence, years and area, and nothing sensitive', async () => {
  const { express } = createApp({
    schema,
    database,
    log: pino({ level: 'silent' }),
    demoTokens: false,
    web: { publicUrl: 'https://wijkbeeld.example.nl' },
  });
  const server = express.listen(0, '127.0.0.1');
  try {
    await new Promise((ready) => server.once('listening', ready));
    const { port } = server.address() as { port: number };
    const response = await fetch(`http://127.0.0.1:${port}/catalog.jsonld`);
    expect(response.headers.get('content-type')).toContain('application/ld+json');
    const text = await response.text();
    const catalogue = JSON.parse(text);
    expect(catalogue['@type']).toBe('dcat:Catalog');
    expect(catalogue['dcat:dataset']).toHaveLength(2);
    const wide = catalogue['dcat:dataset'].find((one: Record<string, unknown>) =>
      String(one['dct:identifier']).includes('/wide/'),
    );
    expect(wide).toMatchObject({
      'dct:license': { '@id': 'http://creativecommons.org/publicdomain/zero/1.0/deed.nl' },
      'dct:spatial': { 'dct:identifier': 'GM9001' },
      'dct:temporal': {
        'dcat:startDate': { '@value': '2024-01-01' },
        'dcat:endDate': { '@value': '2024-12-31' },
      },
    });
    expect(wide['@id']).toContain('https://wijkbeeld.example.nl/');
    expect(text).not.toContain('origin');
    for (const one of catalogue['dcat:dataset']) {
      for (const term of [
        'dct:title',
        'dct:description',
        'dct:publisher',
        'dcat:contactPoint',
        'dct:accessRights',
      ]) {
        expect([one['@id'], term, one[term] !== undefined]).toEqual([one['@id'], term, true]);
      }
    }
  } finally {
    server.close();
  }
});
