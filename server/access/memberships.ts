// The rights of record: which person has which role where. Rows are added and ended, never changed, so that
// what someone could do on a day can be read later.
import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { MembershipSource } from '../codes/people.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { memberships, organisations, people } from '../db/tables.ts';
import type { Actor } from './actor.ts';
import { auditAccess, doerOf } from './audit.ts';
import type { Grant } from './claims.ts';
import { dropSessionsOf } from './sessions.ts';

export type MembershipRow = typeof memberships.$inferSelect;

/** A day without its hour: the moment of a first act must not stand beside a person. */
export const startOfDay = (now: Date) => new Date(now.toISOString().slice(0, 10));

/** The person behind a login; undefined when nobody of that name is known. */
export async function findPerson(
  db: ReadDb,
  issuer: string,
  subject: string,
): Promise<string | undefined> {
  const [row] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.issuer, issuer), eq(people.subject, subject)));
  return row?.id;
}

/** The person behind a login, recorded when new and locked until the transaction ends. */
export async function recordPerson(
  tx: Db,
  issuer: string,
  subject: string,
  now: Date,
): Promise<string> {
  await tx
    .insert(people)
    .values({ id: randomUUID(), issuer, subject, createdAt: startOfDay(now) })
    .onConflictDoNothing();
  const [row] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.issuer, issuer), eq(people.subject, subject)))
    .for('update');
  if (!row) throw new Error('A person that was just recorded is gone.');
  return row.id;
}

/** Memberships that hold now, in a fixed order. */
export function listCurrent(db: ReadDb, personId: string, now: Date): Promise<MembershipRow[]> {
  return db
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, personId),
        lte(memberships.validFrom, now),
        or(isNull(memberships.validTo), gt(memberships.validTo, now)),
      ),
    )
    .orderBy(asc(memberships.gemeenteCode), asc(memberships.validFrom), asc(memberships.id));
}

/** Adds a membership with its audit line; `maker` null: the operator or the claims. */
export async function insertMembership(
  tx: Db,
  maker: Actor | null,
  personId: string,
  grant: Grant,
  source: MembershipSource,
  now: Date,
): Promise<MembershipRow> {
  const { gemeenteCode, role, organisationKey, profession } = grant;
  await recordOrganisation(tx, gemeenteCode, organisationKey);
  const [row] = await tx
    .insert(memberships)
    .values({ ...grant, id: randomUUID(), personId, validFrom: startOfDay(now), source })
    .returning();
  if (!row) throw new Error('A membership was not recorded.');
  const details = { role, organisation: organisationKey, profession, source };
  const line = { event: 'MEMBER_ADDED', objectType: 'membership', objectId: row.id } as const;
  const subject = { personId, activity: 'accounts' as const };
  await auditAccess(tx, doerOf(maker, gemeenteCode), { ...line, details, subject }, now);
  return row;
}

/** An organisation is known from the first one who works for it. */
export async function recordOrganisation(
  tx: Db,
  gemeenteCode: string,
  key: string | null,
): Promise<void> {
  if (key === null) return;
  await tx.insert(organisations).values({ gemeenteCode, key, name: key }).onConflictDoNothing();
}

/** Ends a membership now, with the sessions that act through it and its audit line. */
export async function closeMembership(
  tx: Db,
  maker: Actor | null,
  { gemeenteCode, id, role }: MembershipRow,
  endedBy: MembershipSource,
  now: Date,
): Promise<MembershipRow> {
  const [row] = await tx
    .update(memberships)
    .set({ validTo: now, endedBy })
    .where(and(eq(memberships.gemeenteCode, gemeenteCode), eq(memberships.id, id)))
    .returning();
  if (!row) throw new Error('A membership that was just read is gone.');
  await dropSessionsOf(tx, { gemeenteCode, id });
  const line = { event: 'MEMBER_ENDED', objectType: 'membership', objectId: id } as const;
  const subject = { personId: row.personId, activity: 'accounts' as const };
  await auditAccess(
    tx,
    doerOf(maker, gemeenteCode),
    { ...line, details: { role, by: endedBy }, subject },
    now,
  );
  return row;
}
