// Where the wijken of a gemeente, of the country and of a class of urbanity stand, per slot, worked out once when an
// edition is staged (domain 20.4). Positions only for relative measures; how many wijken have a value for every measure
// (availability, chapter 4). Whether a position may be shown is decided at reading.
import { quantileSorted } from 'simple-statistics';
import type { Resting } from '../turns.ts';
import { type Cells, type FigureTable, isKnown, type TableRow } from './table.ts';

/** Arrays over the slots; null where nothing can be computed or the measure is a count. */
export interface BenchmarkRow {
  /** Gemeente, NL00, or U1 to U5 for a class of urbanity. */
  readonly gemeenteCode: string;
  /** All wijken of the edition there. */
  readonly wijken: number;
  readonly counts: (number | null)[];
  readonly medians: (number | null)[];
  readonly deviations: (number | null)[];
  /** Four per slot. */
  readonly quintiles: (number | null)[];
}

/** Row of `benchmark_rows` for a class of urbanity. */
const urbanityKey = (urbanity: number) => `U${urbanity}`;

/**
 * One row per gemeente with wijken; for the country and each class of urbanity when the edition covers the country. Each
 * is worked out when it is asked for: those of a large country outweigh its places. Rests where it yields no row.
 */
export function* computeBenchmarks(
  table: FigureTable,
  scope: string,
  urbanityOf: ReadonlyMap<string, number>,
): Generator<BenchmarkRow | undefined> {
  const groups = new Map<string, TableRow[]>();
  const add = (key: string, wijk: TableRow) => {
    const group = groups.get(key);
    if (group) group.push(wijk);
    else groups.set(key, [wijk]);
  };
  for (const row of table.rows) {
    if (row.level !== 'WIJK') continue;
    add(row.gemeenteCode, row);
    if (scope !== 'NL00') continue;
    add('NL00', row);
    const urbanity = urbanityOf.get(row.code);
    if (urbanity !== undefined) add(urbanityKey(urbanity), row);
  }
  for (const [code, wijken] of groups) yield yield* benchmarkOf(code, wijken, table);
}

/** Values in memory at a time; the country has more wijken than fit at once in a table of many columns. */
const VALUES = 1 << 20;
/** Wijken gone through, and columns sorted, before the next rest. */
const STEP = 200;
const SORTED = 10;

function* benchmarkOf(
  gemeenteCode: string,
  wijken: readonly TableRow[],
  { columns }: FigureTable,
): Resting<BenchmarkRow> {
  const row: BenchmarkRow = {
    gemeenteCode,
    wijken: wijken.length,
    counts: [],
    medians: [],
    deviations: [],
    quintiles: [],
  };
  const width = Math.max(1, Math.floor(VALUES / wijken.length));
  for (let from = 0; from < columns.length; from += width) {
    const part = columns.slice(from, from + width);
    const known = yield* gatherKnown(wijken, from, part.length);
    for (const [nth, values] of known.entries()) {
      row.counts.push(values.length);
      addPosition(row, part[nth]?.measureKind === 'COUNT' ? values.subarray(0, 0) : values.sort());
      if (nth % SORTED === 0) yield;
    }
  }
  return row;
}

/** The known values of some columns next to each other: wijken are gone through once. */
function* gatherKnown(
  wijken: readonly TableRow[],
  from: number,
  width: number,
): Resting<Float64Array[]> {
  const values = new Float64Array(width * wijken.length);
  const counts = new Uint32Array(width);
  for (const [at, wijk] of wijken.entries()) {
    // Cells are asked for after a rest: meanwhile they may have been put away.
    if (at % STEP === 0) yield;
    addKnown(values, counts, wijk.cells, from, wijken.length);
  }
  return Array.from(counts, (count, nth) =>
    values.subarray(nth * wijken.length, nth * wijken.length + count),
  );
}

function addKnown(
  values: Float64Array,
  counts: Uint32Array,
  cells: Cells,
  from: number,
  room: number,
): void {
  for (let nth = 0; nth < counts.length; nth += 1) {
    if (!isKnown(cells.states[from + nth])) continue;
    const count = counts[nth] ?? 0;
    values[nth * room + count] = cells.values[from + nth] ?? 0;
    counts[nth] = count + 1;
  }
}

function addPosition(row: BenchmarkRow, sorted: Float64Array): void {
  if (sorted.length === 0) {
    row.medians.push(null);
    row.deviations.push(null);
    row.quintiles.push(null, null, null, null);
    return;
  }
  const middle = quantileOf(sorted, 0.5);
  row.medians.push(middle);
  row.deviations.push(quantileOf(sorted.map((value) => Math.abs(value - middle)).sort(), 0.5));
  for (const share of [0.2, 0.4, 0.6, 0.8]) row.quintiles.push(quantileOf(sorted, share));
}

/** It only reads by index, so it takes typed arrays as well. */
const quantileOf = (sorted: Float64Array, share: number) =>
  quantileSorted(sorted as unknown as number[], share);
