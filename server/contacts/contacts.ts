// Who residents can call: a team of the gemeente, and of each wijk that has its own. A team, never a person.
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { doerOf } from '../access/audit.ts';
import { appendAudit } from '../audit.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { contacts } from '../db/tables.ts';
import { badInput, notFound } from '../errors.ts';
import {
  refuseOtherPlace,
  refuseOtherRoles,
  refuseWrong,
  type Wrong,
  wrongBuilding,
  wrongOwner,
  wrongPlace,
} from '../follow-ups/check.ts';
import { checkPlaceCode, gemeenteOf, wijkOf } from '../places/codes.ts';
import { digitsOf, refusalOfPhone } from './phone.ts';

export type Contact = typeof contacts.$inferSelect;

export interface ContactInput {
  /** Gemeente, or a wijk with a team of its own. */
  readonly placeCode: string;
  /** Of the team, such as "Wijkteam Noord". */
  readonly name: string;
  readonly phone: string;
  /** Where one can walk in; left out: nowhere. */
  readonly address?: string | null | undefined;
}

/** The number as it is dialled. */
export const dialled = ({ phone }: Pick<Contact, 'phone'>): string => digitsOf(phone);

/** Who to call in a place: the team of the wijk, else that of the gemeente; null when neither is known. */
export async function findContact(db: ReadDb, code: string): Promise<Contact | null> {
  if (checkPlaceCode(code) === undefined)
    throw badInput([{ field: 'code', message: `${code} is not the code of a place.` }]);
  const gemeenteCode = gemeenteOf(code);
  const rows = await db
    .select()
    .from(contacts)
    .where(
      and(
        eq(contacts.gemeenteCode, gemeenteCode),
        inArray(contacts.placeCode, [gemeenteCode, wijkOf(code) ?? gemeenteCode]),
      ),
    );
  return rows.find((row) => row.placeCode !== gemeenteCode) ?? rows[0] ?? null;
}

/** All contacts of a gemeente, that of the gemeente itself first. */
export function listContacts(db: ReadDb, gemeenteCode: string): Promise<Contact[]> {
  return db
    .select()
    .from(contacts)
    .where(eq(contacts.gemeenteCode, gemeenteCode))
    .orderBy(asc(contacts.placeCode));
}

/** Writes who to call in a place, over what stood there; the same again changes nothing. For administrators. */
export async function setContact(
  db: Db,
  actor: Actor,
  input: ContactInput,
  now: Date,
): Promise<Contact> {
  refuseOtherRoles(actor, ['ADMIN']);
  const { placeCode } = input;
  refuseWrong([
    ...(await wrongPlace(db, placeCode, ['WIJK', 'GEMEENTE'], now)),
    ...wrongOwner('name', input.name),
    ...wrongPhone(input.phone),
    ...(input.address?.trim() ? wrongBuilding('address', input.address, longestAddress) : []),
  ]);
  refuseOtherPlace(actor, placeCode);
  const { gemeenteCode } = actor;
  const told = {
    name: input.name.trim(),
    phone: input.phone.trim(),
    address: input.address?.trim() || null,
  };
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(contacts).where(isOf(gemeenteCode, placeCode));
    const isSame =
      before?.name === told.name && before.phone === told.phone && before.address === told.address;
    if (before && isSame) return before;
    const row = { gemeenteCode, placeCode, ...told, changedAt: now };
    await tx
      .insert(contacts)
      .values(row)
      .onConflictDoUpdate({ target: [contacts.gemeenteCode, contacts.placeCode], set: row });
    await audit(tx, actor, 'CONTACT_SET', placeCode, now);
    return row;
  });
}

/** Takes the contact of a place away; residents of a wijk then read that of the gemeente. For administrators. */
export async function removeContact(
  db: Db,
  actor: Actor,
  placeCode: string,
  now: Date,
): Promise<Contact> {
  refuseOtherRoles(actor, ['ADMIN']);
  return db.transaction(async (tx) => {
    const [removed] = await tx
      .delete(contacts)
      .where(isOf(actor.gemeenteCode, placeCode))
      .returning();
    if (!removed) throw notFound('contact', placeCode);
    await audit(tx, actor, 'CONTACT_REMOVED', placeCode, now);
    return removed;
  });
}

const isOf = (gemeenteCode: string, placeCode: string) =>
  and(eq(contacts.gemeenteCode, gemeenteCode), eq(contacts.placeCode, placeCode));

function audit(tx: Db, actor: Actor, event: string, placeCode: string, now: Date): Promise<void> {
  const object = { event, objectType: 'contact', objectId: placeCode };
  return appendAudit(tx, { ...doerOf(actor, actor.gemeenteCode), ...object }, now);
}

function wrongPhone(phone: string): Wrong[] {
  const message = refusalOfPhone(phone);
  return message === undefined ? [] : [{ field: 'phone', message }];
}

const longestAddress = 200;
