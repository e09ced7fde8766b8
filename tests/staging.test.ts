// Staging: what an edition would change is told before readers see it, publishing and taking back are whole, and what was
// set aside can be corrected and read again.
import { writeFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Database, rowsOf } from '../server/db/client.ts';
import { findPlace, latestDivision } from '../server/places/find.ts';
import { dataSetCsv, portalCsv, type Region, regions } from './fixtures/kwb.ts';
import { findFigure, type Ran, runner, testFolder } from './fixtures/run.ts';
import { longRegions, savedSet } from './fixtures/served.ts';
import { testDatabase } from './support/database.ts';

const files = testFolder();
let database: Database;
let run: (...words: string[]) => Promise<Ran>;
const idIn = (ran: Ran) =>
  /(?:published {4}|staged as |unchanged .*as )edition (\d+)/.exec(ran.text)?.[1] ?? '';

beforeAll(async () => {
  database = await testDatabase();
  run = runner(database);
});

describe('places of a staged edition', () => {
  test('appear when it is published and go when it is taken back', async () => {
    const staged = await run('import', 'cbs', files.write('kwb 2022.csv', portalCsv()));
    expect(staged.text).toContain('places       8 new, 0 changed, 0 new links');
    expect(await findPlace(database.readDb, 'WK900101')).toBeUndefined();
    const id = idIn(staged);
    await run('publish', id);
    expect(await latestDivision(database.readDb, 'GM9001')).toBe(2022);
    await run('rollback', id);
    expect(await latestDivision(database.readDb, 'GM9001')).toBeUndefined();
    expect(await findPlace(database.readDb, 'WK900101')).toBeUndefined();
    await run('publish', id);
    expect(await findPlace(database.readDb, 'WK900101')).toMatchObject({ name: 'Wijk 01 Dorp' });
  });

  test('of a year that is not published leave the names of today alone', async () => {
    const renamed = regions().map((one) =>
      one.code === 'WK900101' ? { ...one, name: 'Wijk 01 Havenstad' } : one,
    );
    const staged = await run('import', 'cbs', files.write('kwb 2023.csv', portalCsv(renamed)));
    expect(staged.text).toMatch(/places {7}1 new, 7 changed, 1 new link/);
    expect(await findPlace(database.readDb, 'WK900101')).toMatchObject({
      name: 'Wijk 01 Dorp',
      lastYear: 2022,
    });
    await run('publish', idIn(staged));
    expect(await findPlace(database.readDb, 'WK900101')).toMatchObject({
      name: 'Wijk 01 Havenstad',
    });
  });

  test('count as known for figures that are staged after them', async () => {
    const places = 'code,name,level,parent,year,population\nGM9011,Elders,GEMEENTE,,2024,10\n';
    const staged = await run('import', 'places', files.write('later.csv', places));
    const figures = 'indicator,place,year,period,value,state\npopulation,GM9011,2024,2023,9,\n';
    const path = files.write('figures.csv', figures);
    const ran = await run('import', 'figures', path, '--source', 'own', '--table', 'early');
    expect(ran.text).toContain('quarantined  nothing');
    await run('publish', idIn(staged));
    await run('publish', idIn(ran));
    expect(await findFigure(database, 'GM9011', 'population', 2023)).toMatchObject({ value: 9 });
  });
});

test('the difference counts values, reasons, places and definitions', async () => {
  const changed = regions()
    .filter((one) => one.code !== 'WK900200')
    .map((one): Region => {
      const figures = [...one.figures];
      if (one.code === 'WK900101') figures[0] = 3001;
      if (one.code === 'BU90010102') figures[4] = 'x';
      if (one.code === 'GM9001') figures[11] = null;
      if (one.code === 'WK900101') figures[2] = 40;
      return { ...one, figures };
    });
  const ran = await run('import', 'cbs', files.write('other 2022.csv', portalCsv(changed)));
  // 3001 inhabitants also change the rate of benefits; a filled column gives the others another reason.
  expect(ran.text).toMatch(/values 1 new, 2 changed, \d+ vanished, \d+ equal; \d+ other reasons/);
  expect(ran.text).toContain('vanished places: WK900200');
  expect(await findFigure(database, 'WK900101', 'population', 2022)).toMatchObject({ value: 3000 });
});

test('a figure that jumps is told, against the live edition and against the year before', async () => {
  const town = (factor: number): Region[] => {
    const start = regions().slice(0, 1);
    const wijken = Array.from({ length: 20 }, (_, at): Region => {
      const inhabitants = 1000 + 10 * at;
      const all = [at === 7 ? inhabitants * factor : inhabitants, 50, null, 400, 900, 2500, 1100];
      return {
        code: `WK9001${String(at + 10)}`,
        name: `Wijk ${at + 10}`,
        type: 'Wijk',
        change: '1',
        figures: [...all, 40, 20, 30, 40, 1, 0.8, 3],
      };
    });
    return [...start, ...wijken];
  };
  const first = files.write('town 2019.csv', portalCsv(town(1)));
  expect((await run('import', 'cbs', first, '--publish')).text).not.toContain('Jump');
  const second = await run('import', 'cbs', files.write('jump 2019.csv', portalCsv(town(3))));
  expect(second.text).toContain('Jump: population of WK900117 goes from 1070 to 3210.');
  const next = await run('import', 'cbs', files.write('jump 2020.csv', portalCsv(town(0.4))));
  expect(next.text).toContain('Jump: population of WK900117 goes from 1070 to 428.');
});

