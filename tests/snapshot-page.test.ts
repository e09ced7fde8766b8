// The address of a snapshot, as a reader and as a program ask for it.
import { createHash, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { createApp } from '../server/app.ts';
import { askOn, bram } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, today } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const database = await testDatabase();
const log = pino({ level: 'silent' });
const { express } = createApp({ schema, database, log, demoTokens: false, now: () => today });
const server = express.listen(0, '127.0.0.1');
afterAll(() => server.close());
const id = randomUUID();
let address = '';

beforeAll(async () => {
  await makePlaces(database);
  await makeEdition(database, {
    year: 2024,
    figures: { loneliness: perWijk(70, 48, 49, 50, 51, 52, 47, 46, 53, 50, 50, 30) },
  });
  const { data, errors } = await askOn(database, () => today)<{
    makeSnapshot: { address: string };
  }>(bram, 'mutation ($input: MakeSnapshotInput!) { makeSnapshot(input: $input) { address } }', {
    input: { id, code: 'WK900101' },
  });
  expect(errors).toBeUndefined();
  address = data.makeSnapshot.address;
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The text of an element, as a browser reads it. */
const textOf = (html: string, element: string) =>
  (new RegExp(`<(\\w+) id="${element}">([^<]*)</\\1>`).exec(html)?.[2] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

test('a program gets JSON whose hash it can work out from that alone', async () => {
  const response = await get(address);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('application/json');
  const body = (await response.json()) as Record<string, string>;
  expect(body).toMatchObject({ id, address, code: 'WK900101', asOf: '2026-03-15' });
  expect(body.isUnchanged).toBe(true);
  expect(body.verify).toContain('SHA-256');
  expect(sha256(body.content ?? '')).toBe(body.hash);
  expect(JSON.parse(body.content ?? '').place.code).toBe('WK900101');
});

test('a reader gets a page in Dutch or English, with the same content and hash', async () => {
  const dutch = await get(address, browser);
  expect(dutch.headers.get('content-type')).toContain('text/html');
  expect(dutch.headers.get('vary')).toContain('Accept');
  const html = await dutch.text();
  expect(html).toContain('<html lang="nl">');
  expect(html).toContain('Eenzaamheid &amp; sociaal netwerk');
  expect(html).toContain('loneliness 2024: 70 %');
  expect(sha256(textOf(html, 'content'))).toBe(textOf(html, 'hash'));
  const english = await (await get(`${address}?lang=en`, browser)).text();
  expect(english).toContain('<html lang="en">');
  expect(english).toContain('Loneliness');
  expect(textOf(english, 'hash')).toBe(textOf(html, 'hash'));
  const preferred = await (await get(address, { ...browser, 'accept-language': 'en-GB' })).text();
  expect(preferred).toContain('<html lang="en">');
});

test('the page needs nothing that its policy forbids', async () => {
  const response = await get(address, browser);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await response.text()).not.toMatch(/<script|<style|style=|<link|<img|\son\w+=|https?:/);
});

test.each([
  ['another id', randomUUID()],
  ['no id at all', 'nonsense'],
  ['markup', '%3Cscript%3E'],
])('%s is not found, and says so in the form that was asked for', async (_what, other) => {
  const json = await get(`/snapshots/${other}`);
  expect(json.status).toBe(404);
  expect(await json.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
  const page = await get(`/snapshots/${other}?lang=en`, browser);
  expect(page.status).toBe(404);
  const html = await page.text();
  expect(html).toContain('Snapshot not found');
  expect(html).not.toContain('script');
});
