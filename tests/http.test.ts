// The server as it stands on the network: what it takes, what it sends along, what it logs and how it ends.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, expect, inject, onTestFinished, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { type AppParts, createApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { closeGently, listen } from '../server/http/listen.ts';
import { budgetsOf } from '../server/limits/budgets.ts';
import { clientHash } from '../server/limits/client.ts';
import { memoryRates, sharedRates } from '../server/limits/rates.ts';
import { noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { logInput, makePlaces } from './support/make.ts';
import { freshSettings, serve } from './support/process.ts';

const database = await testDatabase();
await makePlaces(database);
const pagesFolder = mkdtempSync(join(tmpdir(), 'wijkbeeld-pages-'));
afterAll(() => rmSync(pagesFolder, { recursive: true, force: true }));
mkdirSync(join(pagesFolder, 'graphiql'));
for (const file of ['index.html', 'graphiql/index.html', 'schema.graphql']) {
  writeFileSync(join(pagesFolder, file), 'page');
}

/** A server of its own on a free port, and all that it logs. */
async function start(parts: Partial<AppParts> = {}) {
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => logged.push(line) });
  const { express } = createApp({
    ...{ schema, database, log, demoTokens: true, pagesFolder },
    ...parts,
  });
  const server = await listen(express, 0, '127.0.0.1');
  onTestFinished(() => closeGently(server, 0));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, server, logged };
}

const json = { 'content-type': 'application/json' };
const body = JSON.stringify({ query: '{ __typename }' });

test.each([
  ['/', 200],
  ['/livez', 200],
  ['/graphiql/', 200],
  ['/schema.graphql', 200],
  ['/robots.txt', 200],
  ['/.well-known/security.txt', 200],
  ['/graphql?query={__typename}', 200],
  ['/graphql', 200],
  ['/nothing/here', 404],
  ['/%', 404],
])('sends the security headers on %s', async (path, status) => {
  const security = { contact: 'mailto:veilig@example.nl', expires: new Date('2999-01-01') };
  const { url } = await start({ web: { publicUrl: 'https://wijkbeeld.example.nl', security } });
  const response = await fetch(url + path);
  expect(response.status).toBe(status);
  expect(await response.text()).not.toMatch(/node_modules|at .*\.ts:/);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/default-src 'none'; script-src 'self';/);
  expect(policy.includes('unsafe-inline')).toBe(path === '/graphiql/');
  expect(policy).not.toContain('unsafe-eval');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'permissions-policy': expect.stringContaining('geolocation=(self)'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000',
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(response.headers.get('x-powered-by')).toBeNull();
  if (path.startsWith('/graphql')) {
    const isPublicRead = path.includes('?query=');
    expect(response.headers.get('cache-control')).toBe(
      isPublicRead ? 'private, no-cache' : 'no-store',
    );
  }
});

test('promises https only where it is there, and serves no API page where it should not', async () => {
  const { url } = await start({ web: { hasApiPage: false } });
  const page = await fetch(`${url}/graphiql/`);
  expect(page.status).toBe(404);
  expect(page.headers.get('strict-transport-security')).toBeNull();
  expect((await fetch(`${url}/graphiql`)).status).toBe(404);
});

test('says where to report a weakness, until that has expired', async () => {
  const contact = 'mailto:veilig@example.nl';
  const publicUrl = 'https://wijkbeeld.example.nl';
  const { url } = await start({
    web: { publicUrl, security: { contact, expires: new Date('2999-01-01T00:00:00Z') } },
  });
  const response = await fetch(`${url}/.well-known/security.txt`);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await response.text()).toBe(
    'Contact: mailto:veilig@example.nl\nExpires: 2999-01-01T00:00:00.000Z\n' +
      'Preferred-Languages: nl, en\nCanonical: https://wijkbeeld.example.nl/.well-known/security.txt\n',
  );
  const late = await start({ web: { security: { contact, expires: new Date('2020-01-01') } } });
  expect((await fetch(`${late.url}/.well-known/security.txt`)).status).toBe(404);
  expect(() => readConfig({ SECURITY_CONTACT: contact })).toThrow(/SECURITY_EXPIRES/);
});

