// Where the wijken of a gemeente, of the country and of a class of urbanity stand, per slot, worked out once when an
// edition is staged (domain 20.4). Positions only for relative measures; how many wijken have a value for every measure
// (availability, chapter 4). Whether a position may be shown is decided at reading.
import { median, medianAbsoluteDeviation, quantileSorted } from 'simple-statistics';
import { type FigureTable, isKnown, type TableRow } from './table.ts';

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

/** One row per gemeente with wijken; for the country and each class of urbanity when the edition covers the country. */
export function computeBenchmarks(
  table: FigureTable,
  scope: string,
  urbanityOf: ReadonlyMap<string, number>,
): BenchmarkRow[] {
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
  return [...groups].map(([code, wijken]) => benchmarkOf(code, wijken, table));
}

function benchmarkOf(
  gemeenteCode: string,
  wijken: readonly TableRow[],
  { columns }: FigureTable,
): BenchmarkRow {
  const row: BenchmarkRow = {
    gemeenteCode,
    wijken: wijken.length,
    counts: [],
    medians: [],
    deviations: [],
    quintiles: [],
  };
  for (const [at, { measureKind }] of columns.entries()) {
    const values: number[] = [];
    for (const { cells } of wijken) {
      if (isKnown(cells.states[at])) values.push(cells.values[at] ?? 0);
    }
    row.counts.push(values.length);
    addPosition(row, measureKind === 'COUNT' ? [] : values.sort((a, b) => a - b));
  }
  return row;
}

function addPosition(row: BenchmarkRow, sorted: number[]): void {
  const isEmpty = sorted.length === 0;
  row.medians.push(isEmpty ? null : median(sorted));
  row.deviations.push(isEmpty ? null : medianAbsoluteDeviation(sorted));
  for (const share of [0.2, 0.4, 0.6, 0.8]) {
    row.quintiles.push(isEmpty ? null : quantileSorted(sorted, share));
  }
}
