// Other systems are told of changes: only what whoever asked for it may see, signed, at least once, and never into a
// private network.
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { type WebhookTopic, webhookTopics } from '../server/codes/webhooks.ts';
import { runRetention } from '../server/retention/job.ts';
import { guardedLookup, mayReach, refusalOfAddress } from '../server/webhooks/address.ts';
import { deliverNext } from '../server/webhooks/deliver.ts';
import { lookForChanges } from '../server/webhooks/look.ts';
import { send } from '../server/webhooks/send.ts';
import { askOn, bram, esra, ilse, noor, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { logNote, makePlaces, openCell, publishNote, refusalOf, today } from './support/make.ts';
import { makeEdition } from './support/make-edition.ts';
import { isSigned, receiver } from './support/receiver.ts';

const database = await testDatabase();
await makePlaces(database);
await makeEdition(database, { year: 2025, figures: { population: { WK900101: 4000 } } });
const ask = askOn(database, () => today);
const other = await receiver();
const db = database.as(null, 'SYSTEM');
const everything = Object.keys(webhookTopics) as WebhookTopic[];
const facts = { now: today, publicUrl: 'https://wijkbeeld.example.nl', hasDemoPeople: true };

const look = () => lookForChanges(database, everything, null, null, facts);
const deliverOne = (now = today) => deliverNext(db, { clock: () => now, allowsLoopback: true });
async function deliverAll(now = today) {
  while (await deliverOne(now));
  return other.received.splice(0);
}

const addMutation = `mutation ($input: AddWebhookInput!) {
  addWebhook(input: $input) { secret webhook { id url topics role failures pausedAt } } }`;
interface Added {
  addWebhook: { secret: string; webhook: { id: string; url: string; topics: string[] } };
}
const add = (as: string | null, topics: readonly string[], changes: object = {}) =>
  ask<Added>(as, addMutation, { input: { id: randomUUID(), url: other.url, topics, ...changes } });

/** A webhook that has looked once. */
async function watching(as: string, topics: readonly WebhookTopic[]) {
  const { data } = await add(as, topics);
  await look();
  return { id: data.addWebhook.webhook.id, secret: data.addWebhook.secret };
}

beforeEach(async () => {
  await database.db.execute('delete from webhooks');
  other.state.answer = 204;
  other.received.length = 0;
});

test.each<[string, string | null, WebhookTopic[], string | undefined]>([
  ['an administrator', ilse, ['SIGNALS', 'PUBLICATIONS'], undefined],
  ['a reviewer', esra, ['REVIEW_QUEUE'], undefined],
  ['an administrator, of what waits for review', ilse, ['REVIEW_QUEUE'], 'FORBIDDEN'],
  ['an analyst', bram, ['SIGNALS'], 'FORBIDDEN'],
  ['an observer', noor, ['SIGNALS'], 'FORBIDDEN'],
  ['nobody', null, ['SIGNALS'], 'UNAUTHENTICATED'],
])('%s adds a webhook, or is refused', async (_who, as, topics, code) => {
  expect(refusalOf(await add(as, topics)).code).toBe(code);
});

test('the same id is the same webhook and the same secret; another input under it is refused', async () => {
  const id = randomUUID();
  const first = await add(ilse, ['SIGNALS'], { id });
  expect((await add(ilse, ['SIGNALS'], { id })).data).toEqual(first.data);
  expect(first.data.addWebhook.secret).toMatch(/^whsec_[0-9a-f]{64}$/);
  expect(refusalOf(await add(ilse, ['PUBLICATIONS'], { id })).code).toBe('CONFLICT');
  expect((await add(otto, ['SIGNALS'], { id })).data.addWebhook.secret).not.toBe(
    first.data.addWebhook.secret,
  );
});

const production = { allowsLoopback: false };

test.each([
  'http://example.nl/hook',
  'ftp://example.nl/hook',
  'https://user:word@example.nl/',
  'https://example.nl/#part',
  'https://10.1.2.3/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[fd00::1]/',
  'https://[64:ff9b::a00:1]/',
  'https://[2002:a00:1::]/',
  'https://localhost/',
  'https://database/',
  'https://metadata.google.internal/',
  'niets',
  `https://example.nl/${'a'.repeat(500)}`,
])('refuses the address %s in production', (address) => {
  const refusal = refusalOfAddress(address, production);
  expect(refusal?.code).toBe('BAD_USER_INPUT');
  expect(refusal?.fields[0]?.field).toBe('input.url');
});

test('public addresses may be reached, and this machine in demo mode only', () => {
  expect(refusalOfAddress('https://example.nl/hook?key=1', production)).toBeUndefined();
  expect(['93.184.215.14', '2a02:898::1'].map((one) => mayReach(one, production))).toEqual([
    true,
    true,
  ]);
  expect(mayReach('127.0.0.1', { allowsLoopback: true })).toBe(true);
  expect(mayReach('10.0.0.1', { allowsLoopback: true })).toBe(false);
});

test('judges what a name stands for at the moment of connecting', async () => {
  // A name that was public when it was added may stand for this machine later.
  const url = `http://localhost:${other.port}/`;
  expect(await send({ url, headers: {}, body: '{}' }, production, 2_000)).toBe('PRIVATE_ADDRESS');
  expect(await send({ url: other.url, headers: {}, body: '{}' }, production, 2_000)).toBe(
    'PRIVATE_ADDRESS',
  );
  expect(other.received).toEqual([]);
  const code = await new Promise((resolve) =>
    guardedLookup(production)('localhost', {}, (error) => resolve(error?.code)),
  );
  expect(code).toBe('PRIVATE_ADDRESS');
});

test('tells of a signal when what may be seen of it changed, by ids and links, signed', async () => {
  const { secret } = await watching(ilse, ['SIGNALS']);
  await openCell(ask, esra, { placeCode: 'WK900101', theme: 'MEANING' });
  expect(await look()).toBe(1);
  expect(await look()).toBe(0);
  const [message, ...more] = await deliverAll();
  expect(more).toEqual([]);
  expect(message?.body).toMatchObject({
    topic: 'SIGNALS',
    gemeenteCode: 'GM9001',
    data: {
      placeCode: 'WK900101',
      theme: 'MEANING',
      links: { profile: 'https://wijkbeeld.example.nl/api/v1/wijken/WK900101/profile' },
    },
  });
  expect(message?.headers['wijkbeeld-event']).toBe(message?.body.id);
  expect(message && isSigned(message, secret)).toBe(true);
  expect(message && isSigned(message, `${secret}0`)).toBe(false);
  expect(message?.text).not.toMatch(/bus|plein|winkel/);
});

test('what stays hidden sends nothing, nor does another gemeente', async () => {
  await watching(ilse, ['SIGNALS']);
  await publishNote(ask, noor, esra, { placeCode: 'WK900103', theme: 'HOUSING' });
  await openCell(ask, otto, { placeCode: 'WK900201', theme: 'HOUSING' });
  expect(await look()).toBe(0);
});

test('tells a reviewer what waits, as counts', async () => {
  await watching(esra, ['REVIEW_QUEUE']);
  await logNote(ask, noor, { placeCode: 'WK900104' });
  await look();
  const [message] = await deliverAll();
  expect(message?.body.data).toMatchObject({ waiting: 1, waitingReactions: 0 });
});

test('tells of an edition that was published', async () => {
  await watching(ilse, ['PUBLICATIONS']);
  const editionId = await makeEdition(database, {
    year: 2025,
    table: 'told',
    figures: { loneliness: { WK900101: 40 } },
  });
  await look();
  const messages = await deliverAll();
  expect(messages.map(({ body }) => body.data)).toContainEqual(
    expect.objectContaining({ editionId, change: 'PUBLISHED', source: 'test-monitor' }),
  );
});

const later = (from: Date, hours: number) => new Date(from.getTime() + hours * 3_600_000);
const deliveriesQuery = `query ($webhook: UUID!, $status: DeliveryStatus) {
  webhookDeliveries(webhook: $webhook, status: $status) {
    edges { node { id status attempts lastFailure } } } }`;
interface Deliveries {
  webhookDeliveries: {
    edges: { node: { id: string; status: string; attempts: number; lastFailure: string | null } }[];
  };
}
const deliveriesOf = async (webhook: string, status: string | null = null, as = ilse) =>
  (
    await ask<Deliveries>(as, deliveriesQuery, { webhook, status })
  ).data.webhookDeliveries.edges.map(({ node }) => node);

test('tries eight times with growing waits, gives up, and replays under the same event id', async () => {
  const { id } = await watching(ilse, ['PUBLICATIONS']);
  await makeEdition(database, {
    year: 2025,
    table: 'retried',
    figures: { loneliness: { WK900102: 30 } },
  });
  await look();
  const count = (await deliveriesOf(id)).length;
  other.state.answer = 500;
  let now = today;
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await deliverAll(now);
    const [waiting] = await deliveriesOf(id);
    expect(waiting).toMatchObject({ attempts: attempt, lastFailure: 'HTTP 500' });
    waits.push(attempt);
    now = later(now, 7);
    // More failures of other messages must not pause it in this test.
    await database.db.execute('update webhooks set failures = 0');
  }
  expect(await deliverOne(later(now, 100))).toBe(false);
  const dead = await deliveriesOf(id, 'DEAD');
  expect(dead).toHaveLength(count);
  other.state.answer = 200;
  other.received.length = 0;
  const event = dead[0]?.id;
  await ask(ilse, 'mutation ($id: UUID!) { replayWebhookDelivery(id: $id) { status } }', {
    id: event,
  });
  const [again] = await deliverAll();
  expect(again?.body.id).toBe(event);
  expect((await deliveriesOf(id)).find((one) => one.id === event)).toMatchObject({
    status: 'DELIVERED',
    lastFailure: null,
  });
  expect(refusalOf(await ask(otto, deliveriesQuery, { webhook: id })).code).toBe('NOT_FOUND');
});

