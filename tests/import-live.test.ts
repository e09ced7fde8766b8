// Tables fetched from a service: the same content as the saved files, whatever goes wrong on the way.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../server/config.ts';
import type { Database } from '../server/db/client.ts';
import { rowsOf } from '../server/db/client.ts';
import { downloadPages, downloads } from '../server/db/tables.ts';
import { compareColumns } from '../server/monitors/column-changes.ts';
import type { FetchSettings } from '../server/monitors/fetching/settings.ts';
import { countRows, findFigure, type Ran, runner, testFolder } from './fixtures/run.ts';
import { longRegions, savedSet, servedTable } from './fixtures/served.ts';
import { askOn } from './support/ask.ts';
import { type Behaviour, type FaultKind, faultKinds, serveTables } from './support/cbs-server.ts';
import { testDatabase } from './support/database.ts';

const files = testFolder();
let database: Database;
let run: (...words: string[]) => Promise<Ran>;

const save = (name: string, set: Record<string, string>) => {
  const folder = join(files.folder, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(set)) writeFileSync(join(folder, file), text);
  return folder;
};

/** What everyone may read of the columns of a table at its source. */
async function columnsOf(tableId: string) {
  type Answer = { catalogue: { table: string; columnChanges: { kind: string }[] | null }[] };
  const { data } = await askOn(database)<Answer>(
    null,
    '{ catalogue { table columnChanges { kind before now } } }',
  );
  return { data: data.catalogue.find(({ table }) => table === tableId)?.columnChanges };
}

/** Commands against a service with this behaviour. */
async function against(behaviour: Behaviour, changes: Partial<FetchSettings> = {}) {
  const served = await serveTables(behaviour);
  onTestFinished(() => served.close());
  const addresses = {
    CBS: `${served.address}/v3`,
    CBS4: `${served.address}/v4`,
    DATADERDEN: `${served.address}/v3`,
    MLZ: `${served.address}/mlz`,
    PDOK: served.address,
    PDOK_WFS: served.address,
  };
  const settings = {
    ...readConfig({}).fetching,
    addresses,
    waitMs: 1,
    timeoutMs: 1000,
    ...changes,
  };
  return { served, run: runner(database, settings) };
}

const base = longRegions(0, 510);
const few = longRegions(0, 10);
const small = servedTable(few, 0, 2023);
const live = ['import', 'cbs', '--table', '99220NED', '--publish'];

beforeAll(async () => {
  database = await testDatabase();
  run = runner(database);
  await run('import', 'cbs', save('whole', savedSet(base)), '--publish');
  await run('import', 'cbs', join(files.folder, 'whole'), '--gemeente', 'GM9001', '--publish');
  await run('import', 'cbs', save('small', savedSet(few, 0, 2023)), '--gemeente', 'GM9001');
});

