// Every change of what a gemeente asks before small numbers are shown; a trigger writes them down.
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '../db/client.ts';
import { disclosureThresholdChanges } from '../db/tables.ts';

export type ThresholdChange = typeof disclosureThresholdChanges.$inferSelect;

/** Where a page goes on. */
export type ChangeKey = readonly [changedAt: string, kind: string, version: number];

/** Changes of a gemeente, the latest first; for its administrators and its data protection officer. */
export async function listThresholdChanges(
  db: ReadDb,
  gemeente: string,
  { first, after }: { readonly first: number; readonly after: ChangeKey | null },
): Promise<{ changes: ThresholdChange[]; hasMore: boolean }> {
  const { gemeenteCode, changedAt, kind, version } = disclosureThresholdChanges;
  const key = sql`(${changedAt}, ${kind}, ${version})`;
  const beyond: SQL = after
    ? sql`${key} < (${after[0]}::timestamptz, ${after[1]}::text, ${after[2]}::int)`
    : sql`true`;
  const rows = await db
    .select()
    .from(disclosureThresholdChanges)
    .where(and(eq(gemeenteCode, gemeente), beyond))
    .orderBy(sql`${changedAt} desc, ${kind} desc, ${version} desc`)
    .limit(first + 1);
  return { changes: rows.slice(0, first), hasMore: rows.length > first };
}
