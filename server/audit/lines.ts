// The audit log as the data protection officer reads it (S9): codes and pseudonyms, never words or people. What
// observers did is there from the next day on, with the day only.
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { appendAudit } from '../audit.ts';
import type { Role } from '../codes/people.ts';
import type { Db } from '../db/client.ts';
import { auditLines } from '../db/tables.ts';
import { badInput, forbidden } from '../errors.ts';
import { dayOf } from '../notes/calendar.ts';
import { checkPlaceCode } from '../places/codes.ts';
import { sortedJson } from '../sorted-json.ts';
import { waitingFrom } from './chain.ts';
import { isWriter } from './writers.ts';

export const auditReaders: readonly Role[] = ['AUDITOR'];

export interface ShownLine {
  readonly number: number;
  readonly day: string;
  /** Null for what an observer or resident did. */
  readonly at: Date | null;
  readonly event: string;
  readonly actor: string;
  readonly role: string;
  readonly objectType: string;
  readonly objectId: string;
  /** Canonical JSON of codes and numbers. */
  readonly details: string;
  readonly traceId: string | null;
  readonly hash: string;
}

export interface AuditFilter {
  readonly within: string;
  readonly event?: string | null | undefined;
}

/** Sealed lines of the auditor's own gemeente, the newest first; reading them leaves a line too. */
export async function listAuditLines(
  db: Db,
  actor: Actor,
  { within, event }: AuditFilter,
  { first, after }: { readonly first: number; readonly after?: number | undefined },
  now: Date,
): Promise<{ lines: ShownLine[]; hasMore: boolean }> {
  if (!auditReaders.includes(actor.role))
    throw forbidden(`The role ${actor.role} may not do this.`);
  if (checkPlaceCode(within) !== 'GEMEENTE') {
    const message = `The audit log is kept per gemeente; ${within} is none.`;
    throw badInput([{ field: 'within', message }]);
  }
  if (within !== actor.gemeenteCode) {
    throw forbidden(`You audit ${actor.gemeenteCode}; ${within} lies elsewhere.`);
  }
  const rows = await db.transaction(async (tx) => {
    const read = {
      ...{ gemeenteCode: within, event: 'AUDIT_READ', actor, role: actor.role },
      ...{ objectType: 'audit', objectId: within, details: event ? { event } : {} },
    };
    await appendAudit(tx, read, now);
    return tx
      .select()
      .from(auditLines)
      .where(
        and(
          eq(auditLines.gemeenteCode, within),
          lt(auditLines.number, after ?? waitingFrom),
          event ? eq(auditLines.event, event) : sql`true`,
        ),
      )
      .orderBy(desc(auditLines.number))
      .limit(first + 1);
  });
  return { lines: rows.slice(0, first).map(showLine), hasMore: rows.length > first };
}

const showLine = ({ at, details, ...line }: typeof auditLines.$inferSelect): ShownLine => ({
  ...line,
  at: isWriter(line.role) ? null : at,
  // Of writers the day itself was stored, as its first moment in UTC.
  day: isWriter(line.role) ? at.toISOString().slice(0, 10) : dayOf(at),
  details: sortedJson(details),
});