describe('a table that is fetched', () => {
  test.each(['v3', 'v4'])('is the same content as the saved set (%s)', async (odata) => {
    const { run, served } = await against({ table: () => servedTable(base) });
    for (const more of [[], ['--gemeente', "'s-Proefstad"]]) {
      const ran = await run(...live, '--odata', odata, ...more);
      expect(ran.text).toContain('nothing changed: the same content is');
    }
    const pages = served.asked.filter((path) => /DataSet|Observations/.test(path));
    expect(pages.length).toBeGreaterThan(8);
    expect(await database.db.$count(downloads)).toBe(0);
  });

  test('asks for less when a query is too much, with the padded code', async () => {
    const table = servedTable(base);
    const { run, served } = await against(
      {
        table: () => table,
        fault: (_n, path) => (/top=(5|4)\d\d/.test(path) ? 'status 500' : undefined),
      },
      { attempts: 2 },
    );
    const ran = await run(...live, '--gemeente', 'GM9001');
    expect(ran.text).toContain('nothing changed: the same content is');
    expect(served.asked.some((path) => path.includes("WijkenEnBuurten eq 'GM9001    '"))).toBe(
      true,
    );
  });

  test.each(faultKinds.map((kind, at) => [kind, at % 2 === 0 ? 'v3' : 'v4'] as const))(
    'survives: %s (%s)',
    async (kind, odata) => {
      const { run, served } = await against(
        { table: () => small, fault: (number) => (number % 3 === 1 ? kind : undefined) },
        { timeoutMs: kind === 'slow' ? 50 : 1000 },
      );
      const words = ['import', 'cbs', '--table', '99230NED', '--gemeente', 'GM9001'];
      const ran = await run(...words, '--odata', odata);
      expect(ran.text).toContain('nothing changed: staged before');
      expect(served.asked.length).toBeGreaterThan(8);
    },
  );

  test.each(['v3', 'v4'])('that changes half-way is fetched anew (%s)', async (odata) => {
    const [before, after] = [servedTable(base), servedTable(longRegions(17, 510), 9)];
    const { run } = await against({ table: (number) => (number < 9 ? before : after) });
    const ran = await run(...live, '--gemeente', 'GM9001', '--odata', odata);
    expect(ran.text).toMatch(odata === 'v3' ? /published {4}edition/ : /nothing changed: the same/);
    expect(await findFigure(database, 'WK900101', 'population', 2022)).toMatchObject({
      value: 3017,
    });
  });

  test('goes on where it was broken off, and only then', async () => {
    const table = servedTable(longRegions(31, 510), 3);
    const counts = await countRows(database);
    const broken = await against(
      { table: () => table, fault: (number) => (number > 6 ? 'reset' : undefined) },
      { attempts: 2 },
    );
    const failed = await broken.run(...live, '--gemeente', 'GM9001');
    expect(failed).toMatchObject({ isRefused: true });
    expect(failed.text).toMatch(/did not give TypedDataSet of .*give the same command again/);
    expect(await countRows(database)).toEqual(counts);
    await broken.served.close();
    const port = new URL(broken.served.address).port;
    const again = await serveTables({ table: () => table, port: Number(port) });
    onTestFinished(() => again.close());
    const ran = await broken.run(...live, '--gemeente', 'GM9001');
    expect(ran.text).toMatch(/published {4}edition/);
    expect(again.asked.filter((path) => path.includes('DataProperties'))).toEqual([]);
    expect(await database.db.$count(downloads)).toBe(0);
  });

  test.each<[string, (content: Buffer) => Buffer]>([
    ['bytes that are others', () => gzipSync('{"value": []}')],
    ['bytes that are gone', (content) => content.subarray(0, content.length >> 1)],
    ['a bit that fell over', (content) => content.with(40, (content[40] ?? 0) ^ 4) as Buffer],
  ])('fetches a kept page with %s again', async (_name, damage) => {
    const { db } = database;
    const table = servedTable(longRegions(43, 510), 7);
    const words = ['import', 'cbs', '--table', '99220NED', '--gemeente', 'GM9001'];
    const broken = await against(
      { table: () => table, fault: (number) => (number > 7 ? 'reset' : undefined) },
      { attempts: 1 },
    );
    expect((await broken.run(...words)).isRefused).toBe(true);
    const pages = await db.select().from(downloadPages);
    const names = pages.map(({ name }) => name);
    expect(names.some((name) => name.startsWith('TypedDataSet-'))).toBe(true);
    for (const { name, content } of pages) {
      await db
        .update(downloadPages)
        .set({ content: Buffer.from(damage(Buffer.from(content))) })
        .where(eq(downloadPages.name, name));
    }
    await broken.served.close();
    const again = await serveTables({
      table: () => table,
      port: Number(new URL(broken.served.address).port),
    });
    onTestFinished(() => again.close());
    expect((await broken.run(...words)).text).toMatch(/staged|nothing changed: staged before/);
    expect(again.asked.filter((path) => path.includes('DataProperties'))).toHaveLength(1);
    expect(await db.$count(downloads)).toBe(0);
    const folder = save(`as ${_name}`, savedSet(longRegions(43, 510), 7));
    const saved = await run('import', 'cbs', folder, '--gemeente', 'GM9001');
    expect(saved.text).toContain('nothing changed: staged before');
  });

  test.each<[string, FaultKind, RegExp]>([
    ['a renamed column', 'renamed column', /the column .* is not in both|rows that an earlier/],
    ['rows twice', 'duplicate page', /did not give .*(earlier page|not asked for)/],
    ['a web page', 'web page', /a web page instead of JSON/],
    ['silence', 'slow', /no answer in time/],
  ])('is refused when the source keeps giving %s', async (_name, kind, message) => {
    const table = servedTable(longRegions(5, 510), 5);
    const { run } = await against(
      {
        table: () => table,
        fault: (_n, path) => (/DataSet/.test(path) ? kind : undefined),
        slowMs: 500,
      },
      { attempts: 2, timeoutMs: kind === 'slow' ? 50 : 1000 },
    );
    const before = await countRows(database);
    const ran = await run(...live, '--gemeente', 'GM9001');
    expect(ran.text).toMatch(message);
    expect(ran.isRefused).toBe(true);
    expect(await countRows(database)).toEqual(before);
  });

  test('that is not there, or without the gemeente, is told apart', async () => {
    const { run } = await against({ table: () => servedTable(base) });
    expect((await run('import', 'cbs', '--table', '11111NED')).text).toMatch(
      /did not give TableInfos: HTTP status 404. Check the id/,
    );
    expect((await run(...live, '--gemeente', 'GM0518')).text).toContain('no figures of GM0518');
    expect((await run(...live, '--gemeente', 'Nergens')).text).toContain('No gemeente is called');
    expect((await run('import', 'cbs')).text).toContain('Name a file or folder, or the table');
  });
});

