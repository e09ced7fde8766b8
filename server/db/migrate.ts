// Brings a database to the tables of this version; safe to repeat and from several processes at once.
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { allCodeLists } from '../codes/all.ts';
import type { ActingPool } from './acting.ts';
import { applyPolicy } from './row-level-security.ts';
import { codes } from './tables.ts';

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
    await db
      .insert(codes)
      .values(allCodeLists())
      .onConflictDoUpdate({
        target: [codes.list, codes.code],
        set: {
          sortOrder: sql`excluded.sort_order`,
          labelNl: sql`excluded.label_nl`,
          labelEn: sql`excluded.label_en`,
        },
        setWhere: sql`(codes.sort_order, codes.label_nl, codes.label_en)
          is distinct from (excluded.sort_order, excluded.label_nl, excluded.label_en)`,
      });
    await applyPolicy(client);
    await client.query('select pg_advisory_unlock($1)', [lockNumber]);
  } finally {
    client.release();
  }
}
