// Many rows as one parameter: an array of the table's own row type in PostgreSQL's binary form, which both databases
// read. Numbers are not written out as text and read back, which took most of the time of an import.
import { getTableName, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { nextTurn, turnEnd } from '../turns.ts';
import { type Db, rowsOf } from './client.ts';

/** Numbers that are NaN or null become NULL; bytes are the text of a text column. */
type Packable =
  | string
  | number
  | Uint8Array
  | Float64Array
  | readonly (number | null)[]
  | readonly string[]
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
    [1009, { type: TEXT, size: 0 }],
    [1022, { type: 701, size: 8 }],
  ],
);

/** About as much as the database takes at once without the two waiting for each other. */
const BATCH = 1 << 20;

/** Batches that the database has or is on its way to have, so that it never waits for the next. */
const UNDER_WAY = 3;

/** Milliseconds that a turn may last longer while rows come: the database is not to wait for what else there is to do. */
const PACKING = 20;

interface PackedOptions {
  /** Leave out rows that are there already, instead of failing. */
  readonly leaveOutKnown?: boolean;
  /** Told after each batch how many rows went. */
  readonly onRows?: (done: number) => void;
  /** How it rests where there is no row. */
  readonly rest?: () => Promise<void>;
}

/**
 * Inserts the rows in batches. Columns of text, integer and arrays of text, integer or double precision; one that a row
 * does not name becomes NULL, not its default. Where there is no row (undefined) it may rest.
 */
export async function insertPacked<Table extends PgTable>(
  tx: Db,
  table: Table,
  rows: Iterable<PackedRow<Table> | undefined>,
  { leaveOutKnown = false, onRows = () => {}, rest = nextTurn }: PackedOptions = {},
): Promise<void> {
  const name = getTableName(table);
  const { rowType, columns } = await shapeOf(tx, name);
  const keys = columns.map((column) => camelCase(column.name));
  const known = leaveOutKnown ? sql`on conflict do nothing` : sql``;
  const batches = Array.from({ length: UNDER_WAY + 1 }, () => startBatch(rowType));
  const underWay: Promise<unknown>[] = [];
  let batch = batches[0] as Batch;
  let sent = 0;
  let done = 0;
  const settle = async (most: number) => {
    while (underWay.length > most) await underWay.shift();
    onRows(done);
  };
  const send = async () => {
    await settle(UNDER_WAY - 1);
    const bytes = finishBatch(batch);
    done += batch.rows;
    const running = Promise.resolve(
      tx.execute(sql`insert into ${table}
        select * from unnest(${bytes}::${sql.identifier(name)}[]) ${known}`),
    );
    // It fails where it is awaited, however late that is.
    running.catch(() => {});
    underWay.push(running);
    sent += 1;
    batch = batches[sent % batches.length] as Batch;
    emptyBatch(batch);
    // What the connection could not take at once goes out before the next batch is begun.
    await nextTurn();
  };
  let end = turnEnd();
  for (const row of rows) {
    if (row) addRow(batch, columns, keys, row as Readonly<Record<string, Packable>>);
    if (batch.at > BATCH) await send();
    else if (performance.now() < end + (row ? PACKING : 0)) continue;
    else await (row ? nextTurn() : rest());
    end = turnEnd();
  }
  if (batch.rows > 0) await send();
  await settle(0);
}

const camelCase = (name: string) =>
  name.replace(/_([a-z])/g, (_all, initial: string) => initial.toUpperCase());

interface Shape {
  readonly rowType: number;
  readonly columns: readonly Column[];
}

/** Per transaction: while it runs, nobody changes what it has used. */
const shapes = new WeakMap<Db, Map<string, Promise<Shape>>>();

function shapeOf(tx: Db, name: string): Promise<Shape> {
  const known = shapes.get(tx) ?? new Map<string, Promise<Shape>>();
  shapes.set(tx, known);
  const shape = known.get(name) ?? describe(tx, name);
  known.set(name, shape);
  return shape;
}

async function describe(tx: Db, name: string): Promise<Shape> {
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
  view: DataView;
  at: number;
  rows: number;
}

/** Bytes before the rows: dimensions, flags, type, length and lower bound. */
const HEAD = 20;

function startBatch(rowType: number): Batch {
  const bytes = Buffer.alloc(1 << 16);
  bytes.writeInt32BE(1, 0);
  bytes.writeUInt32BE(rowType, 8);
  bytes.writeInt32BE(1, 16);
  return { bytes, view: viewOf(bytes), at: HEAD, rows: 0 };
}

