// Editions that go live and are taken back, told to whoever listens, signed in or not.
import pino from 'pino';
import { afterAll, expect, test } from 'vitest';
import { rollbackEdition } from '../server/monitors/publishing.ts';
import { openNews } from '../server/news.ts';
import { testDatabase } from './support/database.ts';
import { listen } from './support/listening.ts';
import { makePlaces } from './support/make.ts';
import { makeEdition } from './support/make-edition.ts';
import { started } from './support/started.ts';

const database = await testDatabase();
await makePlaces(database);
const news = await openNews(database.pool, database.kind === 'embedded', pino({ level: 'silent' }));
afterAll(() => news.close());
const url = await started({ database, news });
const watch = (gemeente: string) =>
  listen(
    url,
    null,
    `subscription { publicationChanged(gemeente: "${gemeente}") { change edition { source table } } }`,
  );
const of = (change: string) => ({
  data: { publicationChanged: { change, edition: { source: 'test-monitor', table: 'told' } } },
});

test('the public hears what goes live and what is taken back', async () => {
  const watching = await watch('GM9001');
  const input = { year: 2025, table: 'told', figures: { loneliness: { WK900101: 40 } } };
  // Listening begins with the first look, a moment after the answer has begun.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const id = await makeEdition(database, input);
  await expect.poll(() => watching.messages, { timeout: 5_000 }).toEqual([of('PUBLISHED')]);
  await rollbackEdition(database.db, id, new Date());
  await expect
    .poll(() => watching.messages, { timeout: 5_000 })
    .toEqual([of('PUBLISHED'), of('TAKEN_BACK')]);
  await watching.stop();
});

test('a place that is no gemeente is refused', async () => {
  const refused = await watch('WK900101');
  await refused.ended;
  expect(refused.messages[0]?.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