test('waits at least half a minute before the second attempt', async () => {
  await watching(ilse, ['PUBLICATIONS']);
  await makeEdition(database, {
    year: 2025,
    table: 'waits',
    figures: { loneliness: { WK900103: 31 } },
  });
  await look();
  other.state.answer = 302;
  await deliverAll();
  expect(await deliverOne(new Date(today.getTime() + 25_000))).toBe(false);
  expect(await deliverOne(new Date(today.getTime() + 40_000))).toBe(true);
});

test('pauses after twenty failures in a row, and goes on when it is resumed', async () => {
  const { id } = await watching(ilse, ['PUBLICATIONS']);
  await makeEdition(database, {
    year: 2025,
    table: 'paused',
    figures: { loneliness: { WK900104: 31 } },
  });
  await look();
  await database.db.execute('update webhooks set failures = 19');
  other.state.answer = 500;
  expect(await deliverOne()).toBe(true);
  other.state.answer = 200;
  expect(await deliverOne(later(today, 10))).toBe(false);
  const resume = 'mutation ($id: UUID!) { resumeWebhook(id: $id) { pausedAt failures } }';
  const { data } = await ask(ilse, resume, { id });
  expect(data).toEqual({ resumeWebhook: { pausedAt: null, failures: 0 } });
  other.received.length = 0;
  expect((await deliverAll(later(today, 10))).length).toBeGreaterThan(0);
});

