// Keys of API clients: made once, shown once, kept as a hash. A key acts in one role of one gemeente, for the
// scopes it was given, until it expires or is revoked.
import { randomBytes, randomUUID } from 'node:crypto';
import { and, asc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import { codesOf } from '../codes/code-list.ts';
import { type AccessScope, accessScopes, type Profession, type Role } from '../codes/people.ts';
import { throughDoor } from '../db/acting.ts';
import { type Db, namedRows, type ReadDb } from '../db/client.ts';
import { apiKeys, people } from '../db/tables.ts';
import {
  badInput,
  conflict,
  type DomainError,
  type FieldProblem,
  forbidden,
  notFound,
  unauthenticated,
} from '../errors.ts';
import { hasWords } from '../notes/check.ts';
import { screenText } from '../privacy/screening.ts';
import type { Actor } from './actor.ts';
import { auditAccess, doerOf, systemOf } from './audit.ts';
import { givable } from './givable.ts';
import { holderProblems, refuseOtherGemeente } from './members.ts';
import { recordOrganisation, startOfDay } from './memberships.ts';
import { hashOf, randomSecret } from './secrets.ts';

const marker = 'wbk_';
const dayMs = 86_400_000;

export const looksLikeKey = (token: string) => token.startsWith(marker);

export interface ApiKey {
  readonly id: string;
  readonly gemeenteCode: string;
  readonly prefix: string;
  readonly label: string;
  readonly role: Role;
  readonly organisationKey: string | null;
  readonly profession: Profession | null;
  readonly scopes: readonly AccessScope[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedOn: string | null;
  readonly revokedAt: Date | null;
}

export interface NewKey {
  /** Made by the caller: sending twice never makes two keys. */
  readonly id: string;
  readonly gemeenteCode: string;
  readonly label: string;
  readonly role: Role;
  readonly organisation?: string | null | undefined;
  readonly profession?: Profession | null | undefined;
  readonly scopes: readonly AccessScope[];
  /** Day on which it stops working, YYYY-MM-DD. */
  readonly expiresOn: string;
}

export const keyColumns = {
  id: apiKeys.id,
  gemeenteCode: apiKeys.gemeenteCode,
  prefix: apiKeys.prefix,
  label: apiKeys.label,
  role: apiKeys.role,
  organisationKey: apiKeys.organisationKey,
  profession: apiKeys.profession,
  scopes: apiKeys.scopes,
  createdAt: apiKeys.createdAt,
  expiresAt: apiKeys.expiresAt,
  lastUsedOn: apiKeys.lastUsedOn,
  revokedAt: apiKeys.revokedAt,
};

export interface MadeKey {
  readonly key: string;
  readonly apiKey: ApiKey;
}

/** Makes a key and answers it, the only time that it can be seen. `maker` null is the operator. */
export async function createApiKey(
  db: Db,
  maker: Actor | null,
  input: NewKey,
  now: Date,
): Promise<MadeKey> {
  const problems = [...holderProblems(input), ...keyProblems(input, now)];
  if (problems.length > 0) throw badInput(problems);
  refuseOtherGemeente(maker, input.gemeenteCode);
  if (maker) refuseMoreThan(maker, input);
  const { id, gemeenteCode, organisation } = input;
  return throughDoor(db, 'SYSTEM', async (tx) => {
    const personId = randomUUID();
    const [stands] = await tx
      .insert(people)
      .values({ id: personId, issuer: 'key', subject: id, createdAt: startOfDay(now) })
      .onConflictDoNothing()
      .returning({ id: people.id });
    if (!stands) throw conflict(`The key ${id} was made before and is shown only once.`, { id });
    await recordOrganisation(tx, gemeenteCode, organisation ?? null);
    return recordKey(tx, maker, { ...input, personId, membershipId: null }, now);
  });
}

interface KeyToKeep extends NewKey {
  readonly personId: string;
  /** Null: a client of its own. */
  readonly membershipId: string | null;
}

/** Keeps the hash of a new key, with its audit line, and answers the key. */
export async function recordKey(
  tx: Db,
  maker: Actor | null,
  input: KeyToKeep,
  now: Date,
): Promise<MadeKey> {
  const prefix = `${marker}${randomBytes(4).toString('hex')}`;
  const key = `${prefix}_${randomSecret()}`;
  const { id, gemeenteCode, personId, membershipId, label, role, organisation, profession } = input;
  const [row] = await tx
    .insert(apiKeys)
    .values({
      ...{ gemeenteCode, id, personId, membershipId, prefix, label: label.trim(), role },
      ...{ organisationKey: organisation ?? null, profession: profession ?? null },
      secretHash: hashOf(key),
      scopes: codesOf(accessScopes).filter((scope) => input.scopes.includes(scope)),
      createdAt: now,
      expiresAt: new Date(input.expiresOn),
    })
    .returning(keyColumns);
  if (!row) throw new Error('A key was not recorded.');
  const line = { event: 'KEY_MADE', objectType: 'api_key', objectId: id } as const;
  const details = { role, scopes: row.scopes, expiresOn: input.expiresOn };
  await auditAccess(tx, doerOf(maker, gemeenteCode), { ...line, details }, now);
  return { key, apiKey: row };
}

/** What is wrong with the name, scopes and last day of a key that works at most `longestDays`. */
export function keyProblems(
  { label, scopes, expiresOn }: Pick<NewKey, 'label' | 'scopes' | 'expiresOn'>,
  now: Date,
  longestDays = 366,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const length = label.trim().length;
  if (!hasWords(label) || length > 100) {
    problems.push({ field: 'input.label', message: 'label names the system in 1 to 100 signs.' });
  } else if (screenText(label).some((one) => one.hard || one.type === 'PERSON')) {
    problems.push({ field: 'input.label', message: 'label names a system, never a person.' });
  }
  if (scopes.length === 0)
    problems.push({ field: 'input.scopes', message: 'Give at least one scope.' });
  const expiresAt = Date.parse(expiresOn);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(expiresOn) && !Number.isNaN(expiresAt);
  const last = new Date(now.getTime() + longestDays * dayMs);
  if (!isDay || expiresAt <= now.getTime() || expiresAt > last.getTime()) {
    const latest = last.toISOString().slice(0, 10);
    const message = `expiresOn is a day after today and at latest ${latest}, as YYYY-MM-DD.`;
    problems.push({ field: 'input.expiresOn', message });
  }
  return problems;
}

function refuseMoreThan(maker: Actor, { role, scopes }: NewKey): void {
  if (maker.via === 'KEY' || maker.via === 'TOKEN') {
    throw forbidden('A key makes no keys: sign in, or use wijkbeeld keys create.');
  }
  const allowed = givable[role] ?? [];
  const tooMuch = scopes.filter((scope) => !allowed.includes(scope));
  if (tooMuch.length === 0) return;
  throw forbidden(
    `An administrator cannot give a key ${role} with ${tooMuch.join(', ')}: it would read or do more than ` +
      'an administrator may. The operator makes it with wijkbeeld keys create.',
  );
}

/** Stops a key at once; one that was revoked stays as it was. `maker` null is the operator; `among`: of these only. */
export async function revokeApiKey(
  db: Db,
  maker: Actor | null,
  id: string,
  now: Date,
  among?: SQL,
): Promise<ApiKey> {
  return throughDoor(db, 'SYSTEM', async (tx) => {
    const inGemeente = maker ? eq(apiKeys.gemeenteCode, maker.gemeenteCode) : undefined;
    const which = and(eq(apiKeys.id, id), inGemeente, among);
    const [found] = await tx.select(keyColumns).from(apiKeys).where(which).for('update');
    if (!found) throw notFound('key', id);
    if (found.revokedAt) return found;
    await tx.update(apiKeys).set({ revokedAt: now }).where(which);
    const line = { event: 'KEY_REVOKED', objectType: 'api_key', objectId: id } as const;
    await auditAccess(tx, doerOf(maker, found.gemeenteCode), line, now);
    return { ...found, revokedAt: now };
  });
}

export interface KeyPage {
  readonly first: number;
  /** Id of the last key of the page before. */
  readonly after: string | null;
}

/** Keys of a gemeente, revoked and expired ones too, in the order of their ids; `among`: of these only. */
export async function listApiKeys(
  db: ReadDb,
  gemeenteCode: string,
  { first, after }: KeyPage,
  among?: SQL,
): Promise<{ keys: ApiKey[]; hasMore: boolean }> {
  const rows = await db
    .select(keyColumns)
    .from(apiKeys)
    .where(
      and(eq(apiKeys.gemeenteCode, gemeenteCode), after ? gt(apiKeys.id, after) : undefined, among),
    )
    .orderBy(asc(apiKeys.id))
    .limit(first + 1);
  return { keys: rows.slice(0, first), hasMore: rows.length > first };
}

/** Whether any key works now: without one and without a login service nobody could use a server. */
export async function hasWorkingKey(db: ReadDb, now: Date): Promise<boolean> {
  const rows = await db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, now)))
    .limit(1);
  return rows.length > 0;
}

