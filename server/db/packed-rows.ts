// Many rows as one parameter: an array of the table's own row type in PostgreSQL's binary form, which both databases
// read. Numbers are not written out as text and read back, which took most of the time of an import.
import { getTableName, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { type Db, rowsOf } from './client.ts';

/** Numbers that are NaN or null become NULL; bytes are the text of a text column. */
type Packable =
  | string
  | number
  | Uint8Array
  | Float64Array
  | readonly (number | null)[]
  | null
  | undefined;

type PackedRow<Table extends PgTable> = {
  readonly [Key in keyof Table['$inferInsert']]: Packable;
};

interface Column {
  readonly name: string;
  readonly type: number;
}

const TEXT = 25;
const INTEGER = 23;
const elementTypes: ReadonlyMap<number, { readonly type: number; readonly size: number }> = new Map(
  [
    [1007, { type: INTEGER, size: 4 }],
    [1022, { type: 701, size: 8 }],
  ],
);

/** About as much as the database takes at once without the two waiting for each other. */
const BATCH = 1 << 20;

interface PackedOptions {
  /** Leave out rows that are there already, instead of failing. */
  readonly leaveOutKnown?: boolean;
  /** Told after each batch how many rows went. */
  readonly onRows?: (done: number) => void;
}

/**
 * Inserts the rows in batches. Columns of text, integer and arrays of integer or double precision; one that a row does
 * not name becomes NULL, not its default.
 */
export async function insertPacked<Table extends PgTable>(
  tx: Db,
  table: Table,
  rows: Iterable<PackedRow<Table>>,
  { leaveOutKnown = false, onRows = () => {} }: PackedOptions = {},
): Promise<void> {
  const name = getTableName(table);
  const { rowType, columns } = await describe(tx, name);
  const keys = columns.map((column) => camelCase(column.name));
  const known = leaveOutKnown ? sql`on conflict do nothing` : sql``;
  const batch = startBatch(rowType);
  let running: Promise<unknown> = Promise.resolve();
  let done = 0;
  const send = async () => {
    const bytes = Buffer.from(finishBatch(batch));
    // The next batch is written out while the database works on this one.
    await running;
    onRows(done);
    done += batch.rows;
    running = Promise.resolve(
      tx.execute(sql`insert into ${table}
        select * from unnest(${bytes}::${sql.identifier(name)}[]) ${known}`),
    );
    // It fails where it is awaited, however late that is.
    running.catch(() => {});
    emptyBatch(batch);
  };
  for (const row of rows) {
    addRow(batch, columns, keys, row as Readonly<Record<string, Packable>>);
    if (batch.at > BATCH) await send();
  }
  if (batch.rows > 0) await send();
  await running;
  onRows(done);
}

const camelCase = (name: string) =>
  name.replace(/_([a-z])/g, (_all, initial: string) => initial.toUpperCase());

async function describe(
  tx: Db,
  name: string,
): Promise<{ rowType: number; columns: readonly Column[] }> {
  const columns = await rowsOf<Column & { row_type: number }>(
    tx,
    sql`select a.attname as name, a.atttypid::int as type, c.reltype::int as row_type
        from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.oid = ${name}::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
  );
  return { rowType: columns[0]?.row_type ?? 0, columns };
}

/** The bytes of an array under way. */
interface Batch {
  bytes: Buffer;
  at: number;
  rows: number;
}

/** Bytes before the rows: dimensions, flags, type, length and lower bound. */
const HEAD = 20;

function startBatch(rowType: number): Batch {
  const bytes = Buffer.alloc(2 * BATCH);
  bytes.writeInt32BE(1, 0);
  bytes.writeUInt32BE(rowType, 8);
  bytes.writeInt32BE(1, 16);
  return { bytes, at: HEAD, rows: 0 };
}

function emptyBatch(batch: Batch): void {
  batch.at = HEAD;
  batch.rows = 0;
}

function finishBatch({ bytes, at, rows }: Batch): Buffer {
  bytes.writeInt32BE(rows, 12);
  return bytes.subarray(0, at);
}

function addRow(
  batch: Batch,
  columns: readonly Column[],
  keys: readonly string[],
  row: Readonly<Record<string, Packable>>,
): void {
  makeRoom(batch, 8);
  const start = batch.at;
  batch.bytes.writeInt32BE(columns.length, start + 4);
  batch.at = start + 8;
  for (let nth = 0; nth < columns.length; nth += 1) {
    addValue(batch, columns[nth]?.type ?? TEXT, row[keys[nth] ?? '']);
  }
  batch.bytes.writeInt32BE(batch.at - start - 4, start);
  batch.rows += 1;
}

function addValue(batch: Batch, type: number, value: Packable): void {
  makeRoom(batch, 12);
  batch.bytes.writeUInt32BE(type, batch.at);
  const start = batch.at + 4;
  batch.at = start + 4;
  if (value === null || value === undefined) {
    batch.bytes.writeInt32BE(-1, start);
    return;
  }
  if (typeof value === 'number') batch.at = batch.bytes.writeInt32BE(value, batch.at);
  else if (typeof value === 'string') {
    makeRoom(batch, value.length * 3);
    batch.at += batch.bytes.write(value, batch.at);
  } else if (value instanceof Uint8Array) {
    makeRoom(batch, value.length);
    batch.bytes.set(value, batch.at);
    batch.at += value.length;
  } else addNumbers(batch, type, value);
  batch.bytes.writeInt32BE(batch.at - start - 4, start);
}

function addNumbers(
  batch: Batch,
  type: number,
  numbers: Float64Array | readonly (number | null)[],
): void {
  const element = elementTypes.get(type);
  if (!element) throw new Error(`A column of type ${type} takes no numbers.`);
  const { length } = numbers;
  makeRoom(batch, HEAD + length * (4 + element.size));
  const { bytes } = batch;
  let { at } = batch;
  at = bytes.writeInt32BE(length === 0 ? 0 : 1, at);
  at = bytes.writeInt32BE(1, at);
  at = bytes.writeUInt32BE(element.type, at);
  if (length > 0) {
    at = bytes.writeInt32BE(length, at);
    at = bytes.writeInt32BE(1, at);
  }
  for (let nth = 0; nth < length; nth += 1) {
    const value = numbers[nth] ?? Number.NaN;
    if (Number.isNaN(value)) at = bytes.writeInt32BE(-1, at);
    else {
      at = bytes.writeInt32BE(element.size, at);
      at = element.size === 8 ? bytes.writeDoubleBE(value, at) : bytes.writeInt32BE(value, at);
    }
  }
  batch.at = at;
}

function makeRoom(batch: Batch, size: number): void {
  if (batch.at + size <= batch.bytes.length) return;
  const larger = Buffer.alloc(Math.max(2 * batch.bytes.length, batch.at + size));
  batch.bytes.copy(larger);
  batch.bytes = larger;
}
