// Reads what is exported: figures of live editions page by page, borders, one profile. Sensitive indicators are in no export
// (S7); what is staged, replaced or taken back is not either.
import { sql } from 'drizzle-orm';
import type { Geometry } from 'geojson';
import type { PlaceLevel } from '../codes/figures.ts';
import { arrayParam, type ReadDb, rowsOf } from '../db/client.ts';
import { badInput, conflict, forbidden, notFound } from '../errors.ts';
import { type Edition, type EditionColumn, loadEditions } from '../figures/catalogue.ts';
import { figureIn } from '../figures/figure.ts';
import type { PackedRow } from '../figures/packing.ts';
import { gemeenteOf } from '../places/codes.ts';
import { type Observation, observationOf } from './observations.ts';

export interface ExportQuery {
  /** One edition; without it every live edition. */
  readonly edition?: number | undefined;
  readonly indicator?: string | undefined;
  /** Gemeente; without it the whole country. */
  readonly within?: string | undefined;
  readonly level?: PlaceLevel | undefined;
  readonly period?: number | undefined;
}

interface LiveRow {
  readonly id: number;
  readonly status: string;
  readonly version: number;
}

/** Places per statement: a page of the widest table is a few megabytes. */
const placesPerStatement = 500;
/** Figures per page, about: nobody else waits long while its lines are made. */
const figuresPerPage = 10_000;

/** What an export is made of: live editions, last live first, with the columns that are wanted and open. */
export interface ExportChoice {
  readonly query: ExportQuery;
  readonly chosen: readonly { readonly edition: Edition; readonly columns: EditionColumn[] }[];
  /** Of the catalogue: rises with every change of places, indicators, sources and what is live. */
  readonly version: number;
}

/** Chooses the columns. Refuses what is not live or sensitive. */
export async function chooseExport(db: ReadDb, query: ExportQuery): Promise<ExportChoice> {
  if (query.edition === undefined && query.indicator === undefined) {
    throw badInput([{ field: 'edition', message: 'Name an edition or an indicator.' }]);
  }
  return { query, ...(await chooseColumns(db, query)) };
}

/**
 * The figures in pages, places in the order of their codes, edition after edition. Where two live editions hold the same
 * figure, the one that went live last is exported, as a profile shows it.
 */
export async function* readObservations(
  db: ReadDb,
  { query, chosen }: ExportChoice,
): AsyncGenerator<Observation[]> {
  const seen = chosen.length > 1 ? new Set<string>() : null;
  for (const { edition, columns } of chosen) {
    const places = Math.ceil(figuresPerPage / columns.length);
    for await (const rows of readRows(db, edition, query, places)) {
      yield rows.flatMap((row) =>
        columns.flatMap((column) => {
          const { indicator, segment, meaning, period } = column;
          const key = `${row.placeCode} ${meaning} ${period}`;
          if (seen?.has(key)) return [];
          seen?.add(key);
          return [observationOf(indicator, segment, figureIn(edition, column, row), row.name)];
        }),
      );
    }
  }
}

/** The live editions, last live first, with the columns that are wanted of each. */
async function chooseColumns(db: ReadDb, query: ExportQuery) {
  const live = await rowsOf<LiveRow>(
    db,
    sql`select e.id, e.status, (select version from catalogue_versions) as version
      from editions e left join edition_spans s on s.edition_id = e.id and s.live_to is null
      where ${query.edition === undefined ? sql`s.edition_id is not null` : sql`e.id = ${query.edition}`}
        ${query.indicator === undefined ? sql`` : sql`and exists (select from edition_columns c where c.edition_id = e.id and c.indicator_key = ${query.indicator})`}
      order by s.live_from desc, e.id desc`,
  );
  refuseUnlive(live, query);
  const ids = live.map(({ id }) => id);
  const editions = await loadEditions(db, live[0]?.version ?? 0, ids);
  const chosen = ids.flatMap((id) => {
    const edition = editions.get(id);
    const columns = edition?.columns.filter((column) => isWanted(column, query)) ?? [];
    return edition && columns.length > 0 ? [{ edition, columns }] : [];
  });
  const open = chosen.flatMap(({ edition, columns }) => {
    const shown = columns.filter(({ indicator }) => !indicator.sensitive);
    return shown.length > 0 ? [{ edition, columns: shown }] : [];
  });
  if (open.length === 0) {
    if (chosen.length > 0) throw forbidden('Sensitive indicators are in no export.');
    throw badInput([
      { field: 'period', message: `There are no figures for ${query.period ?? 'that choice'}.` },
    ]);
  }
  return { chosen: open, version: live[0]?.version ?? 0 };
}

