// The same figure in wijken that the reader chose to compare with: same source and table, same indicator, part of the
// population and period. In the order in which they were asked, never in the order of their values. Pure.
import type { Edition, EditionColumn } from './catalogue.ts';
import { type Figure, figureIn } from './figure.ts';
import type { FigureRow } from './rows.ts';

/** A chosen wijk, with its packed rows in the live editions. */
export interface ComparedWijk {
  readonly code: string;
  readonly name: string;
  readonly rows: readonly FigureRow[];
  /** Whether a code meant this wijk in a division year. */
  readonly isThisPlace: (code: string, divisionYear: number) => boolean;
}

export const comparisonRefusals = ['COUNT_NOT_COMPARED', 'NOT_IN_THIS_TABLE'] as const;
export type ComparisonRefusal = (typeof comparisonRefusals)[number];

export interface Comparison {
  readonly placeCode: string;
  readonly name: string;
  /** Null when refused; a figure without a value says why in its state. */
  readonly figure: Figure | null;
  readonly refused: ComparisonRefusal | null;
}

/** The figure of each chosen wijk beside the one in this column. */
export function comparisonOf(
  wijken: readonly ComparedWijk[],
  editions: ReadonlyMap<number, Edition>,
  edition: Edition,
  column: EditionColumn,
): Comparison[] {
  return wijken.map(({ code, name, rows, isThisPlace }) => {
    const refuse = (refused: ComparisonRefusal): Comparison => ({
      ...{ placeCode: code, name, figure: null, refused },
    });
    if (column.indicator.measureKind === 'COUNT') return refuse('COUNT_NOT_COMPARED');
    const found = rows.findLast((row) => {
      const other = editions.get(row.editionId);
      return (
        other !== undefined &&
        isSameTable(other, edition) &&
        isThisPlace(row.placeCode, other.divisionYear) &&
        columnIn(other, column) !== undefined
      );
    });
    const other = found && editions.get(found.editionId);
    const own = other && columnIn(other, column);
    if (!found || !own) return refuse('NOT_IN_THIS_TABLE');
    return { placeCode: code, name, figure: figureIn(other, own, found), refused: null };
  });
}

/** A gemeente may have been imported on its own: another edition of the same table. */
const isSameTable = (one: Edition, other: Edition) =>
  one.id === other.id ||
  (one.source.key === other.source.key &&
    one.tableId === other.tableId &&
    one.divisionYear === other.divisionYear);

const columnIn = (edition: Edition, { meaning, period }: EditionColumn) =>
  edition.columns.find((one) => one.meaning === meaning && one.period === period);
