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
  for (const description of descriptions) {
    const at = slot.get(description.key);
    const numerator = slot.get(description.numeratorKey);
    const denominators = description.denominatorKeys.map((key) => slot.get(key) ?? -1);
    if (at === undefined || numerator === undefined) continue;
    for (const { cells } of table.rows) {
      deriveCell(cells, at, numerator, denominators, description.per);
    }
  }
  return table;
}

function deriveCell(
  cells: Cells,
  at: number,
  numerator: number,
  denominators: readonly number[],
  per: number,
): void {
  const parts = [numerator, ...denominators];
  const unknown = parts.find((part) => !isKnown(cells.states[part]));
  if (unknown !== undefined) {
    cells.states[at] = cells.states[unknown] ?? letter('M');
    cells.reasons[at] = cells.reasons[unknown] ?? letter('-');
    return;
  }
  const value = cells.values[numerator] ?? 0;
  const base = denominators.reduce((total, part) => total + (cells.values[part] ?? 0), 0);
  if (base === 0) {
    setState(cells, at, 'M', 'a');
    return;
  }
  cells.values[at] = (value * per) / base;
  cells.states[at] = weakest(parts.map((part) => cells.states[part] ?? 0));
  setBound(cells, 'denominators', at, base);
}

/** Provisional parts make a provisional rate. */
function weakest(states: readonly number[]): number {
  return ['P', 'R'].map(letter).find((state) => states.includes(state)) ?? letter('O');
}
