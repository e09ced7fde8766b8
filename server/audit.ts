// The audit log: one line per change and per sensitive read, in the same transaction, each line carrying
// the hash of the one before (domain chapter 17). Lines hold codes and ids, never texts, names or tokens.
import { createHash } from 'node:crypto';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db, ReadDb } from './db/client.ts';
import { auditHeads, auditLines } from './db/tables.ts';

export interface AuditEvent {
  readonly gemeenteCode: string;
  /** What happened, in the past tense: NOTE_LOGGED, EDITION_PUBLISHED. */
  readonly event: string;
  /** Pseudonym of the one who did it; `system` for the program. */
  readonly actor: string;
  readonly role: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

interface ChainedLine extends Required<AuditEvent> {
  readonly number: number;
  readonly at: Date;
}

const firstHash = '0'.repeat(64);

/** Appends a line to the gemeente's chain; call it inside the transaction of the change itself. */
export async function appendAudit(tx: Db, event: AuditEvent, at = new Date()): Promise<void> {
  await tx
    .insert(auditHeads)
    .values({ gemeenteCode: event.gemeenteCode, number: 0, hash: firstHash })
    .onConflictDoNothing();
  // The head stays locked until the transaction ends: numbers have no gaps and no two lines one number.
  const [head] = await tx
    .select()
    .from(auditHeads)
    .where(eq(auditHeads.gemeenteCode, event.gemeenteCode))
    .for('update');
  if (!head) throw new Error(`The audit chain of ${event.gemeenteCode} has no head.`);
  const line: ChainedLine = { ...event, details: event.details ?? {}, number: head.number + 1, at };
  const hash = hashLine(line, head.hash);
  await tx.insert(auditLines).values({ ...line, previousHash: head.hash, hash });
  await tx
    .update(auditHeads)
    .set({ number: line.number, hash })
    .where(eq(auditHeads.gemeenteCode, event.gemeenteCode));
}

/** SHA-256 over the hash before and the line's fields in a fixed order; keys of details are sorted. */
function hashLine(line: ChainedLine, previousHash: string): string {
  const fields = [
    previousHash,
    line.gemeenteCode,
    line.number,
    line.at.toISOString(),
    line.event,
    line.actor,
    line.role,
    line.objectType,
    line.objectId,
    sortedJson(line.details),
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** JSON with the keys of every object sorted: the same value is always the same text. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

export interface ChainCheck {
  readonly gemeenteCode: string;
  readonly lines: number;
  /** What is wrong, naming the line; empty when the chain is whole. */
  readonly problems: readonly string[];
}

/** Checks every chain: a changed, removed, added or reordered line, and a cut-off tail, is named. */
export async function verifyAudit(db: ReadDb): Promise<ChainCheck[]> {
  const heads = await db.select().from(auditHeads).orderBy(asc(auditHeads.gemeenteCode));
  const withLines = await db
    .selectDistinct({ gemeenteCode: auditLines.gemeenteCode })
    .from(auditLines);
  const chains = new Set([...heads, ...withLines].map((row) => row.gemeenteCode));
  const checks: ChainCheck[] = [];
  for (const gemeenteCode of [...chains].sort()) checks.push(await verifyChain(db, gemeenteCode));
  return checks;
}

async function verifyChain(db: ReadDb, gemeenteCode: string): Promise<ChainCheck> {
  const problems: string[] = [];
  let previousHash = firstHash;
  let number = 0;
  const pageSize = 5000;
  for (;;) {
    const page = await db
      .select()
      .from(auditLines)
      .where(and(eq(auditLines.gemeenteCode, gemeenteCode), sql`${auditLines.number} > ${number}`))
      .orderBy(asc(auditLines.number))
      .limit(pageSize);
    for (const { hash, previousHash: claimed, ...rest } of page) {
      const line = { ...rest, details: rest.details as Record<string, unknown> };
      if (line.number !== number + 1) problems.push(`line ${number + 1} is missing`);
      if (claimed !== previousHash)
        problems.push(`line ${line.number} does not follow the one before`);
      if (hashLine(line, claimed) !== hash) problems.push(`line ${line.number} was changed`);
      previousHash = hash;
      number = line.number;
    }
    if (page.length < pageSize) break;
  }
  const [head] = await db
    .select()
    .from(auditHeads)
    .where(eq(auditHeads.gemeenteCode, gemeenteCode));
  if (head?.number !== number || head.hash !== (number === 0 ? firstHash : previousHash)) {
    problems.push(`the chain should end at line ${head?.number ?? 0} and ends at ${number}`);
  }
  return { gemeenteCode, lines: number, problems };
}
