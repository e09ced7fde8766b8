// One figure with all that must be said with it. Pure.
import type { Provenance, ValueState } from '../codes/figures.ts';
import type { Edition, EditionColumn } from './catalogue.ts';
import { type ExpectedUse, expectedUseOf } from './expected-use.ts';
import { type Margins, marginsOf } from './margins.ts';
import { type FigureCell, type PackedRow, unpackCell } from './packing.ts';
import type { YearOrPart } from './periods.ts';
import { type Method, methodOf } from './rates.ts';

export interface Figure {
  /** Value and state of the cell once more: compiled execution reads a plain property many times faster than it asks. */
  readonly value: number | null;
  readonly state: ValueState;
  readonly cell: FigureCell;
  readonly placeCode: string;
  readonly period: number;
  readonly part: YearOrPart;
  readonly unit: string;
  readonly provenance: Provenance;
  readonly columnKey: string;
  readonly derivation: string;
  /** Null only when no source has delivered this figure at all. */
  readonly edition: Edition | null;
  /** Where it lies, for what is worked out when asked; without the row where only the cell was read. */
  readonly at: { readonly column: EditionColumn; readonly row?: PackedRow } | null;
}

/** The figure in one column of a packed row; what was worked out is ESTIMATED. */
export function figureIn(
  edition: Edition,
  column: EditionColumn,
  row: PackedRow & { readonly placeCode: string },
): Figure {
  const cell = unpackCell(row, column.slot);
  if (!cell) throw new Error(`Edition ${edition.id} has no slot ${column.slot}.`);
  // Written out: a thousand of these make a profile, and spreading an object costs several times as much.
  return {
    value: cell.value,
    state: cell.state,
    cell,
    placeCode: row.placeCode,
    period: column.period,
    part: column.part,
    unit: column.indicator.unit,
    provenance: provenanceOf(column),
    columnKey: column.columnKey,
    derivation: column.derivation,
    edition,
    at: { column, row },
  };
}

const provenanceOf = ({ derivation, indicator }: EditionColumn): Provenance =>
  derivation ? 'ESTIMATED' : indicator.provenance;

/** What is said of every figure of a column. */
export const headOf = (edition: Edition, column: EditionColumn) => ({
  period: column.period,
  part: column.part,
  unit: column.indicator.unit,
  provenance: provenanceOf(column),
  columnKey: column.columnKey,
  derivation: column.derivation,
  edition,
});

/** Its margins, or why it has none; what was converted over a border counts as no counted share any more. */
export function marginsOfFigure({ cell, at }: Figure): Margins {
  if (at) return marginsOf(cell, at.column.indicator);
  return { refused: cell.state === 'OK' ? 'CONVERTED' : 'NO_VALUE' };
}

/** How it came about, with its inputs. */
export const methodOfFigure = ({ derivation, edition, at }: Figure): Method =>
  methodOf(derivation, edition && at ? { edition, ...at } : null);

/** What use the composition of the wijk makes expected, for the current figure. */
export const expectedUseOfFigure = ({ current }: { readonly current: Figure }): ExpectedUse =>
  expectedUseOf(current.edition, current.at?.column, current.at?.row);