interface KeyRow {
  gemeente_code: string;
  id: string;
  person_id: string;
  role: Role;
  organisation_key: string | null;
  profession: Profession | null;
  scopes: AccessScope[];
  expires_at: Date;
  revoked_at: Date | null;
  is_member: boolean;
  used_on: string | null;
  refused_on: string | null;
}

/** The actor of a key; the first use of a day is noted. Refuses one that is unknown, revoked or expired. */
export async function actorOfKey(db: Db, key: string, now: Date): Promise<Actor> {
  const [row] = await namedRows<KeyRow>(
    db,
    'api_key_of_secret',
    sql`select k.gemeente_code, k.id, k.person_id, k.role, k.organisation_key, k.profession, k.scopes,
        k.expires_at, k.revoked_at, k.last_used_on::text as used_on, k.last_refused_on::text as refused_on,
        k.membership_id is null or (m.valid_from <= ${now.toISOString()}::timestamptz
          and (m.valid_to is null or m.valid_to > ${now.toISOString()}::timestamptz)) as is_member
      from api_keys k left join memberships m
        on m.gemeente_code = k.gemeente_code and m.id = k.membership_id
      where k.secret_hash = ${hashOf(key)}`,
  );
  if (!row) throw unauthenticated('This key is not known.');
  const refusal = refusalOfKey(row, now);
  if (refusal) {
    await noteRefusal(db, row, now);
    throw refusal;
  }
  await noteUse(db, row, now);
  return {
    personId: row.person_id,
    role: row.role,
    gemeenteCode: row.gemeente_code,
    organisationKey: row.organisation_key,
    profession: row.profession,
    via: 'KEY',
    scopes: row.scopes,
    credentialId: row.id,
  };
}

