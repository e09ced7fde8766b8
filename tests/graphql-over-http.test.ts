// The GraphQL door as the network meets it: the audits of GraphQL over HTTP, answers that may be kept, and a schema
// that keeps what was promised.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditServer } from 'graphql-http';
import { afterAll, expect, test } from 'vitest';
import { asReleased, brokenPromises } from '../schema/released.ts';
import { budgetsOf } from '../server/limits/budgets.ts';
import { clientHash } from '../server/limits/client.ts';
import { memoryRates } from '../server/limits/rates.ts';
import { bram } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces } from './support/make.ts';
import { started } from './support/started.ts';

const database = await testDatabase();
await makePlaces(database);
const pagesFolder = mkdtempSync(join(tmpdir(), 'wijkbeeld-pages-'));
afterAll(() => rmSync(pagesFolder, { recursive: true, force: true }));
const document = 'query Trusted($code: PlaceCode!) { place(code: $code) { name } }';
const documentId = `sha256:${createHash('sha256').update(document).digest('hex')}`;
writeFileSync(
  join(pagesFolder, 'trusted-documents.json'),
  JSON.stringify({ [documentId]: document }),
);
const budgets = budgetsOf({ mode: 'demo', costPerMinute: undefined, writesPerMinute: undefined });
const counting = { rates: memoryRates(budgets), hash: clientHash(undefined) };
const url = `${await started({ database, pagesFolder, counting })}/graphql`;

test('passes the audits of GraphQL over HTTP: no error, no warning, at most five notices', async () => {
  const results = await auditServer({ url });
  const worse = results.filter(({ status }) => status === 'error' || status === 'warn');
  expect(worse.map((one) => `${one.status}: ${one.name}`)).toEqual([]);
  expect(results.filter(({ status }) => status === 'notice').length).toBeLessThanOrEqual(5);
  expect(results.length).toBeGreaterThan(50);
});

const byGet = (parameters: Record<string, string>, init: RequestInit = {}) =>
  fetch(`${url}?${new URLSearchParams(parameters)}`, init);
const trusted = (code: string) => ({ documentId, variables: JSON.stringify({ code }) });

test.each<[string, Record<string, string>]>([
  ['a query', { query: '{ themes { code } }' }],
  ['an operation of the web app', trusted('WK900101')],
])('what the public reads by GET may be kept, and is not sent twice: %s', async (_what, asked) => {
  const first = await byGet(asked);
  expect(first.status).toBe(200);
  expect((await first.json()).data).toBeDefined();
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  expect(first.headers.get('vary')).toContain('Authorization');
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^W\/"/);
  const again = await byGet(asked, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
});

test('another answer has another ETag', async () => {
  const one = await byGet(trusted('WK900101'));
  const other = await byGet(trusted('WK900102'));
  expect(other.headers.get('etag')).not.toBe(one.headers.get('etag'));
});

test.each<[string, Record<string, string>, RequestInit]>([
  ['a person', { query: '{ themes { code } }' }, { headers: { authorization: `Bearer ${bram}` } }],
  ['a cookie', { query: '{ themes { code } }' }, { headers: { cookie: 'other=1' } }],
  ['a failure', { query: '{ place(code: "WK") { name } }' }, {}],
  ['what is no query', { query: '{ themes' }, {}],
  ['an unknown operation', { documentId: 'sha256:0' }, {}],
])('keeps nothing of %s', async (_what, asked, init) => {
  const response = await byGet(asked, init);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('etag')).toBeNull();
});

const sdl =
  'type Query { "A." a(x: Int): Int @deprecated(reason: "until 2027-01-01: use b") b: Int }';
const released = asReleased('1.2.0', sdl);

test.each<[string, string, string, RegExp | null]>([
  ['the same', sdl, '1.2.0', null],
  ['a field more', 'type Query { a(x: Int): Int b: Int c: Int }', '1.2.0', null],
  ['a field that was deprecated less', 'type Query { b: Int }', '1.2.0', null],
  ['a field less', 'type Query { a(x: Int): Int }', '1.2.0', /'b' was removed/],
  [
    'a needed argument',
    'type Query { a(x: Int!): Int b: Int }',
    '1.2.0',
    /changed from 'Int' to 'Int!'/,
  ],
  ['a field less in a new version', 'type Query { a(x: Int): Int }', '2.0.0', null],
  ['a field less in a small version', 'type Query { a(x: Int): Int }', '1.3.0', /removed/],
])('a schema with %s: breaks a promise or not', async (_what, now, version, broken) => {
  const found = await brokenPromises(released, now, version);
  if (broken) expect(found.join()).toMatch(broken);
  else expect(found).toEqual([]);
});

test('this schema keeps what was released', async () => {
  const read = (name: string) =>
    readFileSync(new URL(`../schema/${name}`, import.meta.url), 'utf8');
  const { version } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  const found = await brokenPromises(read('released.graphql'), read('schema.graphql'), version);
  expect(found).toEqual([]);
});
