// Hostile requests are refused before anything is asked of the database, and honest ones are not.
import { readFileSync } from 'node:fs';
import { getIntrospectionQuery } from 'graphql';
import pino from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { exampleOperations } from '../client/api-page.ts';
import { schema } from '../schema/index.ts';
import { createApp } from '../server/app.ts';
import { budgetsOf } from '../server/limits/budgets.ts';
import { clientHash, networkOf } from '../server/limits/client.ts';
import { prices } from '../server/limits/prices.ts';
import { memoryRates } from '../server/limits/rates.ts';
import { costPerRequest } from '../server/limits/table.ts';
import { openNews } from '../server/news.ts';
import { profileQuery } from './bench/servers.ts';
import { askOn, bram, nobody, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { hostileDocuments } from './support/hostile.ts';
import { makePlaces } from './support/make.ts';

let statements = 0;
const database = await testDatabase(() => {
  statements += 1;
});
await makePlaces(database);
const ask = askOn(database);
const log = pino({ level: 'silent' });

/** The API with budgets, as one address or person meets it. */
function limited(settings: { costPerMinute?: number; writesPerMinute?: number } = {}) {
  const budgets = budgetsOf({
    mode: 'production',
    costPerMinute: settings.costPerMinute,
    writesPerMinute: settings.writesPerMinute,
  });
  const counting = { rates: memoryRates(budgets), hash: clientHash(undefined) };
  const { yoga } = createApp({ schema, database, log, demoTokens: true, counting });
  return async (as: string | null, body: string) => {
    const response = await yoga.fetch('http://wijkbeeld.test/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...(as ? { authorization: `Bearer ${as}` } : {}),
      },
      body,
    });
    const answer = (await response.json()) as Record<string, unknown> & {
      errors?: { message: string; extensions: Record<string, unknown> }[];
      extensions?: { cost?: { requested: number; limit?: number; remaining?: number } };
    };
    return { status: response.status, headers: response.headers, ...answer };
  };
}

const refusing = limited();
const families = [...new Set(hostileDocuments.map(({ family }) => family))].map(
  (name) => [name, hostileDocuments.filter(({ family }) => family === name)] as const,
);

test('there are more than two hundred hostile documents', () => {
  expect(hostileDocuments.length).toBeGreaterThanOrEqual(200);
  expect(new Set(hostileDocuments.map(({ body }) => body)).size).toBe(hostileDocuments.length);
});

test.each(families)('refused without asking the database: %s', async (_name, documents) => {
  const send = refusing;
  const connections = vi.spyOn(database.pool, 'connect');
  statements = 0;
  for (const { body, size } of documents) {
    for (const as of [nobody, bram]) {
      const answer = await send(as, body);
      expect(answer.status, `size ${size}`).toBeGreaterThanOrEqual(400);
      expect(answer.status, `size ${size}`).toBeLessThan(500);
      expect(answer).not.toHaveProperty('data');
      const { code, limit, most } = answer.errors?.[0]?.extensions ?? {};
      expect(['QUERY_TOO_COMPLEX', 'BAD_USER_INPUT']).toContain(code);
      // What is too much says how much is allowed; what is wrong anyway may be refused for that.
      if (code === 'QUERY_TOO_COMPLEX' && limit !== 'circle')
        expect(answer.errors?.[0]?.message).toContain(String(most));
    }
  }
  expect(statements).toBe(0);
  expect(connections).not.toHaveBeenCalled();
  connections.mockRestore();
});

test('what the README, the API page and the tools ask is far from every limit', async () => {
  const send = limited();
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const fenced = [...readme.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const honest = [
    ...fenced.map((query) => ({ query, variables: {} })),
    ...exampleOperations().map(({ query, variables }) => ({
      query,
      variables: JSON.parse(variables) as Record<string, unknown>,
    })),
    { query: profileQuery, variables: { code: 'WK900101' } },
    {
      query: getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }),
      variables: {},
    },
  ];
  expect(honest.length).toBeGreaterThanOrEqual(8);
  for (const body of honest) {
    const answer = await send(noor, JSON.stringify(body));
    const code = answer.errors?.[0]?.extensions.code;
    expect(code, body.query).not.toBe('QUERY_TOO_COMPLEX');
    expect(code, body.query).not.toBe('RATE_LIMITED');
  }
});

test('every price is of a field that exists', () => {
  const missing = Object.keys(prices).filter((name) => {
    const [type = '', field = ''] = name.split('.');
    const fields = schema.getType(type);
    return !(fields && 'getFields' in fields && fields.getFields()[field]);
  });
  expect(missing).toEqual([]);
});

test('an answer says what it cost and what is left', async () => {
  const send = limited({ costPerMinute: 1000 });
  const query = JSON.stringify({ query: '{ wijkProfile(code: "WK900101") { year } }' });
  const first = await send(noor, query);
  const { requested = 0, limit, remaining = 0 } = first.extensions?.cost ?? {};
  expect(requested).toBeGreaterThan(10);
  expect(limit).toBe(1000);
  expect(remaining).toBe(1000 - requested);
  const second = await send(noor, query);
  expect(second).toMatchObject({
    extensions: { cost: { requested, limit, remaining: remaining - requested } },
  });
});

