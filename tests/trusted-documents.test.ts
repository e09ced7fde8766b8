// Operations of the web app by their hash: what a browser with a session may ask.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { createApp } from '../server/app.ts';
import { bram } from './support/ask.ts';
import { testDatabase } from './support/database.ts';

const database = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(
  join(folder, 'trusted-documents.json'),
  JSON.stringify({ 'sha256:1': 'query Me { me { role } }' }),
);

const open = (onlyTrusted: boolean) => {
  const log = pino({ level: 'silent' });
  const parts = { schema, database, log, demoTokens: true, pagesFolder: folder };
  const { yoga } = createApp({ ...parts, web: { onlyTrusted } });
  return async (body: object, headers: Record<string, string> = {}) => {
    const response = await yoga.fetch('http://wijkbeeld.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return (await response.json()) as {
      data?: { me: { role: string } | null };
      errors?: { message: string; extensions: { code: string; field?: string } }[];
      extensions?: { cost: { requested: number } };
    };
  };
};
const development = open(false);
const production = open(true);
const withSession = { cookie: '__Host-wijkbeeld=of-a-browser' };
const freely = { query: '{ me { role } }' };

test('an operation is known by its hash, and has its cost like any other', async () => {
  const answer = await development({ documentId: 'sha256:1' }, { authorization: `Bearer ${bram}` });
  expect(answer.data).toEqual({ me: { role: 'ANALYST' } });
  expect(answer.extensions?.cost.requested).toBeGreaterThan(0);
});

test.each([
  ['an unknown hash', { documentId: 'sha256:2' }],
  ['a hash that is no text', { documentId: 1 }],
  ['a hash beside a query', { documentId: 'sha256:1', ...freely }],
])('%s is refused with what to do', async (_what, body) => {
  const { errors } = await development(body);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'documentId' });
  expect(errors?.[0]?.message).toContain('Reload the page');
});

test('where only trusted operations count, a browser with a session asks nothing else', async () => {
  const { errors } = await production(freely, withSession);
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const trusted = await production({ documentId: 'sha256:1' }, withSession);
  expect(trusted.errors?.[0]?.extensions.code).not.toBe('BAD_USER_INPUT');
});

test('programs and the public ask freely there', async () => {
  expect(await production(freely)).toMatchObject({ data: { me: null } });
  const program = await production(freely, { authorization: `Bearer ${bram}` });
  expect(program.data).toEqual({ me: { role: 'ANALYST' } });
});