function refusalOfKey(row: KeyRow, now: Date): DomainError | undefined {
  const dayText = (at: Date) => new Date(at).toISOString().slice(0, 10);
  if (row.revoked_at) {
    return unauthenticated(`This key was revoked on ${dayText(row.revoked_at)}.`);
  }
  if (new Date(row.expires_at) <= now) {
    return unauthenticated(`This key expired on ${dayText(row.expires_at)}: ask for a new one.`);
  }
  if (!row.is_member) {
    return unauthenticated('The membership by which this key was made has ended.');
  }
  return undefined;
}

const todayOf = (now: Date) => now.toISOString().slice(0, 10);
const whichKey = (row: KeyRow): SQL | undefined =>
  and(eq(apiKeys.gemeenteCode, row.gemeente_code), eq(apiKeys.id, row.id));

async function noteUse(db: Db, row: KeyRow, now: Date): Promise<void> {
  const today = todayOf(now);
  if (row.used_on !== null && row.used_on >= today) return;
  await db.transaction(async (tx) => {
    const isFirst = row.used_on === null ? isNull(apiKeys.lastUsedOn) : undefined;
    const noted = await tx
      .update(apiKeys)
      .set({ lastUsedOn: today })
      .where(and(whichKey(row), isFirst))
      .returning({ id: apiKeys.id });
    if (row.used_on !== null || noted.length === 0) return;
    const line = { event: 'KEY_FIRST_USED', objectType: 'api_key', objectId: row.id } as const;
    await auditAccess(tx, systemOf(row.gemeente_code), line, now);
  });
}

/** One line per key and day: a forgotten job that calls every second must not fill the log. */
async function noteRefusal(db: Db, row: KeyRow, now: Date): Promise<void> {
  const today = todayOf(now);
  if (row.refused_on !== null && row.refused_on >= today) return;
  await db.transaction(async (tx) => {
    const noted = await tx
      .update(apiKeys)
      .set({ lastRefusedOn: today })
      .where(and(whichKey(row), sql`${apiKeys.lastRefusedOn} is distinct from ${today}::date`))
      .returning({ id: apiKeys.id });
    if (noted.length === 0) return;
    const line = { event: 'KEY_REFUSED', objectType: 'api_key', objectId: row.id } as const;
    await auditAccess(tx, systemOf(row.gemeente_code), line, now);
  });
}
