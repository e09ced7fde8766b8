// Keys of API clients: made once, limited to their scopes, stopped at once.
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { actorOfDemoToken } from '../server/access/demo.ts';
import { apiKeys, auditLines, memberships, people } from '../server/db/tables.ts';
import { askOn, bram, ilse, nobody, noor, otto } from './support/ask.ts';
import { command } from './support/command.ts';
import { testDatabase } from './support/database.ts';
import { linesAbout, makePlaces, refusalOf, sendNote, sendReview } from './support/make.ts';

const database = await testDatabase();
const { db } = database;
await makePlaces(database);
const day = 86_400_000;
let offset = 0;
afterEach(() => {
  offset = 0;
});
const ask = askOn(database, () => new Date(Date.now() + offset));
const dayIn = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);

/** What follows the prefix; it may hold an underscore itself. */
const secretOf = (key: string) => key.slice('wbk_12345678_'.length);

const observer = ['--organisation', 'huisartsen-kade', '--profession', 'GP'];
/** Makes a key as the operator does; answers it and its number. */
async function makeKey(role: string, scopes: readonly string[], more: readonly string[] = []) {
  const words = ['--gemeente', 'GM9001', '--label', 'Koppeling registratie', '--role', role];
  const { code, text } = await command(database, [
    ...['keys', 'create', ...words, ...more, '--scopes', ...scopes],
  ]);
  if (code !== 0) throw new Error(text);
  const [key = '', line = ''] = text.split('\n');
  return { key, id: line.slice(0, 36) };
}

