// Tests each wijk against its gemeente where the source gives margins (domain 20.3), with false-discovery
// control over the wijken of the gemeente, one family per indicator and period (20.5). Pure.
import { differenceTest, type FigureWithMargins } from '../statistics/difference.ts';
import { benjaminiHochberg } from '../statistics/false-discovery.ts';
import { isRefused } from '../statistics/refusal.ts';
import { type FigureTable, isKnown, type TableRow } from './table.ts';

/** Adjusted p per slot for each wijk row that could be tested; rows without margins are not in the map. */
export function testDifferences(table: FigureTable): ReadonlyMap<TableRow, Float64Array> {
  const adjusted = new Map<TableRow, Float64Array>();
  for (const [code, wijken] of groupByGemeente(wijkenWithMargins(table))) {
    const gemeente = table.rows.find((row) => row.code === code);
    if (!gemeente) continue;
    for (let at = 0; at < table.columns.length; at += 1) {
      const reference = withMargins(gemeente, at);
      if (reference) testSlot(wijken, at, reference, adjusted, table.columns.length);
    }
  }
  return adjusted;
}

const wijkenWithMargins = (table: FigureTable) =>
  table.rows.filter((row) => row.level === 'WIJK' && row.cells.lowers !== null);

function groupByGemeente(rows: readonly TableRow[]): Map<string, TableRow[]> {
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const group = groups.get(row.gemeenteCode);
    if (group) group.push(row);
    else groups.set(row.gemeenteCode, [row]);
  }
  return groups;
}

function testSlot(
  wijken: readonly TableRow[],
  at: number,
  reference: FigureWithMargins,
  adjusted: Map<TableRow, Float64Array>,
  slots: number,
): void {
  const tested = wijken.flatMap((row) => {
    const figure = withMargins(row, at);
    const test = figure ? differenceTest(figure, reference) : null;
    return test && !isRefused(test) ? [{ row, p: test.p }] : [];
  });
  const control = benjaminiHochberg(tested.map(({ p }) => p));
  if (isRefused(control)) return;
  tested.forEach(({ row }, index) => {
    const values = adjusted.get(row) ?? new Float64Array(slots).fill(Number.NaN);
    values[at] = control.adjusted[index] ?? Number.NaN;
    adjusted.set(row, values);
  });
}

function withMargins({ cells }: TableRow, at: number): FigureWithMargins | undefined {
  const lower = cells.lowers?.[at] ?? Number.NaN;
  const upper = cells.uppers?.[at] ?? Number.NaN;
  if (!isKnown(cells.states[at]) || Number.isNaN(lower) || Number.isNaN(upper)) return undefined;
  return { value: cells.values[at] ?? 0, lower, upper };
}
