// Who has which role: added and ended by administrators and the operator, by issuer and subject.
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLines, memberships, organisations, people } from '../server/db/tables.ts';
import { askOn, bram, ilse, nobody, noor } from './support/ask.ts';
import { command } from './support/command.ts';
import { testDatabase } from './support/database.ts';
import { linesAbout, makePlaces, refusalOf, sendNote } from './support/make.ts';

const database = await testDatabase();
const { db } = database;
await makePlaces(database);
const ask = askOn(database);
const issuer = 'https://login.gemeente.test';
const login = (subject: string) => ['--issuer', issuer, '--subject', subject];
const add = `mutation ($input: AddMemberInput!) { addMember(input: $input) {
  id gemeenteCode issuer subject role organisation profession source endedOn } }`;
const end = 'mutation ($id: UUID!) { endMember(id: $id) { id endedOn } }';
const members = (more = '') => `{ members(first: 100${more}) { edges { node { id subject } } } }`;
const today = new Date().toISOString().slice(0, 10);

interface Members {
  members: { edges: { node: { id: string; subject: string } }[] };
}
const subjectsOf = ({ members: { edges } }: Members) => edges.map(({ node }) => node.subject);

test('the operator adds, lists and ends a member, each with its audit line', async () => {
  const words = ['--role', 'OBSERVER', '--organisation', 'wijkteam-oost', '--profession', 'GP'];
  const adding = ['members', 'add', '--gemeente', 'GM9001', ...login('op-1'), ...words];
  const added = await command(database, adding);
  expect(added.code).toBe(0);
  const id = /[0-9a-f-]{36}/.exec(added.text)?.[0] ?? '';
  expect((await command(database, adding)).text).toBe(added.text);
  const listed = await command(database, ['members', 'list', '--gemeente', 'GM9001']);
  expect(listed.text).toContain(`${id}  since ${today}  OBSERVER wijkteam-oost GP  ${issuer} op-1`);
  const ended = await command(database, ['members', 'end', id]);
  expect([ended.code, ended.text]).toEqual([0, expect.stringContaining(`ended ${today}`)]);
  expect((await command(database, ['members', 'end', id])).code).toBe(0);
  const left = await command(database, ['members', 'list', '--gemeente', 'GM9001']);
  expect(left.text).toBe('GM9001 has no members.');
  const all = await command(database, ['members', 'list', '--gemeente', 'GM9001', '--ended']);
  expect(all.text).toContain(id);
  const lines = await linesAbout(database, id);
  expect(lines.map((line) => [line.event, line.actor])).toEqual([
    ['MEMBER_ADDED', 'system'],
    ['MEMBER_ENDED', 'system'],
  ]);
  expect(JSON.stringify(lines)).not.toContain('op-1');
  const known = await db.select().from(organisations).where(eq(organisations.key, 'wijkteam-oost'));
  expect(known).toHaveLength(1);
});

test('every command explains itself and refuses what is wrong, changing nothing', async () => {
  const help = await command(database, ['members', 'add', '--help']);
  expect([help.code, help.text]).toEqual([0, expect.stringContaining('--subject')]);
  const before = await db.select().from(memberships);
  const wrong: [string[], string][] = [
    [['--gemeente', 'Den Haag', ...login('x'), '--role', 'ANALYST'], 'GM0518'],
    [
      ['--gemeente', 'GM9001', '--issuer', 'google', '--subject', 'x', '--role', 'ANALYST'],
      'issuer',
    ],
    [['--gemeente', 'GM9001', ...login('Jan Jansen'), '--role', 'ANALYST'], 'subject'],
    [['--gemeente', 'GM9001', ...login('x'), '--role', 'OBSERVER'], 'profession'],
    [['--gemeente', 'GM9001', ...login('x'), '--role', 'BOSS'], 'OBSERVER'],
    [['--gemeente', 'GM9001', ...login('x')], '--role'],
  ];
  for (const [words, named] of wrong) {
    const { code, text } = await command(database, ['members', 'add', ...words]);
    expect(code).not.toBe(0);
    expect(text).toContain(named);
  }
  const unknown = '00000000-0000-4000-8000-000000000000';
  expect((await command(database, ['members', 'end', unknown])).text).toContain(unknown);
  expect((await command(database, ['members', 'end', 'x'])).code).not.toBe(0);
  expect(await db.select().from(memberships)).toEqual(before);
});

