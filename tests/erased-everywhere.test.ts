// What is erased is in nothing that was made of it: the index of public statements, messages to other systems, news between
// processes, snapshots, exports, and what every role is answered. (Tables, files and logs: retention.test.ts.)
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { WebhookTopic } from '../server/codes/webhooks.ts';
import { runRetention } from '../server/retention/job.ts';
import { deliverNext } from '../server/webhooks/deliver.ts';
import { lookForChanges } from '../server/webhooks/look.ts';
import { askOn, bram, esra, ilse, joris, nobody, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, openCell, publishNote } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';
import { receiver } from './support/receiver.ts';

const database = await testDatabase();
await makePlaces(database);
await makeEdition(database, {
  year: 2025,
  figures: { population: perWijk(...Array(12).fill(4000)) },
});
let now = new Date('2026-03-15T10:00:00Z');
const ask = askOn(database, () => now);
const system = database.as(null, 'SYSTEM');
const other = await receiver();
const topics: WebhookTopic[] = ['SIGNALS', 'REVIEW_QUEUE'];

const cell = { placeCode: 'WK900101', theme: 'SOCIAL_NETWORK' };
const word = 'zwaluwstaartverbinding';
const told: string[] = [];
const sent: string[] = [];
const news = await database.pool.connect();

/** Everything that the roles are answered about the wijk, as one text. */
async function answers(): Promise<string> {
  const questions = [
    `{ search(text: "${word}", within: "GM9001") { edges { node { id kind snippet { text } } } } }`,
    '{ fieldNotes(first: 50, filter: { within: "GM9001" }) { edges { node { observationText interpretationText excerpt } } } }',
    '{ wijkProfile(code: "WK900101") { themes { signal { excerpts { words } } } } }',
    '{ snapshot(id: "7e0a6f4c-6f0b-4a39-9f5e-7a52f6c3f001") { content } }',
  ];
  const heard: string[] = [];
  for (const as of [nobody, noor, joris, bram, esra, ilse]) {
    for (const query of questions) heard.push(JSON.stringify(await ask(as, query)));
  }
  return heard.join('\n');
}

async function sendMessages(): Promise<void> {
  const facts = { now, publicUrl: 'https://wijkbeeld.example.nl', hasDemoPeople: true };
  await lookForChanges(database, topics, null, null, facts);
  while (await deliverNext(system, { clock: () => now, allowsLoopback: true }));
  sent.push(...other.received.splice(0).map((message) => JSON.stringify(message)));
}

async function tablesWith(text: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const hits = await database.pool.query(
      `select from "${name}" t where t::text ilike $1 limit 1`,
      [`%${text}%`],
    );
    if (hits.rows.length > 0) found.push(name);
  }
  return found.sort();
}

beforeAll(async () => {
  news.on('notification', ({ payload }) => void told.push(payload ?? ''));
  await news.query('listen wijkbeeld_signals');
  await news.query('listen wijkbeeld_reviews');
  if (database.kind === 'embedded') news.release();
  await ask(esra, 'mutation ($input: AddWebhookInput!) { addWebhook(input: $input) { secret } }', {
    input: { id: randomUUID(), url: other.url, topics },
  });
  await sendMessages();
  await openCell(ask, esra, cell);
  const text = `Bewoners noemen het ${word} en komen minder buiten.`;
  await publishNote(
    ask,
    joris,
    esra,
    { ...cell, observationText: text, interpretationText: `${text} Misschien.` },
    { publicationLevel: 'PUBLIC', excerpt: text },
  );
  await sendMessages();
  await ask(bram, 'mutation ($input: MakeSnapshotInput!) { makeSnapshot(input: $input) { id } }', {
    input: {
      id: '7e0a6f4c-6f0b-4a39-9f5e-7a52f6c3f001',
      ...{ code: 'WK900101', year: 2025, asOf: '2026-03-14' },
    },
  });
});

afterAll(async () => {
  if (database.kind !== 'embedded') news.release(true);
});

test('while it is kept it is found, and messages, news and snapshots hold none of it', async () => {
  now = new Date(now.getTime() + 2000);
  const heard = await answers();
  expect(heard).not.toContain('"errors"');
  expect(heard.split(word).length).toBeGreaterThan(5);
  expect(heard).toContain('"kind":"STATEMENT"');
  expect(await tablesWith(word)).toEqual(['field_notes', 'note_texts']);
  expect(sent.length).toBeGreaterThan(0);
  expect(told.length).toBeGreaterThan(0);
  expect(heard).toContain('\\"format\\"');
});

test('after its term nobody is answered a word of it, and nothing that was made of it holds one', async () => {
  now = new Date(now.getTime() + (3 * 365 + 1) * 86_400_000);
  const erased = await runRetention(database.db, { now, dryRun: false, isOwner: true });
  expect(erased.map(({ kind }) => kind)).toContain('NOTE_TEXTS');
  await sendMessages();
  const heard = await answers();
  // The questions repeat the word to nobody: it stands in no answer.
  expect(heard).not.toContain(word);
  expect(heard).not.toContain('"kind":"STATEMENT"');
  expect(await tablesWith(word)).toEqual([]);
  for (const text of [...sent, ...told]) expect(text).not.toContain(word);
});

test('stems of words are not kept longer than the words', async () => {
  vi.useFakeTimers();
  vi.resetModules();
  try {
    const { keptStems, stemOf } = await import('../server/search/dutch.ts');
    stemOf(word);
    expect(keptStems()).toBeGreaterThan(0);
    vi.advanceTimersByTime(60_000);
    expect(keptStems()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
