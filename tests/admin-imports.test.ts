// Imports and quarantine as an administrator reads them.
import { expect, test } from 'vitest';
import { insertQuarantine } from '../server/monitors/quarantine.ts';
import { announceImport } from '../server/monitors/running.ts';
import { askOn, bram, esra, ilse, nobody, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, refusalOf, today } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const database = await testDatabase();
await makePlaces(database);
const ask = askOn(database, () => today);
/** Administrator of the neighbour. */
const ines = 'demo:ADMIN:GM9002';

const first = await makeEdition(database, { year: 2024, figures: { loneliness: perWijk(10) } });
const second = await makeEdition(database, { year: 2024, figures: { loneliness: perWijk(12) } });
await insertQuarantine(database.db, {
  editionId: second,
  importKind: 'figures',
  fileName: 'eenzaamheid.csv',
  rows: [
    {
      ...{ line: 7, reason: 'UNKNOWN_PLACE', raw: ['WK900177', '3'] },
      explanation: 'WK900177 is no wijk of 2024; correct the code.',
    },
  ],
  now: today,
});

const imports = `query ($status: EditionStatus) { editions(first: 10, status: $status) { edges { node {
  number scope status supersededBy diff { against changedValues } } } } }`;
const setAside =
  '{ quarantine(first: 10) { edges { node { edition fileName line reason explanation meaning } } } }';

test('an administrator reads what was imported for the own gemeente, and what it changed', async () => {
  const { data } = await ask<{ editions: { edges: { node: object }[] } }>(ilse, imports);
  expect(data.editions.edges.map(({ node }) => node)).toMatchObject([
    { number: second, scope: 'GM9001', status: 'LIVE', diff: { against: [first] } },
    { number: first, scope: 'GM9001', status: 'SUPERSEDED', supersededBy: second },
  ]);
  const live = await ask<{ editions: { edges: object[] } }>(ilse, imports, { status: 'LIVE' });
  expect(live.data.editions.edges).toHaveLength(1);
});

test('what was set aside is explained, without the row as it came', async () => {
  const { data } = await ask<{ quarantine: { edges: { node: { meaning: string } }[] } }>(
    ilse,
    setAside,
  );
  expect(data.quarantine.edges.map(({ node }) => node)).toMatchObject([
    { edition: second, fileName: 'eenzaamheid.csv', line: 7, reason: 'UNKNOWN_PLACE' },
  ]);
  expect(data.quarantine.edges[0]?.node.meaning).not.toBe('');
  const raw = await ask(ilse, '{ quarantine { edges { node { raw } } } }');
  expect(refusalOf(raw).code).toBe('BAD_USER_INPUT');
});

test('an administrator of the neighbour reads nothing of it', async () => {
  const { data } = await ask<{ editions: { edges: [] } }>(ines, imports);
  expect(data.editions.edges).toEqual([]);
  const other = await ask<{ quarantine: { edges: [] } }>(ines, setAside);
  expect(other.data.quarantine.edges).toEqual([]);
});

test.each([
  ['observer', noor],
  ['reviewer', esra],
  ['analyst', bram],
  ['public', nobody],
])('the %s reads neither', async (_role, as) => {
  for (const query of [imports, setAside]) {
    const answer = await ask(as, query);
    expect(refusalOf(answer).code).toBe(as === nobody ? 'UNAUTHENTICATED' : 'FORBIDDEN');
  }
});

test('an administrator follows an import that runs, and reads that one was broken off', async () => {
  const following = '{ runningImports { source phase done total isSilent } }';
  const announced = await announceImport(database.db, '85984NED');
  announced.tell('STORING', 30, 120);
  await expect
    .poll(async () => (await ask(ilse, following)).data, { timeout: 10_000 })
    .toEqual({
      runningImports: [
        { source: '85984NED', phase: 'STORING', done: 30, total: 120, isSilent: false },
      ],
    });
  const later = askOn(database, () => new Date(Date.now() + 60_000));
  expect((await later(ilse, following)).data).toMatchObject({
    runningImports: [{ isSilent: true }],
  });
  for (const as of [noor, esra, bram, nobody]) {
    expect(refusalOf(await ask(as, following)).code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
  }
  await announced.end();
  expect((await ask(ilse, following)).data).toEqual({ runningImports: [] });
});