test.each<[string, string, RequestInit, number]>([
  ['a form', '/graphql', { method: 'POST', body: new URLSearchParams({ query: '{ me }' }) }, 415],
  ['plain text', '/graphql', { method: 'POST', body }, 415],
  ['no type at all', '/graphql', { method: 'POST', body: new Blob([body]) }, 415],
  ['an upload', '/graphql', { method: 'POST', body: new FormData() }, 415],
  [
    'a query as text',
    '/graphql',
    { method: 'POST', headers: { 'content-type': 'application/graphql' }, body: '{ __typename }' },
    415,
  ],
  [
    'a packed body',
    '/graphql',
    { method: 'POST', headers: { ...json, 'content-encoding': 'gzip' }, body },
    415,
  ],
  ['HEAD', '/graphql?query={__typename}', { method: 'HEAD' }, 405],
  ['PUT', '/graphql', { method: 'PUT', headers: json, body }, 405],
  ['DELETE', '/graphql', { method: 'DELETE' }, 405],
  ['OPTIONS', '/graphql', { method: 'OPTIONS' }, 204],
  [
    'a mutation by GET',
    `/graphql?query=${encodeURIComponent('mutation { discardDraft(id: "5b8f2c1e-7d3a-4c6b-9e21-0a4d6f8b1c35") }')}`,
    {},
    405,
  ],
  ['a long address', `/graphql?query={__typename}&x=${'x'.repeat(9_000)}`, {}, 414],
  [
    'a body over the limit',
    '/graphql',
    { method: 'POST', headers: json, body: `${body}${' '.repeat(100_001)}` },
    413,
  ],
  ['another spelling', '/GraphQL', { method: 'POST', headers: json, body }, 404],
  ['a slash at the end', '/graphql/', { method: 'POST', headers: json, body }, 404],
  ['a path below', '/graphql/health', {}, 404],
  ['an encoded letter', '/%67raphql', { method: 'POST', headers: json, body }, 404],
  ['two slashes', '//graphql', { method: 'POST', headers: json, body }, 404],
  ['a way out of the folder', '/..%2f..%2fpackage.json', {}, 404],
  ['a hidden file', '/.env', {}, 404],
])('at the door: %s', async (_name, path, init, status) => {
  const { url } = await start();
  const response = await fetch(url + path, init);
  const text = await response.text();
  expect(response.status).toBe(status);
  expect(text).not.toContain('"data"');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

/** fetch of Node sets Sec-Fetch headers itself. */
function getAs(port: number, headers: Record<string, string>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const path = '/graphql?query=%7B__typename%7D';
    const sent = httpRequest({ port, host: '127.0.0.1', path, headers }, (response) => {
      response.resume();
      resolve(response);
    });
    sent.once('error', reject);
    sent.end();
  });
}

test('a page of another site may not ask, a link from there may be followed', async () => {
  const { port } = await start();
  const cross = { 'sec-fetch-site': 'cross-site' };
  expect((await getAs(port, { ...cross, 'sec-fetch-mode': 'no-cors' })).statusCode).toBe(403);
  expect((await getAs(port, { ...cross, 'sec-fetch-mode': 'navigate' })).statusCode).toBe(200);
  expect((await getAs(port, { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
});

test('a body of unknown length is cut off at the limit', async () => {
  const { url } = await start();
  const parts = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let i = 0; i < 20; i += 1) controller.enqueue(Buffer.alloc(10_000, 0x20));
      controller.close();
    },
  });
  const init = { method: 'POST', headers: json, body: parts, duplex: 'half' };
  const response = await fetch(`${url}/graphql`, init as RequestInit);
  expect(response.status).toBe(413);
  expect(await response.text()).toContain('QUERY_TOO_COMPLEX');
});

const secret = 'GEHEIM-WOORD';

