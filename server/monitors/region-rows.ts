// Reads rows of "one region a line, one figure a column" (KWB in each of its file forms) into a table.
import { gemeenteOf } from '../places/codes.ts';
import { type PackedPlaces, packPlaces } from '../places/packed-places.ts';
import { type CellStore, openCellStore } from './cell-store.ts';
import { readLinePlace } from './line-places.ts';
import type { ReadOptions, RegionLine } from './opened-table.ts';
import { firstReason, type QuarantinedRow, refuseFile, refuseMostlyMalformed } from './refusal.ts';
import { DecimalSign, explainNumber, faultOf, readJsonCell } from './signs.ts';
import {
  type Cells,
  letter,
  OPEN,
  OPEN_DOT,
  setState,
  type TableColumn,
  type TableRow,
} from './table.ts';

export interface RegionLayout {
  readonly file: string;
  /** Positions of the fields; -1 when the file lacks one. */
  readonly codeAt: number;
  readonly secondCodeAt: number;
  readonly typeAt: number;
  readonly nameAt: number;
  readonly changeAt: number;
  /** Slot of the urbanity class; -1 when the file lacks it. */
  readonly urbanitySlot: number;
  /** Figure columns: position in the line, and title for messages. Slots are in this order. */
  readonly figures: readonly {
    readonly at: number;
    readonly column: TableColumn;
    readonly title: string;
  }[];
  /** Slots per row, those of derived figures included. */
  readonly slots: number;
  readonly decimalSign: '.' | null;
  readonly isProvisional: boolean;
  /** The list of places beside the file. */
  readonly names: PackedPlaces | undefined;
}

export interface RegionRows {
  readonly rows: TableRow[];
  readonly isFilled: boolean[];
  readonly quarantined: QuarantinedRow[];
  /** Places with what the lines say of them: those of the list where there is one; their code where they have no name. */
  readonly places: PackedPlaces;
  readonly linesRead: number;
  /** True when some cell has a sign other than a blank: blanks then mean "impossible" (4.2). */
  readonly hasSigns: boolean;
}

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : String(value ?? ''));

/**
 * Reads all lines, keeps those of one gemeente when asked, and refuses the file for a place that stands in it twice, a
 * figure that is no number, or when a fifth of the lines is malformed.
 */
export async function readRegionRows(
  lines: AsyncIterable<RegionLine>,
  layout: RegionLayout,
  options: ReadOptions,
): Promise<RegionRows> {
  const reader = new RegionReader(layout, options.gemeente);
  for await (const line of lines) {
    reader.read(line);
    options.onRow?.(reader.linesRead);
  }
  return reader.finish();
}

class RegionReader {
  readonly #layout: RegionLayout;
  readonly #gemeente: string | undefined;
  readonly #rows: TableRow[] = [];
  readonly #places: PackedPlaces;
  readonly #quarantined: QuarantinedRow[] = [];
  readonly #isFilled: boolean[];
  readonly #seen = new Map<string, number>();
  readonly #sign: DecimalSign;
  readonly #store: CellStore;
  #hasSigns = false;
  linesRead = 0;

  constructor(layout: RegionLayout, gemeente: string | undefined) {
    this.#layout = layout;
    this.#gemeente = gemeente;
    this.#isFilled = layout.figures.map(() => false);
    this.#sign = new DecimalSign(layout.decimalSign);
    this.#store = openCellStore(layout.slots);
    this.#places = layout.names ?? packPlaces();
  }

  read({ line, fields, text: raw }: RegionLine): void {
    this.linesRead += 1;
    if (!fields) {
      this.#setAside(
        line,
        'MALFORMED_LINE',
        'The line does not have the fields of the header.',
        raw,
      );
      return;
    }
    const place = readLinePlace(fields, this.#layout);
    if (place.problem) {
      this.#setAside(line, ...place.problem, fields.slice(0, 12));
      return;
    }
    const { code, level } = place;
    this.#refuseTwice(line, code);
    if (this.#gemeente !== undefined && gemeenteOf(code) !== this.#gemeente) {
      this.#noteFilled(fields);
      return;
    }
    const row = this.#store.add({ code, level, gemeenteCode: gemeenteOf(code), line });
    const { cells } = row;
    this.#readCells(cells, line, code, fields);
    this.#rows.push(row);
    this.#keepPlace(code, fields, cells);
  }

