// Tests each wijk against its gemeente (domain 20.3) where the source gives margins, or the counts behind a share or
// rate, from which margins follow (20.1, 20.2); with false-discovery control over the wijken of the gemeente, one
// family per indicator and period (20.5). Pure.
import { differenceTest, type FigureWithMargins } from '../statistics/difference.ts';
import { benjaminiHochberg } from '../statistics/false-discovery.ts';
import { byarInterval, wilsonInterval } from '../statistics/intervals.ts';
import { isRefused } from '../statistics/refusal.ts';
import { type FigureTable, isKnown, type TableColumn, type TableRow } from './table.ts';

/**
 * Adjusted p per slot for each wijk row that could be tested; rows with neither margins nor counts are not in the
 * map. Of modelled indicators only the margins of the source count: their percentages are no counted shares.
 */
export function testDifferences(
  table: FigureTable,
  isModelled: (indicatorKey: string) => boolean,
): ReadonlyMap<TableRow, Float64Array> {
  const adjusted = new Map<TableRow, Float64Array>();
  for (const [code, wijken] of groupByGemeente(wijkenWithMargins(table))) {
    const gemeente = table.rows.find((row) => row.code === code);
    if (!gemeente) continue;
    for (const [at, column] of table.columns.entries()) {
      const marginsOf = (row: TableRow) =>
        withMargins(row, at) ??
        (isModelled(column.indicatorKey) ? undefined : fromCounts(row, at, column));
      const reference = marginsOf(gemeente);
      if (reference) testSlot(wijken, at, marginsOf, reference, adjusted, table.columns.length);
    }
  }
  return adjusted;
}

const wijkenWithMargins = ({ rows }: FigureTable) =>
  rows.filter(
    ({ level, cells }) =>
      level === 'WIJK' && (cells.lowers !== null || cells.denominators !== null),
  );

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
  marginsOf: (row: TableRow) => FigureWithMargins | undefined,
  reference: FigureWithMargins,
  adjusted: Map<TableRow, Float64Array>,
  slots: number,
): void {
  const tested = wijken.flatMap((row) => {
    const figure = marginsOf(row);
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

/** How many people or things a measure is expressed per; other measures have no counts behind them. */
const perOf: Partial<Record<TableColumn['measureKind'], number>> = {
  PERCENT: 100,
  PER_1000: 1000,
  PER_10000: 10_000,
};

/** Margins of a counted share (Wilson) or rate (Byar), from the value and what it is expressed per. */
function fromCounts(
  { cells }: TableRow,
  at: number,
  { measureKind }: TableColumn,
): FigureWithMargins | undefined {
  const per = perOf[measureKind];
  const people = Math.round(cells.denominators?.[at] ?? Number.NaN);
  if (per === undefined || !isKnown(cells.states[at]) || !(people > 0)) return undefined;
  const count = Math.round(((cells.values[at] ?? Number.NaN) * people) / per);
  const interval = measureKind === 'PERCENT' ? wilsonInterval(count, people) : byarInterval(count);
  if (isRefused(interval)) return undefined;
  const scale = measureKind === 'PERCENT' ? per : per / people;
  return {
    value: (per * count) / people,
    lower: interval.lower * scale,
    upper: interval.upper * scale,
  };
}
