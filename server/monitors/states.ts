// Why a cell without value and without sign is empty: the rules of domain 4.3, in that order. Pure; works on the
// parsed table in place.

import type { Resting } from '../turns.ts';
import type { Cells, FigureTable, TableColumn } from './table.ts';
import { isKnown, OPEN, OPEN_DOT, setState, type TableRow } from './table.ts';

export interface StateContext {
  /** What a column means that is empty for all places: a later delivery fills it, or it was not asked. */
  readonly emptyColumn: 'NOT_YET' | 'NOT_MEASURED';
  /** What a blank means that no rule explains: nothing known; in a file with signs impossible (4.2); or withheld. */
  readonly blank: 'UNKNOWN' | 'NOT_APPLICABLE' | 'WITHHELD';
}

const isOpen = (state: number | undefined) => state === OPEN || state === OPEN_DOT;

/** Gives every open cell its state. Returns the same table, in which no cell is open any more. */
export function decideStates(table: FigureTable, context: StateContext): FigureTable {
  const slots = new Map<string, number>();
  for (const [at, column] of table.columns.entries()) {
    if (column.segment === '' && !slots.has(column.indicatorKey)) {
      slots.set(column.indicatorKey, at);
    }
  }
  const undelivered = findUndelivered(table);
  const bases = table.columns.map((column) => basesOf(column, slots));
  for (const { cells, gemeenteCode } of table.rows) {
    const { states } = cells;
    for (let at = 0; at < bases.length; at += 1) {
      if (!isOpen(states[at])) continue;
      const column = table.columns[at];
      const base = bases[at];
      if (!column || !base) continue;
      if (table.isFilled[at] === false) {
        closeEmptyColumn(cells, at, column, context);
      } else if (undelivered[at]?.has(gemeenteCode)) {
        setState(cells, at, 'N', '-');
      } else {
        closeByBase(cells, at, base, context);
      }
    }
  }
  return table;
}

/** Slots that say how many there are to count, -1 where the table does not hold them. */
interface Bases {
  readonly base: number;
  readonly thresholds: readonly { readonly slot: number; readonly below: number }[];
}

const basesOf = (column: TableColumn, slots: ReadonlyMap<string, number>): Bases => ({
  base: column.baseKey === undefined ? -1 : (slots.get(column.baseKey) ?? -1),
  thresholds: (column.thresholds ?? [])
    .filter(({ periods }) => periods === undefined || periods.includes(column.period))
    .map(({ baseKey, below }) => ({ slot: slots.get(baseKey) ?? -1, below })),
});

/** Rule 1: a whole column without a value. */
function closeEmptyColumn(
  cells: Cells,
  at: number,
  column: TableColumn,
  { emptyColumn }: StateContext,
): void {
  if (column.isWithdrawn) setState(cells, at, 'D', '-');
  else if (emptyColumn === 'NOT_YET') setState(cells, at, 'Y', '-');
  else if (cells.states[at] === OPEN) setState(cells, at, 'M', 'M');
  else setState(cells, at, 'M', '.');
}

/** Rule 2, prepared: per slot the gemeenten whose own row has no figure. */
function findUndelivered({ columns, rows }: FigureTable): readonly (Set<string> | undefined)[] {
  const undelivered = columns.map((column) =>
    column.isDeliveredByGemeente ? new Set<string>() : undefined,
  );
  if (undelivered.every((gemeenten) => gemeenten === undefined)) return [];
  for (const row of rows) {
    if (row.level !== 'GEMEENTE') continue;
    const { states } = row.cells;
    for (const [at, gemeenten] of undelivered.entries()) {
      if (isOpen(states[at])) gemeenten?.add(row.code);
    }
  }
  return undelivered;
}

/** Rules 3, 4 and 5: nobody to count, too few for the publisher, otherwise missing. */
function closeByBase(
  cells: Cells,
  at: number,
  { base, thresholds }: Bases,
  { blank }: StateContext,
): void {
  if (knownValue(cells, base) === 0) {
    setState(cells, at, 'M', 'a');
    return;
  }
  for (const { slot, below } of thresholds) {
    const size = knownValue(cells, slot);
    if (size !== undefined && size < below) {
      setState(cells, at, 'S', 'b');
      return;
    }
  }
  if (cells.states[at] === OPEN_DOT) setState(cells, at, 'M', '.');
  else if (blank === 'WITHHELD') setState(cells, at, 'S', '.');
  else setState(cells, at, 'M', blank === 'NOT_APPLICABLE' ? 'A' : '-');
}

const knownValue = ({ states, values }: Cells, slot: number): number | undefined =>
  slot >= 0 && isKnown(states[slot]) ? values[slot] : undefined;

/** How many cells have each state letter; for reports and tests. */
export function* countStates(rows: readonly TableRow[]): Resting<Record<string, number>> {
  const counts = new Uint32Array(256);
  for (const { cells } of rows) {
    addStates(counts, cells.states);
    yield;
  }
  return Object.fromEntries(
    [...counts.entries()].flatMap(([code, n]) => (n > 0 ? [[String.fromCharCode(code), n]] : [])),
  );
}

function addStates(counts: Uint32Array, states: Uint8Array): void {
  for (let at = 0; at < states.length; at += 1) {
    const state = states[at] ?? OPEN;
    counts[state] = (counts[state] ?? 0) + 1;
  }
}
