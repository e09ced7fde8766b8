// One indicator for all places of a level: what a map shows. Two statements, however many places; one when its cells are
// kept, as they are while nothing is published.
import { sql } from 'drizzle-orm';
import type { PlaceLevel } from '../codes/figures.ts';
import type { PartOfYear } from '../codes/parts-of-year.ts';
import { arrayParam, namedRows, type ReadDb } from '../db/client.ts';
import { keptPerVersion } from '../db/kept-per-version.ts';
import { badInput, forbidden, notFound } from '../errors.ts';
import { gemeenteOf } from '../places/codes.ts';
import { type Edition, loadEditions } from './catalogue.ts';
import { type Figure, headOf } from './figure.ts';
import { type FigureCell, type PackedRow, unpackCell } from './packing.ts';
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

/** The cells of a map, packed like a row of figures, but over places instead of columns; null: there is none. */
interface PackedMap extends PackedRow {
  readonly placeCodes: readonly string[] | null;
  readonly names: readonly string[];
  readonly editionIds: readonly number[];
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
  const packed = await keptCells(db, query, chosen);
  const heads = new Map(chosen.map((column) => [column.editionId, headIn(column, editions)]));
  return (packed?.placeCodes ?? []).map((placeCode, nth) => {
    const name = packed?.names[nth] ?? '';
    const head = heads.get(packed?.editionIds[nth] ?? 0);
    const cell = packed && unpackCell(packed, nth + 1);
    if (!head || !cell) throw new Error('A map cell has no edition.');
    return { placeCode, name, figure: figureOf(placeCode, cell, head) };
  });
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

/** Written out, as thousands of these make a map. */
function figureOf(
  placeCode: string,
  cell: FigureCell,
  head: NonNullable<ReturnType<typeof headIn>>,
): Figure {
  return {
    value: cell.value,
    state: cell.state,
    cell,
    placeCode,
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

/** Maps kept at once: one of all buurten of the country takes some two MB, of all wijken a fifth. */
const mapsOf = keptPerVersion<string, PackedMap | undefined>(64);

/** Rows of an edition never change once it is staged, and the version rises with places and with what is live. */
async function keptCells(db: ReadDb, query: MapQuery, columns: readonly Column[]) {
  const maps = mapsOf(db, columns[0]?.version ?? 0);
  const chosen = columns.map(({ editionId, slot }) => `${editionId}:${slot}`);
  const key = [query.level, query.within, ...chosen].join(' ');
  if (!maps.has(key)) maps.set(key, await loadCells(db, query, columns));
  return maps.get(key);
}

async function loadCells(
  db: ReadDb,
  { within, level }: MapQuery,
  columns: readonly Column[],
): Promise<PackedMap | undefined> {
  const integers = (pick: (column: Column) => number) => arrayParam(columns.map(pick), 'integer');
  const isCountry = within === 'NL00';
  // The cells are taken out of their rows before anything is joined or sorted: the rows are thirty times as wide.
  const [packed] = await namedRows<PackedMap>(
    db,
    isCountry ? 'map_cells_country' : 'map_cells',
    sql`with cells as materialized (
        select r.place_code, r.edition_id, e.division_year, c.nth, r."values"[c.slot] as value,
          substr(r.states, c.slot, 1) as state, substr(r.reasons, c.slot, 1) as reason,
          r.lowers[c.slot] as lower, r.uppers[c.slot] as upper, r.denominators[c.slot] as denominator
        from unnest(${integers(({ editionId }) => editionId)}, ${integers(({ slot }) => slot)})
          with ordinality as c (edition_id, slot, nth)
        join editions e on e.id = c.edition_id
        join figure_rows r on r.edition_id = c.edition_id
        where r.level = ${level} ${isCountry ? sql`` : sql`and r.gemeente_code = ${gemeenteOf(within)}`})
      select json_agg(m.place_code) as "placeCodes", json_agg(m.name) as names,
        json_agg(m.edition_id) as "editionIds", json_agg(m.value) as "values",
        string_agg(m.state, '') as states, string_agg(m.reason, '') as reasons,
        case when count(m.lower) > 0 then json_agg(m.lower) end as lowers,
        case when count(m.upper) > 0 then json_agg(m.upper) end as uppers,
        case when count(m.denominator) > 0 then json_agg(m.denominator) end as denominators
      from (select distinct on (r.place_code collate "C") r.*, p.name
        from cells r
        join places p on p.code = r.place_code and p.level = ${level}
          and r.division_year between p.first_year and p.last_year
        order by r.place_code collate "C", r.nth desc) m`,
  );
  return packed;
}
