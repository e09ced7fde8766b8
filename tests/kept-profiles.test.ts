// What a process keeps of profiles: whatever happens, the public reads what the database would say now.
import { randomUUID } from 'node:crypto';
import { eq, isNull, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { editionSpans, fieldNotes, figureRows, places } from '../server/db/tables.ts';
import { loadProfile } from '../server/profiles/load.ts';
import type { Profile } from '../server/profiles/profile.ts';
import { askOn, esra, ilse, joris, nobody } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, openCell, today } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const statements: string[] = [];
const database = await testDatabase((text) => statements.push(text));
const { db } = database;
await makePlaces(database);
const publish = (loneliness: number, inhabitants = 4000) =>
  makeEdition(database, {
    year: 2025,
    figures: {
      population: perWijk(inhabitants, ...Array(11).fill(4000)),
      loneliness: { GM9001: 40, ...perWijk(loneliness, ...Array(11).fill(30)) },
    },
  });
await publish(70);
let now = today;
const ask = askOn(database, () => now);
const request = { code: 'WK900101' };

/** All of it, with what is worked out when it is asked for. */
const written = (profile: Profile | null) =>
  JSON.stringify(profile, (_key, value) => (typeof value === 'function' ? value() : value));

/** The profile as the public gets it, kept or not, beside what is read inside a transaction, of which nothing is kept. */
async function told() {
  statements.length = 0;
  const kept = await loadProfile(database.readAs(null), null, request, now);
  const asked = statements.length;
  const fresh = await db.transaction((tx) => loadProfile(tx, null, request, now));
  expect(written(kept)).toBe(written(fresh));
  const housing = kept?.themes.find(({ theme }) => theme === 'HOUSING')?.signal;
  const figures = kept?.themes.flatMap((theme) => theme.figures) ?? [];
  const lonely = figures.find(({ indicator }) => indicator.key === 'loneliness')?.current.value;
  return { asked, lonely, groundAsOf: kept?.groundAsOf, ...housing };
}

const setThreshold = () =>
  ask(
    ilse,
    'mutation ($i: DisclosureThresholdInput!) { setDisclosureThreshold(input: $i) { least } }',
    {
      i: { gemeente: 'GM9001', kind: 'ORGANISATIONS', least: 5 },
    },
  );
const undoThreshold = () =>
  ask(
    ilse,
    'mutation { undoDisclosureThreshold(gemeente: "GM9001", kind: ORGANISATIONS, version: 1) { least } }',
  );

const confirm = (noteId: string) =>
  ask(joris, 'mutation ($i: ConfirmFieldNoteInput!) { confirmFieldNote(input: $i) { id } }', {
    i: { id: randomUUID(), noteId },
  });

const assign = (owner: string) =>
  ask(esra, 'mutation ($i: AssignSignalInput!) { assignSignal(input: $i) { version } }', {
    i: { placeCode: 'WK900101', theme: 'HOUSING', owner, stage: 'SCREENING', version: 0 },
  });

test('each change is told at once', async () => {
  const cell = { placeCode: 'WK900101', theme: 'HOUSING' } as const;
  expect(await told()).toMatchObject({ display: 'NOBODY_LOOKING', lonely: 70 });
  const [first = '', second = ''] = await openCell(ask, esra, cell);
  expect(await told()).toMatchObject({ display: 'SHOWN', voices: 'N2_4' });
  const changes: readonly [expected: object, change: () => Promise<unknown>][] = [
    [{ lonely: 71 }, () => publish(71)],
    [
      { lonely: 72 },
      () => db.update(figureRows).set({ values: sql`array_replace("values", 71, 72)` }),
    ],
    [{ place: { name: 'Elders' } }, () => db.update(places).set({ name: 'Elders' })],
    [{ owner: 'Team Noord', version: 1 }, () => assign('Team Noord')],
    [{ display: 'NOBODY_LOOKING', voices: null }, setThreshold],
    [{ display: 'SHOWN' }, undoThreshold],
    [{ display: 'SHOWN' }, () => confirm(second)],
    // Written past the program.
    [{ display: 'NOBODY_LOOKING' }, () => db.delete(fieldNotes).where(eq(fieldNotes.id, first))],
    [
      { lonely: undefined },
      () => db.update(editionSpans).set({ liveTo: now }).where(isNull(editionSpans.liveTo)),
    ],
  ];
  for (const [expected, make] of changes) {
    await make();
    expect(await told()).toMatchObject(expected);
    expect(await told()).toMatchObject(expected);
  }
});

test('time alone is told as well: notes fade, and months end', async () => {
  await openCell(ask, esra, { placeCode: 'WK900101', theme: 'HOUSING' });
  await publish(70);
  const days: readonly [day: string, display: string][] = [
    ['2026-03-31T21:59:00Z', 'SHOWN'],
    ['2026-03-31T22:01:00Z', 'SHOWN'],
    ['2028-01-01T12:00:00Z', 'NOBODY_LOOKING'],
    ['2026-03-31T22:01:00Z', 'SHOWN'],
  ];
  const released: unknown[] = [];
  for (const [day, display] of days) {
    now = new Date(day);
    expect((await told()).display).toBe(display);
    released.push((await told()).groundAsOf);
  }
  expect(released).toEqual(['2026-02-28', '2026-03-31', '2027-12-31', '2026-03-31']);
});

test('a wijk asked again costs two statements, and what is kept for the public is for the public', async () => {
  const asked: number[] = [];
  for (let times = 0; times < 20; times += 1) asked.push((await told()).asked);
  expect(asked.filter((one) => one === 2).length).toBeGreaterThan(15);
  const words = async (as: string | null) => {
    const query = `{ wijkProfile(code: "WK900101") { themes { signal { excerpts { words } } } } }`;
    const { data } = await ask<{
      wijkProfile: { themes: { signal: { excerpts: { words: string }[] } }[] };
    }>(as, query);
    return data.wijkProfile.themes.flatMap(({ signal }) => signal.excerpts).length;
  };
  const [outside, inside, again] = [await words(nobody), await words(esra), await words(nobody)];
  expect(outside).toBe(0);
  expect(inside).toBeGreaterThan(0);
  expect(again).toBe(0);
});