const real = fileURLToPath(new URL('../../shared/data/cbs/84799NED/', import.meta.url));

test.skipIf(!existsSync(real))('Den Haag 2020 is the same by v3, by v4 and saved', async () => {
  const value = (name: string) => JSON.parse(readFileSync(real + name, 'utf8')).value;
  const table = {
    infos: value('TableInfos.json')[0],
    properties: value('DataProperties.json'),
    places: value('WijkenEnBuurten_GM0518.json'),
    rows: value('TypedDataSet_GM0518.json'),
  };
  const { run, served } = await against({ table: () => table, pageSize: 3000 });
  const words = ['--gemeente', 'Den Haag', '--publish'];
  expect((await run('import', 'cbs', '--table', '84799NED', ...words)).text).toContain(
    '159 places',
  );
  expect(served.asked.filter((path) => path.includes("'BU0518'"))).toHaveLength(2);
  for (const more of [['--table', '84799NED', '--odata', 'v4'], [real]]) {
    const ran = await run('import', 'cbs', ...more, ...words);
    expect(ran.text).toContain('nothing changed: the same content is live');
  }
});

describe('the catalogue', () => {
  test('says what is live and how old, and what changed at the source once it is asked', async () => {
    const set = savedSet(few, 0, 2020);
    const as2020 = (text: string) => text.replaceAll('99200NED', '84799NED');
    const folder = save('as 2020', {
      ...set,
      'TableInfos.json': as2020(set['TableInfos.json'] ?? ''),
    });
    await run('import', 'cbs', folder, '--gemeente', 'GM9001', '--publish');
    const before = await run('catalogue');
    expect(before.text).toMatch(/84799NED {2}.*live for GM/);
    expect(before.text).toMatch(/86158NED {2}2025 +not imported, provisional/);
    const table = servedTable(few, 4, 2020);
    const infos = { ...table.infos, Identifier: '84799NED', Modified: '2030-05-01T02:00:00' };
    const { run: asking } = await against({ table: () => ({ ...table, infos }) });
    const after = await asking('catalogue', '--check');
    expect(after.text).toMatch(/84799NED .*CHANGED AT THE SOURCE on 2030-05-01 \(asked 20/);
    expect(after.text).toContain('not answered  86165NED: HTTP status 404');
    const { data } = await askOn(database)<{ catalogue: { table: string; standing: string }[] }>(
      null,
      '{ catalogue { table standing modifiedAtSource scopes licence } }',
    );
    expect(data.catalogue.find(({ table: id }) => id === '84799NED')).toMatchObject({
      standing: 'CHANGED_AT_SOURCE',
      modifiedAtSource: '2030-05-01T02:00:00.000Z',
      licence: 'CC BY 4.0',
    });
    const json = await run('catalogue', '--imported', '--json');
    // The others are recognised by their title.
    expect((JSON.parse(json.text) as { tableId: string }[]).map(({ tableId }) => tableId)).toEqual([
      ...['84799NED', '99220NED', '99230NED'],
    ]);
  });

  test('says which columns are new, gone, called otherwise or in another unit, until they are imported', async () => {
    const before = servedTable(few, 6, 2019);
    const as2019 = (infos: Record<string, unknown>, Modified: string) => ({
      ...infos,
      ...{ Identifier: '84583NED', Modified },
    });
    let table = { ...before, infos: as2019(before.infos, '2029-01-01T02:00:00') };
    const { run: asking } = await against({ table: () => table });
    const words = ['import', 'cbs', '--table', '84583NED', '--gemeente', 'GM9001', '--publish'];
    await asking(...words);
    const standing = async () => {
      const { text } = await asking('catalogue', '--check', '--imported');
      return text.slice(text.indexOf('84583NED')).split('\n  8')[0] ?? '';
    };
    expect(await standing()).toMatch(/^84583NED .*live for GM9001[^\n]*\)$/m);
    expect(await standing()).not.toMatch(/CHANGED|column|title/);
    const { data: same } = await columnsOf('84583NED');
    expect(same).toEqual([]);

    // One column goes, one comes, one is called otherwise, one is counted otherwise; the keys behind them move.
    const gone = before.properties.find(({ Key }) => String(Key).startsWith('GeboorteTotaal'));
    const key = (name: string) => name.replace(/^GeboorteTotaal_\d+$/, 'GeboorteRelatief_99');
    const changed = {
      infos: as2019(before.infos, '2029-05-01T02:00:00'),
      places: before.places,
      properties: before.properties.map((entry) => {
        if (entry === gone) {
          return { ...entry, Key: key(String(entry.Key)), Title: 'Geboorte relatief', Unit: '‰' };
        }
        if (entry.Title === 'Bevolkingsdichtheid') return { ...entry, Unit: 'per ha' };
        if (entry.Title === 'Huishoudens totaal') return { ...entry, Title: 'Alle huishoudens' };
        return entry;
      }),
      rows: before.rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [key(name), value])),
      ),
    };
    table = changed;
    const after = await standing();
    expect(after).toContain('CHANGED AT THE SOURCE on 2029-05-01');
    const path = 'Bevolking > Particuliere huishoudens';
    for (const line of [
      'new column       Bevolking > Geboorte en sterfte > Geboorte relatief (‰)',
      'vanished column  Bevolking > Geboorte en sterfte > Geboorte totaal (aantal)',
      `other title      ${path} > Alle huishoudens (aantal), was ${path} > Huishoudens totaal (aantal)`,
      'other unit       Bevolking > Bevolkingsdichtheid (per ha), was Bevolking > Bevolkingsdichtheid (aantal inwoners per km²)',
    ]) {
      expect(after).toContain(`      ${line}\n`.trimEnd());
    }
    expect((await columnsOf('84583NED')).data?.map(({ kind }) => kind).sort()).toEqual([
      ...['NEW', 'OTHER_TITLE', 'OTHER_UNIT', 'VANISHED'],
    ]);

    // Only words differ: the edition stays, and the catalogue has nothing left to tell.
    table = { ...changed, properties: before.properties, rows: before.rows };
    expect(await standing()).toMatch(/CHANGED AT[^\n]*\n {6}columns as they were read/);
    expect((await asking(...words)).text).toContain('nothing changed: the same content is live');
    expect(await standing()).not.toMatch(/CHANGED|column|title/);
    table = {
      ...table,
      infos: as2019(before.infos, '2029-06-01T02:00:00'),
      properties: before.properties.map((entry) =>
        entry.Title === 'Wmo-cliënten ' ? { ...entry, Title: 'Cliënten Wmo' } : entry,
      ),
    };
    expect(await standing()).toContain('other title      Zorg > Cliënten Wmo (aantal), was');
    await asking(...words);
    expect(await standing()).not.toMatch(/CHANGED|column|title/);
  });

  test('finds nothing changed in what was read by v4, where columns have other keys', async () => {
    const table = servedTable(few, 8, 2017);
    const infos = { ...table.infos, Identifier: '83765NED', Modified: '2029-03-01T02:00:00' };
    const { run: asking } = await against({ table: () => ({ ...table, infos }) });
    const words = ['--gemeente', 'GM9001', '--odata', 'v4', '--publish'];
    await asking('import', 'cbs', '--table', '83765NED', ...words);
    expect((await asking('catalogue', '--check')).text).toMatch(
      /83765NED {2}2017 +live for GM9001/,
    );
    expect((await asking('catalogue')).text).not.toMatch(/83765NED.*CHANGED/);
    expect((await columnsOf('83765NED')).data).toEqual([]);
  });

  test('does not call columns new that nobody picked for a download', () => {
    const read = ['Bevolking.Aantal.inwoners..aantal.', 'Zorg > Wmo (aantal)', 'Wonen > Oud (%)'];
    const now = ['Bevolking > Aantal inwoners (aantal)', 'Zorg > Wmo (per 1 000)', 'Nieuw (km)'];
    const named = (paths: string[], key: string) => paths.map((path) => ({ key, path }));
    expect(compareColumns(named(read, ''), named(now, 'K_1'))).toEqual([
      { kind: 'VANISHED', before: 'Wonen > Oud (%)', now: null },
      { kind: 'OTHER_UNIT', before: 'Zorg > Wmo (aantal)', now: 'Zorg > Wmo (per 1 000)' },
    ]);
    const untyped = [
      { key: 'Eenzaam_28', path: 'Eenzaam (%)' },
      { key: 'Roker_11', path: 'Roker (%)' },
    ];
    const described = [{ key: 'Eenzaam_29', path: 'Sociaal > Eenzaam (%)' }];
    expect(compareColumns(untyped, described)).toEqual([
      { kind: 'VANISHED', before: 'Roker (%)', now: null },
    ]);
  });
});