test('several processes at once deliver each message once', async () => {
  await watching(ilse, ['SIGNALS']);
  for (const theme of ['LIVELIHOOD', 'HOUSING', 'PARTICIPATION'])
    await openCell(ask, esra, { placeCode: 'WK900101', theme });
  const written = await Promise.all([look(), look(), look()]);
  expect(written.reduce((sum, one) => sum + one)).toBe(3);
  await Promise.all(Array.from({ length: 5 }, () => deliverOne()));
  const ids = other.received.map(({ body }) => body.id);
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(3);
});

test('stops with the key it was made by', async () => {
  const made = await ask<{ createApiKey: { key: string; apiKey: { id: string } } }>(
    ilse,
    'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key apiKey { id } } }',
    {
      input: {
        ...{ id: randomUUID(), label: 'Doorgeefluik', role: 'ADMIN', scopes: ['READ', 'MANAGE'] },
        expiresOn: '2026-12-31',
      },
    },
  );
  const { key, apiKey } = made.data.createApiKey;
  await watching(key, ['PUBLICATIONS']);
  await makeEdition(database, {
    year: 2025,
    table: 'key',
    figures: { loneliness: { WK900106: 31 } },
  });
  expect(await look()).toBeGreaterThan(0);
  await ask(ilse, 'mutation ($id: UUID!) { revokeApiKey(id: $id) { id } }', { id: apiKey.id });
  expect(await deliverOne()).toBe(false);
  expect(other.received).toEqual([]);
});

test('messages go after their term, with a certificate', async () => {
  const { id } = await watching(ilse, ['PUBLICATIONS']);
  await makeEdition(database, {
    year: 2025,
    table: 'term',
    figures: { loneliness: { WK900107: 31 } },
  });
  await look();
  const erased = await runRetention(db, {
    now: later(today, 24 * 31),
    dryRun: false,
    isOwner: false,
  });
  expect(erased.map(({ kind }) => kind)).toContain('WEBHOOK_MESSAGES');
  expect(await deliveriesOf(id)).toEqual([]);
  const removed = 'mutation ($id: UUID!) { removeWebhook(id: $id) { id } }';
  expect((await ask(ilse, removed, { id })).data).toEqual({ removeWebhook: { id } });
});
