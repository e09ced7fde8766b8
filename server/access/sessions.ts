// Sessions of browsers. The browser holds a random secret in its cookie, the database its hash, so that a
// copy of the database opens nothing. A session acts through one membership, which is read anew at every
// request: rights that ended have ended at once.
import { and, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm';
import { codesOf } from '../codes/code-list.ts';
import { accessScopes, type Profession, type Role } from '../codes/people.ts';
import { throughDoor } from '../db/acting.ts';
import { type Db, namedRows, type ReadDb } from '../db/client.ts';
import { memberships, sessions } from '../db/tables.ts';
import { DomainError, notFound, unauthenticated } from '../errors.ts';
import type { Actor } from './actor.ts';
import { auditAccess } from './audit.ts';
import { hashOf, randomSecret, seal, unseal } from './secrets.ts';

/** How long a session lasts. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly hours: number;
}

const minute = 60_000;
const earliestSeen = ({ idleMinutes }: SessionLimits, now: Date) =>
  new Date(now.getTime() - idleMinutes * minute);
const earliestBegun = ({ hours }: SessionLimits, now: Date) =>
  new Date(now.getTime() - hours * 60 * minute);

export interface NewSession {
  readonly personId: string;
  readonly membership: { readonly gemeenteCode: string; readonly id: string; readonly role: Role };
  readonly issuerSession: string | null;
  readonly idToken: string;
}

/** Begins a session and answers the secret of its cookie; sessions whose time is over are cleared away. */
export async function startSession(
  tx: Db,
  { personId, membership, issuerSession, idToken }: NewSession,
  limits: SessionLimits,
  now: Date,
): Promise<string> {
  const secret = randomSecret();
  const tokenHash = hashOf(secret);
  await tx
    .delete(sessions)
    .where(
      or(
        lt(sessions.lastSeenAt, earliestSeen(limits, now)),
        lt(sessions.createdAt, earliestBegun(limits, now)),
      ),
    );
  await tx.insert(sessions).values({
    tokenHash,
    personId,
    gemeenteCode: membership.gemeenteCode,
    membershipId: membership.id,
    issuerSessionHash: issuerSession === null ? null : hashOf(issuerSession),
    sealedIdToken: seal(idToken, secret),
    createdAt: now,
    lastSeenAt: now,
  });
  await auditSession(tx, 'LOGIN', { ...membership, personId, tokenHash }, now);
  return secret;
}

interface SessionRow {
  person_id: string;
  last_seen_at: Date;
  gemeente_code: string;
  role: Role;
  organisation_key: string | null;
  profession: Profession | null;
}

/**
 * The actor of a cookie; one statement, and once a minute a second that moves the idle time-out, if `isSeen`. Refuses a
 * session that is unknown or over and one whose membership ended.
 */
export async function actorOfSession(
  db: Db,
  secret: string,
  limits: SessionLimits,
  now: Date,
  isSeen = true,
): Promise<Actor> {
  const tokenHash = hashOf(secret);
  const [row] = await namedRows<SessionRow>(
    db,
    'session_of_cookie',
    sql`select sessions.person_id, sessions.last_seen_at, memberships.gemeente_code,
        memberships.role, memberships.organisation_key, memberships.profession
      from sessions join memberships on memberships.gemeente_code = sessions.gemeente_code
        and memberships.id = sessions.membership_id
      where sessions.token_hash = ${tokenHash}
        and sessions.last_seen_at > ${earliestSeen(limits, now).toISOString()}::timestamptz
        and sessions.created_at > ${earliestBegun(limits, now).toISOString()}::timestamptz
        and memberships.valid_from <= ${now.toISOString()}::timestamptz
        and (memberships.valid_to is null or memberships.valid_to > ${now.toISOString()}::timestamptz)`,
  );
  if (!row) throw unauthenticated('The session is over: sign in again at /login.');
  if (isSeen && now.getTime() - new Date(row.last_seen_at).getTime() >= minute) {
    await db
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(and(eq(sessions.tokenHash, tokenHash), lt(sessions.lastSeenAt, now)));
  }
  return {
    personId: row.person_id,
    role: row.role,
    gemeenteCode: row.gemeente_code,
    organisationKey: row.organisation_key,
    profession: row.profession,
    via: 'SESSION',
    scopes: codesOf(accessScopes),
    credentialId: tokenHash,
  };
}

/** Ends the session of a cookie, whether over or not; answers its ID token for the login service. */
export async function endSession(db: Db, secret: string, now: Date): Promise<string | undefined> {
  const tokenHash = hashOf(secret);
  const [ended] = await endWhere(db, 'LOGOUT', eq(sessions.tokenHash, tokenHash), now);
  return ended?.sealedIdToken ? unseal(ended.sealedIdToken, secret) : undefined;
}

/** Ends all sessions of the actor and answers how many there were. */
export async function signOutEverywhere(db: Db, actor: Actor, now: Date): Promise<number> {
  refuseKey(actor);
  const own = eq(sessions.personId, actor.personId);
  return (await endWhere(db, 'SIGNED_OUT_EVERYWHERE', own, now)).length;
}

/** A program that acts as a person with an own key does not decide where that person is signed in. */
function refuseKey({ via }: Actor): void {
  if (via === 'KEY')
    throw new DomainError('FORBIDDEN', 'A key ends no sessions: sign in, and end them there.');
}

/** Ends sessions because the login service says so: one of its own sessions, or all of a person. */
export async function endSessionsOfIssuer(
  db: Db,
  which: { personId: string | null; issuerSession: string | null; before: Date },
  now: Date,
): Promise<number> {
  const { personId, issuerSession, before } = which;
  if (personId === null && issuerSession === null) return 0;
  const ended = and(
    personId === null ? undefined : eq(sessions.personId, personId),
    issuerSession === null ? undefined : eq(sessions.issuerSessionHash, hashOf(issuerSession)),
    lt(sessions.createdAt, before),
  );
  return (await endWhere(db, 'LOGOUT_BY_SERVICE', ended, now)).length;
}

/** Takes away the sessions that act through a membership; the end of the membership is audited itself. */
export async function dropSessionsOf(
  tx: Db,
  membership: { readonly gemeenteCode: string; readonly id: string },
): Promise<void> {
  await tx
    .delete(sessions)
    .where(
      and(
        eq(sessions.gemeenteCode, membership.gemeenteCode),
        eq(sessions.membershipId, membership.id),
      ),
    );
}

function endWhere(
  db: Db,
  event: 'LOGOUT' | 'SIGNED_OUT_EVERYWHERE' | 'LOGOUT_BY_SERVICE',
  which: SQL | undefined,
  now: Date,
) {
  return throughDoor(db, 'SYSTEM', async (tx) => {
    const ended = await tx.delete(sessions).where(which).returning();
    for (const { personId, gemeenteCode, membershipId, tokenHash } of ended) {
      const [membership] = await tx
        .select({ role: memberships.role })
        .from(memberships)
        .where(and(eq(memberships.gemeenteCode, gemeenteCode), eq(memberships.id, membershipId)));
      const role = membership?.role ?? 'OBSERVER';
      await auditSession(tx, event, { personId, gemeenteCode, role, tokenHash }, now);
    }
    return ended;
  });
}

/**
 * An observer's session stands in the log under a label of its own and not under the person: else the times of
 * someone's logins, held beside the times of notes, would string together what one observer wrote.
 */
function auditSession(
  tx: Db,
  event: 'LOGIN' | 'LOGOUT' | 'SIGNED_OUT_EVERYWHERE' | 'LOGOUT_BY_SERVICE' | 'MEMBERSHIP_SWITCHED',
  session: { personId: string; gemeenteCode: string; role: Role; tokenHash: string },
  now: Date,
): Promise<void> {
  const { gemeenteCode, role, tokenHash } = session;
  const label = hashOf(`audit ${role} ${tokenHash}`).slice(0, 16);
  const actor = role === 'OBSERVER' ? label : { personId: session.personId, role };
  const subject = { personId: session.personId, activity: 'accounts' as const };
  const line = { event, objectType: 'session', objectId: label, subject } as const;
  return auditAccess(tx, { gemeenteCode, actor, role }, line, now);
}

/** By which a person tells own sessions apart; opens nothing, and is not the label of the audit log. */
const ownLabel = (tokenHash: string) => hashOf(`own session ${tokenHash}`).slice(0, 16);

/** Ends one session of the actor, by the id that `listSessions` gave it. Refuses one that is not the actor's own. */
export async function endOwnSession(db: Db, actor: Actor, id: string, now: Date): Promise<string> {
  refuseKey(actor);
  const own = await db
    .select({ tokenHash: sessions.tokenHash })
    .from(sessions)
    .where(eq(sessions.personId, actor.personId));
  const found = own.find(({ tokenHash }) => ownLabel(tokenHash) === id);
  // What was sent is not said back: it may be anything.
  if (!found)
    throw new DomainError('NOT_FOUND', 'You have no such session: mySessions names them.');
  await endWhere(db, 'LOGOUT', eq(sessions.tokenHash, found.tokenHash), now);
  return id;
}

export interface SessionView {
  /** For `endOwnSession`. */
  readonly id: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly gemeenteCode: string;
  readonly role: Role;
  /** Whether it is the session that asks. */
  readonly isCurrent: boolean;
}

/** The actor's sessions that are not over, newest first. */
export async function listSessions(
  db: ReadDb,
  actor: Actor,
  limits: SessionLimits,
  now: Date,
): Promise<SessionView[]> {
  const rows = await db
    .select({
      startedAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      gemeenteCode: sessions.gemeenteCode,
      role: memberships.role,
      tokenHash: sessions.tokenHash,
    })
    .from(sessions)
    .innerJoin(
      memberships,
      and(
        eq(memberships.gemeenteCode, sessions.gemeenteCode),
        eq(memberships.id, sessions.membershipId),
      ),
    )
    .where(
      and(
        eq(sessions.personId, actor.personId),
        sql`${sessions.lastSeenAt} > ${earliestSeen(limits, now)}`,
        sql`${sessions.createdAt} > ${earliestBegun(limits, now)}`,
      ),
    )
    .orderBy(desc(sessions.createdAt));
  return rows.map(({ tokenHash, ...row }) => ({
    ...row,
    id: ownLabel(tokenHash),
    isCurrent: tokenHash === actor.credentialId,
  }));
}

/** Lets the session act through another membership of the same person, from the next request on. */
export async function switchMembership(
  db: Db,
  actor: Actor,
  membershipId: string,
  now: Date,
): Promise<Actor> {
  return throughDoor(db, 'SYSTEM', async (tx) => {
    const [membership] = await tx
      .select()
      .from(memberships)
      .where(
        and(
          eq(memberships.personId, actor.personId),
          eq(memberships.id, membershipId),
          sql`${memberships.validFrom} <= ${now}`,
          sql`(${memberships.validTo} is null or ${memberships.validTo} > ${now})`,
        ),
      );
    if (actor.via !== 'SESSION' || !actor.credentialId || !membership) {
      throw notFound('membership of your own', membershipId);
    }
    const { gemeenteCode, id, role, organisationKey, profession } = membership;
    const tokenHash = actor.credentialId;
    await tx
      .update(sessions)
      .set({ gemeenteCode, membershipId: id })
      .where(eq(sessions.tokenHash, tokenHash));
    const session = { personId: actor.personId, gemeenteCode, role, tokenHash };
    await auditSession(tx, 'MEMBERSHIP_SWITCHED', session, now);
    return { ...actor, gemeenteCode, role, organisationKey, profession };
  });
}