test('borders are fetched page by page, in whichever order they fail', async () => {
  const wijk = (at: number) => {
    const [x, y] = [80_000 + at * 100, 455_000];
    const ring = [
      [x, y],
      [x + 100, y],
      [x + 100, y + 100],
      [x, y + 100],
      [x, y],
    ];
    const properties = { wijkcode: `WK90010${at}`, gemeentecode: 'GM9001' };
    return {
      type: 'Feature',
      id: at,
      properties,
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  };
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    expect(url.pathname).toBe('/cbs/wijken-en-buurten-2022/ogc/v1/collections/wijken/items');
    if (asked % 2 === 1) return void response.destroy();
    const page = Number(url.searchParams.get('cursor') ?? 1);
    const links =
      page === 1 ? [{ rel: 'next', href: `https://elders.test${url.pathname}?cursor=2` }] : [];
    response.end(JSON.stringify({ type: 'FeatureCollection', features: [wijk(page)], links }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const defaults = readConfig({}).fetching;
  const addresses = { ...defaults.addresses, PDOK: `http://127.0.0.1:${port}` };
  const fetching = runner(database, { ...defaults, addresses, waitMs: 1 });
  const ran = await fetching('import', 'geometry', '--year', '2022', '--fetch', 'wijken');
  expect(ran.text).toContain('2 features read, 2 shapes of 2022');
  expect(ran.text).toContain('neighbours   1 pair');
  expect((await run('import', 'geometry', '--year', '2022')).text).toContain('--fetch wijken');
});

test.each([
  ['rd', 'EPSG:28992', (at: number): [number, number] => [80_000 + at * 100, 455_000]],
  ['wgs84', 'EPSG:4326', (at: number): [number, number] => [4.3 + at / 1000, 52.08]],
])(
  'borders are fetched by WFS in %s, page after page until all have come',
  async (crs, srs, corner) => {
    const wijk = (at: number) => {
      const [x, y] = corner(at);
      const [wide, high] = crs === 'rd' ? [100, 100] : [0.001, 0.001];
      const ring = [
        [x, y],
        [x + wide, y],
        [x + wide, y + high],
        [x, y + high],
        [x, y],
      ];
      return {
        ...{ type: 'Feature', id: `wijken.${crs}.${at}`, properties: { wijkcode: `WK90010${at}` } },
        geometry: { type: 'Polygon', coordinates: [ring] },
      };
    };
    const starts: string[] = [];
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://127.0.0.1');
      expect(url.pathname).toBe('/cbs/wijkenbuurten/2022/wfs/v1_0');
      expect(url.searchParams.get('srsName')).toBe(srs);
      expect(url.searchParams.get('typeNames')).toBe('wijkenbuurten:wijken');
      const start = url.searchParams.get('startIndex') ?? '';
      starts.push(start);
      const features = [wijk(Number(start) + 1)];
      response.end(JSON.stringify({ type: 'FeatureCollection', numberMatched: 2, features }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const defaults = readConfig({}).fetching;
    const addresses = { ...defaults.addresses, PDOK_WFS: `http://127.0.0.1:${port}` };
    const fetching = runner(database, { ...defaults, addresses, waitMs: 1 });
    const words = ['--year', '2022', '--fetch', 'wijken', '--service', 'wfs', '--crs', crs];
    const ran = await fetching('import', 'geometry', ...words);
    expect(starts).toEqual(['0', '1']);
    expect(ran.text).toContain('2 features read, 2 shapes of 2022');
    const shapes = await rowsOf<{ x: number; y: number }>(
      database.db,
      sql`select (geometry #>> '{coordinates,0,0,0}')::float8 as x, (geometry #>> '{coordinates,0,0,1}')::float8 as y
      from place_shapes where year = 2022 and code in ('WK900101', 'WK900102')`,
    );
    for (const { x, y } of shapes) {
      expect(x).toBeGreaterThan(4);
      expect(x).toBeLessThan(5);
      expect(y).toBeCloseTo(52.08, 1);
    }
  },
);

describe('a WFS that fails', () => {
  const wijk = (at: number) => ({
    ...{ type: 'Feature', id: `wijken.${at}`, properties: { wijkcode: `WK90010${at}` } },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [80_000 + at * 100, 456_000],
          [80_100 + at * 100, 456_000],
          [80_100 + at * 100, 456_100],
          [80_000 + at * 100, 456_000],
        ],
      ],
    },
  });
  const page = (total: number, ...at: number[]) =>
    JSON.stringify({ type: 'FeatureCollection', numberMatched: total, features: at.map(wijk) });
  const exception =
    '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1"><ows:Exception/></ows:ExceptionReport>';

  /** A service; each fetch from it says what it answers, one after the other. Null breaks the connection. */
  async function serveShapes() {
    let answers: (string | null)[] = [];
    let starts: (string | null)[] = [];
    const server = createServer((request, response) => {
      starts.push(new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('startIndex'));
      const answer = answers.shift();
      if (typeof answer !== 'string') return void request.socket.destroy();
      const type = answer.startsWith('<') ? 'application/xml' : 'application/json';
      response.setHeader('content-type', type).end(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const defaults = readConfig({}).fetching;
    const addresses = { ...defaults.addresses, PDOK_WFS: `http://127.0.0.1:${port}` };
    const fetching = runner(database, { ...defaults, addresses, waitMs: 1, attempts: 3 });
    return async (...given: (string | null)[]) => {
      [answers, starts] = [given, []];
      const words = ['--year', '2022', '--fetch', 'wijken', '--service', 'wfs'];
      return { ...(await fetching('import', 'geometry', ...words)), starts };
    };
  }

  test('is asked again for every page that is cut off, repeated, empty or an exception', async () => {
    const fetchFrom = await serveShapes();
    const ran = await fetchFrom(
      ...[exception, null, page(2, 1)],
      ...[page(2, 1), page(2), page(2, 2)],
    );
    expect(ran.starts).toEqual(['0', '0', '0', '1', '1', '1']);
    expect(ran.text).toContain('2 features read, 2 shapes of 2022');
    const cut = await fetchFrom(page(1, 1).slice(0, -20), page(1, 1));
    expect(cut.text).toContain('1 feature read');
  });

  test('that stays broken or changes half-way changes nothing, and is begun anew', async () => {
    const fetchFrom = await serveShapes();
    const broken = await fetchFrom(page(3, 1), exception, exception, exception);
    expect(broken).toMatchObject({ isRefused: true, starts: ['0', '1', '1', '1'] });
    // The first page is kept; what comes now is of another state.
    const changed = await fetchFrom(page(2, 2));
    expect(changed).toMatchObject({ isRefused: true, starts: ['1'] });
    expect(changed.text).toContain('2 came, of 3 or 2');
    const again = await fetchFrom(page(2, 1, 2));
    expect(again.text).toContain('2 features read, 2 shapes of 2022');
    expect(again.starts).toEqual(['0']);
  });
});