test('logs a line per request, and never what was in it', async () => {
  const { url, logged } = await start();
  const send = async (as: string, text: string) => {
    const headers = { ...json, authorization: `Bearer ${as}` };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: text });
    await response.text();
    return response.headers.get('x-request-id');
  };
  const mutation =
    'mutation Log($input: LogFieldNoteInput!) { logFieldNote(input: $input) { id } }';
  const text = `Ik zie ${secret} in deze wijk bij veel bewoners.`;
  const variables = { input: { ...logInput(), observationText: text } };
  const id = await send(noor, JSON.stringify({ query: mutation, variables }));
  await send(`${secret}-token`, body);
  await send(noor, `{"query":"${secret}`);
  await send(noor, JSON.stringify({ query: `{ ${secret.replace('-', '_')} }` }));
  await send(noor, JSON.stringify({ query: mutation, variables: { input: { theme: secret } } }));
  await send(noor, JSON.stringify({ query: `query ${secret.replace('-', '_')} { nothing }` }));
  await fetch(`${url}/graphql?query={screenText(text:"${secret}"){__typename}}`);
  await fetch(`${url}/${secret}`);
  const lines = await linesOf(logged, 8);
  expect(lines.find(({ requestId }) => requestId === id)).toMatchObject({
    msg: 'request',
    method: 'POST',
    operation: 'Log',
    status: 200,
    cost: expect.any(Number),
    ms: expect.any(Number),
  });
  const all = logged.join('');
  for (const hidden of [secret, 'GEHEIM', noor, 'observationText', '127.0.0.1', 'screenText'])
    expect(all).not.toContain(hidden);
});

/** The lines once there are so many: a line follows its answer. */
async function linesOf(logged: readonly string[], count: number) {
  await expect.poll(() => logged.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(count);
  return logged.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('an unexpected failure shows one id to the caller, in the header and in the log', async () => {
  const broken = new Proxy(
    {},
    {
      get() {
        throw new Error(`select failed on ${secret}`);
      },
    },
  );
  const parts = { as: () => broken, readAs: () => broken } as unknown as AppParts['database'];
  const { url, logged } = await start({ database: parts });
  const query = JSON.stringify({ query: '{ sources { table } }' });
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: json, body: query });
  const answer = await response.text();
  const { errors } = JSON.parse(answer) as { errors: { extensions: Record<string, unknown> }[] };
  expect(errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  const id = response.headers.get('x-request-id');
  expect(errors[0]?.extensions.requestId).toBe(id);
  const lines = await linesOf(logged, 2);
  expect(lines.map(({ requestId }) => requestId)).toEqual([id, id]);
  expect(answer + logged.join('')).not.toContain(secret);
});

test('an address is believed from a trusted proxy only', async () => {
  const counting = () => ({
    rates: memoryRates(
      budgetsOf({ mode: 'production', costPerMinute: 1_000, writesPerMinute: 120 }),
    ),
    hash: clientHash(undefined),
  });
  const dear = JSON.stringify({ query: '{ concordanceGrid(within: "GM9001") { outcome } }' });
  const statuses = async (url: string) => {
    const all: number[] = [];
    for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) {
      const headers = { ...json, 'x-forwarded-for': address };
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: dear });
      await response.text();
      all.push(response.status);
    }
    return all;
  };
  expect(await statuses((await start({ counting: counting() })).url)).toEqual([200, 429, 429]);
  const trusting = await start({ counting: counting(), web: { trustProxy: ['loopback'] } });
  expect(await statuses(trusting.url)).toEqual([200, 200, 200]);
});

test('a client that is slow on purpose is cut off', async () => {
  const { express } = createApp({
    ...{ schema, database, log: pino({ level: 'silent' }), demoTokens: true },
  });
  const fast = {
    headersTimeout: 200,
    requestTimeout: 400,
    connectionsCheckingInterval: 50,
    keepAliveTimeout: 1_000,
  };
  const server = await listen(express, 0, '127.0.0.1', fast);
  onTestFinished(() => closeGently(server, 0));
  const { port } = server.address() as AddressInfo;
  const slow = (start: string) =>
    new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(start));
      socket.on('data', (chunk) => (text += chunk));
      socket.once('close', () => resolve(text));
    });
  expect(await slow('POST /graphql HTTP/1.1\r\nHost: x\r\nX-One: ')).toContain('408');
  const promised =
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{';
  expect(await slow(promised)).not.toContain('200 OK');
  expect(await slow(`GET / HTTP/1.1\r\nHost: x\r\nX-One: ${'x'.repeat(20_000)}\r\n\r\n`)).toContain(
    '431',
  );
});

