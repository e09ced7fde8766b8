// One box: what is found under which words, in which order, and that no text that people type breaks it.
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { createApp } from '../server/app.ts';
import { placeAliases } from '../server/db/tables.ts';
import { closeGently, listen } from '../server/http/listen.ts';
import { loadEntries, openEntries } from '../server/search/build.ts';
import type { Entry } from '../server/search/entries.ts';
import { findIn } from '../server/search/find.ts';
import { readQuery } from '../server/search/query.ts';
import { askedWords } from '../server/search/words.ts';
import { amira, askOn, bram, esra, joris, nobody, noor, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { logNote, openCell, publishNote, refusalOf, today } from './support/make.ts';
import { idsOf, makeTown, marked, searchAs } from './support/search.ts';

const database = await testDatabase();
await makeTown(database);
// Each search stands a little later, so that none rests on what the one before it read.
let moment = today.getTime();
const now = () => {
  moment += 1100;
  return new Date(moment);
};
const ask = askOn(database, now);
const first = async (as: string | null, text: string, more = {}) =>
  idsOf(await searchAs(ask, as, text, more))[0];

test.each([
  ['an exact code', 'WK900102', 'PLACE:WK900102'],
  ['a code in small letters', 'wk900102', 'PLACE:WK900102'],
  ['a name', 'Havenkwartier', 'PLACE:WK900102'],
  ['the beginning of a name', 'haven', 'PLACE:WK900102'],
  ['one character wrong', 'havenkwratier', 'PLACE:WK900102'],
  ['a name of before', 'Vogelkwartier', 'PLACE:WK900106'],
  ['what people call it', 'den haag', 'PLACE:GM0518'],
  ['without the apostrophe', 's gravenhage', 'PLACE:GM0518'],
  ['written as one word', 'denhaag', 'PLACE:GM0518'],
  ['without accents', 'nieuw uberhaven', 'PLACE:WK051899'],
  ['with its gemeente', 'centrum den haag', 'PLACE:WK051828'],
  ['an indicator', 'ernstig eenzaam', 'INDICATOR:eenzaam'],
  ['another form of its word', 'eenzame', 'THEME:SOCIAL_NETWORK'],
  ['a word for a theme', 'schulden', 'THEME:LIVELIHOOD'],
  ['a compound word', 'jongerenoverlast', 'THEME:LIVING_ENVIRONMENT'],
  ['an English label', 'Informal care', 'THEME:INFORMAL_CARE'],
  ['a source', 'test monitor', 'SOURCE:test-monitor'],
])('%s finds it', async (_what, text, id) => {
  expect(await first(nobody, text)).toBe(id);
});

test('a code that was used again finds its area of now first and that of before next', async () => {
  const found = await searchAs(ask, nobody, 'WK900110');
  expect(idsOf(found)).toEqual(['PLACE:WK900110', 'PLACE:WK9001AA']);
});

test('a sensitive indicator is not found', async () => {
  expect(idsOf(await searchAs(ask, bram, 'herkomstcijfer'))).toEqual([]);
});

test('no text breaks a search, and signs mean nothing', async () => {
  const plain = idsOf(await searchAs(ask, nobody, 'havenkwartier'));
  for (const text of [
    ...[
      'wijk:havenkwartier',
      '+havenkwartier',
      '-havenkwartier',
      'havenkwartier^100',
      '~havenkwartier',
    ],
    ...[
      'havenkwartier~9',
      '*havenkwartier*',
      '"havenkwartier',
      "havenkwartier' | !",
      '(havenkwartier &',
    ],
  ]) {
    expect(idsOf(await searchAs(ask, nobody, text))).toContain(plain[0]);
    await searchAs(ask, esra, text);
  }
  for (const text of ['', ' ', '*', ':*', "'", '\\', '& | !', '<->', '🙂', 'а'.repeat(200)]) {
    expect((await searchAs(ask, esra, text)).edges).toEqual([]);
  }
  const tooLong = await ask(nobody, `{ search(text: "${'a'.repeat(201)}") { edges { cursor } } }`);
  expect(refusalOf(tooLong)).toEqual({ code: 'BAD_USER_INPUT', field: 'text' });
});

test('one character finds no beginnings', async () => {
  expect(idsOf(await searchAs(ask, nobody, 'h'))).toEqual([]);
  expect(idsOf(await searchAs(ask, nobody, 'ha'))).toContain('PLACE:WK900102');
});

test('pages are parts of one list, also when something is published in between', async () => {
  const kinds = ['PLACE'];
  const whole = await searchAs(ask, nobody, 'wijk rand kade oost', { kinds, first: 100 });
  expect(whole.edges.length).toBeGreaterThan(3);
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page = await searchAs(ask, nobody, 'wijk rand kade oost', { kinds, first: 2, after });
    ids.push(...idsOf(page));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(ids).toEqual(idsOf(whole));
  const bad = await ask(nobody, '{ search(text: "haven", after: "x") { edges { cursor } } }');
  expect(refusalOf(bad)).toEqual({ code: 'BAD_USER_INPUT', field: 'after' });
});

test('within a place only its places are found', async () => {
  const found = idsOf(await searchAs(ask, nobody, 'rand', { within: 'GM9002', kinds: ['PLACE'] }));
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((id) => id.includes('9002'))).toBe(true);
});

