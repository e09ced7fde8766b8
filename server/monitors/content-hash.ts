// SHA-256 over what an edition says, whatever file form it came in: the same content is never staged twice. Pure.
import { createHash, type Hash } from 'node:crypto';
import type { DivisionRow } from '../places/spans.ts';
import type { Resting } from '../turns.ts';
import type { FigureTable, TableColumn, TableRow } from './table.ts';

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
  const rows = [...table.rows].sort((a, b) => (a.code < b.code ? -1 : 1));
  const slots = Uint32Array.from(columns, ({ slot }) => slot);
  const together = Math.max(1, Math.floor(GATHERED / Math.max(1, slots.length)));
  const room: Room = {
    numbers: new Float64Array(4 * together * slots.length),
    letters: new Uint8Array(2 * together * slots.length),
  };
  for (let from = 0; from < rows.length; from += together) {
    hashRows(hash, rows.slice(from, from + together), slots, room);
    yield;
  }
  return hash.digest('hex');
}

/** Cells hashed together: each call of a hash costs more than hashing the cells of a row. */
const GATHERED = 1 << 13;

interface Room {
  readonly numbers: Float64Array;
  readonly letters: Uint8Array;
}

/** Which rows they are and what numbers each has, then the numbers of all, then their letters. */
function hashRows(
  hash: Hash,
  rows: readonly TableRow[],
  slots: Uint32Array,
  { numbers, letters }: Room,
): void {
  let heads = '';
  let numberAt = 0;
  let letterAt = 0;
  for (const { code, cells } of rows) {
    const { values, states, reasons, lowers, uppers, denominators } = cells;
    heads += code;
    numberAt = addNumbers(numbers, numberAt, values, slots);
    for (const bounds of [lowers, uppers, denominators]) {
      // Bounds that were left out leave their place behind.
      const isSaid = bounds?.some((bound) => !Number.isNaN(bound)) === true;
      heads += isSaid ? '+' : '-';
      if (isSaid) numberAt = addNumbers(numbers, numberAt, bounds, slots);
    }
    letterAt = addLetters(letters, letterAt, states, slots);
    letterAt = addLetters(letters, letterAt, reasons, slots);
  }
  hash.update(heads);
  hash.update(new Uint8Array(numbers.buffer, 0, numberAt * numbers.BYTES_PER_ELEMENT));
  hash.update(letters.subarray(0, letterAt));
}

/** What is added makes one zero of the two there are. */
function addNumbers(room: Float64Array, from: number, given: Float64Array, slots: Uint32Array) {
  for (let nth = 0; nth < slots.length; nth += 1)
    room[from + nth] = (given[slots[nth] ?? 0] ?? 0) + 0;
  return from + slots.length;
}

/** Apart from the numbers, so that each meets one kind of array only. */
function addLetters(room: Uint8Array, from: number, given: Uint8Array, slots: Uint32Array) {
  for (let nth = 0; nth < slots.length; nth += 1) room[from + nth] = given[slots[nth] ?? 0] ?? 0;
  return from + slots.length;
}

/** A whole year means what it meant before there were parts of years. */
const meaningOf = ({ indicatorKey, segment, period, derivation, part }: TableColumn) =>
  JSON.stringify([indicatorKey, segment, period, derivation, ...(part ? [part] : [])]);
