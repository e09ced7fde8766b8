// Kerncijfers wijken en buurten: what its file forms have in common, from columns and rows to a parsed edition.

import { checkPlaceCode, gemeenteOf } from '../places/codes.ts';
import type { DivisionRow } from '../places/spans.ts';
import {
  type RecognisedColumn,
  recogniseColumns,
  type SourceColumn,
  type SourceRules,
} from './columns.ts';
import { derivable, derivedColumn, derivedIndicator, deriveFigures } from './derive.ts';
import {
  contextRules,
  derived,
  columns as descriptions,
  sensitiveBreakYears,
  sensitivePaths,
  tables,
} from './descriptions/cbs-kwb.ts';
import { cbsKwb } from './descriptions/sources.ts';
import type { ReceivedFile } from './files.ts';
import { type RegionLayout, type RegionLine, readRegionRows } from './region-rows.ts';
import { decideStates } from './states.ts';
import { checkSums } from './sum-check.ts';
import type { FigureTable, ParsedEdition } from './table.ts';

/** What a file form hands over: its columns, where things stand in a line, and the lines. */
export interface KwbFile {
  readonly file: string;
  readonly tableId: string;
  readonly year: number;
  readonly title: string;
  readonly modifiedAt: Date | null;
  readonly columns: readonly (SourceColumn & { readonly at: number })[];
  readonly codeAt: number;
  readonly typeAt: number;
  readonly nameAt: number;
  readonly changeAt: number;
  readonly decimalSign: '.' | null;
  readonly lines: AsyncIterable<RegionLine>;
  /** Names of all places of the table; undefined when the lines carry them. */
  readonly names: ReadonlyMap<string, string> | undefined;
  /** Blanks are impossible values in a portal file that uses signs; in OData they say nothing. */
  readonly isPortal: boolean;
  readonly files: readonly ReceivedFile[];
  readonly warnings: readonly string[];
}

export interface KwbOptions {
  readonly gemeente?: string | undefined;
  readonly onRow?: (done: number) => void;
}

const urbanityPath = /mate van stedelijkheid|stedelijkheid \(code\)/i;

/** Reads the lines, decides every state, derives the rates and checks the sums. Touches no database. */
export async function parseKwb(file: KwbFile, options: KwbOptions): Promise<ParsedEdition> {
  const recognised = recogniseColumns(file.columns, rulesFor(file.year));
  const keys = new Set(recognised.map(({ column }) => column.indicatorKey));
  const rates = derivable(derived, keys);
  const read = await readRegionRows(file.lines, layoutOf(file, recognised, rates.length), options);
  const columns = recognised.map(({ column }) => column);
  const base: FigureTable = { columns, rows: read.rows, isFilled: read.isFilled };
  decideStates(base, {
    emptyColumn: 'NOT_YET',
    blank: file.isPortal && read.hasSigns ? 'NOT_APPLICABLE' : 'UNKNOWN',
  });
  const table: FigureTable = {
    ...base,
    columns: [...columns, ...rates.map((rate) => derivedColumn(rate, file.year))],
    isFilled: [...read.isFilled, ...rates.map(() => true)],
  };
  deriveFigures(table, rates);
  const places = namePlaces(file, read.places, read.quarantined, table);
  return {
    importKind: 'figures',
    source: cbsKwb,
    indicators: [
      ...recognised.map(({ indicator }) => indicator),
      ...rates.map((rate, at) => derivedIndicator(rate, cbsKwb.key, descriptions.length + at)),
    ],
    tableId: file.tableId,
    title: file.title,
    divisionYear: file.year,
    modifiedAt: file.modifiedAt,
    table,
    division: places,
    files: file.files,
    linesRead: read.linesRead,
    quarantined: read.quarantined,
    warnings: [...file.warnings, ...checkSums(table)],
  };
}

function rulesFor(period: number): SourceRules {
  return {
    sourceKey: cbsKwb.key,
    prefix: 'kwb',
    provenance: 'MEASURED',
    descriptions,
    contextRules,
    sensitivePaths,
    sensitiveBreakYears,
    period,
  };
}

function layoutOf(
  file: KwbFile,
  recognised: readonly RecognisedColumn[],
  derivedSlots: number,
): RegionLayout {
  const at = new Map(file.columns.map((column) => [column as SourceColumn, column.at]));
  return {
    file: file.file,
    codeAt: file.codeAt,
    typeAt: file.typeAt,
    nameAt: file.nameAt,
    changeAt: file.changeAt,
    urbanitySlot: recognised.findIndex(({ column }) => urbanityPath.test(column.columnPath)),
    figures: recognised.map(({ source, column }) => ({
      at: at.get(source) ?? -1,
      column,
      title: source.key || column.columnPath,
    })),
    slots: recognised.length + derivedSlots,
    decimalSign: file.decimalSign,
    isProvisional: tables.some((t) => t.id === file.tableId && t.isProvisional),
  };
}

/** Gives every place its name; a row whose place the table's own list lacks goes to quarantine. */
function namePlaces(
  { names, file }: KwbFile,
  read: readonly DivisionRow[],
  quarantined: ParsedEdition['quarantined'],
  table: FigureTable,
): DivisionRow[] {
  if (!names) return read.map((place) => ({ ...place, name: place.name || place.code }));
  const byCode = new Map(read.map((place) => [place.code, place]));
  for (let at = table.rows.length - 1; at >= 0; at -= 1) {
    const row = table.rows[at];
    if (!row || names.has(row.code)) continue;
    table.rows.splice(at, 1);
    quarantined.push({
      line: row.line,
      reason: 'UNKNOWN_PLACE',
      explanation: `${row.code} is not in WijkenEnBuurten, the list of places beside ${file}.`,
      raw: { code: row.code },
    });
  }
  const gemeenten = new Set(table.rows.map((row) => row.gemeenteCode));
  return [...names].flatMap(([code, name]) => {
    const level = checkPlaceCode(code);
    if (!level || !gemeenten.has(gemeenteOf(code))) return [];
    const place = byCode.get(code);
    return [
      {
        code,
        level,
        name,
        changeCode: place?.changeCode ?? null,
        urbanity: place?.urbanity ?? null,
      },
    ];
  });
}
