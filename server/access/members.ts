// Members of a gemeente, as an administrator or the operator keeps them: by issuer and subject, never by name.

import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { MembershipSource, Profession, Role } from '../codes/people.ts';
import { throughDoor } from '../db/acting.ts';
import { type Db, type ReadDb, rowsOf } from '../db/client.ts';
import { memberships, people } from '../db/tables.ts';
import { badInput, type FieldProblem, forbidden, notFound } from '../errors.ts';
import type { Actor } from './actor.ts';
import { isGemeenteCode, isOrganisationKey, sameGrant } from './claims.ts';
import {
  closeMembership,
  insertMembership,
  listCurrent,
  recordOrganisation,
  recordPerson,
  startOfDay,
} from './memberships.ts';

export interface Member {
  readonly id: string;
  readonly gemeenteCode: string;
  readonly issuer: string;
  readonly subject: string;
  readonly role: Role;
  readonly organisationKey: string | null;
  readonly profession: Profession | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly source: MembershipSource;
}

export interface NewMember {
  readonly gemeenteCode: string;
  readonly issuer: string;
  readonly subject: string;
  readonly role: Role;
  readonly organisation?: string | null | undefined;
  readonly profession?: Profession | null | undefined;
}

const memberColumns = {
  id: memberships.id,
  gemeenteCode: memberships.gemeenteCode,
  issuer: people.issuer,
  subject: people.subject,
  role: memberships.role,
  organisationKey: memberships.organisationKey,
  profession: memberships.profession,
  validFrom: memberships.validFrom,
  validTo: memberships.validTo,
  source: memberships.source,
};

/**
 * Gives a person a role; the same again answers what is there. `maker` null is the operator; an administrator
 * adds in the own gemeente only and never to the own rights.
 */
export async function addMember(
  db: Db,
  maker: Actor | null,
  input: NewMember,
  now: Date,
): Promise<Member> {
  const problems = [...holderProblems(input), ...loginProblems(input)];
  if (problems.length > 0) throw badInput(problems);
  refuseOtherGemeente(maker, input.gemeenteCode);
  const { issuer, subject, gemeenteCode, role, organisation, profession } = input;
  const grant = {
    ...{ gemeenteCode, role },
    organisationKey: organisation ?? null,
    profession: profession ?? null,
  };
  return throughDoor(db, 'SYSTEM', async (tx) => {
    const personId = await recordPerson(tx, issuer, subject, now);
    refuseOwnRights(maker, personId);
    const current = await listCurrent(tx, personId, now);
    const row =
      current.find((one) => sameGrant(one, grant)) ??
      (await insertMembership(tx, maker, personId, grant, 'HAND', now));
    return { ...row, issuer, subject };
  });
}

/** Ends a membership at once, with its sessions; one that had ended stays as it was. */
export async function endMember(
  db: Db,
  maker: Actor | null,
  id: string,
  now: Date,
): Promise<Member> {
  return throughDoor(db, 'SYSTEM', async (tx) => {
    const [found] = await tx
      .select({ row: memberships, member: memberColumns })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(
        and(
          eq(memberships.id, id),
          maker ? eq(memberships.gemeenteCode, maker.gemeenteCode) : undefined,
        ),
      )
      .for('update', { of: memberships });
    if (!found) throw notFound('membership', id);
    refuseOwnRights(maker, found.row.personId);
    const { validTo } = found.row;
    if (validTo !== null && validTo <= now) return found.member;
    const ended = await closeMembership(tx, maker, found.row, 'HAND', now);
    return { ...found.member, validTo: ended.validTo };
  });
}

export interface MemberPage {
  readonly first: number;
  /** Id of the last member of the page before. */
  readonly after: string | null;
}