/** How many figures an export holds, without reading one. */
export async function countFigures(db: ReadDb, { query, chosen }: ExportChoice): Promise<number> {
  let figures = 0;
  for (const { edition, columns } of chosen) {
    const [found] = await rowsOf<{ places: number }>(
      db,
      sql`select count(*)::int as places from figure_rows r where ${rowsOfQuery(edition, query)}`,
    );
    figures += (found?.places ?? 0) * columns.length;
  }
  return figures;
}

const isWanted = (column: EditionColumn, { indicator, period }: ExportQuery) =>
  (indicator === undefined || column.indicator.key === indicator) &&
  (period === undefined || column.period === period);

function refuseUnlive(found: readonly LiveRow[], { edition, indicator }: ExportQuery): void {
  const [first] = found;
  if (!first && indicator !== undefined) throw notFound('indicator', indicator);
  if (!first) throw notFound('edition', String(edition));
  if (edition !== undefined && first.status !== 'LIVE') {
    throw conflict(`Edition ${edition} is ${first.status}: only what is live is exported.`);
  }
}

type ExportRow = PackedRow & { readonly placeCode: string; readonly name: string };

async function* readRows(
  db: ReadDb,
  edition: Edition,
  query: ExportQuery,
  placesPerPage: number,
): AsyncGenerator<ExportRow[]> {
  for (let after = ''; ; ) {
    const rows = await rowsOf<ExportRow>(
      db,
      sql`select r.place_code as "placeCode", coalesce(p.name, r.place_code) as name, r."values", r.states, r.reasons,
          r.lowers, r.uppers, r.denominators
        from figure_rows r
        left join places p on p.code = r.place_code and ${edition.divisionYear}::int between p.first_year and p.last_year
        where ${rowsOfQuery(edition, query)} and r.place_code > ${after} collate "C"
        order by r.place_code collate "C" limit ${placesPerStatement}`,
    );
    for (let at = 0; at < rows.length; at += placesPerPage)
      yield rows.slice(at, at + placesPerPage);
    const last = rows.at(-1);
    if (!last || rows.length < placesPerStatement) return;
    after = last.placeCode;
  }
}

const rowsOfQuery = (
  edition: Edition,
  { within, level }: ExportQuery,
) => sql`r.edition_id = ${edition.id}
  ${within === undefined || within === 'NL00' ? sql`` : sql`and r.gemeente_code = ${gemeenteOf(within)}`}
  ${level === undefined ? sql`` : sql`and r.level = ${level}`}`;

/** The borders of these places in the division year nearest to the one of their figures, and how to attribute them. */
export async function loadShapes(
  db: ReadDb,
  observations: readonly Pick<Observation, 'place' | 'divisionYear'>[],
): Promise<{ shapes: Map<string, Geometry>; attribution: string | null }> {
  const wanted = new Map(observations.map(({ place, divisionYear }) => [place, divisionYear ?? 0]));
  const rows = await rowsOf<{ code: string; geometry: Geometry; attribution: string | null }>(
    db,
    sql`select distinct on (w.code) w.code, s.geometry, o.attribution
      from unnest(${arrayParam([...wanted.keys()])}, ${arrayParam([...wanted.values()], 'integer')}) as w (code, year)
      join places p on p.code = w.code and w.year between p.first_year and p.last_year
      join place_shapes s on s.code = w.code and s.gemeente_code = p.gemeente_code
        and s.year between p.first_year and p.last_year
      left join sources o on o.key = s.source_key
      order by w.code, abs(s.year - w.year), s.year desc`,
  );
  return {
    shapes: new Map(rows.map(({ code, geometry }) => [code, geometry])),
    attribution: rows[0]?.attribution ?? null,
  };
}
