// The database itself holds that a figure is a value or a reason, whoever writes.
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from './support/database.ts';
import { makePlaces } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const database = await testDatabase();

beforeAll(async () => {
  await makePlaces(database);
  await makeEdition(database, { year: 2024, figures: { population: perWijk(100, 200) } });
});

const wrong = [
  ['no value where the state is a known one', '{1,null}', 'OO'],
  ['a value where the state is a reason', '{1,2}', 'OS'],
  ['as many, but not in the same places', '{1,null,2}', 'SOO'],
  ['a letter that is no state', '{1,null}', 'OX'],
  ['no number', '{1,NaN}', 'OO'],
  ['an endless value', '{1,Infinity}', 'OO'],
  ['an endless value below zero', '{1,-Infinity}', 'OO'],
] as const;

const insert = (rows: readonly (readonly [values: string, states: string])[]) =>
  database.pool.query(
    `insert into figure_rows (gemeente_code, place_code, edition_id, level, "values", states, reasons)
      select 'GM9009', 'WK90090' || n, (select min(id) from editions), 'WIJK', v::float8[], s, repeat('.', length(s))
      from unnest($1::text[], $2::text[]) with ordinality as t(v, s, n)`,
    [rows.map(([values]) => values), rows.map(([, states]) => states)],
  );

const refusal = { code: '23514', constraint: 'figure_rows_value_or_reason' };

test.each(wrong)('%s is refused, right rows beside it too', async (_what, values, states) => {
  const rows = [
    ['{1,null}', 'ON'],
    [values, states],
    ['{0,3.5}', 'PR'],
  ] as const;
  await expect(insert(rows)).rejects.toMatchObject(refusal);
  const { rows: stored } = await database.pool.query(
    `select from figure_rows where gemeente_code = 'GM9009'`,
  );
  expect(stored).toHaveLength(0);
});

test.each(wrong)('%s is refused as a change as well', async (_what, values, states) => {
  const change = database.pool.query(
    `update figure_rows set "values" = $1, states = $2, reasons = repeat('.', length($2)),
      denominators = null where place_code = 'WK900101'`,
    [values, states],
  );
  await expect(change).rejects.toMatchObject(refusal);
});

test('every state is stored beside what it asks for', async () => {
  await insert([
    ['{1,2,3,null,null,null,null,null}', 'OPRSMYDN'],
    ['{null,-1}', 'MO'],
    ['{}', ''],
  ]);
  const { rows } = await database.pool.query(
    `select states from figure_rows where gemeente_code = 'GM9009' order by place_code`,
  );
  expect(rows.map(({ states }) => states)).toEqual(['OPRSMYDN', 'MO', '']);
});

test('a figure belongs to an edition that is there, and goes with it', async () => {
  const put = (edition: string) =>
    database.pool.query(
      `insert into figure_rows (gemeente_code, place_code, edition_id, level, "values", states, reasons)
        select 'GM9008', 'WK900801', ${edition}, 'WIJK', '{1}', 'O', '.'`,
    );
  const refused = { code: '23503', constraint: 'figure_rows_edition' };
  await expect(put('-1')).rejects.toMatchObject(refused);
  const { rows } = await database.pool.query<{ id: number }>(
    `insert into editions (source_key, table_id, title, division_year, scope, status, content_hash, retrieved_at)
      select source_key, 'gone', title, division_year, scope, 'STAGED', 'none', retrieved_at from editions limit 1
      returning id`,
  );
  const id = rows[0]?.id ?? 0;
  await put(String(id));
  const move = database.pool.query(
    `update figure_rows set edition_id = -1 where edition_id = ${id}`,
  );
  await expect(move).rejects.toMatchObject(refused);
  await database.pool.query(`delete from editions where id = ${id}`);
  const left = await database.pool.query(`select from figure_rows where gemeente_code = 'GM9008'`);
  expect(left.rows).toHaveLength(0);
});
