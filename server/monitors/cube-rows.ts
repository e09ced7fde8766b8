// Reads rows of "one place, age group, year and bound a line" (domain 6.4) and pivots them to one row per place.
import { periodCode, readPeriod } from '../figures/periods.ts';
import { checkPlaceCode, gemeenteOf } from '../places/codes.ts';
import { explainMargins, marginsFit } from './bad-margins.ts';
import type { BoundColumn } from './bound-columns.ts';
import type { RecognisedColumn } from './columns.ts';
import { type Bound, type CubeDimension, readMeaning } from './cube-dimensions.ts';
import { readLinePlace } from './line-places.ts';
import type { OpenedTable, ReadOptions, RegionLine } from './opened-table.ts';
import {
  firstReason,
  type QuarantinedRow,
  type QuarantineReason,
  refuseFile,
  refuseMostlyMalformed,
} from './refusal.ts';
import { DecimalSign, explainNumber, faultOf, readJsonCell } from './signs.ts';
import {
  type Cells,
  emptyCells,
  type FigureTable,
  isKnown,
  letter,
  OPEN,
  OPEN_DOT,
  setBound,
  setState,
  type TableColumn,
  type TableRow,
} from './table.ts';

export interface CubeLayout {
  readonly opened: OpenedTable;
  readonly dimensions: readonly CubeDimension[];
  /** Columns of the first category, then of the second, …; all categories have the same number. */
  readonly recognised: readonly RecognisedColumn[];
  /** Positions in a line of the columns of one category. */
  readonly positions: readonly number[];
  readonly bounds: readonly BoundColumn[];
  /** Of a table without periods. */
  readonly period: number;
  readonly isProvisional: boolean;
}

interface CubeRows {
  readonly table: FigureTable;
  readonly quarantined: QuarantinedRow[];
  readonly linesRead: number;
  /** True when some cell has a sign other than a blank: only then a blank is a sign too (4.2). */
  readonly hasSigns: boolean;
  readonly warnings: string[];
}

/** Cells of one place for one segment and year, as its rows come in. */
interface Part {
  readonly line: number;
  readonly seen: Set<string>;
  readonly cells: Cells;
}

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : String(value ?? ''));

/** Reads all lines; refuses a row that stands twice, a damaged number, and a fifth of malformed lines. */
export async function readCubeRows(layout: CubeLayout, options: ReadOptions): Promise<CubeRows> {
  const reader = new CubeReader(layout);
  for await (const line of layout.opened.lines) {
    reader.read(line);
    options.onRow?.(reader.linesRead);
  }
  return reader.finish(options.gemeente);
}