  finish(): RegionRows {
    const { file } = this.#layout;
    if (this.linesRead === 0) throw refuseFile({ file }, 'there is no row in this file.');
    refuseMostlyMalformed(file, this.#quarantined, this.linesRead);
    if (this.#rows.length === 0) {
      const what = this.#gemeente ? `of ${this.#gemeente} ` : '';
      const why = firstReason(this.#quarantined);
      throw refuseFile({ file }, `there is no row ${what}that can be used.${why}`);
    }
    return {
      rows: this.#rows,
      isFilled: this.#isFilled,
      quarantined: this.#quarantined,
      places: this.#places,
      linesRead: this.linesRead,
      hasSigns: this.#hasSigns,
    };
  }

  #setAside(line: number, reason: QuarantinedRow['reason'], explanation: string, raw: unknown) {
    this.#quarantined.push({ line, reason, explanation, raw });
  }

  #refuseTwice(line: number, code: string): void {
    const before = this.#seen.get(code);
    if (before !== undefined) {
      throw refuseFile(
        { file: this.#layout.file, line },
        `${code} stands in the file twice, first on line ${before}. Remove one of the two.`,
      );
    }
    this.#seen.set(code, line);
  }

  #noteFilled(fields: readonly unknown[]): void {
    for (const [slot, { at }] of this.#layout.figures.entries()) {
      if (this.#isFilled[slot]) continue;
      const value = text(fields[at]);
      if (value !== '' && value !== '.') this.#isFilled[slot] = true;
    }
  }

  #readCells(cells: Cells, line: number, code: string, fields: readonly unknown[]): void {
    const { figures } = this.#layout;
    for (let slot = 0; slot < figures.length; slot += 1) {
      const figure = figures[slot];
      const field = fields[figure?.at ?? -1];
      // Most cells of an early delivery are empty, and a cell starts as open.
      if (!figure || field === '' || field === null) continue;
      const isCount = figure.column.measureKind === 'COUNT';
      if (!readJsonCell(cells, slot, field, this.#sign, isCount)) {
        throw refuseFile(
          { file: this.#layout.file, line },
          `column "${figure.title}" of ${code} holds ${JSON.stringify(field)}, ${explainNumber(text(field))}`,
        );
      }
      this.#checkCell(cells, slot, figure.column, line, code, field);
    }
  }

  #checkCell(
    cells: Cells,
    slot: number,
    column: TableColumn,
    line: number,
    code: string,
    field: unknown,
  ): void {
    const state = cells.states[slot];
    if (state === OPEN) return;
    if (state === OPEN_DOT) {
      this.#hasSigns = true;
      return;
    }
    this.#isFilled[slot] = true;
    const value = cells.values[slot] ?? 0;
    const fault = faultOf(column.measureKind, value);
    if (fault) {
      const name = column.columnPath || column.columnKey;
      this.#setAside(line, fault.reason, `${name} of ${code} is ${fault.why}`, {
        code,
        column: column.columnKey || column.columnPath,
        value: field,
      });
      setState(cells, slot, 'M', 'u');
    } else if (this.#layout.isProvisional && state === letter('O')) {
      cells.states[slot] = letter('P');
    }
  }

  #keepPlace(code: string, fields: readonly unknown[], cells: Cells): void {
    const { names, nameAt, changeAt, urbanitySlot } = this.#layout;
    const change = changeAt < 0 ? '' : text(fields[changeAt]);
    const urbanity = urbanitySlot < 0 ? Number.NaN : (cells.values[urbanitySlot] ?? Number.NaN);
    const said = {
      changeCode: /^[123]$/.test(change) ? Number(change) : null,
      urbanity: Number.isInteger(urbanity) ? urbanity : null,
    };
    if (names) names.note(code, said);
    else
      this.#places.put({ code, name: (nameAt < 0 ? '' : text(fields[nameAt])) || code, ...said });
  }
}
