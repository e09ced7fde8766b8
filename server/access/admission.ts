// From a login to rights: what the claims give is recorded as memberships, what they gave before and give no
// more is ended, and what an administrator ended stays ended.
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Db, ReadDb } from '../db/client.ts';
import { memberships } from '../db/tables.ts';
import { forbidden } from '../errors.ts';
import { type ClaimMapping, type Grant, type Grants, grantsOf, sameGrant } from './claims.ts';
import {
  closeMembership,
  findPerson,
  insertMembership,
  listCurrent,
  type MembershipRow,
  recordPerson,
} from './memberships.ts';

export interface Login {
  readonly issuer: string;
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface Admitted {
  readonly personId: string;
  /** Memberships that hold now; at least one. */
  readonly memberships: readonly [MembershipRow, ...MembershipRow[]];
}

/**
 * The memberships of who logged in. Without a mapping the claims give nothing and only memberships added by
 * hand count. Refuses when none is left, naming the claim or what to do; what ended stays ended all the same.
 */
export async function admit(
  db: Db,
  mapping: ClaimMapping | undefined,
  login: Login,
  now: Date,
): Promise<Admitted> {
  const given: Grants = mapping
    ? grantsOf(mapping, login.claims)
    : { grants: [], refusal: undefined };
  const found = await lookUp(db, login, now);
  const isSettled = !mapping || isSame(given.grants, found.current);
  const { personId, current, isBarred } = isSettled
    ? found
    : await db.transaction((tx) => settle(tx, login, given.grants, now));
  const [first, ...rest] = current;
  if (personId && first) return { personId, memberships: [first, ...rest] };
  if (isBarred) {
    throw forbidden('Your membership was ended. Ask an administrator of your gemeente to add it.');
  }
  throw (
    given.refusal ??
    forbidden(
      'No membership is known for this login. An administrator adds it: wijkbeeld members add ' +
        `--issuer ${JSON.stringify(login.issuer)} --subject ${JSON.stringify(login.subject)}.`,
    )
  );
}

interface Settled {
  readonly personId: string | undefined;
  readonly current: readonly MembershipRow[];
  /** The claims give something that an administrator ended. */
  readonly isBarred: boolean;
}

/** Nothing to add and nothing to end: the usual case, which writes nothing. */
const isSame = (grants: readonly Grant[], current: readonly MembershipRow[]) =>
  grants.every((grant) => current.some((row) => sameGrant(grant, row))) &&
  current.every((row) => row.source !== 'CLAIMS' || grants.some((grant) => sameGrant(grant, row)));

async function lookUp(db: ReadDb, { issuer, subject }: Login, now: Date): Promise<Settled> {
  const personId = await findPerson(db, issuer, subject);
  const current = personId ? await listCurrent(db, personId, now) : [];
  return { personId, current, isBarred: false };
}

async function settle(tx: Db, login: Login, grants: readonly Grant[], now: Date): Promise<Settled> {
  const { issuer, subject } = login;
  // Nothing is kept of someone who has no rights here and never had.
  const known = await findPerson(tx, issuer, subject);
  if (!known && grants.length === 0) return { personId: undefined, current: [], isBarred: false };
  const personId = await recordPerson(tx, issuer, subject, now);
  const before = await listCurrent(tx, personId, now);
  for (const row of before) {
    const isGone = row.source === 'CLAIMS' && !grants.some((grant) => sameGrant(grant, row));
    if (isGone) await closeMembership(tx, null, row, 'CLAIMS', now);
  }
  const missing = grants.filter((grant) => !before.some((row) => sameGrant(grant, row)));
  const barred = missing.length > 0 ? await listBarred(tx, personId) : [];
  const isBarred = (grant: Grant) => barred.some((row) => sameGrant(grant, row));
  for (const grant of missing.filter((one) => !isBarred(one))) {
    await insertMembership(tx, null, personId, grant, 'CLAIMS', now);
  }
  const current = await listCurrent(tx, personId, now);
  return { personId, current, isBarred: missing.some(isBarred) };
}

/** What an administrator ended; claims do not give it back. */
function listBarred(tx: Db, personId: string): Promise<MembershipRow[]> {
  return tx
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.endedBy, 'HAND'),
        isNotNull(memberships.validTo),
      ),
    );
}
