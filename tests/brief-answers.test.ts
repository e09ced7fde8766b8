// What is kept of answers: only what the public asked, for half a second, and nothing after that.
import pino from 'pino';
import { expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { createApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { keptMs } from '../server/http/brief-answers.ts';
import { askOn, bram, esra, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, openCell, publishNote } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

let statements = 0;
const database = await testDatabase(() => {
  statements += 1;
});
await makePlaces(database);
await makeEdition(database, {
  ...{ year: 2025, figures: { population: perWijk(...Array(12).fill(4000)) } },
});
/** Writes by another process. */
const elsewhere = askOn(database);
const log = pino({ level: 'silent' });
const { yoga } = createApp({
  ...{ schema, database, log, demoTokens: true, web: { keepsAnswers: true } },
});
interface Told {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly unknown[];
  readonly extensions?: { readonly kept?: { readonly ageMs: number } };
}
async function ask(as: string | null, query: string, variables: object = {}) {
  const response = await yoga.fetch('http://wijkbeeld.test/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(as ? { authorization: `Bearer ${as}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Told;
}
const wait = () => new Promise((resolve) => setTimeout(resolve, keptMs + 50));

const wordsOf =
  '{ wijkProfile(code: "WK900101") { themes { signal { display excerpts { words } } } } }';

test('what many ask at once is worked out once, and says that it was kept', async () => {
  await ask(null, wordsOf);
  await wait();
  statements = 0;
  const told = await Promise.all(Array.from({ length: 20 }, () => ask(null, wordsOf)));
  expect(new Set(told.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  expect(told.filter(({ extensions }) => extensions?.kept)).toHaveLength(19);
  expect(statements).toBeLessThanOrEqual(8);
});

test('no answer crosses rights, queries or variables, and no refusal is kept', async () => {
  const me = '{ me { role } }';
  for (const as of [null, bram, esra, null, noor]) {
    const { data, extensions } = await ask(as, me);
    expect(data).toEqual({ me: as && { role: as.split(':')[1] } });
    if (as) expect(extensions?.kept).toBeUndefined();
  }
  const place = 'query ($code: PlaceCode!) { place(code: $code) { code } }';
  for (const code of ['WK900101', 'WK900102'])
    expect((await ask(null, place, { code })).data).toEqual({ place: { code } });
  const refused = '{ noteGroups(within: "GM9001", by: []) { asOf } }';
  for (const _again of [1, 2]) {
    const { errors, extensions } = await ask(null, refused);
    expect([errors?.length, extensions?.kept]).toEqual([1, undefined]);
  }
});

test('what is published is there and what is withdrawn is gone within the time of keeping', async () => {
  await openCell(elsewhere, esra, { placeCode: 'WK900101', theme: 'HOUSING' });
  const words = 'Alles staat hier te drogen.';
  await ask(null, wordsOf);
  const id = await publishNote(...([elsewhere, noor, esra, { theme: 'HOUSING' }] as const), {
    publicationLevel: 'PUBLIC',
    excerpt: words,
  });
  await wait();
  expect(JSON.stringify(await ask(null, wordsOf))).toContain(words);
  await elsewhere(
    ...([
      esra,
      'mutation ($i: WithdrawFieldNoteInput!) { withdrawFieldNote(input: $i) { id } }',
    ] as const),
    { i: { id } },
  );
  await wait();
  expect(JSON.stringify(await ask(null, wordsOf))).not.toContain(words);
});

test('it is on in production, off elsewhere, and can be set', () => {
  const keeps = (settings: Record<string, string>) => readConfig(settings).keepsAnswers;
  const production = { WIJKBEELD_MODE: 'production', DATABASE_URL: 'postgres://a@localhost/b' };
  expect(keeps({})).toBe(false);
  expect(keeps({ RESPONSE_CACHE: 'on' })).toBe(true);
  expect(keeps(production)).toBe(true);
  expect(keeps({ ...production, RESPONSE_CACHE: 'off' })).toBe(false);
});
