// An open subscription says why it was refused, and ends when the rights by which it was opened end.
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, expect, test, vi } from 'vitest';
import { recheckMs } from '../server/http/lasting-rights.ts';
import { openNews } from '../server/news.ts';
import { askOn, bram, esra, noor, otto } from './support/ask.ts';
import { command } from './support/command.ts';
import { testDatabase } from './support/database.ts';
import { type Listening, listen } from './support/listening.ts';
import { logInput, makePlaces } from './support/make.ts';
import { started } from './support/started.ts';

const database = await testDatabase();
await makePlaces(database);
const news = await openNews(database.pool, database.kind === 'embedded', pino({ level: 'silent' }));
afterAll(() => news.close());
let offset = 0;
const url = await started({ database, news, now: () => new Date(Date.now() + offset) });
const ask = askOn(database);

const queue = 'subscription { reviewQueueChanged(within: "GM9001") { waiting } }';
const open: Listening[] = [];
afterAll(() => Promise.all(open.map((one) => one.stop())));
async function subscribe(as: string | null, query: string) {
  const opened = await listen(url, as, query);
  open.push(opened);
  return opened;
}
const codesOf = ({ messages }: Listening) =>
  messages.flatMap(({ errors }) => errors?.map((error) => error.extensions.code) ?? []);

async function makeKey() {
  const words = ['--gemeente', 'GM9001', '--label', 'Wachtrij', '--role', 'REVIEWER'];
  const { text } = await command(database, [...['keys', 'create', ...words, '--scopes', 'READ']]);
  const [key = '', line = ''] = text.split('\n');
  return { key, id: line.slice(0, 36) };
}

const log = () =>
  ask(noor, 'mutation ($i: LogFieldNoteInput!) { logFieldNote(input: $i) { id } }', {
    i: logInput({ id: randomUUID() }),
  });

test.each([
  ['of another gemeente', otto, queue, 'FORBIDDEN'],
  ['in another role', bram, queue, 'FORBIDDEN'],
  [
    'of a wijk that is not there',
    bram,
    'subscription { signalChanged(within: "WK900177") { display } }',
    'NOT_FOUND',
  ],
  [
    'of a buurt',
    null,
    'subscription { signalChanged(within: "BU90010101") { display } }',
    'BAD_USER_INPUT',
  ],
])('a subscription %s is told why it is refused, and ends', async (_what, as, query, code) => {
  const refused = await subscribe(as, query);
  await refused.ended;
  expect(codesOf(refused)).toEqual([code]);
});

test('a revoked key hears nothing more, not even of the next change', async () => {
  const { key, id } = await makeKey();
  const [mine, another] = [await subscribe(key, queue), await subscribe(esra, queue)];
  await log();
  await expect.poll(() => mine.messages.length).toBe(1);
  await expect.poll(() => another.messages.length).toBe(1);
  await command(database, ['keys', 'revoke', id]);
  await log();
  await mine.ended;
  expect(mine.messages).toHaveLength(2);
  expect(codesOf(mine)).toEqual(['UNAUTHENTICATED']);
  await expect.poll(() => another.messages.length).toBe(2);
  expect(codesOf(another)).toEqual([]);
});

test('a key that expires ends its subscription within a minute, when nothing changes too', async () => {
  expect(recheckMs).toBeLessThanOrEqual(60_000);
  const { key } = await makeKey();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const mine = await subscribe(key, queue);
    await new Promise((resolve) => setTimeout(resolve, 300));
    vi.advanceTimersByTime(recheckMs);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(mine.messages).toEqual([]);
    offset = 400 * 86_400_000;
    vi.advanceTimersByTime(recheckMs);
    await mine.ended;
    expect(codesOf(mine)).toEqual(['UNAUTHENTICATED']);
  } finally {
    offset = 0;
    vi.useRealTimers();
  }
});