const cell = { placeCode: 'WK900102', theme: 'LIVING_ENVIRONMENT' };
const text = 'Bij de steiger is veel jongerenoverlast en geluid.';
const interpretationText = 'Misschien door de sluiting van het jongerencentrum.';

test('words are found by who may read them, in every form, and nobody else', async () => {
  await openCell(ask, esra, cell);
  const id = await publishNote(ask, noor, esra, {
    ...cell,
    observationText: text,
    interpretationText,
  });
  const note = `FIELD_NOTE:${id}`;
  for (const words of ['steigers', 'jongeren overlast', 'sluiting jongerencentrum', 'steig']) {
    expect(idsOf(await searchAs(ask, bram, words))).toContain(note);
  }
  expect(await first(bram, 'steiger', { within: 'WK900102' })).toBe(note);
  expect(idsOf(await searchAs(ask, bram, 'steiger', { within: 'WK900103' }))).toEqual([]);
  for (const as of [
    nobody,
    otto,
    'demo:ADMIN:GM9001',
    'demo:COUNCIL:GM9001',
    'demo:AUDITOR:GM9001',
  ]) {
    expect(idsOf(await searchAs(ask, as, 'steiger'))).toEqual([]);
  }
  const [hit] = (await searchAs(ask, bram, 'steiger')).edges;
  expect(hit && marked(hit.node)).toContain('de [steiger] is');
  expect(hit?.node.fieldNote).toEqual({ id, textState: 'READABLE' });
  expect((await searchAs(ask, bram, 'steiger')).groups).toEqual([
    { kind: 'FIELD_NOTE', count: 'N1' },
  ]);
});

test('of a public note everyone finds the approved words, and the circle the note itself', async () => {
  const id = await publishNote(
    ask,
    joris,
    esra,
    { ...cell, observationText: 'Op de kademuur wordt gevist en geruzied.' },
    { publicationLevel: 'PUBLIC', excerpt: 'Op de kademuur wordt gevist.' },
  );
  const shown = await searchAs(ask, nobody, 'kademuur');
  expect(idsOf(shown)).toEqual([`STATEMENT:${id}`]);
  expect(shown.edges.map(({ node }) => marked(node))).toEqual(['Op de [kademuur] wordt gevist.']);
  expect(shown.edges[0]?.node.detail).toBe('Havenkwartier');
  expect(idsOf(await searchAs(ask, nobody, 'geruzied'))).toEqual([]);
  expect(idsOf(await searchAs(ask, bram, 'kademuur'))).toEqual([`FIELD_NOTE:${id}`]);
  expect(idsOf(await searchAs(ask, otto, 'kademuur'))).toEqual([]);
  expect(idsOf(await searchAs(ask, otto, 'kademuur', { within: 'GM9001' }))).toEqual([
    `STATEMENT:${id}`,
  ]);
});

test('an author finds own drafts, a reviewer what was handed in, and reading it is audited', async () => {
  const observationText = 'Bij het plantsoentje staat water.';
  const id = await logNote(ask, noor, { ...cell, observationText, asDraft: true });
  expect(idsOf(await searchAs(ask, noor, 'plantsoentje'))).toEqual([`FIELD_NOTE:${id}`]);
  for (const as of [esra, joris, amira, bram]) {
    expect(idsOf(await searchAs(ask, as, 'plantsoentje'))).toEqual([]);
  }
  await ask(noor, 'mutation ($id: UUID!) { submitFieldNote(id: $id) { id } }', { id });
  const { rows: before } = await database.pool.query(
    `select from audit_lines where object_type = 'search'`,
  );
  expect(idsOf(await searchAs(ask, esra, 'plantsoentje'))).toEqual([`FIELD_NOTE:${id}`]);
  const { rows: after } = await database.pool.query(
    `select from audit_lines where object_type = 'search'`,
  );
  expect(after.length).toBe(before.length + 1);
});

