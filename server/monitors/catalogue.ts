// What can be imported, what of it is live and how old it is, and what changed at the source since.
import { sql } from 'drizzle-orm';
import { type Db, type ReadDb, rowsOf } from '../db/client.ts';
import { sourceTables } from '../db/tables.ts';
import { sourceDescriptions } from './descriptions/all.ts';
import type { SourceDescription, TableDescription } from './descriptions/description.ts';
import { FaultyAnswer, fetchAnswer, type JsonDocument, SourceFailed } from './fetching/answer.ts';
import type { FetchSettings } from './fetching/settings.ts';

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
}

interface Standing {
  table_id: string;
  scopes: string[] | null;
  retrieved_at: string | null;
  modified_at: string | null;
  is_staged: boolean | null;
  title: string | null;
  source_modified_at: string | null;
  checked_at: string | null;
}

/** Every described table, in the order of the descriptions. */
export async function listCatalogue(db: ReadDb): Promise<CatalogueTable[]> {
  const standings = await rowsOf<Standing>(
    db,
    sql`select table_id, e.scopes, e.retrieved_at, e.modified_at, e.is_staged, s.title,
          s.modified_at as source_modified_at, s.checked_at
        from (select table_id, min(source_key) as source_key,
            array_agg(distinct scope order by scope) filter (where status = 'LIVE') as scopes,
            min(retrieved_at) filter (where status = 'LIVE') as retrieved_at,
            min(modified_at) filter (where status = 'LIVE') as modified_at,
            bool_or(status = 'STAGED') as is_staged
          from editions group by table_id) e
        full join source_tables s using (table_id) order by table_id`,
  );
  const known = new Map(standings.map((standing) => [standing.table_id, standing]));
  return sourceDescriptions.flatMap((description) =>
    description.tables.map((table) => asEntry(description, table, known.get(table.id))),
  );
}

function asEntry(
  { source, cadence }: SourceDescription,
  table: TableDescription,
  standing: Standing | undefined,
): CatalogueTable {
  const date = (text: string | null | undefined) => (text ? new Date(text) : null);
  const modifiedAt = date(standing?.modified_at);
  const modifiedAtSource = date(standing?.source_modified_at);
  const isLive = (standing?.scopes ?? []).length > 0;
  const isOlder =
    modifiedAtSource !== null && (modifiedAt === null || modifiedAt < modifiedAtSource);
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
      ? isOlder
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
  };
}

export interface CheckOutcome {
  readonly asked: number;
  /** Tables that the source did not tell of, with why. */
  readonly failed: readonly { readonly tableId: string; readonly why: string }[];
}

/** Asks the source of every described table, or of the imported ones only, when it was last changed, and keeps the answer. */
export async function checkSources(
  db: Db,
  settings: FetchSettings,
  options: { importedOnly: boolean; now: Date; onTable?: (done: number, total: number) => void },
): Promise<CheckOutcome> {
  const entries = (await listCatalogue(db)).filter(
    ({ standing }) => !options.importedOnly || standing !== 'NOT_IMPORTED',
  );
  const failed: { tableId: string; why: string }[] = [];
  for (const [at, { tableId, sourceKey }] of entries.entries()) {
    const description = sourceDescriptions.find(({ source }) => source.key === sourceKey);
    const address = settings.addresses[description?.service ?? 'CBS'];
    try {
      const url = `${address}/${tableId}/TableInfos?$format=json`;
      const { document } = await fetchAnswer(url, settings, (given) => void infoOf(given));
      await keepInfo(db, tableId, infoOf(document), options.now);
    } catch (error) {
      if (!(error instanceof SourceFailed)) throw error;
      failed.push({ tableId, why: error.message });
    }
    options.onTable?.(at + 1, entries.length);
  }
  return { asked: entries.length, failed };
}

interface TableInfo {
  readonly title: string;
  readonly modifiedAt: Date | null;
}

function infoOf(document: JsonDocument): TableInfo {
  const [info] = Array.isArray(document.value) ? (document.value as JsonDocument[]) : [];
  if (typeof info?.Identifier !== 'string') throw new FaultyAnswer('TableInfos without a table');
  const modified = Date.parse(`${String(info.Modified ?? '')}Z`);
  return {
    title: String(info.Title ?? '').trim(),
    modifiedAt: Number.isNaN(modified) ? null : new Date(modified),
  };
}

async function keepInfo(db: Db, tableId: string, info: TableInfo, now: Date): Promise<void> {
  const values = { ...info, checkedAt: now };
  await db
    .insert(sourceTables)
    .values({ tableId, ...values })
    .onConflictDoUpdate({ target: sourceTables.tableId, set: values });
}
