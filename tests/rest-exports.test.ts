// Exports over HTTP, as a harvester, a spreadsheet and a map would take them: every address of the catalogue, each form
// with what its standard promises, and nothing that the API hides.
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { placeShapes } from '../server/db/tables.ts';
import { measureFiles } from '../server/exports/files.ts';
import { budgetsOf } from '../server/limits/budgets.ts';
import { clientHash } from '../server/limits/client.ts';
import { memoryRates } from '../server/limits/rates.ts';
import { rollbackEdition } from '../server/monitors/publishing.ts';
import { askOn, esra, noor } from './support/ask.ts';
import { parseCsv } from './support/csv.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, openCell, publishNote, today } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';
import { started } from './support/started.ts';

const statements: string[] = [];
const database = await testDatabase((text) => statements.push(text));
const now = () => today;
const address = 'https://wijkbeeld.example.nl';
const url = await started({ database, now, web: { publicUrl: address } });
const ask = askOn(database, now);
const get = (path: string, init: RequestInit = {}) => fetch(`${url}${path}`, init);
const text = async (path: string) => (await get(path)).text();
let edition = 0;

beforeAll(async () => {
  await makePlaces(database);
  edition = await makeEdition(database, {
    year: 2025,
    figures: {
      population: { GM9001: 12_000, ...perWijk(...Array.from({ length: 12 }, () => 1000)) },
      loneliness: { GM9001: 50, ...perWijk([70, 65, 75], 'SUPPRESSED', 'NOT_DELIVERED', 0) },
      origin: perWijk(71.5),
    },
    indicators: { origin: { sensitive: true } },
  });
  await makeEdition(database, {
    ...{ year: 2025, table: 'secret', figures: { descent: perWijk(12.25) } },
    indicators: { descent: { sensitive: true } },
  });
  await database.db.insert(placeShapes).values({
    ...{ gemeenteCode: 'GM9001', code: 'WK900101', year: 2025, sourceKey: 'test-monitor' },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [4.2, 52.0],
          [4.3, 52.0],
          [4.3, 52.1],
          [4.2, 52.0],
        ],
      ],
    },
  });
  await openCell(ask, esra, { placeCode: 'WK900101', theme: 'SOCIAL_NETWORK' });
  await publishNote(ask, noor, esra, { placeCode: 'WK900102', theme: 'ACCESS_TO_SERVICES' });
});

interface Distribution {
  readonly 'dcat:accessURL': { readonly '@id': string };
  readonly 'dcat:downloadURL': { readonly '@id': string };
  readonly 'dcat:mediaType': { readonly '@id': string };
  readonly 'dct:license': { readonly '@id': string };
  readonly 'dcat:byteSize'?: { readonly '@value': string };
  readonly 'spdx:checksum'?: { readonly 'spdx:checksumValue': { readonly '@value': string } };
}

async function distributions(): Promise<Distribution[]> {
  const catalogue = JSON.parse(await text('/catalog.jsonld'));
  expect(catalogue['dcat:dataset']).toHaveLength(1);
  return catalogue['dcat:dataset'].flatMap(
    (one: { 'dcat:distribution': Distribution[] }) => one['dcat:distribution'],
  );
}

