// Rows and cells that were set aside: written by imports, listed and explained for people.
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db, ReadDb } from '../db/client.ts';
import { quarantine } from '../db/tables.ts';
import { notFound } from '../errors.ts';
import { type QuarantinedRow, quarantineReasons } from './refusal.ts';

export interface QuarantineBatch {
  /** Null for imports that make no edition. */
  readonly editionId: number | null;
  readonly importKind: string;
  readonly fileName: string;
  readonly rows: readonly QuarantinedRow[];
  readonly now: Date;
}

/**
 * Adds the rows; one that was set aside before, from the same line, moves to the new edition, and what is said of a line
 * twice stands there once. Returns how many rows were given.
 */
export async function insertQuarantine(tx: Db, batch: QuarantineBatch): Promise<number> {
  const sayings = new Map(
    batch.rows.map((row) => [JSON.stringify([row.line, row.reason, row.explanation]), row]),
  );
  const values = [...sayings.values()].map((row) => ({
    editionId: batch.editionId,
    importKind: batch.importKind,
    fileName: batch.fileName,
    ...row,
    quarantinedAt: batch.now,
  }));
  for (let at = 0; at < values.length; at += 1000) {
    await tx
      .insert(quarantine)
      .values(values.slice(at, at + 1000))
      .onConflictDoUpdate({
        target: [
          quarantine.importKind,
          quarantine.fileName,
          quarantine.line,
          quarantine.reason,
          quarantine.explanation,
        ],
        set: { editionId: sql`excluded.edition_id` },
      });
  }
  return batch.rows.length;
}

export type QuarantineEntry = typeof quarantine.$inferSelect;

/** Open entries, oldest first. */
export async function listQuarantine(
  db: ReadDb,
  query: { editionId?: number; first?: number } = {},
): Promise<{ entries: QuarantineEntry[]; total: number }> {
  const where: SQL | undefined = and(
    isNull(quarantine.resolvedAt),
    query.editionId === undefined ? undefined : eq(quarantine.editionId, query.editionId),
  );
  const entries = await db
    .select()
    .from(quarantine)
    .where(where)
    .orderBy(asc(quarantine.id))
    .limit(query.first ?? 100);
  return { entries, total: await db.$count(quarantine, where) };
}

/** One entry with what its reason means and what can be done. */
export async function explainQuarantine(
  db: ReadDb,
  id: number,
): Promise<{ entry: QuarantineEntry; meaning: string }> {
  const [entry] = await db.select().from(quarantine).where(eq(quarantine.id, id));
  if (!entry) throw notFound('quarantine entry', String(id));
  const meanings: Readonly<Record<string, string>> = quarantineReasons;
  return { entry, meaning: meanings[entry.reason] ?? '' };
}
