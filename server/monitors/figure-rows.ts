// Writes packed rows in batches that both databases take fast: arrays as literals, unpacked by `unnest`.
import { type SQL, sql } from 'drizzle-orm';
import { arrayParam, type Db } from '../db/client.ts';
import type { BenchmarkRow } from './benchmarks.ts';
import type { TableRow } from './table.ts';

const BATCH = 500;

/** Inserts the rows of an edition, telling after each batch how far it is. */
export async function insertFigureRows(
  tx: Db,
  editionId: number,
  rows: readonly TableRow[],
  adjustedP: ReadonlyMap<TableRow, Float64Array>,
  onRows?: (done: number, total: number) => void,
): Promise<void> {
  // In the order of the primary key: gemeente, place.
  const ordered = [...rows].sort(
    (a, b) => compare(a.gemeenteCode, b.gemeenteCode) || compare(a.code, b.code),
  );
  let running: Promise<unknown> = Promise.resolve();
  for (let at = 0; at < ordered.length; at += BATCH) {
    // The next batch is written out while the database works on the last one.
    const statement = insertStatement(editionId, ordered.slice(at, at + BATCH), adjustedP);
    await running;
    if (at > 0) onRows?.(at, ordered.length);
    running = Promise.resolve(tx.execute(statement));
  }
  await running;
  onRows?.(ordered.length, ordered.length);
}

function insertStatement(
  editionId: number,
  rows: readonly TableRow[],
  adjustedP: ReadonlyMap<TableRow, Float64Array>,
): SQL {
  const codes = (list: readonly string[]) => sql`${`{${list.join(',')}}`}::text[]`;
  const texts = (list: readonly (string | null)[]) =>
    sql`${`{${list.map((text) => (text === null ? 'NULL' : `"${text}"`)).join(',')}}`}::text[]`;
  return sql`
    insert into figure_rows (gemeente_code, place_code, edition_id, level, "values", states, reasons,
      lowers, uppers, denominators, adjusted_p)
    select g, p, ${editionId}::int, l, v::float8[], s, r, lo::float8[], up::float8[], de::float8[],
      ap::float8[]
    from unnest(
      ${codes(rows.map((row) => row.gemeenteCode))},
      ${codes(rows.map((row) => row.code))},
      ${codes(rows.map((row) => row.level))},
      ${texts(rows.map((row) => arrayLiteral(row.cells.values)))},
      ${texts(rows.map((row) => lettersOf(row.cells.states)))},
      ${texts(rows.map((row) => lettersOf(row.cells.reasons)))},
      ${texts(rows.map((row) => arrayLiteral(row.cells.lowers)))},
      ${texts(rows.map((row) => arrayLiteral(row.cells.uppers)))},
      ${texts(rows.map((row) => arrayLiteral(row.cells.denominators)))},
      ${texts(rows.map((row) => arrayLiteral(adjustedP.get(row) ?? null)))}
    ) as t(g, p, l, v, s, r, lo, up, de, ap)`;
}

/** Inserts the positions of an edition. */
export async function insertBenchmarks(
  tx: Db,
  editionId: number,
  rows: readonly BenchmarkRow[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH);
    await tx.execute(sql`
      insert into benchmark_rows (gemeente_code, edition_id, wijken, counts, medians, deviations, quintiles)
      select g, ${editionId}::int, w, c::int[], m::float8[], d::float8[], q::float8[]
      from unnest(
        ${arrayParam(batch.map((row) => row.gemeenteCode))},
        ${arrayParam(
          batch.map((row) => row.wijken),
          'integer',
        )},
        ${arrayParam(batch.map((row) => arrayLiteral(row.counts)))},
        ${arrayParam(batch.map((row) => arrayLiteral(row.medians)))},
        ${arrayParam(batch.map((row) => arrayLiteral(row.deviations)))},
        ${arrayParam(batch.map((row) => arrayLiteral(row.quintiles)))}
      ) as t(g, w, c, m, d, q)`);
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const decoder = new TextDecoder('latin1');
const lettersOf = (letters: Uint8Array) => decoder.decode(letters);

/** PostgreSQL's text form of an array; NaN and null become NULL. Null stays null. */
function arrayLiteral(numbers: Float64Array | readonly (number | null)[] | null): string | null {
  if (numbers === null) return null;
  let text = '{';
  for (let at = 0; at < numbers.length; at += 1) {
    const value = numbers[at] ?? Number.NaN;
    if (at > 0) text += ',';
    text += Number.isNaN(value) ? 'NULL' : value;
  }
  return `${text}}`;
}
