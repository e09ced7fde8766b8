// The handling of a signal belongs to an area, not to a code: codes are used again, and areas get other codes.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { codeIn, divisionRows } from '../seeds/places.ts';
import { recordDivision } from '../server/places/division.ts';
import { askOn, bram, esra, joris, nobody, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { publishNote } from './support/make.ts';

const database = await testDatabase();
let now = new Date('2025-06-15T10:00:00Z');
const ask = askOn(database, () => now);

/** Nieuwe Eilanden: WK900110 until 2025, WK9001AA from 2026, when Rietmoeras got WK900110. */
const before = codeIn('eilanden', 2025);
const after = codeIn('eilanden', 2026);
const reused = codeIn('rietmoeras', 2026);
const theme = 'HOUSING';
const ids = { action: randomUUID(), dialogue: randomUUID(), document: randomUUID() };

const record = (year: number) =>
  database.db.transaction((tx) =>
    recordDivision(tx, { year, rows: divisionRows(year), isPublished: true }),
  );

async function send(as: string, mutation: string, type: string, input: Record<string, unknown>) {
  const query = `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { __typename } }`;
  const { errors } = await ask(as, query, { input });
  expect(errors).toBeUndefined();
}

interface View {
  theme: { code: string };
  signal: { stage: string; owner: string | null; version: number };
  followUps: { id: string }[];
  interpretations: { id: string }[];
  knownDocuments: { id: string }[];
  reactions: { text: string }[];
}

async function handlingOf(code: string, year?: number): Promise<View> {
  const { data, errors } = await ask<{ wijkProfile: { themes: View[] } }>(
    bram,
    `query ($code: WijkCode!, $year: Int) { wijkProfile(code: $code, year: $year) { themes { theme { code }
      signal { stage owner version } followUps { id } interpretations { id } knownDocuments { id }
      reactions { text } } } }`,
    { code, year },
  );
  expect(errors).toBeUndefined();
  const found = data.wijkProfile.themes.find((one) => one.theme.code === theme);
  if (!found) throw new Error('No theme.');
  return found;
}

beforeAll(async () => {
  await record(2024);
  await record(2025);
  const here = { placeCode: before, theme };
  const seen = { observedFrom: '2025-06-01', observedTo: '2025-06-01' };
  await publishNote(ask, noor, esra, { ...here, ...seen });
  await send(esra, 'assignSignal', 'AssignSignalInput', {
    ...{ ...here, stage: 'BUNDLED', owner: 'Wijkteam Noord', version: 0 },
  });
  await send(esra, 'recordFollowUp', 'RecordFollowUpInput', {
    ...{ ...here, id: ids.action, action: 'Vochtmeting.', owner: 'Woningcorporatie' },
  });
  await send(esra, 'addInterpretation', 'AddInterpretationInput', {
    ...{ ...here, id: ids.dialogue, explanation: 'Het gemiddelde verhult een deel.' },
    ...{ professions: ['CARETAKER'], heldOn: '2025-06-10', publicationLevel: 'PUBLIC' },
  });
  await send(esra, 'addKnownDocument', 'AddKnownDocumentInput', {
    ...{ ...here, id: ids.document, title: 'Woonvisie', publishedOn: '2025-01-01' },
    address: 'https://waterrijk.example/woonvisie.pdf',
  });
  const reaction = randomUUID();
  await send('demo:RESIDENT:GM9001', 'addReaction', 'AddReactionInput', {
    ...{
      id: reaction,
      statement: `signal:${before}:${theme}`,
      text: 'Bij ons is het ook vochtig.',
    },
  });
  await send(esra, 'reviewReaction', 'ReviewReactionInput', { id: reaction, decision: 'PUBLISH' });
  await record(2026);
  now = new Date('2026-03-15T10:00:00Z');
});

const everything = {
  signal: { stage: 'BUNDLED', owner: 'Wijkteam Noord', version: 1 },
  followUps: [{ id: ids.action }],
  interpretations: [{ id: ids.dialogue }],
  knownDocuments: [{ id: ids.document }],
  reactions: [{ text: 'Bij ons is het ook vochtig.' }],
};
const nothing = {
  signal: { stage: 'NOTICED', owner: null, version: 0 },
  ...{ followUps: [], interpretations: [], knownDocuments: [], reactions: [] },
};

test('an area keeps its handling under its new code, and another area that got the old code inherits nothing', async () => {
  expect(before).toBe(reused);
  expect(await handlingOf(after)).toMatchObject(everything);
  expect(await handlingOf(reused, 2026)).toMatchObject(nothing);
  expect(await handlingOf(before, 2025)).toMatchObject(everything);
});

test('each goes on with its own state, owner and history', async () => {
  const seen = { observedFrom: '2026-03-01', observedTo: '2026-03-01' };
  await publishNote(ask, joris, esra, { placeCode: reused, theme, ...seen });
  await send(esra, 'assignSignal', 'AssignSignalInput', {
    ...{ placeCode: reused, theme, stage: 'SCREENING', owner: 'Groenbeheer', version: 0 },
  });
  await send(esra, 'assignSignal', 'AssignSignalInput', {
    ...{ placeCode: after, theme, stage: 'ANALYSED', version: 1 },
  });
  const stages = async (code: string) => {
    const { data } = await ask<{ signalHistory: { stage: string }[] }>(
      bram,
      `{ signalHistory(placeCode: "${code}", theme: ${theme}) { stage } }`,
    );
    return data.signalHistory.map((step) => step.stage);
  };
  expect(await stages(after)).toEqual(['BUNDLED', 'ANALYSED']);
  expect(await stages(reused)).toEqual(['SCREENING']);
  expect((await handlingOf(after)).signal).toMatchObject({ stage: 'ANALYSED', version: 2 });
  expect((await handlingOf(reused, 2026)).signal).toMatchObject({ owner: 'Groenbeheer' });
});

test('closing tells those who wrote about the area under its old code, and moves its signal alone', async () => {
  await send(esra, 'closeFollowUp', 'CloseFollowUpInput', {
    ...{ id: ids.action, result: 'TAKEN_UP', feedback: 'De meting is begonnen.' },
    publicSentence: 'Alle woningen worden gemeten.',
  });
  const told = async (as: string) => {
    const { data } = await ask<{ myFeedback: { edges: unknown[] } }>(
      as,
      '{ myFeedback(first: 5) { edges { node { followUpId } } } }',
    );
    return data.myFeedback.edges.length;
  };
  expect([await told(noor), await told(joris)]).toEqual([1, 0]);
  expect((await handlingOf(after)).signal.stage).toBe('FED_BACK');
  expect((await handlingOf(reused, 2026)).signal.stage).toBe('SCREENING');
  const { data } = await ask<{ followUpStatistics: { state: string } }>(
    nobody,
    '{ followUpStatistics(within: "GM9001") { state } }',
  );
  expect(data.followUpStatistics.state).toBe('TOO_FEW');
});
