// The audit log: one line per change and per sensitive read, in the same transaction, each line carrying
// the hash of the one before (domain chapter 17). Lines hold codes and ids, never texts, names or tokens.
//
// What observers and residents do must not tell who did it, so their lines carry the day only, and wait until that
// day is over: then they are put into the chain in the order of their hashes. Between two exact times of a reviewer
// no line of an observer can stand that was not sealed there with all others of its day.
import { randomInt } from 'node:crypto';
import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { Actor } from './access/actor.ts';
import { addHash, firstHash, hashLine, waitingChanged, waitingFrom } from './audit/chain.ts';
import { isWriter } from './audit/writers.ts';
import { throughDoor } from './db/acting.ts';
import { type Db, rowsOf } from './db/client.ts';
import { auditHeads, auditLines } from './db/tables.ts';
import { recordProcessing, type Subject } from './logbook.ts';
import { dayOf } from './notes/calendar.ts';
import { currentTrace, newTraceId } from './trace.ts';

export interface AuditEvent {
  readonly gemeenteCode: string;
  /** What happened, in the past tense: NOTE_LOGGED, EDITION_PUBLISHED. */
  readonly event: string;
  /** Who did it: a person, who gets a pseudonym; a pseudonym made before; `system` for the program. */
  readonly actor: Pick<Actor, 'personId' | 'role'> | string;
  readonly role: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Whose personal data were processed: also leaves a line in the Logboek, under the same trace. */
  readonly subject?: Subject;
}

type Head = typeof auditHeads.$inferSelect;

/** Appends a line to the gemeente's chain; call it inside the transaction of the change itself. */
export async function appendAudit(tx: Db, event: AuditEvent, at = new Date()): Promise<void> {
  const { gemeenteCode } = event;
  const waits = isWriter(event.role);
  const head = await sealOlder(tx, await lockHead(tx, gemeenteCode), dayOf(at), at);
  const { subject, ...rest } = event;
  const line = {
    ...rest,
    actor: typeof event.actor === 'string' ? event.actor : await pseudonymOf(tx, event, at),
    details: event.details ?? {},
    // The trace of a request is known to other services too, with its exact time.
    traceId: waits ? newTraceId() : (currentTrace()?.traceId ?? (subject ? newTraceId() : null)),
  };
  if (subject) {
    const when = waits ? new Date(`${dayOf(at)}T00:00:00Z`) : at;
    const parentOperationId = waits ? null : (currentTrace()?.parentOperationId ?? null);
    const traceId = line.traceId ?? '';
    const processing = { gemeenteCode, name: event.event, subject, traceId, at: when };
    await recordProcessing(tx, { ...processing, parentOperationId });
  }
  if (waits) await keepWaiting(tx, head, line, dayOf(at));
  else await saveHead(tx, await chainLines(tx, head, [{ ...line, at }]));
}

/** The head, locked until the transaction ends: numbers have no gaps and no two lines one number. */
export async function lockHead(tx: Db, gemeenteCode: string): Promise<Head> {
  await tx
    .insert(auditHeads)
    .values({ gemeenteCode, number: 0, hash: firstHash })
    .onConflictDoNothing();
  const [head] = await tx
    .select()
    .from(auditHeads)
    .where(eq(auditHeads.gemeenteCode, gemeenteCode))
    .for('update');
  if (!head) throw new Error(`The audit chain of ${gemeenteCode} has no head.`);
  return head;
}

const saveHead = (tx: Db, head: Head) =>
  tx.update(auditHeads).set(head).where(eq(auditHeads.gemeenteCode, head.gemeenteCode));

type NewLine = Omit<
  typeof auditLines.$inferInsert,
  'number' | 'at' | 'previousHash' | 'hash' | 'traceId' | 'details'
> & {
  readonly details: unknown;
  readonly traceId: string | null;
};

