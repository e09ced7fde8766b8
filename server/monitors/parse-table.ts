// From an opened table of whatever form to a parsed edition: recognises its columns, reads its rows, decides every state,
// derives the rates. Touches no database.
import type { PackedPlaces } from '../places/packed-places.ts';
import { separateBounds } from './bound-columns.ts';
import { type RecognisedColumn, recogniseColumns, type SourceColumn } from './columns.ts';
import { correctTable } from './corrections.ts';
import { categoriesOf, crossColumns, describeDimensions } from './cube-dimensions.ts';
import { readCubeRows } from './cube-rows.ts';
import { derivable, derivedColumn, derivedIndicator, deriveFigures } from './derive.ts';
import type { OpenedTable, ReadOptions } from './opened-table.ts';
import { type RegionLayout, readRegionRows } from './region-rows.ts';
import { decideStates, type StateContext } from './states.ts';
import type { FigureTable, IndicatorDefinition, ParsedEdition } from './table.ts';

/** Reads a table with places only, or with further dimensions, into an edition that can be checked and staged. */
export function parseTable(given: OpenedTable, options: ReadOptions): Promise<ParsedEdition> {
  const opened = correctTable(given, options.corrections);
  return opened.dimensions.length === 0 ? parseFlat(opened, options) : parseCube(opened, options);
}

async function parseFlat(opened: OpenedTable, options: ReadOptions): Promise<ParsedEdition> {
  const { description } = opened;
  const identity = opened.identify(undefined);
  const recognised = recogniseColumns(opened.columns, description, identity.year);
  const keys = new Set(recognised.map(({ column }) => column.indicatorKey));
  const rates = derivable(description.derived, keys);
  const layout = layoutOf(opened, recognised, rates.length, isProvisional(opened, identity));
  const read = await readRegionRows(opened.lines, layout, options);
  const columns = recognised.map(({ column }) => column);
  const base: FigureTable = { columns, rows: read.rows, isFilled: read.isFilled };
  decideStates(base, stateContext(opened, read.hasSigns));
  const table: FigureTable = {
    ...base,
    columns: [...columns, ...rates.map((rate) => derivedColumn(rate, identity.year))],
    isFilled: [...read.isFilled, ...rates.map(() => true)],
  };
  deriveFigures(table, rates);
  return {
    ...partsOf(opened, identity),
    indicators: [
      ...recognised.map(({ indicator }) => indicator),
      ...rates.map((rate, at) =>
        derivedIndicator(rate, description.source.key, description.columns.length + at),
      ),
    ],
    table,
    ...(description.definesPlaces
      ? { division: settlePlaces(opened, read.places, read.quarantined, table) }
      : {}),
    linesRead: read.linesRead,
    quarantined: read.quarantined,
    warnings: [...opened.warnings],
  };
}

async function parseCube(opened: OpenedTable, options: ReadOptions): Promise<ParsedEdition> {
  const { description } = opened;
  const dimensions = describeDimensions(opened.dimensions, description.dimensions);
  const { values, bounds } = separateBounds(opened.columns);
  const crossed = crossColumns(values, categoriesOf(dimensions));
  const known = dimensions.some((dimension) => dimension.description.role === 'PERIOD');
  const period = known ? 0 : opened.identify(undefined).year;
  const recognised = recogniseColumns(crossed, description, period);
  const read = await readCubeRows(
    {
      opened,
      dimensions,
      recognised,
      positions: values.map((column) => column.at),
      bounds,
      period,
      isProvisional: isProvisional(opened, known ? undefined : opened.identify(undefined)),
    },
    options,
  );
  decideStates(read.table, stateContext(opened, read.hasSigns));
  const newest = Math.max(...read.table.columns.map((column) => column.period));
  return {
    ...partsOf(opened, opened.identify(newest)),
    indicators: recognised.map(
      ({ indicator, isDescribed }): IndicatorDefinition =>
        isDescribed ? indicator : { ...indicator, population: description.population },
    ),
    table: read.table,
    linesRead: read.linesRead,
    quarantined: read.quarantined,
    warnings: [...opened.warnings, ...read.warnings],
  };
}

type Identity = ReturnType<OpenedTable['identify']>;

const partsOf = (opened: OpenedTable, { tableId, year, title }: Identity) => ({
  importKind: 'figures',
  source: opened.description.source,
  tableId,
  title,
  divisionYear: year,
  modifiedAt: opened.modifiedAt,
  files: opened.files,
});

const isProvisional = (opened: OpenedTable, identity: Identity | undefined) =>
  opened.isProvisional === true ||
  opened.description.tables.some(
    (table) => table.id === identity?.tableId && table.isProvisional === true,
  );

/** A blank is the sign of what is impossible only in a file that has signs. */
function stateContext({ description, isPortal }: OpenedTable, hasSigns: boolean): StateContext {
  const { emptyColumn, blank } = description;
  if (isPortal && hasSigns) return { emptyColumn, blank: 'NOT_APPLICABLE' };
  return { emptyColumn, blank: blank === 'NOT_APPLICABLE' && !hasSigns ? 'UNKNOWN' : blank };
}

const urbanityPath = /mate van stedelijkheid|stedelijkheid \(code\)/i;

function layoutOf(
  opened: OpenedTable,
  recognised: readonly RecognisedColumn[],
  derivedSlots: number,
  areProvisional: boolean,
): RegionLayout {
  const at = new Map(opened.columns.map((column) => [column as SourceColumn, column.at]));
  return {
    file: opened.file,
    codeAt: opened.codeAt,
    secondCodeAt: opened.secondCodeAt ?? -1,
    typeAt: opened.typeAt,
    nameAt: opened.nameAt,
    changeAt: opened.changeAt,
    urbanitySlot: recognised.findIndex(({ column }) => urbanityPath.test(column.columnPath)),
    figures: recognised.map(({ source, column }) => ({
      at: at.get(source) ?? -1,
      column,
      title: source.key || column.columnPath,
    })),
    slots: recognised.length + derivedSlots,
    names: opened.names,
    decimalSign: opened.decimalSign,
    isProvisional: areProvisional,
  };
}

/** Sets aside a row whose place the table's own list lacks; answers the places of the gemeenten that are left. */
function settlePlaces(
  { names, file }: OpenedTable,
  places: PackedPlaces,
  quarantined: ParsedEdition['quarantined'],
  table: FigureTable,
): PackedPlaces {
  if (!names) return places;
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
  return places.of(new Set(table.rows.map((row) => row.gemeenteCode)));
}
