// What comes in wrong at the door: refused with a code, and nothing of it sent back.
import pino from 'pino';
import { expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { createApp } from '../server/app.ts';
import { openNews } from '../server/news.ts';
import { askOn, nobody, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { logInput, makePlaces } from './support/make.ts';

const database = await testDatabase();
const ask = askOn(database);
const secret = 'GEHEIM-WOORD';

async function sendRaw(body: string) {
  const log = pino({ level: 'silent' });
  const { yoga } = createApp({ schema, database, log, demoTokens: true });
  const response = await yoga.fetch('http://wijkbeeld.test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${noor}` },
    body,
  });
  return response.text();
}

test('a body that is cut off is refused without being sent back', async () => {
  const text = await sendRaw(
    `{"query":"mutation","variables":{"input":{"observationText":"${secret}`,
  );
  expect(text).toContain('BAD_USER_INPUT');
  expect(text).not.toContain(secret);
});

test('a text in the wrong place is refused without being sent back', async () => {
  const mutation = 'mutation ($input: LogFieldNoteInput!) { logFieldNote(input: $input) { id } }';
  for (const field of [
    'observationText',
    'theme',
    'placeCode',
    'severity',
    'populationGroups',
    'icpc',
  ]) {
    const input = { ...logInput(), [field]: { a: `${secret} met nog veel meer woorden` } };
    const answer = await ask(noor, mutation, { input });
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(answer)).not.toContain(secret);
  }
});

test('a NUL character is refused by field and never reaches the database', async () => {
  const query = 'query ($s: String) { places(search: $s, first: 2) { edges { node { code } } } }';
  const answer = await ask(nobody, query, { s: 'a\u0000b' });
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 's' });
});

test('news goes on after a statement failed', async () => {
  await makePlaces(database);
  const isEmbedded = database.kind === 'embedded';
  const news = await openNews(database.pool, isEmbedded, pino({ level: 'silent' }));
  const changes = news.listen();
  const next = changes.next();
  await expect(database.pool.query('select 1 / 0')).rejects.toThrow();
  await database.pool.query("select pg_notify('wijkbeeld_signals', 'GM9001 WK900101')");
  expect(await next).toEqual({
    done: false,
    value: { subject: 'SIGNAL', gemeenteCode: 'GM9001', placeCode: 'WK900101' },
  });
  await news.close();
});
