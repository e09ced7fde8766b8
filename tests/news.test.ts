// News as its listeners meet it: heard from the moment they listen, and ended at once, however early.
import { sql } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, expect, test } from 'vitest';
import { openNews } from '../server/news.ts';
import { testDatabase } from './support/database.ts';

const database = await testDatabase();
const log = pino({ level: 'silent' });
const open = () => openNews(database.pool, database.kind === 'embedded', log);
const news = await open();
afterAll(() => news.close());
const ended = { done: true, value: undefined };
const tell = (payload: string) =>
  database.db.execute(sql`select pg_notify('wijkbeeld_signals', ${payload})`);

test('what happens before the first question is heard too, in order', async () => {
  const heard = news.listen();
  await tell('GM9001 WK900101');
  await tell('GM9001 WK900102');
  const places = [await heard.next(), await heard.next()].map(({ value }) => value?.placeCode);
  expect(places).toEqual(['WK900101', 'WK900102']);
  await heard.return();
});

test('whoever leaves while waiting is answered at once and hears no more', async () => {
  const heard = news.listen();
  const waiting = heard.next();
  await heard.return();
  expect(await waiting).toEqual(ended);
  await tell('GM9001 WK900101');
  expect(await heard.next()).toEqual(ended);
});

test('news that closes ends those who have not asked yet, and those who come later', async () => {
  const short = await open();
  const early = short.listen();
  await short.close();
  expect(await early.next()).toEqual(ended);
  expect(await short.listen().next()).toEqual(ended);
});
