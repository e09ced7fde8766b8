// Random queries as everyone, held against what the database itself gives; the long form is `npm run sweep`.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedWaterrijk } from '../seeds/waterrijk.ts';
import { actorOfDemoToken } from '../server/access/demo.ts';
import { askOn, bram, esra, ilse, joris, noor, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { logNote, today } from './support/make.ts';
import { allSecrets, findLeak, secretsFor } from './sweep/leaks.ts';
import { sweep } from './sweep/sweep.ts';

const database = await testDatabase();
const ask = askOn(database, () => today);

beforeAll(async () => {
  await seedWaterrijk(database, today);
});

test('no answer to any role holds a word, person or organisation beyond the policy table', async () => {
  const report = await sweep(database, ask, { seed: 20, queries: 140 });
  expect(report.leaks).toEqual([]);
  expect(report.answered).toBeGreaterThan(40);
  expect(report.refused.INTERNAL_SERVER_ERROR).toBeUndefined();
});

test('the sweep finds what is there: a reviewer’s answer is a leak to anyone else', async () => {
  const answer = await ask(
    esra,
    '{ reviewQueue(within: "GM9001") { edges { node { observationText } } } }',
  );
  const all = await allSecrets(database);
  const as = async (token: string | null) =>
    findLeak(answer, await secretsFor(database, all, token ? actorOfDemoToken(token) : null));
  expect(await as(esra)).toBeUndefined();
  for (const token of [null, bram, ilse, otto]) {
    expect(await as(token)).toBe('.data.reviewQueue.edges.0.node.observationText');
  }
});

describe('what may not be seen is refused in the same words as what does not exist', () => {
  const mutations: [name: string, document: string][] = [
    [
      'reviseFieldNote',
      'reviseFieldNote(input: { id: $id, version: 1, severity: SERIOUS }) { id }',
    ],
    ['withdrawFieldNote', 'withdrawFieldNote(input: { id: $id }) { id }'],
    ['submitFieldNote', 'submitFieldNote(id: $id) { id }'],
    ['discardDraft', 'discardDraft(id: $id)'],
    [
      'reviewFieldNote',
      'reviewFieldNote(input: { id: $id, version: 1, decision: PUBLISH, publicationLevel: CIRCLE }) { id }',
    ],
    [
      'confirmFieldNote',
      'confirmFieldNote(input: { id: "5f0f3a58-6f39-4a48-8f5e-2f0a3ad5a3b1", noteId: $id }) { id }',
    ],
  ];
  const readers = [
    joris,
    bram,
    ilse,
    otto,
    'demo:OBSERVER:GM9002:elders:GP',
    'demo:AUDITOR:GM9001',
    null,
  ];

  test.each(mutations)('%s', async (_name, field) => {
    const hidden = [await logNote(ask, noor), await logNote(ask, noor, { asDraft: true })];
    const document = `mutation ($id: UUID!) { ${field} }`;
    for (const reader of readers) {
      const nowhere = randomUUID();
      const none = await ask(reader, document, { id: nowhere });
      for (const id of hidden) {
        const some = await ask(reader, document, { id });
        expect(JSON.stringify(some).replaceAll(id, 'ID')).toBe(
          JSON.stringify(none).replaceAll(nowhere, 'ID'),
        );
      }
    }
  });

  test('fieldNote', async () => {
    const id = await logNote(ask, noor);
    for (const reader of readers) {
      const { data } = await ask(reader, 'query ($id: UUID!) { fieldNote(id: $id) { id } }', {
        id,
      });
      expect(data).toEqual({ fieldNote: null });
    }
  });
});
