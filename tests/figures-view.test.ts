// The view `figures`: what SQL users read is what the API answers.
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { rowsOf } from '../server/db/client.ts';
import { rollbackEdition } from '../server/monitors/publishing.ts';
import { askOn, bram } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, today } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const database = await testDatabase();
const ask = askOn(database, () => today);

interface Row {
  readonly place_code: string;
  readonly value: number | null;
  readonly state: string;
  readonly state_basis: string | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly denominator: number | null;
  readonly provisional: boolean;
}

const wijken = (indicator: string) =>
  rowsOf<Row>(
    database.as(null) as never,
    sql`select * from figures where indicator = ${indicator} and level = 'WIJK' order by place_code`,
  );

beforeAll(async () => {
  await makePlaces(database);
  await makeEdition(database, {
    year: 2024,
    figures: {
      calm: { GM9001: 50, ...perWijk([70, 65, 75], 48, 'SUPPRESSED', 'NOT_DELIVERED', 0) },
      origin: perWijk(1, 2, 3),
    },
    indicators: { origin: { sensitive: true } },
    denominators: { WK900102: 1200 },
  });
});

test('the view holds what the map shows, value or state, for someone without any rights', async () => {
  const rows = await wijken('calm');
  expect(rows.map(({ value, state }) => [value, state])).toEqual([
    [70, 'OK'],
    [48, 'OK'],
    [null, 'SUPPRESSED'],
    [null, 'NOT_DELIVERED'],
    [0, 'OK'],
  ]);
  expect(rows[0]).toMatchObject({ lower: 65, upper: 75, provisional: false, state_basis: null });
  expect(rows[1]).toMatchObject({ lower: null, denominator: 1200 });
  expect(rows[2]).toMatchObject({ state_basis: 'SOURCE' });
  const { data } = await ask<{
    indicatorMap: { placeCode: string; figure: { value: number | null; state: string } }[];
  }>(
    bram,
    `{ indicatorMap(indicator: "calm", within: "GM9001", level: WIJK) { placeCode figure { value state } } }`,
  );
  expect(rows.map(({ place_code, value, state }) => [place_code, value, state])).toEqual(
    data.indicatorMap.map(({ placeCode, figure }) => [placeCode, figure.value, figure.state]),
  );
});

test('the view holds neither sensitive indicators nor what is not live', async () => {
  expect(await wijken('origin')).toEqual([]);
  const id = await makeEdition(database, { year: 2025, figures: { once: perWijk(1, 2) } });
  expect(await wijken('once')).toHaveLength(2);
  await rollbackEdition(database.db, id, today);
  expect(await wijken('once')).toEqual([]);
});