test('stopping lets a running answer finish and takes no new one', async () => {
  let isAsked: () => void = () => {};
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  let finish: () => void = () => {};
  const server = await listen(
    (_request, response) => {
      isAsked();
      finish = () => response.end('whole');
    },
    0,
    '127.0.0.1',
  );
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  const answer = fetch(url);
  await asked;
  const closed = closeGently(server, 5_000);
  await expect(fetch(url)).rejects.toThrow();
  finish();
  expect(await (await answer).text()).toBe('whole');
  await closed;
});

test('a server that logs requests says nothing of them to its own output either', async () => {
  const settings = { ...(await freshSettings()), LOG_LEVEL: 'debug' };
  const serving = await serve(settings);
  const headers = { ...json, authorization: `Bearer ${noor}` };
  const query = 'query Screened($text: String!) { screenText(text: $text) { __typename } }';
  const sent = JSON.stringify({ query, variables: { text: secret } });
  await fetch(`${serving.url}/graphql`, { method: 'POST', headers, body: sent });
  await fetch(`${serving.url}/graphql`, {
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${secret}` },
    body: sent,
  });
  await expect.poll(serving.printed, { timeout: 10_000 }).toContain('"status":401');
  await serving.stop();
  expect(serving.printed()).toContain('"operation":"Screened"');
  expect(serving.printed()).not.toContain(secret);
  expect(serving.printed()).not.toContain(noor);
});

const isPostgres = inject('serverUrl') !== null;

test.skipIf(!isPostgres)('two processes share one budget', async () => {
  const settings = { ...(await freshSettings()), COST_PER_MINUTE: '1000' };
  const [one, two] = await Promise.all([serve(settings), serve(settings)]);
  const headers = { ...json, authorization: `Bearer ${noor}` };
  const query = JSON.stringify({ query: '{ wijkProfile(code: "WK900101") { year } }' });
  let spent = 0;
  let refused = 0;
  for (let i = 0; i < 60; i += 1) {
    const { url } = i % 2 === 0 ? one : two;
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: query });
    const { extensions } = (await response.json()) as {
      extensions?: { cost: { requested: number } };
    };
    if (response.status === 429) refused += 1;
    else spent += extensions?.cost.requested ?? 0;
  }
  expect(refused).toBeGreaterThan(0);
  expect(spent).toBeLessThanOrEqual(1_000);
  // Each process may keep up to a twentieth that it did not use.
  expect(spent).toBeGreaterThan(1_000 - 2 * 50 - 30);
  await Promise.all([one.stop(), two.stop()]);
});

test.skipIf(!isPostgres)(
  'a budget in the database is a hash that goes with its window',
  async () => {
    const budgets = budgetsOf({ mode: 'production', costPerMinute: 1_000, writesPerMinute: 10 });
    const short = { ...budgets, public: { ...budgets.public, seconds: 1 } };
    const rates = sharedRates(short, database.system, 100);
    onTestFinished(() => rates.close());
    const hash = clientHash('postgres://a:b@c/d');
    const rows = async () =>
      (await database.pool.query<{ key: string }>('select key from rate_limits')).rows;
    await rates.charge('public', hash('network 192.0.2.7'), 10);
    const [row] = await rows();
    expect(row?.key).toMatch(/^public:[\w-]{22}$/);
    await expect.poll(rows, { timeout: 5_000 }).toEqual([]);
    const kind = await database.pool.query(
      `select relpersistence from pg_class where relname = 'rate_limits'`,
    );
    expect(kind.rows).toEqual([{ relpersistence: 'u' }]);
  },
);
