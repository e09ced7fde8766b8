// Tests each wijk against its gemeente (domain 20.3) where the source gives margins, or the counts behind a share or
// rate, from which margins follow (20.1, 20.2); with false-discovery control over the wijken of the gemeente, one
// family per indicator and period (20.5). Pure.
import { countedMargins } from '../figures/margins.ts';
import { perOf } from '../figures/rates.ts';
import { differenceTest, type FigureWithMargins } from '../statistics/difference.ts';
import { benjaminiHochberg } from '../statistics/false-discovery.ts';
import { isRefused } from '../statistics/refusal.ts';
import { isKnown, type TableColumn, type TableRow } from './table.ts';

/**
 * Adjusted p per slot for each wijk row of a gemeente that could be tested; rows with neither margins nor counts are not
 * in the map. Of modelled indicators only the margins of the source count: their percentages are no counted shares.
 */
export function testDifferences(
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  isModelled: (indicatorKey: string) => boolean,
): ReadonlyMap<TableRow, Float64Array> {
  const adjusted = new Map<TableRow, Float64Array>();
  const gemeente = rows.find((row) => row.level === 'GEMEENTE');
  if (!gemeente) return adjusted;
  const wijken = rows.filter((row) => row.level === 'WIJK' && hasMargins(row));
  if (wijken.length === 0) return adjusted;
  for (const [at, column] of columns.entries()) {
    const marginsOf = (row: TableRow) =>
      withMargins(row, at) ??
      (isModelled(column.indicatorKey) ? undefined : fromCounts(row, at, column));
    const reference = marginsOf(gemeente);
    if (reference) testSlot(wijken, at, marginsOf, reference, adjusted, columns.length);
  }
  return adjusted;
}

const hasMargins = ({ cells }: TableRow) => cells.lowers !== null || cells.denominators !== null;

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

/** Margins of a counted share (Wilson) or rate (Byar), from the value and what it is expressed per. */
function fromCounts(
  { cells }: TableRow,
  at: number,
  { measureKind }: TableColumn,
): FigureWithMargins | undefined {
  const value = cells.values[at] ?? Number.NaN;
  const denominator = cells.denominators?.[at] ?? Number.NaN;
  if (!isKnown(cells.states[at]) || Number.isNaN(denominator)) return undefined;
  const margins = countedMargins(value, denominator, measureKind);
  if (margins.refused !== null || margins.numerator === null || margins.denominator === null) {
    return undefined;
  }
  const { lower, upper } = margins;
  const per = perOf[measureKind] ?? Number.NaN;
  return { value: (per * margins.numerator) / margins.denominator, lower, upper };
}
