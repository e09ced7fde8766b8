// People as the database knows them. Login makes its own rows; demo actors and tests have none until they
// first write something.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { throughDoor } from '../db/acting.ts';
import { type Db, rowsOf } from '../db/client.ts';
import { memberships, organisations, people } from '../db/tables.ts';
import type { Actor } from './actor.ts';

/**
 * Records the person, organisation and membership of an actor that has none; changes nothing for one that
 * has. Days, not instants: the moment of a first note must not stand beside a person.
 */
export function ensureMember(tx: Db, actor: Actor, now: Date): Promise<void> {
  return throughDoor(tx, 'SYSTEM', (system) => recordMember(system, actor, now));
}

async function recordMember(tx: Db, actor: Actor, now: Date): Promise<void> {
  const known = await rowsOf(
    tx,
    sql`select from ${memberships} where ${memberships.gemeenteCode} = ${actor.gemeenteCode}
        and ${memberships.personId} = ${actor.personId} limit 1`,
  );
  if (known.length > 0) return;
  const today = new Date(now.toISOString().slice(0, 10));
  if (actor.organisationKey !== null) {
    const { gemeenteCode, organisationKey: key } = actor;
    await tx.insert(organisations).values({ gemeenteCode, key, name: key }).onConflictDoNothing();
  }
  await tx
    .insert(people)
    .values({ id: actor.personId, issuer: 'demo', subject: actor.personId, createdAt: today })
    .onConflictDoNothing();
  await tx.insert(memberships).values({
    gemeenteCode: actor.gemeenteCode,
    id: randomUUID(),
    personId: actor.personId,
    organisationKey: actor.organisationKey,
    role: actor.role,
    profession: actor.profession,
    validFrom: today,
  });
}