const create = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { key apiKey { id prefix scopes expiresOn } } }`;
const keyInput = (changes: Record<string, unknown> = {}) => ({
  ...{ id: randomUUID(), label: 'HIS-koppeling', role: 'OBSERVER', scopes: ['LOG_NOTES'] },
  ...{ organisation: 'huisartsen-kade', profession: 'GP', expiresOn: dayIn(90) },
  ...changes,
});

describe('a key of the operator', () => {
  test('is shown once, kept as a hash, and acts in its role', async () => {
    const { key, id } = await makeKey('OBSERVER', ['READ', 'LOG_NOTES'], observer);
    const { data } = await ask(
      key,
      '{ me { role gemeenteCode organisation profession via scopes } }',
    );
    expect(data).toEqual({
      me: {
        ...{ role: 'OBSERVER', gemeenteCode: 'GM9001', organisation: 'huisartsen-kade' },
        ...{ profession: 'GP', via: 'KEY', scopes: ['READ', 'LOG_NOTES'] },
      },
    });
    const kept = JSON.stringify([await db.select().from(apiKeys), await linesAbout(database, id)]);
    expect(kept).not.toContain(secretOf(key));
    const list = await command(database, ['keys', 'list', '--gemeente', 'GM9001']);
    expect(list.text).toContain(`${id}  ${key.slice(0, 12)}`);
    expect(list.text).not.toContain(key);
    const events = (await linesAbout(database, id)).map((line) => line.event);
    expect(events).toEqual(['KEY_MADE', 'KEY_FIRST_USED']);
    const [row] = await db.select().from(apiKeys).where(eq(apiKeys.id, id));
    expect(row?.lastUsedOn).toBe(dayIn(0));
  });

  test('writes notes as its own author, and no demo person appears', async () => {
    const { key } = await makeKey('OBSERVER', ['READ', 'LOG_NOTES'], observer);
    const before = await db.select().from(memberships);
    const sent = await sendNote(ask, key);
    expect(sent.errors).toBeUndefined();
    expect(await db.select().from(memberships)).toEqual(before);
    const issuers = (await db.select().from(people)).map((person) => person.issuer);
    expect(new Set(issuers)).toEqual(new Set(['key']));
    const id = sent.data.logFieldNote.id;
    const own = await ask(key, 'query ($id: UUID!) { fieldNote(id: $id) { isMine } }', { id });
    expect(own.data).toEqual({ fieldNote: { isMine: true } });
  });

  test('does nothing outside its scopes', async () => {
    const reader = await makeKey('OBSERVER', ['READ'], observer);
    const writer = await makeKey('OBSERVER', ['LOG_NOTES'], observer);
    expect(refusalOf(await sendNote(ask, reader.key)).code).toBe('FORBIDDEN');
    expect((await sendNote(ask, writer.key)).errors).toBeUndefined();
    const read = await ask(writer.key, '{ fieldNotes { edges { node { id } } } }');
    expect(read.errors?.[0]?.message).toContain('READ');
    const reviewer = await makeKey('REVIEWER', ['READ'], ['--organisation', 'gemeente']);
    const id = randomUUID();
    expect(refusalOf(await sendReview(ask, reviewer.key, { id })).code).toBe('FORBIDDEN');
    // A scope gives nothing that the role does not have.
    const analyst = await makeKey('ANALYST', ['READ', 'LOG_NOTES', 'REVIEW']);
    expect(refusalOf(await sendNote(ask, analyst.key)).code).toBe('FORBIDDEN');
    expect(refusalOf(await sendReview(ask, analyst.key, { id })).code).toBe('FORBIDDEN');
  });

  test('that is revoked or expired is refused, and noted once a day', async () => {
    const revoked = await makeKey('ANALYST', ['READ']);
    const expired = await makeKey('ANALYST', ['READ'], ['--expires', dayIn(2)]);
    const { text } = await command(database, ['keys', 'revoke', revoked.id]);
    expect(text).toContain('revoked');
    const statuses: unknown[] = [];
    offset = 3 * day;
    for (const key of [revoked.key, expired.key, expired.key, `${expired.key}x`, 'wbk_', 'abc']) {
      const { status, errors } = await ask(key, '{ me { role } }');
      statuses.push([status, errors?.[0]?.extensions.code]);
      expect(errors?.[0]?.message).not.toContain(secretOf(key) || key);
    }
    offset = 0;
    expect(statuses).toEqual(Array.from({ length: 6 }, () => [401, 'UNAUTHENTICATED']));
    const lines = await linesAbout(database, expired.id);
    expect(lines.map((line) => line.event)).toEqual(['KEY_MADE', 'KEY_REFUSED']);
  });

  test.each([
    ['no organisation for an observer', ['--role', 'OBSERVER'], 'organisation'],
    ['a role that is none', ['--role', 'KING'], 'KING'],
    ['a scope that is none', ['--role', 'ANALYST', '--scopes', 'ALL'], 'ALL'],
    ['a day that has passed', ['--role', 'ANALYST', '--expires', '2020-01-01'], 'expiresOn'],
    ['a day too far away', ['--role', 'ANALYST', '--expires', dayIn(400)], 'expiresOn'],
    ['no day', ['--role', 'ANALYST', '--expires', 'soon'], 'expiresOn'],
    ['a person', ['--role', 'ANALYST', '--label', 'mevrouw Jansen 0612345678'], 'person'],
  ])('with %s is not made', async (_what, words, named) => {
    const before = await db.select().from(apiKeys);
    const defaults = ['--gemeente', 'GM9001', '--label', 'Koppeling', '--scopes', 'READ'];
    const { code, text } = await command(database, ['keys', 'create', ...defaults, ...words]);
    expect(code).not.toBe(0);
    expect(text).toContain(named);
    expect(await db.select().from(apiKeys)).toEqual(before);
  });
});

describe('a key of an administrator', () => {
  test('is made once and logs notes, without reading any', async () => {
    const input = keyInput();
    const { data, errors } = await ask<{ createApiKey: { key: string } }>(ilse, create, { input });
    expect(errors).toBeUndefined();
    const { key } = data.createApiKey;
    expect((await sendNote(ask, key)).errors).toBeUndefined();
    expect(refusalOf(await ask(key, '{ fieldNotes { edges { node { id } } } }')).code).toBe(
      'FORBIDDEN',
    );
    expect(refusalOf(await ask(ilse, create, { input })).code).toBe('CONFLICT');
    const elsewhere = 'demo:ADMIN:GM9002';
    expect(refusalOf(await ask(elsewhere, create, { input })).code).toBe('CONFLICT');
    expect((await linesAbout(database, input.id)).map((line) => line.actor)[0]).not.toBe('system');
  });

  test('never reads or does more than its maker', async () => {
    const wishes = [
      { role: 'REVIEWER', scopes: ['READ'] },
      { role: 'ANALYST', scopes: ['READ'] },
      { role: 'OBSERVER', scopes: ['READ', 'LOG_NOTES'] },
      { role: 'AUDITOR', scopes: ['READ'] },
      { role: 'POLICY', scopes: ['FOLLOW_UP'] },
    ];
    for (const wish of wishes) {
      const answer = await ask(ilse, create, { input: keyInput(wish) });
      expect(refusalOf(answer).code).toBe('FORBIDDEN');
    }
    const managing = keyInput({ role: 'ADMIN', scopes: ['READ', 'MANAGE'] });
    const { data } = await ask<{ createApiKey: { key: string } }>(ilse, create, {
      input: managing,
    });
    const byKey = await ask(data.createApiKey.key, create, { input: keyInput() });
    expect(byKey.errors?.[0]?.message).toContain('makes no keys');
  });

  test('is for administrators, each in the own gemeente', async () => {
    const { id } = await makeKey('ANALYST', ['READ']);
    const revoke = 'mutation ($id: UUID!) { revokeApiKey(id: $id) { revokedOn } }';
    const list = '{ apiKeys(first: 100) { edges { node { id } } } }';
    for (const as of [noor, bram, otto]) {
      expect(refusalOf(await ask(as, create, { input: keyInput() })).code).toBe('FORBIDDEN');
      expect(refusalOf(await ask(as, revoke, { id })).code).toBe('FORBIDDEN');
      expect(refusalOf(await ask(as, list)).code).toBe('FORBIDDEN');
    }
    expect(refusalOf(await ask(nobody, list)).code).toBe('UNAUTHENTICATED');
    const elsewhere = 'demo:ADMIN:GM9002';
    expect(refusalOf(await ask(elsewhere, revoke, { id })).code).toBe('NOT_FOUND');
    expect((await ask(elsewhere, list)).data).toEqual({ apiKeys: { edges: [] } });
    const { data } = await ask<{ revokeApiKey: unknown }>(ilse, revoke, { id });
    expect(data.revokeApiKey).toEqual({ revokedOn: dayIn(0) });
    const again = await ask(ilse, revoke, { id });
    expect(again.errors).toBeUndefined();
    const revocations = (await linesAbout(database, id)).filter((l) => l.event === 'KEY_REVOKED');
    expect(revocations).toHaveLength(1);
  });

  test('is listed in pages', async () => {
    const query = `query ($after: String) { apiKeys(first: 2, after: $after) {
      edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
    interface Page {
      apiKeys: {
        edges: { node: { id: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const { data }: { data: Page } = await ask<Page>(ilse, query, { after });
      ids.push(...data.apiKeys.edges.map(({ node }) => node.id));
      if (!data.apiKeys.pageInfo.hasNextPage) break;
      after = data.apiKeys.pageInfo.endCursor;
    }
    const all = await db.select().from(apiKeys).where(eq(apiKeys.gemeenteCode, 'GM9001'));
    expect(ids).toEqual(all.map((key) => key.id).sort());
  });
});

test('the database itself shows keys and members to administrators of the gemeente alone', async () => {
  await makeKey('ANALYST', ['READ']);
  const count = async (token: string | null, table: string) => {
    const actor = token === null ? null : actorOfDemoToken(token);
    const { rows } = await database
      .as(actor)
      .execute(sql.raw(`select count(*)::int as n from ${table}`));
    return (rows as { n: number }[])[0]?.n;
  };
  expect(await count(ilse, 'api_keys')).toBeGreaterThan(0);
  for (const token of [noor, bram, otto, 'demo:ADMIN:GM9002', 'demo:AUDITOR:GM9001', null]) {
    expect(await count(token, 'api_keys')).toBe(0);
  }
  for (const token of [noor, bram, ilse, null]) {
    expect(await count(token, 'sessions')).toBe(0);
    expect(await count(token, 'login_attempts')).toBe(0);
  }
});

test('no audit line holds a key', async () => {
  const { key } = await makeKey('ANALYST', ['READ']);
  await ask(key, '{ me { role } }');
  const text = JSON.stringify(await db.select().from(auditLines));
  expect(text).not.toContain('wbk_');
});