describe('the catalogue', () => {
  test('names addresses that answer, with the media type, licence, size and checksum it says', async () => {
    expect((await distributions()).every((one) => !one['spdx:checksum'])).toBe(true);
    expect(await measureFiles(database.readAs(null))).toBe(3);
    expect(await measureFiles(database.readAs(null))).toBe(0);
    const all = await distributions();
    expect(all).toHaveLength(4);
    for (const one of all) {
      const place = one['dcat:downloadURL']['@id'];
      expect(place.startsWith(`${address}/api/v1/`)).toBe(true);
      const response = await get(place.slice(address.length));
      const body = Buffer.from(await response.arrayBuffer());
      expect([place, response.status]).toEqual([place, 200]);
      const type = response.headers.get('content-type')?.split(';')[0];
      expect(one['dcat:mediaType']['@id']).toBe(
        `http://www.iana.org/assignments/media-types/${type}`,
      );
      expect(one['dct:license']['@id']).toMatch(/^http:\/\/creativecommons\.org\//);
      if (place.endsWith('geojson')) continue;
      expect(one['dcat:byteSize']?.['@value']).toBe(String(body.length));
      expect(one['spdx:checksum']?.['spdx:checksumValue']['@value']).toBe(
        createHash('sha256').update(body).digest('hex'),
      );
    }
    const services = JSON.parse(await text('/catalog.jsonld'))['dcat:service'];
    const rest = services.find((one: { '@id': string }) => one['@id'].endsWith('/api/v1'));
    const description = rest['dcat:endpointDescription']['@id'].slice(address.length);
    expect((await get(description)).status).toBe(200);
  });

  test('forgets a checksum when what is live changes', async () => {
    await makeEdition(database, { year: 2024, table: 'other', figures: { other: perWijk(1) } });
    const catalogue = await text('/catalog.jsonld');
    expect(catalogue).toContain('/exports/csv');
    expect(catalogue).not.toContain('spdx:checksumValue');
  });
});

const shown = (file: string) => `/api/v1/editions/${edition}/exports/${file}`;
const everyAddress = () => [
  ...['csv', 'csv-metadata', 'jsonstat', 'geojson'].map(shown),
  ...['csv', 'csv-metadata', 'jsonstat', 'geojson'].map(
    (form) => `/api/v1/indicators/loneliness/exports/${form}?within=GM9001&level=WIJK`,
  ),
  ...['csv', 'themes-csv', 'csv-metadata', 'jsonstat', 'geojson'].map(
    (form) => `/api/v1/wijken/WK900102/exports/${form}?year=2025`,
  ),
];

test('every address has a name, a version, caching, an ETag and answers HEAD and If-None-Match', async () => {
  for (const path of everyAddress()) {
    const response = await get(path);
    const body = await response.text();
    expect([path, response.status]).toEqual([path, 200]);
    const isOfProfile = path.includes('/wijken/');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'api-version': '1.1.0',
      'access-control-allow-origin': '*',
      'cache-control': isOfProfile ? 'private, no-cache' : 'public, max-age=300',
      'content-disposition': expect.stringMatching(/^attachment; filename="wijkbeeld-[\w.-]+"$/),
    });
    const etag = response.headers.get('etag') ?? '';
    expect(await text(path)).toBe(body);
    const again = await get(path, { headers: { 'if-none-match': etag } });
    expect([path, again.status, await again.text()]).toEqual([path, 304, '']);
    const head = await get(path, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
  }
  const names = await Promise.all(
    [shown('csv?within=GM9001&period=2025'), '/api/v1/wijken/WK900102/exports/themes-csv'].map(
      async (path) => (await get(path)).headers.get('content-disposition'),
    ),
  );
  expect(names).toEqual([
    `attachment; filename="wijkbeeld-editie-${edition}-GM9001-2025.csv"`,
    'attachment; filename="wijkbeeld-profiel-WK900102-2025-themas.csv"',
  ]);
});

const datatypes: Readonly<Record<string, RegExp>> = {
  string: /^/,
  double: /^-?\d+(\.\d+)?(e-?\d+)?$/,
  gYear: /^\d{4}$/,
  dateTime: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
};

test.each([
  '/api/v1/indicators/loneliness/exports/csv?within=GM9001',
  '/api/v1/wijken/WK900102/exports/csv',
])('csv on the web, as a validator reads it, from the csv on: %s', async (path) => {
  const response = await get(path);
  const link = /^<([^>]+)>; rel="describedby"; type="application\/csvm\+json"$/.exec(
    response.headers.get('link') ?? '',
  )?.[1];
  const home = new URL(link ?? '', `${url}${path}`);
  const metadata = await (await fetch(home)).json();
  const table = metadata.tables.find(
    (one: { url: string }) => new URL(one.url, home).href === `${url}${path}`,
  );
  expect(table).toBeDefined();
  for (const { url: own, tableSchema } of metadata.tables) {
    const csv = await (await fetch(new URL(own, home))).text();
    const columns: { name: string; datatype: string; required?: boolean }[] = tableSchema.columns;
    expect(csv.split('\n')[0]).toBe(columns.map(({ name }) => name).join(','));
    const rows = parseCsv(csv);
    expect(rows.length).toBeGreaterThan(0);
    const keys = rows.map((row) =>
      tableSchema.primaryKey.map((name: string) => row[name]).join('|'),
    );
    expect(new Set(keys).size).toBe(keys.length);
    const wrong = rows.flatMap((row) =>
      columns.filter(({ name, datatype, required }) =>
        row[name] === '' ? required : !datatypes[datatype]?.test(row[name] ?? ''),
      ),
    );
    expect(wrong).toEqual([]);
  }
});

