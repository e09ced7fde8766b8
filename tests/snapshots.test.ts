// Citable snapshots: what they hold, that they never change, and that history is compared with them.
import { createHash, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { auditLines, snapshots } from '../server/db/tables.ts';
import { amira, askOn, bram, esra, ilse, joris, nobody, noor, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import {
  lastingPseudonym,
  linesAbout,
  makePlaces,
  publishNote,
  refusalOf,
  today,
} from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const database = await testDatabase();
const { db } = database;
await makePlaces(database);
let now = today;
const ask = askOn(database, () => now);
const pim = 'demo:POLICY:GM9001';
const excerpt = 'Oudere bewoners komen minder buiten.';
const notes: string[] = [];

interface Snapshot {
  readonly id: string;
  readonly code: string;
  readonly year: number;
  readonly asOf: string;
  readonly madeAt: string;
  readonly hash: string;
  readonly address: string;
  readonly content: string;
  readonly isUnchanged: boolean;
  readonly stillMatches: string;
}
const fields = 'id code year asOf madeAt hash address content isUnchanged stillMatches';

const make = (as: string | null, changes: Record<string, unknown> = {}) =>
  ask<{ makeSnapshot: Snapshot }>(
    as,
    `mutation ($input: MakeSnapshotInput!) { makeSnapshot(input: $input) { ${fields} } }`,
    { input: { id: randomUUID(), code: 'WK900101', year: 2025, asOf: '2026-03-14', ...changes } },
  );
async function made(as: string, changes: Record<string, unknown> = {}) {
  const { data, errors } = await make(as, changes);
  if (errors) throw new Error(`The snapshot was refused: ${errors[0]?.message}`);
  return data.makeSnapshot;
}
const read = async (id: string) => {
  const { data } = await ask<{ snapshot: Snapshot | null }>(
    nobody,
    `query ($id: UUID!) { snapshot(id: $id) { ${fields} } }`,
    { id },
  );
  return data.snapshot;
};
const verify = async (id: string, hash: string) => {
  const { data } = await ask<{ verifySnapshot: string }>(
    nobody,
    'query ($id: UUID!, $hash: String!) { verifySnapshot(id: $id, hash: $hash) }',
    { id, hash },
  );
  return data.verifySnapshot;
};
const countRows = () => Promise.all([snapshots, auditLines].map((table) => db.$count(table)));

beforeAll(async () => {
  await makeEdition(database, {
    year: 2024,
    table: 'town',
    figures: {
      population: { GM9001: 12000, ...perWijk(...Array.from({ length: 12 }, () => 1000)) },
      loneliness: { GM9001: 50, ...perWijk(70, 48, 49, 50, 51, 52, 47, 46, 53, 50, 51, 30) },
      origin: perWijk(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
    },
    indicators: { origin: { theme: 'PARTICIPATION', sensitive: true } },
  });
  now = new Date('2026-02-10T10:00:00Z');
  for (const as of [noor, joris]) {
    const review = { publicationLevel: 'PUBLIC', excerpt };
    notes.push(await publishNote(ask, as, esra, { severity: 'WORRYING' }, review));
  }
  notes.push(await publishNote(ask, amira, esra, { severity: 'SERIOUS' }));
  const input = {
    ...{ id: randomUUID(), placeCode: 'WK900101', theme: 'SOCIAL_NETWORK' },
    ...{ action: 'Het buurthuis weer openen.', owner: 'Welzijnswerk' },
  };
  await ask(
    esra,
    'mutation ($input: RecordFollowUpInput!) { recordFollowUp(input: $input) { id } }',
    { input },
  );
  now = today;
});

test('a snapshot keeps what everyone may see, under its hash, and leaves a line', async () => {
  const snapshot = await made(bram);
  expect(snapshot).toMatchObject({
    ...{ code: 'WK900101', year: 2025, asOf: '2026-03-14', madeAt: today.toISOString() },
    ...{ address: `/snapshots/${snapshot.id}`, isUnchanged: true, stillMatches: 'SAME' },
    hash: createHash('sha256').update(snapshot.content).digest('hex'),
  });
  const content = JSON.parse(snapshot.content);
  const network = content.themes.find((one: { theme: string }) => one.theme === 'SOCIAL_NETWORK');
  expect(network).toMatchObject({
    signal: { display: 'SHOWN', voices: 'N2_4', highestSeverity: 'SERIOUS', stage: 'NOTICED' },
    concordance: { outcome: 'CONFIRMED', monitor: 'RAISED', ground: 'RAISED' },
    figures: [{ indicator: 'loneliness', current: { state: 'OK', value: 70 } }],
    followUps: [{ result: null, fedBackOn: null }],
  });
  expect(await read(snapshot.id)).toEqual(snapshot);
  expect(await linesAbout(database, snapshot.id)).toMatchObject([
    {
      event: 'SNAPSHOT_MADE',
      actor: await lastingPseudonym(database, bram),
      details: { placeCode: 'WK900101', hash: snapshot.hash },
    },
  ]);
});

test('its content is the same whoever makes it and whenever, for the same day', async () => {
  const first = await made(bram);
  now = new Date('2026-04-20T08:00:00Z');
  const others = [await made(esra), await made(pim)];
  now = today;
  for (const other of others) expect(other.hash).toBe(first.hash);
  const keysOf = (value: unknown): string[][] =>
    value !== null && typeof value === 'object'
      ? [
          ...(Array.isArray(value) ? [] : [Object.keys(value)]),
          ...Object.values(value).flatMap(keysOf),
        ]
      : [];
  for (const keys of keysOf(JSON.parse(first.content))) expect(keys).toEqual([...keys].sort());
});

test('it holds no words, no note, no sensitive figure and nothing of reviewers', async () => {
  const { content } = await made(esra);
  for (const hidden of [excerpt, 'buurthuis', 'Welzijnswerk', 'origin', ...notes]) {
    expect(content).not.toContain(hidden);
  }
});

test('without a year and a day it is of now, and asked again it still says the same', async () => {
  const snapshot = await made(bram, { year: null, asOf: null });
  expect(snapshot).toMatchObject({ year: 2025, asOf: '2026-03-15', stillMatches: 'SAME' });
  now = new Date('2026-03-15T20:00:00Z');
  const extra = await publishNote(ask, noor, esra, { theme: 'HOUSING' });
  expect(extra).toBeTruthy();
  now = new Date('2026-05-01T10:00:00Z');
  expect((await read(snapshot.id))?.stillMatches).toBe('SAME');
  now = today;
});

test('what is withdrawn later leaves the snapshot and its history as they were', async () => {
  const snapshot = await made(bram, { asOf: '2026-03-12' });
  now = new Date('2026-03-20T10:00:00Z');
  await ask(noor, 'mutation ($id: UUID!) { withdrawFieldNote(input: { id: $id }) { status } }', {
    id: notes[0],
  });
  expect(await read(snapshot.id)).toEqual(snapshot);
  const later = await made(bram, { asOf: '2026-03-20' });
  expect(later.content).toContain('"display":"TOO_FEW"');
  now = today;
});

test('a history that was corrected shows as changed, while the snapshot stays whole', async () => {
  const snapshot = await made(bram, { code: 'WK900103', asOf: '2026-03-12' });
  await database.pool.query(
    `update figure_rows set "values" = array_fill(1::float8, array[cardinality("values")]) where place_code = 'WK900103'`,
  );
  expect(await read(snapshot.id)).toMatchObject({
    ...{ hash: snapshot.hash, isUnchanged: true, stillMatches: 'HISTORY_CHANGED' },
  });
  expect(await verify(snapshot.id, snapshot.hash)).toBe('VERIFIED');
});

test('a cited hash is held against the stored content', async () => {
  const { id, hash } = await made(bram);
  expect(await verify(id, hash)).toBe('VERIFIED');
  expect(await verify(id, ` ${hash.toUpperCase()}`)).toBe('VERIFIED');
  expect(await verify(id, '0'.repeat(64))).toBe('WRONG_HASH');
  expect(await verify(randomUUID(), hash)).toBe('UNKNOWN');
  expect(await read(randomUUID())).toBeNull();
});

test('the database refuses to change or remove one, and what gets past that shows', async () => {
  const { id, hash } = await made(bram);
  const change = 'update snapshots set content = $1 where id = $2';
  const remove = 'delete from snapshots where id = $1';
  await expect(database.pool.query(change, ['{}', id])).rejects.toThrow(/never changed/);
  await expect(database.pool.query(remove, [id])).rejects.toThrow(/never changed/);
  await database.pool.query('alter table snapshots disable trigger snapshots_immutable');
  await database.pool.query(change, ['{}', id]);
  await database.pool.query('alter table snapshots enable trigger snapshots_immutable');
  expect(await read(id)).toMatchObject({ isUnchanged: false, stillMatches: 'HISTORY_CHANGED' });
  expect(await verify(id, hash)).toBe('CONTENT_CHANGED');
});

test.each([
  ['who is not signed in', nobody, 'UNAUTHENTICATED'],
  ['an observer', noor, 'FORBIDDEN'],
  ['a resident', 'demo:RESIDENT:GM9001', 'FORBIDDEN'],
  ['a council member', 'demo:COUNCIL:GM9001', 'FORBIDDEN'],
  ['an administrator', ilse, 'FORBIDDEN'],
  ['an auditor', 'demo:AUDITOR:GM9001', 'FORBIDDEN'],
  ['a reviewer of another gemeente', otto, 'FORBIDDEN'],
])('%s cannot make one', async (_who, as, code) => {
  const before = await countRows();
  expect(refusalOf(await make(as)).code).toBe(code);
  expect(await countRows()).toEqual(before);
});

test.each([
  ['a day to come', { asOf: '2026-03-16' }, 'BAD_USER_INPUT', 'input.asOf'],
  ['a year in which the wijk did not exist', { year: 2019 }, 'BAD_USER_INPUT', 'input.year'],
  ['a wijk that does not exist', { code: 'WK900150', year: null }, 'NOT_FOUND', undefined],
])('%s is refused and leaves nothing behind', async (_what, changes, code, field) => {
  const before = await countRows();
  expect(refusalOf(await make(bram, changes))).toEqual({ code, field });
  expect(await countRows()).toEqual(before);
});

test('sent five times at once it is made once; an id that stands for another is a conflict', async () => {
  const id = randomUUID();
  const before = await countRows();
  const sent = await Promise.all([1, 2, 3, 4, 5].map(() => make(bram, { id })));
  expect(sent.map((one) => refusalOf(one).code)).toEqual(Array(5).fill(undefined));
  expect(await countRows()).toEqual(before.map((count) => count + 1));
  expect(await db.$count(snapshots, eq(snapshots.id, id))).toBe(1);
  const gemeente2 = 'demo:ANALYST:GM9002';
  for (const answer of [
    await make(bram, { id, code: 'WK900102' }),
    await make(bram, { id, asOf: '2026-03-13' }),
    await make(gemeente2, { id, code: 'WK900201' }),
  ]) {
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', id });
  }
});

test('one that fails in the middle leaves nothing behind', async () => {
  const before = await countRows();
  await database.pool.query(
    'alter table audit_lines add constraint audit_lines_closed check (number < 0) not valid',
  );
  const answer = await make(bram);
  await database.pool.query('alter table audit_lines drop constraint audit_lines_closed');
  expect(refusalOf(answer).code).toBe('INTERNAL_SERVER_ERROR');
  expect(await countRows()).toEqual(before);
});
