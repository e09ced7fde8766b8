// RIVM Gezondheid per wijk en buurt as an UntypedDataSet csv (domain 6.4): value and bounds are separate rows, age group
// and year are columns. Pivots to one row per place.
import { basename, resolve } from 'node:path';
import { checkPlaceCode, gemeenteOf, tidyPlaceCode } from '../places/codes.ts';
import { type RecognisedColumn, recogniseColumns, type SourceColumn, stemOf } from './columns.ts';
import { openCsv } from './csv.ts';
import {
  ageGroups,
  columns as descriptions,
  population,
  tables,
} from './descriptions/rivm-health.ts';
import { rivmHealth } from './descriptions/sources.ts';
import { receiveFile } from './files.ts';
import { type QuarantinedRow, type QuarantineReason, refuseFile } from './refusal.ts';
import { DecimalSign, mayNotBeNegative, readTextCell } from './signs.ts';
import { decideStates } from './states.ts';
import {
  type Cells,
  emptyCells,
  type FigureTable,
  isKnown,
  type ParsedEdition,
  setBound,
  setState,
  type TableColumn,
  type TableRow,
} from './table.ts';

export interface RivmOptions {
  /** Only this gemeente. */
  readonly gemeente?: string | undefined;
  /** Where the name of the file does not tell. */
  readonly tableId?: string | undefined;
  /** Division year of the codes, for a table that is not described. */
  readonly year?: number | undefined;
  readonly onRow?: (done: number) => void;
}

const margins: Readonly<Record<string, 'values' | 'lowers' | 'uppers'>> = {
  MW00000: 'values',
  MOG0095: 'lowers',
  MBG0095: 'uppers',
};
const levelNames = new Set(['land', 'gemeente', 'wijk', 'buurt', '']);
const dimensions = ['Leeftijd', 'Marges', 'WijkenEnBuurten', 'Perioden'] as const;

/** Cells of one place for one age group and year, as its rows come in. */
interface Part {
  readonly line: number;
  readonly seen: Set<string>;
  readonly cells: Cells;
}

/** Reads the file; refuses one without the four dimensions, with a damaged number or a row twice. */
export async function parseRivm(path: string, options: RivmOptions): Promise<ParsedEdition> {
  const csv = await openCsv(path, [';']);
  const at = (name: string) => csv.header.indexOf(name);
  const missing = dimensions.filter((name) => at(name) < 0);
  if (missing.length > 0) {
    throw refuseFile(
      { file: csv.file, line: 1 },
      `the header lacks ${missing.join(', ')}: this is not the UntypedDataSet of RIVM's health table with its` +
        ' place codes. Fetch it again from dataderden.cbs.nl.',
    );
  }
  const typeAt = csv.header.findIndex((name) => /^SoortRegio(_\d+)?$/.test(name));
  const figures = csv.header.flatMap((key, position) => (isFigure(key) ? [{ key, position }] : []));
  if (figures.length === 0) throw refuseFile({ file: csv.file, line: 1 }, 'there is no indicator.');
  const recognised = recogniseColumns(figures.map(sourceColumn), rules);
  const reader = new RivmReader(
    csv.file,
    recognised,
    figures.map((f) => f.position),
  );
  for await (const { line, fields, text } of csv.lines) {
    const field = (name: string) => fields?.[at(name)]?.trim() ?? '';
    reader.read({
      line,
      fields,
      text,
      age: field('Leeftijd'),
      margin: field('Marges'),
      code: tidyPlaceCode(field('WijkenEnBuurten')),
      period: field('Perioden'),
      type: typeAt < 0 ? '' : (fields?.[typeAt]?.trim() ?? ''),
    });
    options.onRow?.(reader.linesRead);
  }
  const table = reader.finish(options.gemeente);
  decideStates(table, { emptyColumn: 'NOT_MEASURED', blank: 'NOT_APPLICABLE' });
  const { tableId, year, title } = tellTable(path, options, table);
  return {
    importKind: 'figures',
    source: rivmHealth,
    indicators: recognised.map(({ indicator, isDescribed }) =>
      isDescribed ? indicator : { ...indicator, population },
    ),
    tableId,
    title,
    divisionYear: year,
    modifiedAt: null,
    table,
    files: [await receiveFile(path)],
    linesRead: reader.linesRead,
    quarantined: reader.quarantined,
    warnings: [],
  };
}