/** Puts the lines at the end of the chain; answers the head that follows, which the caller saves. */
async function chainLines(
  tx: Db,
  head: Head,
  lines: readonly (NewLine & { at: Date })[],
): Promise<Head> {
  let { number, hash } = head;
  const rows = lines.map((line) => {
    const previousHash = hash;
    number += 1;
    hash = hashLine({ ...line, number }, previousHash);
    return { ...line, number, previousHash, hash };
  });
  for (let from = 0; from < rows.length; from += 500) {
    await tx.insert(auditLines).values(rows.slice(from, from + 500));
  }
  return { ...head, number, hash };
}

async function keepWaiting(tx: Db, head: Head, line: NewLine, day: string): Promise<void> {
  const number = waitingFrom + randomInt(2 ** 47);
  const waiting = { ...line, number, at: new Date(`${day}T00:00:00Z`) };
  const hash = hashLine(waiting, firstHash);
  await tx.insert(auditLines).values({ ...waiting, previousHash: firstHash, hash });
  await saveHead(tx, {
    ...head,
    waitingDay: day,
    waitingCount: head.waitingCount + 1,
    waitingSum: addHash(head.waitingSum, hash),
  });
}

/** By the door of the program: no actor may read or remove lines that wait. */
async function sealOlder(tx: Db, head: Head, today: string, at: Date): Promise<Head> {
  if (head.waitingDay === null || head.waitingDay === today) return head;
  return throughDoor(tx, 'SYSTEM', (system) => sealAll(system, head, at));
}

/** Puts the lines that wait into the chain, in the order of their hashes. */
async function sealAll(tx: Db, head: Head, at: Date): Promise<Head> {
  const { gemeenteCode } = head;
  const isWaiting = and(
    eq(auditLines.gemeenteCode, gemeenteCode),
    gte(auditLines.number, waitingFrom),
  );
  const waiting = await tx.select().from(auditLines).where(isWaiting).orderBy(asc(auditLines.hash));
  await tx.delete(auditLines).where(isWaiting);
  const sum = waiting.reduce((so, line) => addHash(so, hashLine(line, firstHash)), '0');
  // Said in the chain itself: sealing must not hide that somebody was at the lines before.
  const said = sum === head.waitingSum ? [] : [tampered(gemeenteCode, at)];
  const chained = await chainLines(tx, head, [...waiting, ...said]);
  const next = { ...chained, waitingDay: null, waitingCount: 0, waitingSum: '0' };
  await saveHead(tx, next);
  return next;
}

const tampered = (gemeenteCode: string, at: Date) => ({
  ...{ gemeenteCode, at, event: waitingChanged, actor: 'system', role: 'SYSTEM' },
  ...{ objectType: 'audit', objectId: gemeenteCode, details: {}, traceId: null },
});

/** Seals what waits since an earlier day, in every chain; the daily job calls it. */
export async function sealAudit(db: Db, now: Date): Promise<void> {
  const heads = await db.select().from(auditHeads).orderBy(asc(auditHeads.gemeenteCode));
  for (const { gemeenteCode } of heads) {
    await db.transaction(async (tx) =>
      sealOlder(tx, await lockHead(tx, gemeenteCode), dayOf(now), now),
    );
  }
}

/**
 * What stands in the log instead of a person, under a key that never leaves the database. Lasting for those who act
 * for the gemeente, so that they can be held to account; for who writes another one every day.
 */
async function pseudonymOf(tx: Db, event: AuditEvent, at: Date): Promise<string> {
  if (typeof event.actor === 'string') return event.actor;
  const { personId, role } = event.actor;
  const scope = isWriter(role) ? dayOf(at) : 'lasting';
  return (await keyedHash(tx, event.gemeenteCode, `audit ${scope} ${personId}`)).slice(0, 16);
}

/** Keyed hash of a text, 64 hexadecimal digits: only this database can work it out. */
export async function keyedHash(db: Db, gemeenteCode: string, text: string): Promise<string> {
  const [row] = await rowsOf<{ hash: string }>(
    db,
    sql`select keyed_hash(${gemeenteCode}, ${text}) as hash`,
  );
  if (!row) throw new Error('The database answered no hash.');
  return row.hash;
}
