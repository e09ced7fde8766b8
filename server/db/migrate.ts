// Brings a database to the tables of this version; safe to repeat and from several processes at once.
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { allCodeLists } from '../codes/all.ts';
import type { ActingPool } from './acting.ts';
import { arrayParam, type Db } from './client.ts';
import { applyPolicy } from './row-level-security.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any number, the same in every process: the advisory lock of migrations. */
const lockNumber = 5180029;

/** Applies the missing migrations under an advisory lock, and refreshes the code lists and the policies. */
export async function migrateDatabase(pool: ActingPool): Promise<void> {
  const client = await pool.connect();
  try {
    const version = await client.query<{ number: number }>(
      `select current_setting('server_version_num')::int as number`,
    );
    if ((version.rows[0]?.number ?? 0) < 150000) {
      throw new Error('Wijkbeeld needs PostgreSQL 15 or newer.');
    }
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    const db = drizzle(client, { casing: 'snake_case' });
    await migrate(db, { migrationsFolder });
    await refreshCodes(db);
    await applyPolicy(client);
    await client.query('select pg_advisory_unlock($1)', [lockNumber]);
  } finally {
    client.release();
  }
}

/** One text with five parameters: of some hundred rows a text is built as long as the rest of a start takes. */
async function refreshCodes(db: Db): Promise<void> {
  const lists = allCodeLists();
  await db.execute(sql`
    insert into codes (list, code, sort_order, label_nl, label_en)
    select * from unnest(
      ${arrayParam(lists.map((one) => one.list))},
      ${arrayParam(lists.map((one) => one.code))},
      ${arrayParam(
        lists.map((one) => one.sortOrder),
        'integer',
      )},
      ${arrayParam(lists.map((one) => one.labelNl))},
      ${arrayParam(lists.map((one) => one.labelEn))})
    on conflict (list, code) do update set
      sort_order = excluded.sort_order, label_nl = excluded.label_nl, label_en = excluded.label_en
    where (codes.sort_order, codes.label_nl, codes.label_en)
      is distinct from (excluded.sort_order, excluded.label_nl, excluded.label_en)`);
}