const isFigure = (key: string) =>
  /_\d+$/.test(key) && !/^(Gemeentenaam|SoortRegio|Codering|Indelingswijziging)/.test(key);

const sourceColumn = ({ key }: { key: string }): SourceColumn => ({
  key,
  groups: [],
  title: stemOf(key),
  unit: '%',
  decimals: 1,
  definition: '',
});

const rules = {
  sourceKey: rivmHealth.key,
  prefix: 'rivm',
  provenance: 'MODELLED',
  descriptions,
  contextRules: [{ path: /./, baseKey: null }],
  sensitivePaths: null,
  sensitiveBreakYears: [],
  period: 0,
} as const;

interface RivmLine {
  readonly line: number;
  readonly fields: readonly string[] | undefined;
  readonly text: string;
  readonly age: string;
  readonly margin: string;
  readonly code: string;
  readonly period: string;
  readonly type: string;
}

class RivmReader {
  readonly #file: string;
  readonly #recognised: readonly RecognisedColumn[];
  readonly #positions: readonly number[];
  /** Place, then age group and year. */
  readonly #places = new Map<string, Map<string, Part>>();
  /** Age group and year, with which columns have a value anywhere. */
  readonly #sets = new Map<string, boolean[]>();
  readonly #sign = new DecimalSign('.');
  readonly quarantined: QuarantinedRow[] = [];
  #malformed = 0;
  linesRead = 0;

  constructor(file: string, recognised: readonly RecognisedColumn[], positions: readonly number[]) {
    this.#file = file;
    this.#recognised = recognised;
    this.#positions = positions;
  }