describe('what the API hides', () => {
  const figuresOfApi = async () => {
    const body = await text('/api/v1/indicators/loneliness/figures?within=GM9001&level=WIJK');
    return (JSON.parse(body).items as { placeCode: string; figure: Record<string, unknown> }[]).map(
      ({ placeCode, figure }) => [placeCode, figure.value, figure.state],
    );
  };
  const path = (form: string) =>
    `/api/v1/indicators/loneliness/exports/${form}?within=GM9001&level=WIJK&period=2025`;

  test('stays hidden in every form, with the same state', async () => {
    const api = await figuresOfApi();
    expect(api).toContainEqual(['WK900102', null, 'SUPPRESSED']);
    const csv = parseCsv(await text(path('csv'))).map(({ place, value, state }) => [
      ...[place, value === '' ? null : Number(value), state],
    ]);
    expect(csv).toEqual(api);
    const { features } = JSON.parse(await text(path('geojson')));
    expect(
      features.map((one: { id: string; properties: { figures: Record<string, unknown>[] } }) => [
        ...[one.id, one.properties.figures[0]?.value, one.properties.figures[0]?.state],
      ]),
    ).toEqual(api);
    expect(features[0].geometry.type).toBe('Polygon');
    const cube = JSON.parse(await text(path('jsonstat')));
    const codes = Object.entries(cube.dimension.place.category.index as Record<string, number>);
    expect(codes.map(([code, at]) => [code, cube.value[at] ?? null, cube.status[at]])).toEqual(api);
  });

  test('stays hidden of the ground too: themes as the public profile has them', async () => {
    const profile = JSON.parse(await text('/api/v1/wijken/WK900102/profile'));
    const themes = parseCsv(await text('/api/v1/wijken/WK900102/exports/themes-csv'));
    expect(themes.map((one) => [one.theme, one.signal, one.voices, one.outcome])).toEqual(
      profile.themes.map(
        (one: {
          theme: { code: string };
          signal: { display: string; voices: string | null };
          concordance: { outcome: string };
        }) => [
          one.theme.code,
          one.signal.display,
          one.signal.voices ?? '',
          one.concordance.outcome,
        ],
      ),
    );
    const body = await text('/api/v1/wijken/WK900102/exports/csv');
    const withToken = await get('/api/v1/wijken/WK900102/exports/csv', {
      headers: { authorization: `Bearer ${esra}` },
    });
    expect(await withToken.text()).toBe(body);
  });

  test('and what is sensitive or taken back is in no file', async () => {
    for (const path of everyAddress())
      expect(await text(path)).not.toMatch(/origin_1|71\.5|descent/);
  });
});

test('refusals are problems, with the key that is wrong', async () => {
  const gone = await makeEdition(database, { year: 2024, figures: { gone: perWijk(1) } });
  await rollbackEdition(database.db, gone, today);
  const cases: readonly [string, number, string, string?][] = [
    [`/api/v1/editions/${gone}/exports/csv`, 404, 'NOT_FOUND'],
    ['/api/v1/editions/999/exports/csv', 404, 'NOT_FOUND'],
    [shown('xlsx'), 404, 'NOT_FOUND'],
    [shown('constructor'), 404, 'NOT_FOUND'],
    [shown('csv/'), 404, 'NOT_FOUND'],
    ['/api/v1/indicators/descent/exports/csv', 403, 'FORBIDDEN'],
    ['/api/v1/indicators/nothing/exports/csv', 404, 'NOT_FOUND'],
    ['/api/v1/wijken/WK999999/exports/csv', 404, 'NOT_FOUND'],
    [shown('csv?within=WK900101'), 400, 'BAD_USER_INPUT', 'within'],
    [shown('csv?level=STREET'), 400, 'BAD_USER_INPUT', 'level'],
    [shown('csv?period=1999'), 400, 'BAD_USER_INPUT', 'period'],
    [shown('csv?period=2024&period=2025'), 400, 'BAD_USER_INPUT', 'period'],
    [shown('csv?colour=red'), 400, 'BAD_USER_INPUT', 'colour'],
    ['/api/v1/editions/first/exports/csv', 400, 'BAD_USER_INPUT', 'edition'],
    ['/api/v1/wijken/WK900101/exports/csv?asOf=2026-02-30', 400, 'BAD_USER_INPUT', 'asOf'],
    ['/api/v1/wijken/WK900101/exports/csv?year=1800', 400, 'BAD_USER_INPUT', 'year'],
  ];
  for (const [path, status, code, name] of cases) {
    const response = await get(path);
    const type = response.headers.get('content-type');
    const body = await response.json();
    expect([path, response.status, body.code, type]).toEqual([
      ...[path, status, code],
      'application/problem+json; charset=utf-8',
    ]);
    if (name) expect(body.invalidParams[0].name).toBe(name);
  }
  const wrongForm = await get(shown('csv'), { headers: { accept: 'application/json' } });
  expect([wrongForm.status, (await wrongForm.json()).code]).toEqual([406, 'NOT_ACCEPTABLE']);
  expect((await get(shown('csv'), { headers: { accept: 'text/csv' } })).status).toBe(200);
  expect((await get(shown('csv'), { method: 'POST' })).status).toBe(405);
});

test('is charged to the network that asks, and asks nothing of the database when that has spent its budget', async () => {
  const budgets = budgetsOf({ mode: 'production', costPerMinute: 40, writesPerMinute: 1 });
  const counting = { rates: memoryRates(budgets), hash: clientHash(undefined) };
  const limited = await started({ database, now, counting });
  let last = await fetch(`${limited}${shown('csv-metadata')}`);
  for (let at = 0; at < 8 && last.ok; at += 1)
    last = await fetch(`${limited}${shown('csv-metadata')}`);
  expect([last.status, (await last.json()).code]).toEqual([429, 'RATE_LIMITED']);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  statements.length = 0;
  expect((await fetch(`${limited}${shown('csv')}`)).status).toBe(429);
  expect(statements).toEqual([]);
});