class CubeReader {
  readonly #layout: CubeLayout;
  readonly #file: string;
  /** Place, then segment and year. */
  readonly #places = new Map<string, Map<string, Part>>();
  /** Segment and year, with which columns have a value anywhere. */
  readonly #sets = new Map<string, boolean[]>();
  readonly #sign: DecimalSign;
  readonly #quarantined: QuarantinedRow[] = [];
  /** Rows left out, by the code of their period. */
  readonly #leftOut = {
    OTHER_PERIOD: new Map<string, number>(),
    OLD_PART: new Map<string, number>(),
  };
  #hasSigns = false;
  linesRead = 0;

  constructor(layout: CubeLayout) {
    this.#layout = layout;
    this.#file = layout.opened.file;
    this.#sign = new DecimalSign(layout.opened.decimalSign);
  }

  read({ line, fields, text: raw }: RegionLine): void {
    this.linesRead += 1;
    if (!fields) {
      const explanation = 'The line does not have the fields of the header.';
      this.#quarantined.push({ line, reason: 'MALFORMED_LINE', explanation, raw });
      return;
    }
    const place = readLinePlace(fields, this.#layout.opened);
    const { code } = place;
    if (place.problem) {
      this.#setAside(line, fields, ...place.problem);
      return;
    }
    const meaning = readMeaning(this.#layout.dimensions, code, (at) => text(fields[at]));
    if ('problem' in meaning) {
      if (meaning.problem === 'NO_YEAR') {
        throw refuseFile({ file: this.#file, line }, meaning.explanation);
      }
      if (meaning.problem === 'UNDESCRIBED') {
        this.#setAside(line, fields, meaning.reason, meaning.explanation);
      } else {
        const counts = this.#leftOut[meaning.problem];
        counts.set(meaning.explanation, (counts.get(meaning.explanation) ?? 0) + 1);
      }
      return;
    }
    const period = meaning.period ?? { year: this.#layout.period, part: '' };
    const set = `${meaning.segment} ${periodCode(period)}`;
    const part = this.#partOf(code, line, set);
    const which = `${meaning.category} ${meaning.bound}`;
    if (part.seen.has(which)) {
      const key = this.#layout.dimensions.map((d) => `${d.name} ${text(fields[d.at])}`).join(', ');
      throw refuseFile(
        { file: this.#file, line },
        `${code} stands in the file twice for ${key}; another line of it is ${part.line}. Remove one of the two.`,
      );
    }
    part.seen.add(which);
    this.#readFigures({ line, code, fields, cells: part.cells, set, ...meaning });
  }

  #setAside(
    line: number,
    fields: readonly unknown[],
    reason: QuarantineReason,
    explanation: string,
  ) {
    this.#quarantined.push({ line, reason, explanation, raw: fields.slice(0, 8) });
  }

  #partOf(code: string, line: number, set: string): Part {
    const parts = this.#places.get(code) ?? new Map<string, Part>();
    this.#places.set(code, parts);
    const width = this.#layout.recognised.length;
    const part = parts.get(set) ?? { line, seen: new Set<string>(), cells: emptyCells(width) };
    parts.set(set, part);
    if (!this.#sets.has(set)) this.#sets.set(set, new Array<boolean>(width).fill(false));
    return part;
  }

  #readFigures(row: CubeRow): void {
    const { positions, recognised, bounds, opened } = this.#layout;
    const offset = row.category * positions.length;
    const target = row.bound === 'values' ? row.cells : emptyCells(recognised.length);
    const read = (cells: Cells, slot: number, field: unknown) => {
      if (readJsonCell(cells, slot, field, this.#sign)) return isKnown(cells.states[slot]);
      throw refuseFile(
        { file: opened.file, line: row.line },
        `column "${recognised[slot]?.source.key}" of ${row.code} holds ${JSON.stringify(field)}, ` +
          explainNumber(String(field)),
      );
    };
    for (const [at, position] of positions.entries()) {
      const slot = offset + at;
      const isRead = read(target, slot, row.fields[position]);
      if (target.states[slot] === OPEN_DOT) this.#hasSigns = true;
      if (!isRead) continue;
      if (row.bound !== 'values') {
        setBound(row.cells, row.bound, slot, target.values[slot] ?? Number.NaN);
      } else this.#acceptValue(row, slot);
    }
    for (const { which, slot, position } of bounds) {
      const bound = emptyCells(1);
      if (!readJsonCell(bound, 0, row.fields[position], this.#sign) || !isKnown(bound.states[0]))
        continue;
      setBound(row.cells, which, offset + slot, bound.values[0] ?? Number.NaN);
    }
  }

  #acceptValue({ line, code, cells, set, known }: CubeRow, slot: number): void {
    const value = cells.values[slot] ?? 0;
    const column = this.#layout.recognised[slot]?.column;
    const filled = this.#sets.get(set);
    if (filled) filled[slot] = true;
    const fault = column && faultOf(column.measureKind, value);
    if (fault) {
      this.#quarantined.push({
        line,
        reason: fault.reason,
        explanation: `${column.columnKey} of ${code} is ${fault.why}`,
        raw: { code, column: column.columnKey, value },
      });
      setState(cells, slot, 'M', 'u');
    } else if (cells.states[slot] === letter('O')) {
      cells.states[slot] = letter(this.#layout.isProvisional && known === 'O' ? 'P' : known);
    }
  }

  /** Older parts of years that the table has and the rows do not, because the source was not asked for them. */
  #notAsked(): string[] {
    if (this.#leftOut.OLD_PART.size > 0) return [];
    const older = this.#layout.dimensions.flatMap(({ titles, newest }) =>
      newest === undefined ? [] : [...titles.keys()].filter((code) => isOlderPart(code, newest)),
    );
    if (older.length === 0) return [];
    const [first, last] = [older.sort()[0], older.at(-1)];
    return [`The table has ${older.length} older parts of years, ${first} to ${last}: not read.`];
  }

  /** Bounds come on lines of their own, so that they can be held against the value at the end only. */
  #checkBounds(code: string, line: number, cells: Cells): void {
    const { lowers, uppers, values, states, reasons } = cells;
    for (let slot = 0; slot < values.length; slot += 1) {
      const [lower, upper] = [lowers?.[slot] ?? Number.NaN, uppers?.[slot] ?? Number.NaN];
      const value = isKnown(states[slot]) ? (values[slot] ?? Number.NaN) : Number.NaN;
      const figure = { value, lower, upper };
      if (marginsFit(figure)) continue;
      if (lowers) lowers[slot] = Number.NaN;
      if (uppers) uppers[slot] = Number.NaN;
      // The value was set aside itself, and its bounds with it.
      if (reasons[slot] === letter('u')) continue;
      const column = this.#layout.recognised[slot]?.column.columnKey ?? '';
      const explanation = explainMargins(`${column} of ${code}`, figure);
      const raw = { code, column, ...figure };
      this.#quarantined.push({ line, reason: 'BAD_MARGINS', explanation, raw });
      if (isKnown(states[slot])) setState(cells, slot, 'M', 'u');
      // It has bounds, so it is neither impossible nor left unasked.
      else if (states[slot] === OPEN) setState(cells, slot, 'M', '-');
    }
  }

  /** Rows of bounds came and that of the values did not: its blanks say nothing, least of all that there can be no figure. */
  #closeUnsaid({ seen, cells }: Part, filled: readonly boolean[]): void {
    const width = this.#layout.positions.length;
    for (const [slot, isFilled] of filled.entries()) {
      const category = Math.floor(slot / width);
      const has = (bound: Bound) => seen.has(`${category} ${bound}`);
      const isUnsaid = !has('values') && (has('lowers') || has('uppers'));
      if (isFilled && isUnsaid && cells.states[slot] === OPEN) setState(cells, slot, 'M', '-');
    }
  }

  /** One row per place over all segments and years, of one gemeente when asked. */
  finish(gemeente: string | undefined): CubeRows {
    if (this.linesRead === 0) throw refuseFile({ file: this.#file }, 'there is no row in it.');
    refuseMostlyMalformed(this.#file, this.#quarantined, this.linesRead);
    const width = this.#layout.recognised.length;
    const sets = [...this.#sets].sort(([a], [b]) => (a < b ? -1 : 1));
    const columns = sets.flatMap(([set]) =>
      this.#layout.recognised.map(
        ({ column }): TableColumn => ({ ...column, ...describeSet(set) }),
      ),
    );
    const rows: TableRow[] = [];
    for (const [code, parts] of this.#places) {
      const level = checkPlaceCode(code);
      if (!level || (gemeente !== undefined && gemeenteOf(code) !== gemeente)) continue;
      const cells = emptyCells(columns.length);
      for (const [at, [set, filled]] of sets.entries()) {
        const part = parts.get(set);
        if (part) {
          this.#checkBounds(code, part.line, part.cells);
          this.#closeUnsaid(part, filled);
          copyPart(cells, at * width, part.cells);
        } else closeAbsent(cells, at * width, filled);
      }
      const line = Math.min(...[...parts.values()].map((part) => part.line));
      rows.push({ code, level, gemeenteCode: gemeenteOf(code), line, cells });
    }
    if (rows.length === 0) {
      const what = gemeente ? `of ${gemeente} ` : '';
      const why = firstReason(this.#quarantined);
      throw refuseFile({ file: this.#file }, `there is no row ${what}that can be used.${why}`);
    }
    return {
      table: { columns, rows, isFilled: sets.flatMap(([, filled]) => filled) },
      quarantined: this.#quarantined,
      linesRead: this.linesRead,
      hasSigns: this.#hasSigns,
      warnings: [
        ...leftOut(this.#leftOut.OTHER_PERIOD, 'neither a year, half-year, quarter nor month'),
        ...leftOut(this.#leftOut.OLD_PART, 'older parts of years than are kept of this table'),
        ...this.#notAsked(),
      ],
    };
  }
}

interface CubeRow {
  readonly line: number;
  readonly code: string;
  readonly fields: readonly unknown[];
  readonly cells: Cells;
  readonly set: string;
  readonly bound: Bound;
  readonly category: number;
  readonly known: 'O' | 'P' | 'R';
}

function describeSet(set: string): Pick<TableColumn, 'segment' | 'period' | 'part'> {
  const { year = 0, part = '' } = readPeriod(set.slice(-8)) ?? {};
  return { segment: set.slice(0, -9), period: year, ...(part === '' ? {} : { part }) };
}

const isOlderPart = (code: string, newest: ReadonlySet<string>) =>
  !newest.has(code) && (readPeriod(code)?.part ?? '') !== '';

/** How many rows were left out, with the first codes of their periods. */
function leftOut(counts: ReadonlyMap<string, number>, why: string): string[] {
  if (counts.size === 0) return [];
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const codes = [...counts.keys()].sort();
  const more = codes.length > 3 ? ` and ${codes.length - 3} more` : '';
  return [
    `${rows} rows were left out: ${codes.slice(0, 3).join(', ')}${more} ${codes.length > 1 ? 'are' : 'is'} ${why}.`,
  ];
}

/** The place has no row for this segment and year at all: missing, where others have a figure. */
function closeAbsent(cells: Cells, offset: number, filled: readonly boolean[]): void {
  for (const [at, isFilled] of filled.entries()) {
    if (isFilled) setState(cells, offset + at, 'M', '-');
  }
}

function copyPart(cells: Cells, offset: number, part: Cells): void {
  cells.values.set(part.values, offset);
  cells.states.set(part.states, offset);
  cells.reasons.set(part.reasons, offset);
  for (const which of ['lowers', 'uppers'] as const) {
    const bounds = part[which];
    if (bounds) (cells[which] ?? cells.addBound(which)).set(bounds, offset);
  }
}
