// The typed client: tries again where that helps and only there, walks pages, hears changes, knows our signatures; and
// the examples run as they stand.
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import {
  createClient,
  FindPlacesDocument,
  LogFieldNoteDocument,
  ReadWijkProfileDocument,
  SignalChangedDocument,
  verifyWebhook,
} from '../client/sdk/index.ts';
import { openNews } from '../server/news.ts';
import { signatureOf } from '../server/webhooks/signature.ts';
import { askOn, bram, esra, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { logInput, makePlaces, openCell } from './support/make.ts';
import { makeEdition } from './support/make-edition.ts';
import { started } from './support/started.ts';

const database = await testDatabase();
const news = await openNews(database.pool, database.kind === 'embedded', pino({ level: 'silent' }));
const url = await started({ database, news });
// Its connection is one of the pool, which waits for it when it closes.
afterAll(() => news.close());

beforeAll(async () => {
  await makePlaces(database);
  await makeEdition(database, { year: 2025, figures: { population: { WK900101: 4000 } } });
});

/** A server between the client and ours that answers `broken` first. */
async function shaky(broken: readonly ('drop' | 'late' | string)[]) {
  const left = [...broken];
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      const now = left.shift();
      if (now === 'drop') return request.socket.destroy();
      if (now && now !== 'late')
        return response.writeHead(200, { 'content-type': 'application/json' }).end(now);
      const headers = request.headers as Record<string, string>;
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(headers.authorization ? { authorization: headers.authorization } : {}),
        },
        body: Buffer.concat(chunks),
      });
      // Kept by the server, and the answer lost on the way.
      if (now === 'late') return request.socket.destroy();
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      return response.end(await answer.text());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, calls: () => calls };
}

const masked =
  '{"data":null,"errors":[{"message":"x","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}';
const limited =
  '{"errors":[{"message":"x","extensions":{"code":"RATE_LIMITED","retryAfter":0.01}}]}';

test('tries again when the answer was lost, and makes one note', async () => {
  const between = await shaky(['late', 'drop', masked, '<html>', limited].slice(0, 4));
  const client = createClient({ url: between.url, token: noor, firstWaitMs: 5 });
  const input = logInput() as never;
  const { logFieldNote } = await client.ask(LogFieldNoteDocument, { input });
  expect(logFieldNote.id).toBe((input as { id: string }).id);
  expect(between.calls()).toBe(5);
  const { data } = await askOn(database)<{ fieldNotes: { edges: { node: { id: string } }[] } }>(
    noor,
    '{ fieldNotes { edges { node { id } } } }',
  );
  expect(data.fieldNotes.edges.filter(({ node }) => node.id === logFieldNote.id)).toHaveLength(1);
});

test('waits as long as the server asks, and gives up in the end', async () => {
  const patient = await shaky([limited]);
  const { wijkProfile } = await createClient({ url: patient.url }).ask(ReadWijkProfileDocument, {
    code: 'WK900101',
    language: 'NL',
  });
  expect([wijkProfile?.themes.length, patient.calls()]).toEqual([17, 2]);
  const hopeless = await shaky(Array(9).fill('drop'));
  const client = createClient({ url: hopeless.url, attempts: 3, firstWaitMs: 1 });
  await expect(client.ask(FindPlacesDocument, {})).rejects.toMatchObject({ code: 'NETWORK' });
  expect(hopeless.calls()).toBe(3);
});

test('does not repeat what would be refused again', async () => {
  const between = await shaky([]);
  const client = createClient({ url: between.url, token: bram });
  const input = logInput() as never;
  await expect(client.ask(LogFieldNoteDocument, { input })).rejects.toMatchObject({
    code: 'FORBIDDEN',
    isPassing: false,
  });
  const observer = createClient({ url: between.url, token: noor });
  const wrong = logInput({ placeCode: 'WK900177' }) as never;
  await expect(observer.ask(LogFieldNoteDocument, { input: wrong })).rejects.toMatchObject({
    field: 'input.placeCode',
  });
  expect(between.calls()).toBe(2);
});

