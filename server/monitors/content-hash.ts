// SHA-256 over what an edition says, whatever file form it came in: the same content is never staged twice. Pure.
import { createHash, type Hash } from 'node:crypto';
import type { DivisionRow } from '../places/spans.ts';
import type { FigureTable } from './table.ts';

/**
 * Hash over the meaning of the slots and the cells of all places in the order of their codes; over the places themselves
 * too where they are what the edition is about.
 */
export function hashTable(
  table: FigureTable,
  divisionYear: number,
  division: readonly DivisionRow[] = [],
): string {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([
      divisionYear,
      table.columns.map((c) => [c.indicatorKey, c.segment, c.period, c.derivation]),
    ]),
  );
  if (division.length > 0) {
    const places = division.map((p) => [p.code, p.name, p.changeCode ?? null, p.urbanity ?? null]);
    hash.update(JSON.stringify(places.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))));
  }
  const rows = [...table.rows].sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const { code, cells } of rows) {
    hash.update(code);
    addNumbers(hash, cells.values);
    hash.update(cells.states);
    hash.update(cells.reasons);
    for (const bounds of [cells.lowers, cells.uppers, cells.denominators]) {
      if (bounds) addNumbers(hash, bounds);
      else hash.update('-');
    }
  }
  return hash.digest('hex');
}

const addNumbers = (hash: Hash, numbers: Float64Array) =>
  hash.update(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
