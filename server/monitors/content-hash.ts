// SHA-256 over what an edition says, whatever file form it came in: the same content is never staged twice. Pure.
import { createHash } from 'node:crypto';
import type { DivisionRow } from '../places/spans.ts';
import type { Resting } from '../turns.ts';
import type { FigureTable, TableColumn } from './table.ts';

/**
 * Hash over the meaning of the slots, in an order of their own so that a file may have its columns in any, and over the
 * cells of all places in the order of their codes; over the places themselves too where they are what the edition is about.
 */
export function* hashTable(
  table: FigureTable,
  divisionYear: number,
  division: Iterable<DivisionRow> = [],
): Resting<string> {
  const hash = createHash('sha256');
  const columns = table.columns
    .map((column, slot) => ({ slot, meaning: meaningOf(column) }))
    .sort((a, b) => (a.meaning < b.meaning ? -1 : 1));
  hash.update(JSON.stringify([divisionYear, columns.map(({ meaning }) => meaning)]));
  const places = [...division].map((p) => [
    ...[p.code, p.name, p.changeCode ?? null, p.urbanity ?? null],
  ]);
  if (places.length > 0) {
    hash.update(JSON.stringify(places.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))));
  }
  const gathered = gather((bytes) => hash.update(bytes));
  const rows = [...table.rows].sort((a, b) => (a.code < b.code ? -1 : 1));
  const slots = Uint32Array.from(columns, ({ slot }) => slot);
  const numbers = new Float64Array(slots.length);
  const letters = new Uint8Array(slots.length);
  const inOrder = <Kind extends Float64Array | Uint8Array>(given: Kind, sorted: Kind): Kind => {
    for (let nth = 0; nth < slots.length; nth += 1) sorted[nth] = given[slots[nth] ?? 0] ?? 0;
    return sorted;
  };
  for (const row of rows) {
    const { values, states, reasons, lowers, uppers, denominators } = row.cells;
    gathered.add(Buffer.from(row.code));
    gathered.add(bytesOf(inOrder(values, numbers)));
    gathered.add(inOrder(states, letters));
    gathered.add(inOrder(reasons, letters));
    for (const bounds of [lowers, uppers, denominators]) {
      gathered.add(bounds ? bytesOf(inOrder(bounds, numbers)) : none);
    }
    yield;
  }
  gathered.end();
  return hash.digest('hex');
}

/** A whole year means what it meant before there were parts of years. */
const meaningOf = ({ indicatorKey, segment, period, derivation, part }: TableColumn) =>
  JSON.stringify([indicatorKey, segment, period, derivation, ...(part ? [part] : [])]);

const none = Buffer.from('-');

const bytesOf = (numbers: Float64Array) =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

const GATHERED = 1 << 16;

/** Hands on many small pieces together: each call of a hash costs more than hashing the cells of a row. */
function gather(handOn: (bytes: Uint8Array) => void) {
  const room = Buffer.alloc(GATHERED);
  let at = 0;
  const end = () => {
    handOn(room.subarray(0, at));
    at = 0;
  };
  const add = (piece: Uint8Array) => {
    if (at + piece.length > GATHERED) end();
    if (piece.length > GATHERED) return handOn(piece);
    room.set(piece, at);
    at += piece.length;
  };
  return { add, end };
}
