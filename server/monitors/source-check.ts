// Asks the sources how their tables stand now, for the catalogue.
import type { Db } from '../db/client.ts';
import { sourceTables } from '../db/tables.ts';
import { listCatalogue } from './catalogue.ts';
import type { NamedColumn } from './column-changes.ts';
import { sourceDescriptions } from './descriptions/all.ts';
import { FaultyAnswer, fetchAnswer, type JsonDocument, SourceFailed } from './fetching/answer.ts';
import type { FetchSettings } from './fetching/settings.ts';
import { fetchColumns } from './fetching/source-columns.ts';

export interface CheckOutcome {
  readonly asked: number;
  /** Tables that the source did not tell of, with why. */
  readonly failed: readonly { readonly tableId: string; readonly why: string }[];
}

/**
 * Asks the source of every described table, or of the imported ones only, when it was last changed, and for those that are
 * live which columns they have now; keeps the answers.
 */
export async function checkSources(
  db: Db,
  settings: FetchSettings,
  options: { importedOnly: boolean; now: Date; onTable?: (done: number, total: number) => void },
): Promise<CheckOutcome> {
  const entries = (await listCatalogue(db)).filter(
    ({ standing }) => !options.importedOnly || standing !== 'NOT_IMPORTED',
  );
  const failed: { tableId: string; why: string }[] = [];
  for (const [at, { tableId, sourceKey, scopes }] of entries.entries()) {
    const description = sourceDescriptions.find(({ source }) => source.key === sourceKey);
    const address = settings.addresses[description?.service ?? 'CBS'];
    try {
      const url = `${address}/${tableId}/TableInfos?$format=json`;
      const { document } = await fetchAnswer(url, settings, (given) => void infoOf(given));
      const columns =
        description && scopes.length > 0
          ? await fetchColumns(`${address}/${tableId}`, description, settings)
          : null;
      await keepInfo(db, tableId, { ...infoOf(document), columns }, options.now);
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

async function keepInfo(
  db: Db,
  tableId: string,
  info: TableInfo & { readonly columns: readonly NamedColumn[] | null },
  now: Date,
): Promise<void> {
  const values = { ...info, checkedAt: now };
  await db
    .insert(sourceTables)
    .values({ tableId, ...values })
    .onConflictDoUpdate({ target: sourceTables.tableId, set: values });
}
