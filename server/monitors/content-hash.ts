// SHA-256 over what an edition says, whatever file form it came in: the same content is never staged twice. Pure.
import { createHash } from 'node:crypto';
import type { DivisionRow } from '../places/spans.ts';
import type { FigureTable } from './table.ts';

/**
 * Hash over the meaning of the slots and the cells of all places in the order of their codes; over the places themselves
 * too where they are what the edition is about.
 */
export function hashTable(
  table: FigureTable,
  divisionYear: number,
  division: Iterable<DivisionRow> = [],
): string {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([
      divisionYear,
      // A whole year hashes as it did before there were parts of years.
      table.columns.map((c) => [
        ...[c.indicatorKey, c.segment, c.period, c.derivation, ...(c.part ? [c.part] : [])],
      ]),
    ]),
  );
  const places = [...division].map((p) => [
    ...[p.code, p.name, p.changeCode ?? null, p.urbanity ?? null],
  ]);
  if (places.length > 0) {
    hash.update(JSON.stringify(places.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))));
  }
  const gathered = gather((bytes) => hash.update(bytes));
  const rows = [...table.rows].sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const row of rows) {
    const { values, states, reasons, lowers, uppers, denominators } = row.cells;
    gathered.add(Buffer.from(row.code));
    gathered.add(bytesOf(values));
    gathered.add(states);
    gathered.add(reasons);
    for (const bounds of [lowers, uppers, denominators]) {
      gathered.add(bounds ? bytesOf(bounds) : none);
    }
  }
  gathered.end();
  return hash.digest('hex');
}

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
