// One indicator for all places of a level: what a map shows. Two statements, however many places.
import { sql } from 'drizzle-orm';
import type { PlaceLevel } from '../codes/figures.ts';
import type { PartOfYear } from '../codes/parts-of-year.ts';
import { namedRows, type ReadDb } from '../db/client.ts';
import { badInput, forbidden, notFound } from '../errors.ts';
import { gemeenteOf } from '../places/codes.ts';
import { type Edition, loadEditions } from './catalogue.ts';
import { type Figure, headOf } from './figure.ts';
import { readSingleCell, type SingleCell } from './packing.ts';
import { endOf, type YearOrPart } from './periods.ts';

export interface MapQuery {
  readonly indicator: string;
  /** Gemeente that the places lie in, or NL00. */
  readonly within: string;
  readonly level: PlaceLevel;
  /** Year the figures are about; default: the last one with a live edition. */
  readonly period?: number | null | undefined;
  /** Part of the year; default: whole years, and the newest part where there are none. */
  readonly part?: PartOfYear | null | undefined;
}

export interface PlaceFigure {
  readonly placeCode: string;
  readonly name: string;
  readonly figure: Figure;
}

interface Column {
  readonly editionId: number;
  readonly slot: number;
  readonly period: number;
  readonly part: YearOrPart;
  readonly sensitive: boolean;
  readonly version: number;
}

interface Cell extends SingleCell {
  readonly placeCode: string;
  readonly name: string;
  readonly editionId: number;
}

/** Figures by place code, the latest live edition of the period; refuses sensitive indicators (S7). */
export async function loadIndicatorMap(db: ReadDb, query: MapQuery): Promise<PlaceFigure[]> {
  if (query.level === 'COUNTRY') {
    throw badInput([{ field: 'level', message: 'Ask for GEMEENTE, WIJK or BUURT.' }]);
  }
  const columns = await findColumns(db, query.indicator);
  if (columns.length === 0) throw notFound('indicator', query.indicator);
  if (columns.some((column) => column.sensitive)) {
    throw forbidden('Sensitive indicators are not shown on maps.');
  }
  const chosen = choosePeriod(columns, query);
  const editions = await loadEditions(
    db,
    chosen[0]?.version ?? 0,
    chosen.map((column) => column.editionId),
  );
  const cells = await loadCells(db, query, chosen);
  const heads = new Map(chosen.map((column) => [column.editionId, headIn(column, editions)]));
  return cells.map((cell) => ({
    placeCode: cell.placeCode,
    name: cell.name,
    figure: figureOf(cell, heads.get(cell.editionId)),
  }));
}

/** The columns of one period: a map never shows a month beside a year, or another month. */
function choosePeriod(columns: readonly Column[], { indicator, period, part }: MapQuery): Column[] {
  const asked = part ?? (columns.some((one) => one.part === '') ? '' : newestPart(columns));
  const alike = columns.filter((column) => column.part === asked);
  if (alike.length === 0) {
    const parts = [...new Set(columns.map((column) => column.part || 'whole years'))].sort();
    const message = `${indicator} has no figures about ${part}, but about ${parts.join(', ')}.`;
    throw badInput([{ field: 'part', message }]);
  }
  const year = period ?? Math.max(...alike.map((column) => column.period));
  const chosen = alike.filter((column) => column.period === year);
  if (chosen.length > 0) return chosen;
  const years = [...new Set(alike.map((column) => column.period))].sort().join(', ');
  const message = `${indicator} has no figures for ${year}, but for ${years}.`;
  throw badInput([{ field: 'period', message }]);
}

function newestPart(columns: readonly Column[]): YearOrPart {
  const end = ({ period, part }: Column) => endOf({ year: period, part });
  return [...columns].sort((a, b) => end(b) - end(a))[0]?.part ?? '';
}

/** What is said of every figure of an edition, worked out once for thousands of places. */
function headIn({ editionId, slot }: Column, editions: ReadonlyMap<number, Edition>) {
  const edition = editions.get(editionId);
  const column = edition?.columns.find((one) => one.slot === slot);
  return edition && column && { ...headOf(edition, column), at: { column } };
}

function figureOf(cell: Cell, head: ReturnType<typeof headIn>): Figure {
  if (!head) throw new Error('A map cell has no edition.');
  const unpacked = readSingleCell(cell);
  return {
    value: unpacked.value,
    state: unpacked.state,
    cell: unpacked,
    placeCode: cell.placeCode,
    period: head.period,
    part: head.part,
    unit: head.unit,
    provenance: head.provenance,
    columnKey: head.columnKey,
    derivation: head.derivation,
    edition: head.edition,
    at: head.at,
  };
}

/** Where live editions keep the indicator, for the whole population, later live ones last. */
function findColumns(db: ReadDb, indicator: string): Promise<Column[]> {
  return namedRows<Column>(
    db,
    'map_columns',
    sql`select c.edition_id as "editionId", c.slot, c.period, c.part, i.sensitive,
        (select version from catalogue_versions) as version
      from edition_columns c
      join indicators i on i.key = c.indicator_key
      join edition_spans s on s.edition_id = c.edition_id and s.live_to is null
      where c.indicator_key = ${indicator} and c.segment = ''
      order by s.live_from`,
  );
}

function loadCells(
  db: ReadDb,
  { within, level }: MapQuery,
  columns: readonly Column[],
): Promise<Cell[]> {
  const pairs = JSON.stringify(
    columns.map(({ editionId, slot }, order) => ({ editionId, slot, order })),
  );
  const isCountry = within === 'NL00';
  return namedRows<Cell>(
    db,
    isCountry ? 'map_cells_country' : 'map_cells',
    sql`select distinct on (r.place_code) r.place_code as "placeCode", p.name, r.edition_id as "editionId",
        r."values"[c.slot] as value, substr(r.states, c.slot, 1) as state,
        substr(r.reasons, c.slot, 1) as reason, r.lowers[c.slot] as lower, r.uppers[c.slot] as upper,
        r.denominators[c.slot] as denominator
      from json_to_recordset(${pairs}::json) as c ("editionId" int, slot int, "order" int)
      join figure_rows r on r.edition_id = c."editionId"
      join editions e on e.id = r.edition_id
      join places p on p.code = r.place_code and e.division_year between p.first_year and p.last_year
      where r.level = ${level} ${isCountry ? sql`` : sql`and r.gemeente_code = ${gemeenteOf(within)}`}
      order by r.place_code, c."order" desc`,
  );
}