test('an administrator keeps the members of the own gemeente, and of no other', async () => {
  const input = { issuer, subject: 'a-1', role: 'REVIEWER', organisation: 'gemeente' };
  const { data } = await ask<{ addMember: { id: string } }>(ilse, add, { input });
  expect(data.addMember).toMatchObject({
    ...{ gemeenteCode: 'GM9001', subject: 'a-1', role: 'REVIEWER', source: 'HAND', endedOn: null },
  });
  const { id } = data.addMember;
  expect((await ask<{ addMember: { id: string } }>(ilse, add, { input })).data.addMember.id).toBe(
    id,
  );
  const elsewhere = 'demo:ADMIN:GM9002';
  await ask(elsewhere, add, { input: { ...input, subject: 'b-1' } });
  expect(subjectsOf((await ask<Members>(ilse, members())).data)).toEqual(['a-1']);
  expect(subjectsOf((await ask<Members>(elsewhere, members())).data)).toEqual(['b-1']);
  expect(refusalOf(await ask(elsewhere, end, { id })).code).toBe('NOT_FOUND');
  expect((await ask(ilse, end, { id })).data).toEqual({ endMember: { id, endedOn: today } });
  expect(subjectsOf((await ask<Members>(ilse, members())).data)).toEqual([]);
  const ended = await ask<Members>(ilse, members(', ended: true'));
  expect(subjectsOf(ended.data)).toContain('a-1');
  const lines = await linesAbout(database, id);
  expect(lines.map((line) => [line.event, line.role])).toEqual([
    ['MEMBER_ADDED', 'ADMIN'],
    ['MEMBER_ENDED', 'ADMIN'],
  ]);
});

test('nobody else sees or changes members', async () => {
  const input = { issuer, subject: 'c-1', role: 'ANALYST' };
  for (const as of [noor, bram, 'demo:REVIEWER:GM9001:gemeente', 'demo:AUDITOR:GM9001']) {
    expect(refusalOf(await ask(as, add, { input })).code).toBe('FORBIDDEN');
    expect(refusalOf(await ask(as, members())).code).toBe('FORBIDDEN');
  }
  expect(refusalOf(await ask(nobody, add, { input })).code).toBe('UNAUTHENTICATED');
  expect(refusalOf(await ask(nobody, members())).code).toBe('UNAUTHENTICATED');
  const known = await db.select().from(people).where(eq(people.subject, 'c-1'));
  expect(known).toEqual([]);
});

test.each([
  [{ issuer: 'google' }, 'issuer'],
  [{ subject: '' }, 'subject'],
  [{ organisation: 'Wijkteam Noord' }, 'organisation'],
  [{ role: 'OBSERVER', profession: 'GP' }, 'organisation'],
  [{ role: 'OBSERVER', organisation: 'x' }, 'profession'],
])('a member with %j is refused by field', async (changes, field) => {
  const before = await db.select().from(auditLines);
  const input = { issuer, subject: 'd-1', role: 'ANALYST', ...changes };
  expect(refusalOf(await ask(ilse, add, { input }))).toEqual({
    code: 'BAD_USER_INPUT',
    field: `input.${field}`,
  });
  expect(await db.select().from(auditLines)).toEqual(before);
});

test('who acts with a demo token is recorded as such', async () => {
  await sendNote(ask, noor);
  const rows = await db.select().from(people).where(eq(people.issuer, 'demo'));
  expect(rows).toHaveLength(1);
  const [membership] = await db
    .select()
    .from(memberships)
    .where(eq(memberships.personId, rows[0]?.id ?? ''));
  expect(membership).toMatchObject({ source: 'DEMO', role: 'OBSERVER', validTo: null });
});
