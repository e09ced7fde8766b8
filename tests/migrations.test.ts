// Data that stands in a database of an older version when `migrateDatabase` meets it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { expect, test } from 'vitest';
import { type Database, rowsOf } from '../server/db/client.ts';
import { migrateDatabase } from '../server/db/migrate.ts';
import { editions, figureRows } from '../server/db/tables.ts';
import { publishEdition, rollbackEdition } from '../server/monitors/publishing.ts';
import { checkPlaceCode, gemeenteOf } from '../server/places/codes.ts';
import { testDatabase } from './support/database.ts';
import { today } from './support/make.ts';

const migrations = fileURLToPath(new URL('../server/db/migrations', import.meta.url));

/** Empties it, and makes it as a version of before left it: with the migrations up to and including this number. */
async function migrateTo(database: Database, last: number): Promise<void> {
  for (const schema of ['public', 'drizzle']) {
    await database.db.execute(sql`drop schema ${sql.identifier(schema)} cascade`);
  }
  await database.db.execute(sql`create schema public`);
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-migrations-'));
  try {
    cpSync(migrations, folder, { recursive: true });
    const journal = join(folder, 'meta/_journal.json');
    const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
    const applied = entries.filter(({ idx }: { idx: number }) => idx <= last);
    writeFileSync(journal, JSON.stringify({ ...rest, entries: applied }));
    await migrate(database.db as NodePgDatabase, { migrationsFolder: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The places of 2024 as an edition had them waiting: code, name, change code, urbanity. */
const waiting = [
  ['NL00', 'Nederland', null, 2],
  ['GM9001', 'Waterstad', 1, 1],
  ['WK900101', `'t Zand, "Oost" {a}`, 2, null],
  ['WK900102', 'NULL', null, 5],
  ['BU90010100', 'Zuidermeer-Café', 3, 4],
  ['GM9002', 'Landrecht', 1, 3],
  ['WK900201', 'Kerkdorp', null, null],
] as const;

/** A live edition of 2023 and staged ones of 2024 and 2025, each with these places and a figure for them. */
async function storeAsBefore({ db }: Database): Promise<number[]> {
  await db.execute(sql`insert into sources
    values ('test-monitor', 'Test monitor', 'Test', 'CC0-1.0', 'Bron: test', null)`);
  await db.execute(sql`insert into indicators (key, source_key, title, unit, measure_kind, direction, provenance)
    values ('loneliness', 'test-monitor', 'Eenzaam', '%', 'PERCENT', 'HIGH_IS_CONCERN', 'MEASURED')`);
  const ids = await rowsOf<{ id: number }>(
    db,
    sql`insert into editions (source_key, table_id, title, division_year, scope, status, content_hash, retrieved_at,
          published_at, report)
        select 'test-monitor', 'T' || given.year, 'Test', given.year, 'NL00', status, given.year::text,
          ${today}::timestamptz,
          case when status = 'LIVE' then ${today}::timestamptz end, '{"recordsDivision": true}'
        from (values (2023, 'LIVE'), (2024, 'STAGED'), (2025, 'STAGED')) given(year, status)
        order by given.year returning id`,
  );
  await db.execute(sql`insert into edition_spans (edition_id, live_from)
    select id, published_at from editions where status = 'LIVE'`);
  await db.execute(sql`insert into edition_columns (edition_id, slot, indicator_key, period, column_key, column_path)
    select id, 1, 'loneliness', division_year, 'loneliness_1', 'Eenzaam' from editions`);
  for (const [code, name, changeCode, urbanity] of waiting) {
    const level = checkPlaceCode(code);
    await db.execute(sql`insert into edition_places
      select id, ${code}, ${level}, ${name}, ${changeCode}::int, ${urbanity}::int from editions`);
    await db.execute(sql`insert into figure_rows
      (gemeente_code, place_code, edition_id, level, values, states, reasons)
      select ${gemeenteOf(code)}, ${code}, id, ${level}, '{12.5}', 'O', '-' from editions`);
  }
  return ids.map(({ id }) => id);
}

test('an edition that waited from before its places were packed is published with all of them', async () => {
  const database = await testDatabase();
  await migrateTo(database, 25);
  const [live = 0, staged = 0, unwanted = 0] = await storeAsBefore(database);
  await migrateDatabase(database.pool);

  await publishEdition(database.db, staged, today);
  const published = await rowsOf<Record<string, unknown>>(
    database.db,
    sql`select code, name, change_code, urbanity, gemeente_code, level from places
        where 2024 between first_year and last_year`,
  );
  const recorded = published.map(Object.values).sort();
  const expected = waiting.map((place) => [
    ...place,
    gemeenteOf(place[0]),
    checkPlaceCode(place[0]),
  ]);
  expect(recorded).toEqual(expected.sort());
  expect(
    await rowsOf(
      database.db,
      sql`select gemeente_code as of from divisions where year = 2024 order by 1`,
    ),
  ).toEqual([{ of: 'GM9001' }, { of: 'GM9002' }, { of: 'NL00' }]);

  // Those of a live edition wait for it too: taken back and published anew, it brings them again.
  await rollbackEdition(database.db, live, today);
  await publishEdition(database.db, live, today);
  expect(
    await rowsOf(
      database.db,
      sql`select count(*)::int as places from places where first_year = 2023`,
    ),
  ).toEqual([{ places: waiting.length }]);

  // In place of the foreign key: no figure without its edition.
  const orphan = { gemeenteCode: 'GM9001', placeCode: 'WK900103', level: 'WIJK' } as const;
  const cells = { values: [1], states: 'O', reasons: '-' };
  const refusal = expect.objectContaining({
    cause: expect.objectContaining({ code: '23503', constraint: 'figure_rows_edition' }),
  });
  const add = database.db.insert(figureRows).values({ ...orphan, ...cells, editionId: 999 });
  await expect(add).rejects.toEqual(refusal);
  const move = database.db
    .update(figureRows)
    .set({ editionId: 999 })
    .where(eq(figureRows.editionId, live));
  await expect(move).rejects.toEqual(refusal);
  await database.db.delete(editions).where(eq(editions.id, unwanted));
  expect(
    await rowsOf(
      database.db,
      sql`select edition_id as edition, count(*)::int as rows from figure_rows group by 1 order by 1`,
    ),
  ).toEqual([live, staged].map((edition) => ({ edition, rows: waiting.length })));
});
