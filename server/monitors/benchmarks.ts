// Where the wijken of a gemeente and of the country stand, per slot, worked out once when an edition is staged
// (domain 20.4). Only for relative measures. Whether a position may be shown is decided at reading.
import { median, medianAbsoluteDeviation, quantileSorted } from 'simple-statistics';
import { type FigureTable, isKnown, type TableRow } from './table.ts';

/** Arrays over the slots; null where nothing can be computed or the measure is a count. */
export interface BenchmarkRow {
  readonly gemeenteCode: string;
  readonly counts: (number | null)[];
  readonly medians: (number | null)[];
  readonly deviations: (number | null)[];
  /** Four per slot. */
  readonly quintiles: (number | null)[];
}

/** One row per gemeente with wijken, and one for the country when the edition covers it. */
export function computeBenchmarks(table: FigureTable, scope: string): BenchmarkRow[] {
  const wijken = table.rows.filter((row) => row.level === 'WIJK');
  const byGemeente = new Map<string, TableRow[]>();
  for (const wijk of wijken) {
    const list = byGemeente.get(wijk.gemeenteCode);
    if (list) list.push(wijk);
    else byGemeente.set(wijk.gemeenteCode, [wijk]);
  }
  const rows = [...byGemeente].map(([code, list]) => benchmarkOf(code, list, table));
  if (scope === 'NL00' && wijken.length > 0) rows.push(benchmarkOf('NL00', wijken, table));
  return rows;
}

function benchmarkOf(
  gemeenteCode: string,
  wijken: readonly TableRow[],
  { columns }: FigureTable,
): BenchmarkRow {
  const row: BenchmarkRow = {
    gemeenteCode,
    counts: [],
    medians: [],
    deviations: [],
    quintiles: [],
  };
  for (const [at, { measureKind }] of columns.entries()) {
    if (measureKind === 'COUNT') {
      row.counts.push(null);
      addPosition(row, []);
      continue;
    }
    const values: number[] = [];
    for (const { cells } of wijken) {
      if (isKnown(cells.states[at])) values.push(cells.values[at] ?? 0);
    }
    row.counts.push(values.length);
    addPosition(
      row,
      values.sort((a, b) => a - b),
    );
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
