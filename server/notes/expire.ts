// Published notes fade when nobody refreshes them (chapter 12). Readers see that at once, by date; this
// brings the table after it.
import { and, eq, lte } from 'drizzle-orm';
import { appendAudit } from '../audit.ts';
import type { Db } from '../db/client.ts';
import { fieldNotes } from '../db/tables.ts';

/** Marks what is past its validUntil as EXPIRED, with one audit line per gemeente; answers how many. */
export function expireNotes(db: Db, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const expired = await tx
      .update(fieldNotes)
      .set({ status: 'EXPIRED', endedAt: fieldNotes.validUntil })
      .where(and(eq(fieldNotes.status, 'PUBLISHED'), lte(fieldNotes.validUntil, now)))
      .returning({ gemeenteCode: fieldNotes.gemeenteCode });
    const counts = new Map<string, number>();
    for (const { gemeenteCode } of expired) {
      counts.set(gemeenteCode, (counts.get(gemeenteCode) ?? 0) + 1);
    }
    // In order of code, so that two jobs at once cannot wait for each other's chain.
    for (const [gemeenteCode, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const line = {
        gemeenteCode,
        event: 'NOTES_EXPIRED',
        actor: 'system',
        role: 'SYSTEM',
        objectType: 'field_notes',
        objectId: gemeenteCode,
        details: { count },
      };
      await appendAudit(tx, line, now);
    }
    return expired.length;
  });
}