const viewOf = ({ buffer, byteOffset, byteLength }: Buffer) =>
  new DataView(buffer, byteOffset, byteLength);

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
  batch.view.setInt32(start + 4, columns.length);
  batch.at = start + 8;
  for (let nth = 0; nth < columns.length; nth += 1) {
    addValue(batch, columns[nth]?.type ?? TEXT, row[keys[nth] ?? '']);
  }
  batch.view.setInt32(start, batch.at - start - 4);
  batch.rows += 1;
}

function addValue(batch: Batch, type: number, value: Packable): void {
  makeRoom(batch, 12);
  batch.view.setUint32(batch.at, type);
  const start = batch.at + 4;
  batch.at = start + 4;
  if (value === null || value === undefined) {
    batch.view.setInt32(start, -1);
    return;
  }
  if (typeof value === 'number') {
    batch.view.setInt32(batch.at, value);
    batch.at += 4;
  } else if (typeof value === 'string') addText(batch, value);
  else if (value instanceof Uint8Array) {
    makeRoom(batch, value.length);
    batch.bytes.set(value, batch.at);
    batch.at += value.length;
  } else addArray(batch, type, value);
  batch.view.setInt32(start, batch.at - start - 4);
}

function addText(batch: Batch, text: string): void {
  makeRoom(batch, text.length * 3);
  // Codes are short: a call into the encoder costs more than writing their letters.
  let at = 0;
  for (; at < text.length && at < 16; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127) break;
    batch.bytes[batch.at + at] = code;
  }
  batch.at += at;
  if (at < text.length) batch.at += batch.bytes.write(text.slice(at), batch.at);
}

function addArray(
  batch: Batch,
  type: number,
  values: Float64Array | readonly (number | null)[] | readonly string[],
): void {
  const element = elementTypes.get(type);
  if (!element) throw new Error(`A column of type ${type} takes no array.`);
  const { length } = values;
  makeRoom(batch, HEAD + length * (4 + element.size));
  const { view } = batch;
  let { at } = batch;
  view.setInt32(at, length === 0 ? 0 : 1);
  view.setInt32(at + 4, 1);
  view.setUint32(at + 8, element.type);
  at += 12;
  if (length > 0) {
    view.setInt32(at, length);
    view.setInt32(at + 4, 1);
    at += 8;
  }
  batch.at = at;
  if (element.type === TEXT) addTexts(batch, values as readonly string[]);
  else if (values instanceof Float64Array && element.size === 8) {
    batch.at = writeDoubles(view, at, values);
  } else {
    batch.at = writeNumbers(view, at, values as readonly (number | null)[], element.size);
  }
}

function addTexts(batch: Batch, texts: readonly string[]): void {
  for (const text of texts) {
    makeRoom(batch, 4);
    const start = batch.at;
    batch.at = start + 4;
    addText(batch, text);
    batch.view.setInt32(start, batch.at - start - 4);
  }
}

/** Most of what is ever sent: kept apart so that it meets one kind of array only. */
function writeDoubles(view: DataView, from: number, numbers: Float64Array): number {
  let at = from;
  for (let nth = 0; nth < numbers.length; nth += 1) {
    const value = numbers[nth] ?? Number.NaN;
    if (Number.isNaN(value)) {
      view.setInt32(at, -1);
      at += 4;
    } else {
      view.setInt32(at, 8);
      view.setFloat64(at + 4, value);
      at += 12;
    }
  }
  return at;
}

function writeNumbers(
  view: DataView,
  from: number,
  numbers: Float64Array | readonly (number | null)[],
  size: number,
): number {
  let at = from;
  for (let nth = 0; nth < numbers.length; nth += 1) {
    const value = numbers[nth] ?? Number.NaN;
    view.setInt32(at, Number.isNaN(value) ? -1 : size);
    at += 4;
    if (Number.isNaN(value)) continue;
    if (size === 8) view.setFloat64(at, value);
    else view.setInt32(at, value);
    at += size;
  }
  return at;
}

function makeRoom(batch: Batch, size: number): void {
  if (batch.at + size <= batch.bytes.length) return;
  // One that grows becomes a full one, in most cases.
  const larger = Buffer.allocUnsafeSlow(Math.max(BATCH + (BATCH >> 3), 2 * (batch.at + size)));
  larger.set(batch.bytes.subarray(0, batch.at));
  batch.bytes = larger;
  batch.view = viewOf(larger);
}