/** Memberships of a gemeente that hold now, or with `ended` all there ever were; in the order of their ids. */
export async function listMembers(
  db: ReadDb,
  gemeenteCode: string,
  { first, after }: MemberPage,
  ended: boolean,
  now: Date,
): Promise<{ members: Member[]; hasMore: boolean }> {
  const rows = await db
    .select(memberColumns)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.gemeenteCode, gemeenteCode),
        ended ? undefined : or(isNull(memberships.validTo), gt(memberships.validTo, now)),
        after === null ? undefined : gt(memberships.id, after),
      ),
    )
    .orderBy(asc(memberships.id))
    .limit(first + 1);
  return { members: rows.slice(0, first), hasMore: rows.length > first };
}

/** The actor's own memberships that hold now, to switch between. */
export async function listOwnMemberships(
  db: ReadDb,
  actor: Actor,
  now: Date,
): Promise<Omit<Member, 'issuer' | 'subject'>[]> {
  return listCurrent(db, actor.personId, now);
}

/** What is wrong with whom a membership or key is for: gemeente, organisation, profession. */
export function holderProblems(input: {
  readonly gemeenteCode: string;
  readonly role: Role;
  readonly organisation?: string | null | undefined;
  readonly profession?: Profession | null | undefined;
}): FieldProblem[] {
  const { gemeenteCode, role, organisation, profession } = input;
  const problems: FieldProblem[] = [];
  const add = (field: string, message: string) =>
    problems.push({ field: `input.${field}`, message });
  if (!isGemeenteCode(gemeenteCode)) {
    add('gemeenteCode', `${JSON.stringify(gemeenteCode)} is no gemeente code such as GM0518.`);
  }
  if (organisation && !isOrganisationKey(organisation)) {
    add('organisation', 'An organisation is a key of lower case letters, digits and dashes.');
  }
  if (role === 'OBSERVER' && !organisation) add('organisation', 'An OBSERVER has an organisation.');
  if (role === 'OBSERVER' && !profession) add('profession', 'An OBSERVER has a profession.');
  return problems;
}

function loginProblems({ issuer, subject }: NewMember): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const isAddress = URL.canParse(issuer) && /^https?:/.test(issuer) && issuer.length <= 500;
  if (!isAddress) {
    problems.push({
      field: 'input.issuer',
      message: 'issuer is the address of the login service.',
    });
  }
  if (!/^[\x21-\x7e]{1,255}$/.test(subject)) {
    problems.push({
      field: 'input.subject',
      message: "subject is the login service's own name for the person: 1 to 255 signs, no spaces.",
    });
  }
  return problems;
}

/** An administrator's gemeente is the only one whose members and keys it may touch. */
export function refuseOtherGemeente(maker: Actor | null, gemeenteCode: string): void {
  if (maker === null || maker.gemeenteCode === gemeenteCode) return;
  throw forbidden(`${gemeenteCode} is not your own gemeente.`);
}

function refuseOwnRights(maker: Actor | null, personId: string): void {
  if (maker?.personId !== personId) return;
  throw forbidden('Nobody changes the own rights: ask another administrator.');
}

/**
 * Records person, organisation and membership of a demo actor that has none. Everyone else has them since
 * login or since the key was made.
 */
export function ensureMember(tx: Db, actor: Actor, now: Date): Promise<void> {
  if (actor.via !== 'DEMO') return Promise.resolve();
  return throughDoor(tx, 'SYSTEM', (system) => recordMember(system, actor, now));
}

async function recordMember(tx: Db, actor: Actor, now: Date): Promise<void> {
  const known = await rowsOf(
    tx,
    sql`select from ${memberships} where ${memberships.gemeenteCode} = ${actor.gemeenteCode}
        and ${memberships.personId} = ${actor.personId} limit 1`,
  );
  if (known.length > 0) return;
  const { gemeenteCode, personId, organisationKey, role, profession } = actor;
  await recordOrganisation(tx, gemeenteCode, organisationKey);
  await tx
    .insert(people)
    .values({ id: personId, issuer: 'demo', subject: personId, createdAt: startOfDay(now) })
    .onConflictDoNothing();
  await tx.insert(memberships).values({
    ...{ gemeenteCode, id: randomUUID(), personId, organisationKey, role, profession },
    ...{ validFrom: startOfDay(now), source: 'DEMO' },
  });
}
