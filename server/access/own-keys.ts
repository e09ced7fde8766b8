// Keys that a member makes for own use: in the own membership, with nothing beyond it, for some weeks. Such a key acts as
// its maker, and stops with the membership.
import { and, count, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { AccessScope } from '../codes/people.ts';
import { throughDoor } from '../db/acting.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { apiKeys, memberships } from '../db/tables.ts';
import { badInput, conflict, forbidden } from '../errors.ts';
import type { Actor } from './actor.ts';
import {
  type ApiKey,
  type KeyPage,
  keyProblems,
  listApiKeys,
  type MadeKey,
  recordKey,
  revokeApiKey,
} from './keys.ts';
import { ensureMember } from './members.ts';
import { scopesOfRole } from './operations.ts';
import { longestOwnDays } from './own-key-days.ts';

/** Own keys of one person that may work at once. */
const mostOwnKeys = 5;

export interface NewOwnKey {
  /** Made by the caller: sending twice never makes two keys. */
  readonly id: string;
  readonly label: string;
  readonly scopes: readonly AccessScope[];
  /** Day on which it stops working, YYYY-MM-DD. */
  readonly expiresOn: string;
}

const ownOf = (actor: Actor) =>
  and(eq(apiKeys.personId, actor.personId), isNotNull(apiKeys.membershipId));

/** Makes a key for the one who asks and shows it, once. Refuses a key or token as its maker, and more than five. */
export async function createOwnKey(
  db: Db,
  actor: Actor,
  input: NewOwnKey,
  now: Date,
): Promise<MadeKey> {
  if (actor.via === 'KEY' || actor.via === 'TOKEN')
    throw forbidden('A key makes no keys: sign in with a browser.');
  const problems = keyProblems(input, now, longestOwnDays);
  if (problems.length > 0) throw badInput(problems);
  const mine = scopesOfRole(actor.role);
  const useless = input.scopes.filter((scope) => !mine.includes(scope));
  if (useless.length > 0) {
    const [wrong, right] = [useless.join(', '), mine.join(', ')];
    throw forbidden(`${wrong} is not for the role ${actor.role}: your key may have ${right}.`);
  }
  return throughDoor(db, 'SYSTEM', async (tx) => {
    await ensureMember(tx, actor, now);
    const membershipId = await currentMembership(tx, actor, now);
    const [known] = await tx
      .select({ id: apiKeys.id })
      .from(apiKeys)
      .where(eq(apiKeys.id, input.id))
      .limit(1);
    if (known) {
      const { id } = input;
      throw conflict(`The key ${id} was made before and is shown only once.`, { id });
    }
    const [working] = await tx
      .select({ keys: count() })
      .from(apiKeys)
      .where(and(ownOf(actor), isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, now)));
    if ((working?.keys ?? 0) >= mostOwnKeys)
      throw conflict(`You have ${mostOwnKeys} keys that work: withdraw one first.`);
    const { gemeenteCode, role, organisationKey: organisation, profession, personId } = actor;
    const holder = { gemeenteCode, role, organisation, profession, personId, membershipId };
    return recordKey(tx, actor, { ...input, ...holder }, now);
  });
}

/** The membership in which the actor asks, locked, so that it cannot end and keys be counted at the same time. */
async function currentMembership(tx: Db, actor: Actor, now: Date): Promise<string> {
  const rows = await tx
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.gemeenteCode, actor.gemeenteCode),
        eq(memberships.personId, actor.personId),
        eq(memberships.role, actor.role),
        sql`${memberships.validFrom} <= ${now}`,
        sql`(${memberships.validTo} is null or ${memberships.validTo} > ${now})`,
      ),
    )
    .for('update');
  const own = rows.find(
    ({ organisationKey, profession }) =>
      organisationKey === actor.organisationKey && profession === actor.profession,
  );
  if (!own) throw forbidden('Your membership has ended: sign in again.');
  return own.id;
}

/** The own keys of who asks in this gemeente, revoked and expired ones too, in the order of their ids. */
export const listOwnKeys = (db: ReadDb, actor: Actor, page: KeyPage) =>
  listApiKeys(db, actor.gemeenteCode, page, ownOf(actor));

/** Stops an own key at once; again: it stays as it was. Refuses one that is not the own. */
export const withdrawOwnKey = (db: Db, actor: Actor, id: string, now: Date): Promise<ApiKey> =>
  revokeApiKey(db, actor, id, now, ownOf(actor));