test('a failure in the midst of an import is told by its cause, and leaves nothing', async () => {
  const body = `begin raise exception using errcode = 'WB001', message = tg_table_name; end`;
  await database.db.execute(
    sql.raw(`create function fail_here() returns trigger language plpgsql as $$ ${body} $$`),
  );
  const path = files.write('kwb 2016.csv', portalCsv());
  const left = () =>
    rowsOf(
      database.db,
      sql`select (select count(*) from editions) as editions, (select count(*) from places) as places,
            (select count(*) from source_files) as files`,
    );
  const before = await left();
  for (const table of [
    'figure_rows',
    'benchmark_rows',
    'edition_divisions',
    'places',
    'divisions',
  ]) {
    await database.db.execute(
      sql.raw(
        `create trigger fail_here before insert or update on ${table} execute function fail_here()`,
      ),
    );
    await expect(run('import', 'cbs', path, '--publish')).rejects.toMatchObject({
      cause: { code: 'WB001', message: table },
    });
    await database.db.execute(sql.raw(`drop trigger fail_here on ${table}`));
  }
  expect(await left()).toEqual(before);
  expect((await run('import', 'cbs', path, '--dry-run')).text).toContain('dry run');
});

describe('what was set aside', () => {
  const strange = () => [
    ...regions(),
    { code: 'WK9002XXX', name: 'Wijk 09 Oever', type: 'Wijk', change: '1', figures: [70] },
    { code: 'BU90020001', name: 'Oever', type: 'Onbekend', change: '1', figures: [60] },
  ];

  test('is placed by corrections and read again, from the file that was kept', async () => {
    const path = files.write('aside 2018.csv', portalCsv(strange()));
    const ran = await run('import', 'cbs', path, '--publish');
    expect(ran.text).toContain('1 UNKNOWN_REGION_CODE, 1 UNKNOWN_REGION_TYPE');
    const id = idIn(ran);
    writeFileSync(path, 'somebody has thrown the file away');
    const corrections = files.write(
      'corrections.json',
      JSON.stringify({ places: { WK9002XXX: 'WK900209' }, types: { Onbekend: 'Buurt' } }),
    );
    const dry = await run('quarantine', 'replay', id, '--mapping', corrections, '--dry-run');
    expect(dry.text).toContain('dry run      nothing was changed');
    const replayed = await run('quarantine', 'replay', id, '--mapping', corrections, '--publish');
    expect(replayed.text).toContain('2 entries of the quarantine resolved');
    expect(replayed.text).toContain(`replaces ${id}`);
    expect(await findFigure(database, 'WK900209', 'population', 2018)).toMatchObject({ value: 70 });
    expect(await findFigure(database, 'BU90020001', 'population', 2018)).toMatchObject({
      value: 60,
    });
    expect((await run('quarantine')).text).not.toContain('aside 2018.csv');
    await run('rollback', idIn(replayed));
    expect(await findFigure(database, 'WK900209', 'population', 2018)).toBeUndefined();
  });

  test('of a saved set is placed as well, and left out where it says so', async () => {
    const csv = dataSetCsv(longRegions(0, 30)).split('\r\n');
    csv[9] = `${csv[9]};te veel`;
    const set = savedSet(longRegions(0, 30), 0, 2017);
    for (const [name, text] of Object.entries(set)) {
      if (name !== 'TypedDataSet.json') files.write(name, text);
    }
    const path = files.write('TypedDataSet.csv', csv.join('\r\n'));
    const ran = await run('import', 'cbs', path);
    expect(ran.text).toContain('1 MALFORMED_LINE');
    const corrections = files.write('out.json', JSON.stringify({ leaveOut: [10] }));
    const replayed = await run('quarantine', 'replay', idIn(ran), '--mapping', corrections);
    expect(replayed.text).toContain('quarantined  nothing');
    expect(replayed.text).toContain('1 entry of the quarantine resolved');
  });

  test('of generic figures and places too', async () => {
    const places =
      'code,name,level,parent,year,population\nGM9012,Oord,GEMEENTE,,2024,10\nWIJK1,Wijk 1,WIJK,,2024,5\n';
    const first = await run('import', 'places', files.write('oord.csv', places), '--publish');
    const map = files.write('oord.json', JSON.stringify({ places: { WIJK1: 'WK901201' } }));
    await run('quarantine', 'replay', idIn(first), '--mapping', map, '--publish');
    expect(await findPlace(database.readDb, 'WK901201')).toMatchObject({ name: 'Wijk 1' });
    const figures =
      'indicator,place,year,period,value,state\npopulation,GM9012,2024,2021,9,\npopulation,WIJK1,2024,2021,4,\n';
    const ran = await run(
      'import',
      'figures',
      files.write('f.csv', figures),
      '--source',
      'own',
      '--publish',
    );
    expect(ran.text).toContain('1 UNKNOWN_REGION_CODE');
    await run('quarantine', 'replay', idIn(ran), '--mapping', map, '--publish');
    expect(await findFigure(database, 'WK901201', 'population', 2021)).toMatchObject({ value: 4 });
  });

  test('with corrections that are none, or of an edition that is not there, is refused', async () => {
    const bad = files.write('bad.json', JSON.stringify({ plaatsen: {} }));
    expect(await run('quarantine', 'replay', '1', '--mapping', bad)).toMatchObject({
      isRefused: true,
    });
    expect((await run('quarantine', 'replay', '9999')).text).toContain('No edition "9999"');
  });
});
