// What can be imported, what of it is live and how old it is, and what changed at the source since.
import { sql } from 'drizzle-orm';
import { arrayParam, type ReadDb, rowsOf } from '../db/client.ts';
import { type ColumnChange, compareColumns, type NamedColumn } from './column-changes.ts';
import { sourceDescriptions } from './descriptions/all.ts';
import type { SourceDescription, TableDescription } from './descriptions/description.ts';

/** How a table stands here, seen against what its source last said of it. */
export type TableStanding = 'NOT_IMPORTED' | 'STAGED' | 'LIVE' | 'CHANGED_AT_SOURCE';

export interface CatalogueTable {
  readonly tableId: string;
  readonly title: string;
  /** Null: the table tells. */
  readonly year: number | null;
  readonly isProvisional: boolean;
  readonly sourceKey: string;
  readonly sourceTitle: string;
  readonly publisher: string;
  readonly licence: string;
  readonly cadence: string;
  readonly standing: TableStanding;
  /** What the live editions cover: NL00 or gemeenten. */
  readonly scopes: readonly string[];
  /** When the oldest of them was read; null when nothing is live. */
  readonly retrievedAt: Date | null;
  /** What the source said of its last change, then and when it was asked last; null when it never said. */
  readonly modifiedAt: Date | null;
  readonly modifiedAtSource: Date | null;
  readonly checkedAt: Date | null;
  /** Columns at the source against those of the oldest live part; null when nothing is live or the source was not asked. */
  readonly columnChanges: readonly ColumnChange[] | null;
}

interface Standing {
  table_id: string;
  source_key: string | null;
  edition_title: string | null;
  scopes: string[] | null;
  retrieved_at: string | null;
  modified_at: string | null;
  is_staged: boolean | null;
  title: string | null;
  source_modified_at: string | null;
  checked_at: string | null;
  source_columns: NamedColumn[] | null;
}

/** v3 and v4 tell the same change of a table by another hour of the night, v3 without its time zone. */
const SAME_NIGHT = 6 * 3_600_000;

/** Every described table, in the order of the descriptions, and those of the same sources that were imported by their title. */
export async function listCatalogue(db: ReadDb): Promise<CatalogueTable[]> {
  const standings = await rowsOf<Standing>(
    db,
    sql`select table_id, e.source_key, e.scopes, e.retrieved_at, e.modified_at, e.is_staged,
          s.title, e.title as edition_title,
          s.modified_at as source_modified_at, s.checked_at, s.columns as source_columns
        from (select table_id, min(source_key) as source_key, max(title) as title,
            array_agg(distinct scope order by scope) filter (where status = 'LIVE') as scopes,
            min(retrieved_at) filter (where status = 'LIVE') as retrieved_at,
            min(modified_at) filter (where status = 'LIVE') as modified_at,
            bool_or(status = 'STAGED') as is_staged
          from editions group by table_id) e
        full join source_tables s using (table_id) order by table_id`,
  );
  const known = new Map(standings.map((standing) => [standing.table_id, standing]));
  const described = standings.filter((one) => one.source_columns && one.scopes);
  const live = await loadColumns(
    db,
    described.map((one) => one.table_id),
  );
  const changes = new Map(
    described.map(({ table_id, source_columns }) => [
      table_id,
      compareColumns(live.get(table_id) ?? [], source_columns ?? []),
    ]),
  );
  const listed = new Set(sourceDescriptions.flatMap(({ tables }) => tables.map(({ id }) => id)));
  // Recognised by its title: next year's table, whose id nobody knew.
  const recognised = ({ source }: SourceDescription): TableDescription[] =>
    standings.flatMap(({ table_id: id, source_key, edition_title }) =>
      source_key === source.key && !listed.has(id) ? [{ id, title: edition_title ?? id }] : [],
    );
  return sourceDescriptions.flatMap((description) =>
    [...description.tables, ...recognised(description)].map((table) =>
      asEntry(description, table, known.get(table.id), changes.get(table.id) ?? null),
    ),
  );
}

/** Columns of the oldest live edition of each table, as they were delivered. */
async function loadColumns(
  db: ReadDb,
  tables: readonly string[],
): Promise<Map<string, NamedColumn[]>> {
  const columns = new Map<string, NamedColumn[]>();
  if (tables.length === 0) return columns;
  const rows = await rowsOf<{ table_id: string } & NamedColumn>(
    db,
    sql`select distinct e.table_id, c.column_key as key, c.column_path as path
        from (select distinct on (table_id) table_id, id from editions
          where status = 'LIVE' and table_id = any(${arrayParam(tables)})
          order by table_id, modified_at nulls first, retrieved_at, id) e
        join edition_columns c on c.edition_id = e.id and c.derivation = ''
        order by e.table_id, path`,
  );
  for (const { table_id, key, path } of rows) {
    columns.set(table_id, [...(columns.get(table_id) ?? []), { key, path }]);
  }
  return columns;
}

function asEntry(
  { source, cadence }: SourceDescription,
  table: TableDescription,
  standing: Standing | undefined,
  columnChanges: readonly ColumnChange[] | null,
): CatalogueTable {
  const date = (text: string | null | undefined) => (text ? new Date(text) : null);
  const modifiedAt = date(standing?.modified_at);
  const modifiedAtSource = date(standing?.source_modified_at);
  const isLive = (standing?.scopes ?? []).length > 0;
  const isOlder =
    modifiedAtSource !== null &&
    (modifiedAt === null || modifiedAt.getTime() + SAME_NIGHT < modifiedAtSource.getTime());
  return {
    tableId: table.id,
    title: standing?.title ?? table.title ?? `${source.title} ${table.year ?? ''}`.trim(),
    year: table.year ?? null,
    isProvisional: table.isProvisional === true,
    sourceKey: source.key,
    sourceTitle: source.title,
    publisher: source.publisher,
    licence: source.licence,
    cadence,
    standing: isLive
      ? isOlder || (columnChanges ?? []).length > 0
        ? 'CHANGED_AT_SOURCE'
        : 'LIVE'
      : standing?.is_staged
        ? 'STAGED'
        : 'NOT_IMPORTED',
    scopes: standing?.scopes ?? [],
    retrievedAt: date(standing?.retrieved_at),
    modifiedAt,
    modifiedAtSource,
    checkedAt: date(standing?.checked_at),
    columnChanges,
  };
}
