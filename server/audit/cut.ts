// Retention of the audit log: the head of a chain is cut off, and a line at its end says up to where, with the hash of the
// last line that went. So what is left still hangs together, and still proves what was cut.
import { and, asc, eq, gte, lt, lte } from 'drizzle-orm';
import { appendAudit, lockHead } from '../audit.ts';
import type { Db } from '../db/client.ts';
import { auditHeads, auditLines } from '../db/tables.ts';
import { waitingFrom } from './chain.ts';

/** Cuts off the lines before the first that is younger; answers their numbers. */
export async function cutAudit(
  tx: Db,
  gemeenteCode: string,
  before: Date,
  now: Date,
): Promise<string[]> {
  const head = await lockHead(tx, gemeenteCode);
  const isOurs = and(eq(auditLines.gemeenteCode, gemeenteCode), lt(auditLines.number, waitingFrom));
  const [younger] = await tx
    .select({ number: auditLines.number })
    .from(auditLines)
    .where(and(isOurs, gte(auditLines.at, before)))
    .orderBy(asc(auditLines.number))
    .limit(1);
  const last = younger ? younger.number - 1 : head.number;
  if (last <= head.cutNumber) return [];
  const gone = await tx
    .delete(auditLines)
    .where(and(isOurs, lte(auditLines.number, last)))
    .returning({ number: auditLines.number, hash: auditLines.hash });
  const hash = gone.find((line) => line.number === last)?.hash;
  if (!hash) throw new Error(`Line ${last} of ${gemeenteCode} is not there: verify the chain.`);
  await tx
    .update(auditHeads)
    .set({ cutNumber: last, cutHash: hash })
    .where(eq(auditHeads.gemeenteCode, gemeenteCode));
  const cut = {
    ...{ gemeenteCode, event: 'AUDIT_CUT', actor: 'system', role: 'SYSTEM' },
    ...{ objectType: 'audit', objectId: gemeenteCode, details: { number: last, hash } },
  };
  await appendAudit(tx, cut, now);
  return gone.map((line) => String(line.number));
}