test('a cost over what one request may have is refused, for the public sooner', async () => {
  const two =
    '{ a: concordanceGrid(within: "GM9001") { outcome } b: concordanceGrid(within: "GM9001") { outcome } }';
  const refused = await ask(nobody, two);
  expect(refused.status).toBe(400);
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    code: 'QUERY_TOO_COMPLEX',
    limit: 'cost',
    most: costPerRequest.public,
  });
  expect((await ask(bram, two)).errors).toBeUndefined();
});

test('a spent budget is refused with the time to wait, without asking the database, and is one person only', async () => {
  const send = limited({ costPerMinute: 1000 });
  const query = JSON.stringify({ query: '{ concordanceGrid(within: "GM9001") { outcome } }' });
  const statuses: number[] = [];
  for (let i = 0; i < 4; i += 1) statuses.push((await send(bram, query)).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  statements = 0;
  const { headers, errors } = await send(bram, query);
  expect(statements).toBe(0);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', limit: 1000 });
  const wait = Number(errors?.[0]?.extensions.retryAfter);
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect(headers.get('retry-after')).toBe(String(wait));
  // What is left is enough for something small, and others have their own.
  expect((await send(bram, JSON.stringify({ query: '{ me { role } }' }))).status).toBe(200);
  expect((await send(noor, query)).status).toBe(200);
});

test('texts have a budget of their own, counted one by one', async () => {
  const send = limited({ writesPerMinute: 6 });
  const query = (n: number) =>
    JSON.stringify({
      query: `{ ${Array.from({ length: n }, (_, i) => `t${i}: screenText(text: "Het is stil.") { __typename }`).join(' ')} }`,
    });
  expect((await send(noor, query(4))).status).toBe(200);
  expect((await send(noor, query(4))).errors?.[0]?.extensions).toMatchObject({
    code: 'RATE_LIMITED',
    budget: 'writesOfPerson',
  });
  expect((await send(noor, JSON.stringify({ query: '{ me { role } }' }))).status).toBe(200);
});

test('unknown tokens are refused after twenty, also when the next one would be right', async () => {
  const send = limited();
  const query = JSON.stringify({ query: '{ me { role } }' });
  for (let i = 0; i < 20; i += 1) expect((await send(`guess-${i}`, query)).status).toBe(401);
  const answer = await send(noor, query);
  expect(answer.status).toBe(429);
  expect(answer.errors?.[0]?.extensions).toMatchObject({ budget: 'failedLogins' });
  expect((await send(nobody, query)).status).toBe(200);
});

test('twenty subscriptions may be open, and one that ends makes room', async () => {
  const counting = {
    rates: memoryRates(
      budgetsOf({ mode: 'development', costPerMinute: undefined, writesPerMinute: undefined }),
    ),
    hash: clientHash(undefined),
  };
  const news = await openNews(database.pool, database.kind === 'embedded', log);
  onTestFinished(() => news.close());
  const { yoga } = createApp({ schema, database, log, demoTokens: true, counting, news });
  const open = (as: string) =>
    yoga.fetch('http://wijkbeeld.test/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${as}`,
      },
      body: JSON.stringify({
        query: 'subscription { signalChanged(within: "GM9001") { display } }',
      }),
    });
  /** The first words of a subscription, and how to end it. */
  const begin = async (as: string) => {
    const reader = (await open(as)).body?.getReader();
    const first = new TextDecoder().decode((await reader?.read())?.value);
    return { isRefused: first.includes('RATE_LIMITED'), end: () => reader?.cancel() };
  };
  const running = await Promise.all(Array.from({ length: 20 }, () => begin(bram)));
  expect(running.some(({ isRefused }) => isRefused)).toBe(false);
  expect(await (await open(bram)).text()).toContain('RATE_LIMITED');
  running.push(await begin(noor));
  expect(running.at(-1)?.isRefused).toBe(false);
  await running.shift()?.end();
  running.push(await begin(bram));
  expect(running.at(-1)?.isRefused).toBe(false);
  for (const { end } of running) await end();
});

test('an address counts as its network: one IPv4 address, or the /64 of an IPv6 one', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:DB8:1:2::9')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:db8::9')).toBe('2001:db8:0:0::/64');
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
  expect(networkOf('not an address')).toBe('none');
  const hash = clientHash('postgres://a:b@c/d');
  expect(hash('network 192.0.2.7')).toBe(clientHash('postgres://a:b@c/d')('network 192.0.2.7'));
  expect(hash('network 192.0.2.7')).not.toContain('192');
  expect(clientHash(undefined)('a')).not.toBe(clientHash(undefined)('a'));
});

test('what is written wrong is answered with the place, and nothing of it', async () => {
  for (const query of [
    '{ places(search: "GEHEIM woord" "GEHEIM woord") { __typename } }',
    '{ places(first: "GEHEIM woord met meer woorden") { __typename } }',
    '{ fieldNotes(filter: "GEHEIM woord") { __typename } }',
    '{ places(search: "GEHEIM woord',
  ]) {
    const answer = await ask(nobody, query);
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(answer)).not.toContain('GEHEIM');
  }
});

test('a variable that may not be null and has a default may be left out', async () => {
  const query = 'query ($language: Language! = EN) { themes { label(language: $language) } }';
  const { data } = await ask<{ themes: { label: string }[] }>(nobody, query);
  expect(data.themes.map(({ label }) => label)).toContain('Meaning in life');
});
