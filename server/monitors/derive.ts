// Rates worked out from counts of the same file (domain chapter 9): the state of a part that is not known is the state
// of the rate. Pure; works on the parsed table in place.
import { rateText } from '../figures/rates.ts';
import type { DerivedDescription } from './descriptions/description.ts';
import {
  type Cells,
  type FigureTable,
  type IndicatorDefinition,
  isKnown,
  letter,
  setBound,
  setState,
  type TableColumn,
} from './table.ts';

/** The descriptions whose parts are all among the columns. */
export function derivable(
  descriptions: readonly DerivedDescription[],
  keys: ReadonlySet<string>,
): DerivedDescription[] {
  return descriptions.filter((description) =>
    [description.numeratorKey, ...description.denominatorKeys].every((key) => keys.has(key)),
  );
}

/** Slot of a derived indicator. */
export const derivedColumn = (d: DerivedDescription, period: number): TableColumn => ({
  indicatorKey: d.key,
  segment: '',
  period,
  columnKey: '',
  columnPath: '',
  derivation: rateText(d),
  measureKind: d.measureKind,
});

/** Definition of a derived indicator; provenance ESTIMATED because it was computed. */
export const derivedIndicator = (
  d: DerivedDescription,
  sourceKey: string,
  sortOrder: number,
): IndicatorDefinition => ({
  key: d.key,
  sourceKey,
  title: d.title,
  definition: d.definition,
  unit: d.unit,
  measureKind: d.measureKind,
  direction: d.direction,
  theme: d.theme,
  sensitive: false,
  provenance: 'ESTIMATED',
  population: d.population,
  decimals: d.decimals,
  sortOrder,
  breakYears: [...(d.breakYears ?? [])],
});

/** Fills the slots of the derived indicators; their parts must have their states already. */
export function deriveFigures(
  table: FigureTable,
  descriptions: readonly DerivedDescription[],
): FigureTable {
  const slot = new Map(table.columns.map((column, at) => [column.indicatorKey, at]));
  const rates = descriptions.flatMap(({ key, numeratorKey, denominatorKeys, per }) => {
    const at = slot.get(key);
    const numerator = slot.get(numeratorKey);
    if (at === undefined || numerator === undefined) return [];
    return [{ at, parts: [numerator, ...denominatorKeys.map((one) => slot.get(one) ?? -1)], per }];
  });
  for (const { cells } of table.rows) {
    for (const { at, parts, per } of rates) deriveCell(cells, at, parts, per);
  }
  return table;
}

/** The first part is the numerator, the others add up to the denominator. */
function deriveCell(cells: Cells, at: number, parts: readonly number[], per: number): void {
  const unknown = parts.find((part) => !isKnown(cells.states[part]));
  if (unknown !== undefined) {
    cells.states[at] = cells.states[unknown] ?? letter('M');
    cells.reasons[at] = cells.reasons[unknown] ?? letter('-');
    return;
  }
  const value = cells.values[parts[0] ?? -1] ?? 0;
  let base = 0;
  for (let nth = 1; nth < parts.length; nth += 1) base += cells.values[parts[nth] ?? -1] ?? 0;
  if (base === 0) {
    setState(cells, at, 'M', 'a');
    return;
  }
  cells.values[at] = (value * per) / base;
  cells.states[at] = weakest(cells, parts);
  setBound(cells, 'denominators', at, base);
}

/** Provisional parts make a provisional rate. */
function weakest({ states }: Cells, parts: readonly number[]): number {
  for (const state of provisional) {
    if (parts.some((part) => states[part] === state)) return state;
  }
  return definitive;
}

const provisional = [letter('P'), letter('R')];
const definitive = letter('O');