  read(row: RivmLine): void {
    this.linesRead += 1;
    const problem = this.#problemOf(row);
    if (problem) {
      const [reason, explanation] = problem;
      if (reason === 'MALFORMED_LINE') this.#malformed += 1;
      const raw = row.fields ? row.fields.slice(0, 8) : row.text;
      this.quarantined.push({ line: row.line, reason, explanation, raw });
      return;
    }
    const which = margins[row.margin] ?? 'values';
    const set = `${ageGroups[row.age] ?? ''} ${row.period.slice(0, 4)}`;
    const part = this.#partOf(row, set);
    if (part.seen.has(which)) {
      throw refuseFile(
        { file: this.#file, line: row.line },
        `${row.code} stands in the file twice for Leeftijd ${row.age}, Marges ${row.margin}, Perioden` +
          ` ${row.period}; another line of it is ${part.line}.`,
      );
    }
    part.seen.add(which);
    this.#readFigures(row, which, part.cells, set);
  }

  #problemOf(row: RivmLine): readonly [QuarantineReason, string] | undefined {
    if (!row.fields) return ['MALFORMED_LINE', 'The line does not have the fields of the header.'];
    const level = checkPlaceCode(row.code);
    if (!levelNames.has(row.type.toLowerCase())) {
      return [
        'UNKNOWN_REGION_TYPE',
        `Region type "${row.type}" (code ${row.code}) is not imported.`,
      ];
    }
    if (!level) return ['UNKNOWN_REGION_CODE', `"${row.code}" is not a place code of CBS.`];
    if (ageGroups[row.age] === undefined) {
      return ['UNKNOWN_AGE_GROUP', `Leeftijd "${row.age}" of ${row.code} is not described.`];
    }
    if (margins[row.margin] === undefined) {
      return ['UNKNOWN_MARGIN', `Marges "${row.margin}" of ${row.code} is not described.`];
    }
    if (!/^\d{4}JJ00$/.test(row.period)) {
      throw refuseFile(
        { file: this.#file, line: row.line },
        `Perioden "${row.period}" of ${row.code} is not a year such as 2020JJ00.`,
      );
    }
    return undefined;
  }

  #partOf({ code, line }: RivmLine, set: string): Part {
    const parts = this.#places.get(code) ?? new Map<string, Part>();
    this.#places.set(code, parts);
    const part = parts.get(set) ?? {
      line,
      seen: new Set<string>(),
      cells: emptyCells(this.#recognised.length),
    };
    parts.set(set, part);
    if (!this.#sets.has(set))
      this.#sets.set(
        set,
        this.#recognised.map(() => false),
      );
    return part;
  }

  #readFigures(
    row: RivmLine,
    which: 'values' | 'lowers' | 'uppers',
    cells: Cells,
    set: string,
  ): void {
    const isBound = which !== 'values';
    const target = isBound ? emptyCells(this.#recognised.length) : cells;
    for (const [at, position] of this.#positions.entries()) {
      const text = row.fields?.[position] ?? '';
      if (!readTextCell(target, at, text, this.#sign)) {
        throw refuseFile(
          { file: this.#file, line: row.line },
          `column "${this.#recognised[at]?.source.key}" of ${row.code} holds ${JSON.stringify(text)}, which is` +
            ' neither a number nor a sign of StatLine. Correct it at the source.',
        );
      }
      if (!isKnown(target.states[at])) continue;
      if (isBound) setBound(cells, which, at, target.values[at] ?? Number.NaN);
      else this.#acceptValue(row, at, cells, set);
    }
  }

  #acceptValue(row: RivmLine, at: number, cells: Cells, set: string): void {
    const value = cells.values[at] ?? 0;
    const column = this.#recognised[at]?.column;
    const filled = this.#sets.get(set);
    if (filled) filled[at] = true;
    if (!column || value >= 0 || !mayNotBeNegative(column.measureKind)) return;
    this.quarantined.push({
      line: row.line,
      reason: 'NEGATIVE_VALUE',
      explanation: `${column.columnKey} of ${row.code} is ${value}: a percentage cannot be negative. The figure counts as missing.`,
      raw: { code: row.code, column: column.columnKey, value },
    });
    setState(cells, at, 'M', 'u');
  }

  /** One row per place over all age groups and years, of one gemeente when asked. */
  finish(gemeente: string | undefined): FigureTable {
    if (this.#malformed * 5 > this.linesRead || this.linesRead === 0) {
      throw refuseFile(
        { file: this.#file, line: this.quarantined[0]?.line },
        `${this.#malformed} of ${this.linesRead} lines do not have the fields of the header: the delimiter` +
          ' is wrong or the file is damaged.',
      );
    }
    const width = this.#recognised.length;
    const sets = [...this.#sets].sort(([a], [b]) => (a < b ? -1 : 1));
    const columns = sets.flatMap(([set]) =>
      this.#recognised.map(({ column }): TableColumn => ({ ...column, ...describeSet(set) })),
    );
    const rows: TableRow[] = [];
    for (const [code, parts] of this.#places) {
      const level = checkPlaceCode(code);
      if (!level || (gemeente !== undefined && gemeenteOf(code) !== gemeente)) continue;
      const cells = emptyCells(columns.length);
      for (const [at, [set, filled]] of sets.entries()) {
        const part = parts.get(set)?.cells;
        if (part) copyPart(cells, at * width, part);
        else closeAbsent(cells, at * width, filled);
      }
      const line = Math.min(...[...parts.values()].map((part) => part.line));
      rows.push({ code, level, gemeenteCode: gemeenteOf(code), line, cells });
    }
    if (rows.length === 0) {
      throw refuseFile(
        { file: this.#file },
        `there is no row ${gemeente ? `of ${gemeente} ` : ''}that can be used.`,
      );
    }
    return { columns, rows, isFilled: sets.flatMap(([, filled]) => filled) };
  }
}

const describeSet = (set: string) => ({
  segment: set.slice(0, -5),
  period: Number(set.slice(-4)),
});

/** The place has no row for this age group and year at all: missing, where others have a figure. */
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
    if (!bounds) continue;
    cells[which] ??= new Float64Array(cells.values.length).fill(Number.NaN);
    cells[which].set(bounds, offset);
  }
}

/** Which table it is: by option, by the id in the path, or by the newest year in it. */
function tellTable(path: string, options: RivmOptions, table: FigureTable) {
  const newest = Math.max(...table.columns.map((column) => column.period));
  const id = options.tableId ?? /(\d{5}NED)/.exec(resolve(path))?.[1];
  const known = id ? tables.find((t) => t.id === id) : tables.find((t) => t.year === newest);
  const year = options.year ?? known?.year;
  const tableId = id ?? known?.id;
  if (year === undefined || tableId === undefined) {
    throw refuseFile(
      { file: basename(path) },
      `the table ${id ?? 'of this file'} is not described, so the division of its codes is unknown. Say` +
        ' --table with its id and --year with the division year.',
    );
  }
  return { tableId, year, title: known?.title ?? `Gezondheid per wijk en buurt ${newest}` };
}
