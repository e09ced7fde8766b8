// Every phase x phase x role, against a table written here and not taken from the code.
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { codesOf } from '../server/codes/code-list.ts';
import { type SignalStage, signalStages } from '../server/codes/notes.ts';
import { type ThemeCode, themes } from '../server/codes/themes.ts';
import { signalStateChanges, signalStates } from '../server/db/tables.ts';
import { assignableFrom, findStep } from '../server/follow-ups/stages.ts';
import { askOn, bram, esra, ilse, nobody, noor, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, today } from './support/make.ts';

const database = await testDatabase();
const { db } = database;
await makePlaces(database);
const ask = askOn(database, () => today);
const pim = 'demo:POLICY:GM9001';
const stages = codesOf(signalStages);

/** One letter per phase to go to, in the order of the list: N S C B A R D T(acted) F(ed back) X(dropped). */
// = stays · > goes forward · x is dropped (reason) · o taken up again (reason) · c only by closing · . refused
const table: Record<SignalStage, string> = {
  //          NSCBARDTFX
  NOTICED: '  =>>>>>>>c.',
  SCREENING: '.=>>>>>>cx',
  COLLECTED: '..=>>>>>cx',
  BUNDLED: '  ...=>>>>cx',
  ANALYSED: ' ....=>>>cx',
  REPORTED: ' .....=>>cx',
  DECIDED: '  ......=>cx',
  ACTED: '    .......=c.',
  FED_BACK: ' .o......=.',
  DROPPED: '  .o......c=',
};
const mark = (from: SignalStage, to: SignalStage) => table[from].trim()[stages.indexOf(to)];
const pairs = stages.flatMap((from) => stages.map((to) => [from, to] as const));

const cells = Array.from(
  { length: 12 },
  (_, index) => `WK9001${String(index + 1).padStart(2, '0')}`,
).flatMap((placeCode) => codesOf(themes).map((theme) => ({ placeCode, theme })));

/** A signal of its own in a phase. */
async function bring(stage: SignalStage) {
  const cell = cells.pop();
  if (!cell) throw new Error('No cell left.');
  const key = { gemeenteCode: 'GM9001', editionYear: 2025, ...cell };
  await db.insert(signalStates).values({ ...key, stage, owner: 'Welzijnswerk', changedAt: today });
  return cell;
}

const stageOf = async ({ placeCode, theme }: { placeCode: string; theme: ThemeCode }) => {
  const [row] = await db
    .select()
    .from(signalStates)
    .where(and(eq(signalStates.placeCode, placeCode), eq(signalStates.theme, theme)));
  return row?.stage;
};

const assign = (as: string | null, input: Record<string, unknown>) =>
  ask<{ assignSignal: { stage: string; version: number } }>(
    as,
    'mutation ($input: AssignSignalInput!) { assignSignal(input: $input) { stage version } }',
    { input },
  );

test('the table of the code is this one', () => {
  const steps = { '=': 'STAY', '>': 'FORWARD', x: 'DROP', o: 'REOPEN', c: 'CLOSE' } as const;
  for (const [from, to] of pairs) {
    const expected = steps[mark(from, to) as keyof typeof steps];
    expect([from, to, findStep(from, to)]).toEqual([from, to, expected]);
    expect(assignableFrom(from).includes(to)).toBe('>xo'.includes(mark(from, to) ?? ''));
  }
});

test('nothing goes back but to take up again, and every phase has a way on or is an end', () => {
  for (const from of stages) {
    const back = stages.filter(
      (to) => stages.indexOf(to) < stages.indexOf(from) && '>x='.includes(mark(from, to) ?? ''),
    );
    expect(back).toEqual([]);
    expect(table[from]).toMatch(/[>oc]/);
  }
});

test.each([
  ['a reviewer', esra, pairs.filter((_, index) => index % 2 === 0)],
  ['a policy adviser', pim, pairs.filter((_, index) => index % 2 === 1)],
] as const)('%s takes the steps that exist and no other', async (_who, as, own) => {
  for (const [from, to] of own) {
    const cell = await bring(from);
    const expected = mark(from, to) ?? '.';
    const needsReason = 'xo'.includes(expected);
    const input = { ...cell, stage: to, version: 1 };
    if (needsReason) {
      const { errors } = await assign(as, input);
      expect([from, to, errors?.[0]?.extensions]).toMatchObject([
        from,
        to,
        { code: 'BAD_USER_INPUT', field: 'input.reason' },
      ]);
      expect(await stageOf(cell)).toBe(from);
    }
    const reason = needsReason ? { reason: 'Dat bleek in het overleg.' } : {};
    const { data, errors } = await assign(as, { ...input, ...reason });
    if ('.c'.includes(expected)) {
      expect([from, to, errors?.[0]?.extensions]).toMatchObject([
        from,
        to,
        { code: 'CONFLICT', field: 'input.stage', stage: from },
      ]);
      expect(await stageOf(cell)).toBe(from);
    } else {
      expect([from, to, data.assignSignal.stage]).toEqual([from, to, to]);
      expect(data.assignSignal.version).toBe(expected === '=' ? 1 : 2);
    }
  }
});

test.each([
  ['who is not signed in', nobody, 'UNAUTHENTICATED'],
  ['an observer', noor, 'FORBIDDEN'],
  ['an analyst', bram, 'FORBIDDEN'],
  ['an administrator', ilse, 'FORBIDDEN'],
  ['a council member', 'demo:COUNCIL:GM9001', 'FORBIDDEN'],
  ['a resident', 'demo:RESIDENT:GM9001', 'FORBIDDEN'],
  ['an auditor', 'demo:AUDITOR:GM9001', 'FORBIDDEN'],
  ['a reviewer of another gemeente', otto, 'FORBIDDEN'],
  ['a policy adviser of another gemeente', 'demo:POLICY:GM9002', 'FORBIDDEN'],
])('%s takes none', async (_who, as, code) => {
  const cell = { placeCode: 'WK900101', theme: 'LIVELIHOOD' };
  const before = await db.$count(signalStateChanges);
  for (const [, stage] of pairs) {
    const { errors } = await assign(as, { ...cell, stage, version: 0 });
    expect(errors?.[0]?.extensions.code).toBe(code);
  }
  expect(await db.$count(signalStateChanges)).toBe(before);
});

test.each(stages)('closing a follow-up leads from %s to FED_BACK', async (from) => {
  const cell = await bring(from);
  const id = randomUUID();
  const { errors } = await ask(
    esra,
    `mutation ($record: RecordFollowUpInput!, $close: CloseFollowUpInput!) {
      recordFollowUp(input: $record) { id } closeFollowUp(input: $close) { id } }`,
    {
      record: { id, ...cell, action: 'Bespreken in het wijkoverleg.', owner: 'Wijkteam' },
      close: { id, result: 'ON_WIJK_AGENDA', feedback: 'Dank.', publicSentence: 'Nog geen actie.' },
    },
  );
  expect(errors).toBeUndefined();
  expect(await stageOf(cell)).toBe('FED_BACK');
});

test('every version of every state is kept', async () => {
  const states = await db.select().from(signalStates);
  const versions = states.reduce((sum, state) => sum + state.version, 0);
  expect(await db.$count(signalStateChanges)).toBe(versions);
});