test('what is taken back, and what is said publicly on what is done, is gone and found at once', async () => {
  const id = await publishNote(ask, noor, esra, {
    ...cell,
    observationText: 'De pontonbrug is stuk.',
  });
  expect(idsOf(await searchAs(ask, bram, 'pontonbrug'))).toEqual([`FIELD_NOTE:${id}`]);
  await ask(noor, 'mutation ($id: UUID!) { withdrawFieldNote(input: { id: $id }) { id } }', { id });
  for (const as of [bram, esra, noor]) {
    expect(idsOf(await searchAs(ask, as, 'pontonbrug'))).toEqual([]);
  }
  const action = { ...cell, id: randomUUID(), action: 'Meer licht.', owner: 'Stadsbeheer' };
  await ask(esra, 'mutation ($i: RecordFollowUpInput!) { recordFollowUp(input: $i) { id } }', {
    i: action,
  });
  await ask(esra, 'mutation ($i: CloseFollowUpInput!) { closeFollowUp(input: $i) { id } }', {
    i: {
      ...{ id: action.id, result: 'TAKEN_UP', feedback: 'Dank, er komt licht.' },
      publicSentence: 'Er komen lantaarnpalen langs de kade.',
    },
  });
  expect(await first(nobody, 'lantaarnpaal')).toBe(`STATEMENT:followUp:${action.id}`);
});

test('words are cleaned, small ones left out while there are others', () => {
  expect(askedWords("De 's-Gravenhaagse Financiën & de markt")).toEqual([
    'gravenhaagse',
    'financien',
    'markt',
  ]);
  expect(askedWords('in de')).toEqual(['in', 'de']);
  expect(askedWords(Array.from({ length: 30 }, (_, i) => `w${i}`).join(' '))).toHaveLength(12);
  expect(readQuery('eenzaamheid')[0]?.stem).toBe(readQuery('eenzame')[0]?.stem);
  expect(readQuery('jongerenoverlast')[0]?.parts).toEqual(['jongeren', 'overlast']);
});

test('own notes are searched on the device by the same code', () => {
  const opened = openEntries([
    {
      ...{ id: 'FIELD_NOTE:1', kind: 'FIELD_NOTE', code: '1', title: 'Wonen', detail: '' },
      text: 'Er is schimmel in de portieken.',
    },
  ]);
  expect(findIn(opened, 'portiek', { most: 5 }).map(({ entry }) => entry.id)).toEqual([
    'FIELD_NOTE:1',
  ]);
  expect(findIn(opened, '^', { most: 5 })).toEqual([]);
});

test('browsers fetch the catalogue once, by the name of its content, and search it on their own', async () => {
  const log = pino({ level: 'silent' });
  const { express } = createApp({ schema, database, log, demoTokens: true, now });
  const server = await listen(express, 0, '127.0.0.1');
  onTestFinished(() => closeGently(server));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const catalogue = await fetch(`${url}/search/catalogue.json`, {
    headers: { 'accept-encoding': 'br' },
  });
  const [, hash] = /\/search\/catalogue-([0-9a-f]{16})\.json$/.exec(catalogue.url) ?? [];
  expect(hash).toBeDefined();
  expect(catalogue.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(catalogue.headers.get('content-encoding')).toBe('br');
  const { entries, index } = (await catalogue.json()) as { entries: Entry[]; index: object };
  const [best] = findIn(loadEntries(entries, index), 'havenkwratier', { most: 5 });
  expect(best?.entry.id).toBe('PLACE:WK900102');
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(
    new Set(['PLACE', 'THEME', 'INDICATOR', 'SOURCE']),
  );
  const etag = catalogue.headers.get('etag') ?? '';
  const again = await fetch(catalogue.url, {
    headers: { 'if-none-match': etag, 'accept-encoding': 'br' },
  });
  expect([again.status, etag]).toEqual([304, `"${hash}-br"`]);
  for (const encoding of ['identity', 'gzip']) {
    const same = await fetch(catalogue.url, { headers: { 'accept-encoding': encoding } });
    expect(same.headers.get('etag')).toBe(`"${hash}-${encoding}"`);
    expect(await same.json()).toEqual({ hash, entries, index });
  }
  await database.db.insert(placeAliases).values({ alias: 'Watertown', code: 'GM9001' });
  expect((await fetch(catalogue.url)).status).toBe(404);
  const next = await fetch(`${url}/search/catalogue.json`);
  expect(next.url).not.toBe(catalogue.url);
  expect(await first(nobody, 'watertown')).toBe('PLACE:GM9001');
});
