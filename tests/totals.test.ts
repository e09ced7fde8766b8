// Totals of a gemeente that a process keeps: whatever happens, they are what the database would say now.
import { eq, isNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { editionSpans, fieldNotes } from '../server/db/tables.ts';
import { loadPublishedNotes } from '../server/notes/published.ts';
import { nextRenewal } from '../server/notes/renewals.ts';
import { groundMoments } from '../server/privacy/releases.ts';
import { amira, askOn, esra, joris, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { logInput, makePlaces, openCell, publishNote, today } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const statements: string[] = [];
const database = await testDatabase((text) => statements.push(text));
const { db } = database;
await makePlaces(database);
const population = (...wijken: number[]) =>
  makeEdition(database, { year: 2025, figures: { population: perWijk(...wijken) } });
await population(...Array(12).fill(4000));
let now = today;
const ask = askOn(database, () => now);

/** As a reader gets them, kept or not, beside what the owner of the database reads, which is never kept. */
async function both() {
  const moments = groundMoments(false, now, now);
  const load = (by: typeof database.readDb) =>
    loadPublishedNotes(by, 'GM9001', ['WK900101'], moments);
  statements.length = 0;
  const reader = await load(database.readAs(null));
  const asked = statements.filter((text) => text.includes('"changesAt"')).length;
  const { totals, professions } = await load(database.readDb);
  expect({ totals: reader.totals, professions: reader.professions }).toEqual({
    totals,
    professions,
  });
  return { total: totals.total, asked };
}

test('totals are kept while nothing changes, and never longer', async () => {
  expect(await both()).toEqual({ total: 0, asked: 1 });
  const ids = await openCell(ask, esra, { placeCode: 'WK900101', theme: 'HOUSING' });
  expect((await both()).total).toBe(2);
  expect((await both()).total).toBe(2);
  // What nobody may see of yet changes nothing: it is not even asked again, unless the time of keeping is over.
  await ask(noor, 'mutation ($i: LogFieldNoteInput!) { logFieldNote(input: $i) { id } }', {
    i: logInput({ theme: 'HOUSING' }),
  });
  expect((await both()).total).toBe(2);
  const changes: readonly [total: number, change: () => Promise<unknown>][] = [
    [3, () => publishNote(ask, amira, esra, { theme: 'HOUSING', sourceType: 'CONTACT_PATTERN' })],
    [
      4,
      () =>
        ask(joris, 'mutation ($i: ConfirmFieldNoteInput!) { confirmFieldNote(input: $i) { id } }', {
          i: { id: 'a3a7d7f0-5c9b-4f43-9d3e-6a6d1c5b7f11', noteId: ids[0] },
        }),
    ],
    // Written past the program.
    [3, () => db.delete(fieldNotes).where(eq(fieldNotes.profession, 'GP'))],
    [0, () => population(20, ...Array(11).fill(4000))],
    [3, () => population(...Array(12).fill(4001))],
    [0, () => db.update(editionSpans).set({ liveTo: now }).where(isNull(editionSpans.liveTo))],
  ];
  for (const [total, change] of changes) {
    await change();
    const { total: found } = await both();
    expect([total, found]).toEqual([total, total]);
    expect((await both()).total).toBe(total);
  }
  await population(...Array(12).fill(4002));
  expect((await both()).total).toBe(3);
  // Time alone: the notes fade.
  now = new Date('2028-01-01T12:00:00Z');
  expect((await both()).total).toBe(0);
  now = today;
  expect((await both()).total).toBe(3);
});

test('most profiles of a gemeente cost no statement for its totals', async () => {
  const asked: number[] = [];
  for (let times = 0; times < 20; times += 1) asked.push((await both()).asked);
  expect(asked.filter((one) => one === 0).length).toBeGreaterThan(15);
});

test('a reader who times answers cannot tell a change from a renewal', () => {
  const key = Buffer.alloc(32, 7);
  const from = Date.UTC(2026, 8, 1);
  const renewals: number[] = [];
  for (let at = from; at < from + 21_600_000; ) {
    at = nextRenewal(key, 'GM9001', at);
    renewals.push(at);
  }
  // Another process, whenever it is asked, has the same ones; who lacks the key has others.
  const [first = 0, second = 0] = renewals;
  expect(nextRenewal(key, 'GM9001', first)).toBe(second);
  expect(nextRenewal(key, 'GM9001', second - 1)).toBe(second);
  const other = nextRenewal(Buffer.alloc(32, 8), 'GM9001', from);
  expect([other, nextRenewal(key, 'GM9002', from)]).not.toContain(first);
  // As many gaps of a second as in any process without memory: a change right behind a renewal is nothing special.
  const seconds = renewals.map((at) => Math.floor(at / 1000));
  const gaps = seconds.slice(1).map((at, nth) => at - (seconds[nth] ?? 0));
  expect(gaps.length).toBeGreaterThan(620);
  expect(gaps.length).toBeLessThan(820);
  const short = gaps.filter((gap) => gap === 1).length / gaps.length;
  const later = gaps.filter((gap) => gap === 31).length / gaps.filter((gap) => gap > 30).length;
  for (const share of [short, later]) {
    expect(share).toBeGreaterThan(0.015);
    expect(share).toBeLessThan(0.055);
  }
});

test('a reader who looks twice a second cannot tell either: renewals lie anywhere in it', () => {
  const key = Buffer.alloc(32, 7);
  const halves = { first: 0, second: 0 };
  for (let at = Date.UTC(2026, 8, 1), nth = 0; nth < 400; nth += 1) {
    at = nextRenewal(key, 'GM9001', at);
    halves[at % 1000 < 500 ? 'first' : 'second'] += 1;
    // Asked a moment before, another process has the same instant.
    expect(nextRenewal(key, 'GM9001', at - 1)).toBe(at);
  }
  for (const half of Object.values(halves)) expect(half).toBeGreaterThan(150);
});
