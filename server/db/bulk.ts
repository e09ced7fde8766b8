// Many rows as one JSON parameter: building a statement with a placeholder per value costs more than storing them
// (5,000 field notes: some 8 s through drizzle's values, under 1 s so).
import { getTableName, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { type Db, rowsOf } from './client.ts';

const snakeCase = (name: string) =>
  name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/**
 * Inserts the rows, leaving out those that are there already; answers `key` of those that were inserted. All rows must
 * have the same columns; a column that none has takes its default.
 */
export async function insertMany<Table extends PgTable>(
  tx: Db,
  table: Table,
  rows: readonly Table['$inferInsert'][],
  key: keyof Table['$inferInsert'] & string,
): Promise<string[]> {
  const first = rows[0];
  if (!first) return [];
  const columns = sql.raw(Object.keys(first).map(snakeCase).join(', '));
  const json = JSON.stringify(rows.map(withColumnNames));
  const inserted = await rowsOf<{ key: string }>(
    tx,
    sql`insert into ${table} (${columns}) select ${columns}
        from json_populate_recordset(null::${sql.identifier(getTableName(table))}, ${json}::json)
        on conflict do nothing returning ${sql.raw(snakeCase(key))} as key`,
  );
  return inserted.map((row) => row.key);
}

const withColumnNames = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value]));
