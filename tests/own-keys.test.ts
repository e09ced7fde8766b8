// Keys that members make for themselves: within the own role, for a while, and no longer than their membership.
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { actorOfDemoToken } from '../server/access/demo.ts';
import { apiKeys, memberships } from '../server/db/tables.ts';
import { askOn, bram, esra, ilse, joris, nobody, noor, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { linesAbout, makePlaces, refusalOf, sendNote } from './support/make.ts';

const database = await testDatabase();
const { db } = database;
await makePlaces(database);
const ask = askOn(database);
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const create = `mutation ($input: CreateOwnKeyInput!) {
  createOwnKey(input: $input) { key apiKey { id role organisation scopes expiresOn } } }`;
const inputOf = (changes: Record<string, unknown> = {}) => ({
  ...{ id: randomUUID(), label: 'Eigen script', scopes: ['READ'], expiresOn: dayIn(30) },
  ...changes,
});
interface Made {
  createOwnKey: { key: string; apiKey: { id: string } };
}
const make = async (as: string | null, changes: Record<string, unknown> = {}) =>
  ask<Made>(as, create, { input: inputOf(changes) });
const withdraw = 'mutation ($id: UUID!) { withdrawOwnKey(id: $id) { revokedOn } }';
const list = '{ myKeys { edges { node { id revokedOn } } } }';

test('an own key acts as its maker within its scopes, is listed for its maker alone, and stops at once', async () => {
  const { data, errors } = await make(noor, { scopes: ['READ', 'LOG_NOTES'] });
  expect(errors).toBeUndefined();
  const { key, apiKey } = data.createOwnKey;
  expect(apiKey).toMatchObject({ role: 'OBSERVER', organisation: 'wijkteam-noord' });
  const { data: note } = await sendNote(ask, key);
  const mine = await ask(noor, 'query ($id: UUID!) { fieldNote(id: $id) { isMine } }', {
    id: note.logFieldNote.id,
  });
  expect(mine.data).toEqual({ fieldNote: { isMine: true } });
  const edges = [{ node: { id: apiKey.id, revokedOn: null } }];
  expect((await ask(noor, list)).data).toEqual({ myKeys: { edges } });
  for (const as of [joris, bram, esra, otto])
    expect((await ask(as, list)).data).toEqual({ myKeys: { edges: [] } });
  expect(refusalOf(await ask(joris, withdraw, { id: apiKey.id })).code).toBe('NOT_FOUND');
  expect((await ask(noor, withdraw, { id: apiKey.id })).data).toEqual({
    withdrawOwnKey: { revokedOn: dayIn(0) },
  });
  expect((await ask(noor, withdraw, { id: apiKey.id })).errors).toBeUndefined();
  expect(refusalOf(await ask(key, '{ me { role } }')).code).toBe('UNAUTHENTICATED');
  const lines = await linesAbout(database, apiKey.id);
  expect(lines.map(({ event }) => event)).toEqual([
    ...['KEY_MADE', 'KEY_FIRST_USED', 'KEY_REVOKED', 'KEY_REFUSED'],
  ]);
  const kept = JSON.stringify([await db.select().from(apiKeys), lines]);
  expect(kept).not.toContain(key.slice('wbk_12345678_'.length));
});

test('it gives nothing beyond the own role, and is made by the signed in alone', async () => {
  for (const [as, scopes] of [
    [noor, ['REVIEW']],
    [bram, ['READ', 'MANAGE']],
    [ilse, ['LOG_NOTES']],
    [esra, ['MANAGE']],
    ['demo:COUNCIL:GM9001', ['REACT']],
  ] as const)
    expect(refusalOf(await make(as, { scopes })).code).toBe('FORBIDDEN');
  expect(refusalOf(await make(nobody)).code).toBe('UNAUTHENTICATED');
  const { data } = await make(ilse, { scopes: ['READ', 'MANAGE'] });
  expect((await make(data.createOwnKey.key)).errors?.[0]?.message).toContain('makes no keys');
  const reader = (await make(noor)).data.createOwnKey.key;
  expect(refusalOf(await sendNote(ask, reader)).code).toBe('FORBIDDEN');
});

test.each([
  ['no last day in sight', { expiresOn: dayIn(91) }, 'input.expiresOn'],
  ['a day that has passed', { expiresOn: dayIn(-1) }, 'input.expiresOn'],
  ['no scope', { scopes: [] }, 'input.scopes'],
  ['a person for a name', { label: 'mevrouw Jansen 0612345678' }, 'input.label'],
])('with %s it is not made', async (_what, changes, field) => {
  expect(refusalOf(await make(bram, changes))).toEqual({ code: 'BAD_USER_INPUT', field });
});

test('a key does not sign its maker out', async () => {
  const { data } = await make(noor);
  const ends = await ask(data.createOwnKey.key, 'mutation { signOutEverywhere }');
  expect(refusalOf(ends).code).toBe('FORBIDDEN');
  const one = await ask(data.createOwnKey.key, 'mutation { endSession(id: "x") }');
  expect(refusalOf(one).code).toBe('FORBIDDEN');
  await ask(noor, withdraw, { id: (data.createOwnKey as Made['createOwnKey']).apiKey.id });
});

test('the same id makes no second key, and five are enough', async () => {
  const policy = 'demo:POLICY:GM9001';
  const id = randomUUID();
  expect((await make(policy, { id })).errors).toBeUndefined();
  expect(refusalOf(await make(policy, { id })).code).toBe('CONFLICT');
  for (let more = 0; more < 4; more += 1) expect((await make(policy)).errors).toBeUndefined();
  expect((await make(policy)).errors?.[0]?.message).toContain('withdraw one first');
  await ask(policy, withdraw, { id });
  expect((await make(policy)).errors).toBeUndefined();
});

test('it ends with the membership', async () => {
  const council = 'demo:COUNCIL:GM9001';
  const { key } = (await make(council)).data.createOwnKey;
  expect((await ask(key, '{ me { role } }')).data).toEqual({ me: { role: 'COUNCIL' } });
  const { personId, gemeenteCode } = actorOfDemoToken(council);
  await db
    .update(memberships)
    .set({ validTo: new Date() })
    .where(and(eq(memberships.gemeenteCode, gemeenteCode), eq(memberships.personId, personId)));
  const refused = await ask(key, '{ me { role } }');
  expect(refusalOf(refused).code).toBe('UNAUTHENTICATED');
  expect(refused.errors?.[0]?.message).toContain('membership');
  expect(refusalOf(await make(council)).code).toBe('FORBIDDEN');
});