test('walks every page of a connection', async () => {
  const query = FindPlacesDocument.toString().replace('first: 100', 'first: 5');
  const client = createClient({ url });
  const codes: string[] = [];
  const variables = { within: 'GM9001', level: 'WIJK' };
  interface Found {
    places: {
      edges: { node: { code: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  }
  for await (const { code } of client.items(query, variables, (found: Found) => found.places))
    codes.push(code);
  expect(new Set(codes).size).toBe(12);
  expect(codes).toHaveLength(12);
});

test('hears a change', async () => {
  const ending = new AbortController();
  const changes = createClient({ url }).subscribe(
    SignalChangedDocument,
    { within: 'WK900101' },
    ending.signal,
  );
  const first = changes.next();
  // The subscription stands when its first look is over.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await openCell(askOn(database), esra, { placeCode: 'WK900101', theme: 'MEANING' });
  const { value } = await first;
  expect(value).toMatchObject({ signalChanged: { theme: { code: 'MEANING' }, display: 'SHOWN' } });
  ending.abort();
  await changes.return();
});

test('a wrong subscription is refused, not tried for ever', async () => {
  const { signal } = new AbortController();
  const within = { within: 'WK900101' };
  const unknown = createClient({ url, token: 'wbk_none' });
  const refused = unknown.subscribe(SignalChangedDocument, within, signal);
  await expect(refused.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  const { url: nowhere } = await shaky(Array(9).fill('drop'));
  const lost = createClient({ url: nowhere, attempts: 3, firstWaitMs: 1 });
  const changes = lost.subscribe(SignalChangedDocument, within, signal);
  await expect(changes.next()).rejects.toMatchObject({ code: 'NETWORK' });
});

test('knows the signature of a message, and an old or changed one', async () => {
  const at = new Date('2026-03-15T10:00:00Z');
  const header = signatureOf('whsec_a', '{"id":1}', at);
  const check = (secret: string, body: string, now: Date) =>
    verifyWebhook(secret, header, body, now);
  expect(await check('whsec_a', '{"id":1}', at)).toBe(true);
  expect(await check('whsec_b', '{"id":1}', at)).toBe(false);
  expect(await check('whsec_a', '{"id":2}', at)).toBe(false);
  expect(await check('whsec_a', '{"id":1}', new Date(at.getTime() + 301_000))).toBe(false);
  expect(await verifyWebhook('whsec_a', 'v1=0', '{"id":1}', at)).toBe(false);
});

const root = fileURLToPath(new URL('..', import.meta.url));
const isThere = (command: string) => spawnSync(command, ['--version']).status === 0;

test.each<[string, string, string[], RegExp]>([
  [
    'TypeScript',
    process.execPath,
    ['--import', 'tsx', 'client/examples/first-steps.ts'],
    /12 wijken\.\n(\w+: \w+\n){17}Note kept: SUBMITTED\nNote kept: SUBMITTED\nRefused: BAD_USER_INPUT/,
  ],
  [
    'Python',
    'python3',
    ['client/examples/first_steps.py'],
    /12 wijken\.\n(\w+: \w+\n){17}Note kept: SUBMITTED\nNote kept: SUBMITTED\n$/,
  ],
  ['curl', 'sh', ['client/examples/first-steps.sh'], /"items".*\nasked again: 304\n.*"edges"/],
])('the example in %s runs as it stands', async (name, command, words, expected) => {
  if (name !== 'TypeScript' && !isThere(name === 'curl' ? 'curl' : command)) return;
  const child = spawn(command, words, { cwd: root, env: { ...process.env, WIJKBEELD_URL: url } });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  child.stderr.on('data', (chunk) => (printed += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(printed).toMatch(expected);
  expect(code).toBe(0);
});
