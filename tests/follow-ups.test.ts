// The handling of signals: assigning, following up, closing with feedback, explaining, documents, statistics.
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyAudit } from '../server/audit/verify.ts';
import { codesOf } from '../server/codes/code-list.ts';
import { type ConcordanceOutcome, concordanceOutcomes } from '../server/codes/merge.ts';
import {
  auditLines,
  followUps,
  interpretations,
  knownDocuments,
  noteFeedback,
  signalStateChanges,
  signalStates,
} from '../server/db/tables.ts';
import { isOpen } from '../server/follow-ups/questions.ts';
import { statisticsOf } from '../server/follow-ups/statistics.ts';
import { amira, askOn, bram, esra, ilse, joris, nobody, noor, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import {
  lastingPseudonym,
  linesAbout,
  logNote,
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

/** Policy adviser of the gemeente. */
const pim = 'demo:POLICY:GM9001';

async function onDay<Result>(day: string, run: () => Promise<Result>): Promise<Result> {
  now = new Date(`${day}T12:00:00Z`);
  try {
    return await run();
  } finally {
    now = today;
  }
}

const closeAudit = () =>
  database.pool.query(
    'alter table audit_lines add constraint audit_lines_closed check (number < 0) not valid',
  );
const openAudit = () =>
  database.pool.query('alter table audit_lines drop constraint audit_lines_closed');

async function countRows() {
  const tables = [
    ...[signalStates, signalStateChanges, followUps, noteFeedback, interpretations],
    ...[knownDocuments, auditLines],
  ];
  return Promise.all(tables.map((table) => db.$count(table)));
}

const inputTypes = {
  assignSignal: 'AssignSignalInput',
  recordFollowUp: 'RecordFollowUpInput',
  closeFollowUp: 'CloseFollowUpInput',
  addInterpretation: 'AddInterpretationInput',
  addKnownDocument: 'AddKnownDocumentInput',
} as const;
type Mutation = keyof typeof inputTypes;

const answers: Record<Mutation, string> = {
  assignSignal: 'place { code } theme { code } stage owner dueOn version display',
  recordFollowUp:
    'id placeCode theme action owner dueOn result publicSentence fedBackAt recordedAt reactions { id }',
  closeFollowUp: 'id result publicSentence fedBackAt owner',
  addInterpretation:
    'id placeCode theme explanation figureRef outcome professions heldOn publicationLevel reactions { id }',
  addKnownDocument: 'id placeCode theme title address publishedOn',
};

function send<Field = Record<string, unknown>>(
  as: string | null,
  mutation: Mutation,
  input: Record<string, unknown>,
) {
  const query = `mutation ($input: ${inputTypes[mutation]}!) {
    answer: ${mutation}(input: $input) { ${answers[mutation]} } }`;
  return ask<{ answer: Field }>(as, query, { input });
}

/** Sends what must succeed; answers the thing. */
async function done(as: string, mutation: Mutation, input: Record<string, unknown>) {
  const { data, errors } = await send<{ id: string; version: number }>(as, mutation, input);
  if (errors) throw new Error(`${mutation} was refused: ${errors[0]?.message}`);
  return data.answer;
}

const signal = (changes: Record<string, unknown> = {}) => ({
  placeCode: 'WK900101',
  theme: 'HOUSING',
  ...changes,
});
const assignment = (changes: Record<string, unknown> = {}) =>
  signal({
    stage: 'SCREENING',
    owner: 'Wijkteam Noord',
    dueOn: '2026-04-01',
    version: 0,
    ...changes,
  });
const action = (changes: Record<string, unknown> = {}) =>
  signal({
    id: randomUUID(),
    action: 'Vochtmeting in alle portiekwoningen.',
    owner: 'Woningcorporatie en gemeente',
    dueOn: '2026-06-01',
    ...changes,
  });
const closing = (id: string, changes: Record<string, unknown> = {}) => ({
  id,
  result: 'TAKEN_UP',
  feedback: 'De meting is begonnen. Jullie notities gaven de doorslag.',
  publicSentence: 'Wat doen we ermee? Alle portiekwoningen worden gemeten.',
  ...changes,
});
const explanation = (changes: Record<string, unknown> = {}) =>
  signal({
    id: randomUUID(),
    explanation: 'Het gemiddelde verhult de portiekwoningen aan de kade.',
    figureRef: 'damp:2024',
    outcome: 'SIGNAL_ABOVE_FIGURE',
    professions: ['HOUSING_CONSULTANT', 'GP'],
    heldOn: '2026-03-10',
    publicationLevel: 'PUBLIC',
    ...changes,
  });
const document = (changes: Record<string, unknown> = {}) =>
  signal({
    id: randomUUID(),
    title: 'Woonvisie 2030',
    address: 'https://waterrijk.example/woonvisie.pdf',
    publishedOn: '2025-11-01',
    ...changes,
  });

interface ThemeView {
  readonly theme: { readonly code: string };
  readonly signal: Record<string, unknown> & { readonly stage: string };
  readonly followUps: readonly (Record<string, unknown> & { readonly id: string })[];
  readonly interpretations: readonly Record<string, unknown>[];
  readonly knownDocuments: readonly { readonly title: string }[];
}

async function themeOf(placeCode: string, theme: string, as: string | null = bram, asOf?: string) {
  const { data, errors } = await ask<{ wijkProfile: { themes: ThemeView[] } }>(
    as,
    `query ($code: WijkCode!, $asOf: Date) { wijkProfile(code: $code, asOf: $asOf) { themes {
      theme { code } analysisLevel
      signal { stage owner dueOn version }
      followUps { id action owner dueOn result publicSentence fedBackAt }
      interpretations { id explanation professions publicationLevel outcome figureRef }
      knownDocuments { id title theme address } } } }`,
    { code: placeCode, asOf },
  );
  expect(errors).toBeUndefined();
  const found = data.wijkProfile.themes.find((one) => one.theme.code === theme);
  if (!found) throw new Error(`No theme ${theme}.`);
  return found;
}

const forbidden: readonly (readonly [string, string])[] = [
  ['an observer', noor],
  ['an analyst', bram],
  ['an administrator', ilse],
  ['a council member', 'demo:COUNCIL:GM9001'],
  ['a resident', 'demo:RESIDENT:GM9001'],
  ['an auditor', 'demo:AUDITOR:GM9001'],
];

beforeAll(async () => {
  await makeEdition(database, {
    year: 2024,
    figures: {
      population: { GM9001: 12000, ...perWijk(...Array.from({ length: 12 }, () => 1000)) },
      damp: perWijk(5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16),
      origin: perWijk(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
      purpose: perWijk(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
      daycare: perWijk(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
    },
    indicators: {
      damp: { theme: 'HOUSING' },
      origin: { theme: null, sensitive: true },
      purpose: { theme: 'MEANING' },
      daycare: { theme: 'DAY_ACTIVITIES' },
    },
  });
});

describe('every change to the handling', () => {
  const valid: Record<Mutation, () => Promise<Record<string, unknown>>> = {
    assignSignal: async () => assignment({ theme: 'MEANING' }),
    recordFollowUp: async () => action({ theme: 'MEANING' }),
    closeFollowUp: async () =>
      closing((await done(esra, 'recordFollowUp', action({ theme: 'MEANING' }))).id),
    addInterpretation: async () => explanation({ theme: 'MEANING' }),
    addKnownDocument: async () => document({ theme: 'MEANING' }),
  };
  const mutations = Object.keys(inputTypes) as Mutation[];

  test.each(mutations)('%s is for who is signed in', async (mutation) => {
    const input = await valid[mutation]();
    const before = await countRows();
    const answer = await send(nobody, mutation, input);
    expect(refusalOf(answer).code).toBe('UNAUTHENTICATED');
    expect(await countRows()).toEqual(before);
  });

  test.each(
    mutations.flatMap((mutation) => forbidden.map(([who, as]) => [mutation, who, as] as const)),
  )('%s is not for %s', async (mutation, _who, as) => {
    const input = await valid[mutation]();
    const before = await countRows();
    expect(refusalOf(await send(as, mutation, input)).code).toBe('FORBIDDEN');
    expect(await countRows()).toEqual(before);
  });

  test.each(mutations.filter((mutation) => mutation !== 'closeFollowUp'))(
    '%s is refused for a wijk of another gemeente, of no gemeente, of the past, and for a buurt',
    async (mutation) => {
      const input = await valid[mutation]();
      const before = await countRows();
      const refusals = [];
      for (const placeCode of ['WK900201', 'WK900150', 'WK900199', 'BU90010101']) {
        refusals.push(refusalOf(await send(esra, mutation, { ...input, placeCode })));
      }
      const field = 'input.placeCode';
      expect(refusals).toEqual([
        { code: 'FORBIDDEN', field },
        { code: 'NOT_FOUND', field },
        { code: 'BAD_USER_INPUT', field },
        { code: 'BAD_USER_INPUT', field },
      ]);
      expect(await countRows()).toEqual(before);
    },
  );

  test.each(mutations)('%s that fails in the middle leaves nothing behind', async (mutation) => {
    const input = await valid[mutation]();
    const before = await countRows();
    await closeAudit();
    const answer = await send(esra, mutation, input);
    await openAudit();
    expect(refusalOf(answer).code).toBe('INTERNAL_SERVER_ERROR');
    expect(await countRows()).toEqual(before);
  });

  test.each(mutations)('%s sent five times at once is done once', async (mutation) => {
    const input = await valid[mutation]();
    const before = await db.$count(auditLines);
    const sent = await Promise.all([1, 2, 3, 4, 5].map(() => send(esra, mutation, input)));
    expect(sent.map(refusalOf).filter((refusal) => refusal.code)).toEqual([]);
    const [first, ...rest] = sent.map((one) => one.data.answer);
    for (const one of rest) expect(one).toEqual(first);
    // Closing leaves a second line: the signal moved.
    expect((await db.$count(auditLines)) - before).toBe(mutation === 'closeFollowUp' ? 2 : 1);
    expect(await send(esra, mutation, input)).toEqual(sent[0]);
  });

  test('the audit chain stays whole', async () => {
    const checks = await verifyAudit(db);
    expect(checks.flatMap((check) => check.problems)).toEqual([]);
  });
});

describe('assigning a signal', () => {
  test('gives it a phase, an owner and a date, and leaves a line under a lasting pseudonym', async () => {
    const { data, errors } = await send(pim, 'assignSignal', assignment());
    expect(errors).toBeUndefined();
    expect(data.answer).toEqual({
      ...{ place: { code: 'WK900101' }, theme: { code: 'HOUSING' } },
      ...{ stage: 'SCREENING', owner: 'Wijkteam Noord', dueOn: '2026-04-01' },
      ...{ version: 1, display: 'NOBODY_LOOKING' },
    });
    expect(await linesAbout(database, 'WK900101:HOUSING')).toMatchObject([
      {
        event: 'SIGNAL_ASSIGNED',
        actor: await lastingPseudonym(database, pim),
        role: 'POLICY',
        details: { from: 'NOTICED', to: 'SCREENING', version: 1 },
      },
    ]);
    expect(JSON.stringify(await linesAbout(database, 'WK900101:HOUSING'))).not.toContain('Noord');
  });

  test('on a version that changed since is a conflict that names the current one', async () => {
    const place = signal({ placeCode: 'WK900102' });
    await done(esra, 'assignSignal', assignment(place));
    await done(pim, 'assignSignal', assignment({ ...place, version: 1, stage: 'COLLECTED' }));
    const late = await send(
      esra,
      'assignSignal',
      assignment({ ...place, version: 1, stage: 'ACTED' }),
    );
    expect(late.errors?.[0]?.extensions).toMatchObject({
      ...{ code: 'CONFLICT', currentVersion: 2, stage: 'COLLECTED' },
    });
    expect(late.errors?.[0]?.message).toContain('version 2');
    const ahead = await send(esra, 'assignSignal', assignment({ ...place, version: 9 }));
    expect(refusalOf(ahead).code).toBe('CONFLICT');
  });

  test('by two at once: one wins, the other hears of it', async () => {
    const place = signal({ placeCode: 'WK900103' });
    const both = await Promise.all([
      send(esra, 'assignSignal', assignment({ ...place, owner: 'Welzijnswerk' })),
      send(pim, 'assignSignal', assignment({ ...place, owner: 'Schuldhulp' })),
    ]);
    expect(both.map((one) => refusalOf(one).code ?? 'OK').sort()).toEqual(['CONFLICT', 'OK']);
    expect((await themeOf('WK900103', 'HOUSING')).signal).toMatchObject({ version: 1 });
  });

  test('keeps owner and date that are left out, and takes them away when null', async () => {
    const place = signal({ placeCode: 'WK900104' });
    await done(esra, 'assignSignal', assignment(place));
    const kept = await done(esra, 'assignSignal', { ...place, stage: 'COLLECTED', version: 1 });
    expect(kept).toMatchObject({ owner: 'Wijkteam Noord', dueOn: '2026-04-01' });
    const gone = await done(esra, 'assignSignal', {
      ...{ ...place, stage: 'COLLECTED', version: 2 },
      ...{ owner: null, dueOn: null },
    });
    expect(gone).toMatchObject({ owner: null, dueOn: null, version: 3 });
  });

  test('on a theme without notes, figures or handling is refused: there is no signal', async () => {
    const nothing = signal({ placeCode: 'WK900105', theme: 'INFORMAL_CARE' });
    const before = await countRows();
    for (const [mutation, input] of [
      ['assignSignal', assignment(nothing)],
      ['recordFollowUp', action(nothing)],
    ] as const) {
      const answer = await send(pim, mutation, input);
      expect(refusalOf(answer)).toEqual({ code: 'NOT_FOUND', field: 'input.theme' });
      expect(answer.errors?.[0]?.message).toContain('no field notes and no figures');
    }
    expect(await countRows()).toEqual(before);
    await logNote(ask, noor, nothing);
    expect(refusalOf(await send(pim, 'recordFollowUp', action(nothing))).code).toBe('NOT_FOUND');
    await publishNote(ask, noor, esra, nothing);
    // A first note is known to reviewers at once, to a policy adviser when the month has ended.
    expect(refusalOf(await send(pim, 'recordFollowUp', action(nothing))).code).toBe('NOT_FOUND');
    expect((await send(esra, 'recordFollowUp', action(nothing))).errors).toBeUndefined();
  });

  test('from where nothing but closing leads on, the refusal says so', async () => {
    const place = signal({ placeCode: 'WK900106', theme: 'MEANING' });
    await done(esra, 'assignSignal', assignment({ ...place, stage: 'ACTED' }));
    const dropped = { ...place, stage: 'DROPPED', version: 1, reason: 'Het bleek mee te vallen.' };
    const { errors } = await send(esra, 'assignSignal', dropped);
    expect(errors?.[0]?.message).toContain('closeFollowUp');
    expect(errors?.[0]?.message).not.toContain('Possible: .');
  });

  test('again as it stands changes nothing', async () => {
    const place = signal({ placeCode: 'WK900105' });
    await done(esra, 'assignSignal', assignment(place));
    const again = await done(esra, 'assignSignal', assignment({ ...place, version: 1 }));
    expect(again.version).toBe(1);
    expect(await linesAbout(database, 'WK900105:HOUSING')).toHaveLength(1);
  });

  test.each([
    ['a name', { owner: 'Jan de Vries' }, 'owner'],
    ['a name behind a function', { owner: 'Wijkmanager K. Jansen' }, 'owner'],
    ['an e-mail address', { owner: 'wijkteam@waterrijk.example' }, 'owner'],
    ['a phone number', { owner: 'Wijkteam, 06-12345678' }, 'owner'],
    ['an empty owner', { owner: '  ' }, 'owner'],
    ['a long owner', { owner: 'x'.repeat(101) }, 'owner'],
    ['a day that has passed', { dueOn: '2026-03-14' }, 'dueOn'],
    ['a day far away', { dueOn: '2031-03-16' }, 'dueOn'],
    ['a reason without need', { reason: 'Zomaar.' }, 'reason'],
    ['a reason with personal data', { reason: 'Bel 06-12345678.' }, 'reason'],
    ['a reason that is too long', { reason: 'x'.repeat(301) }, 'reason'],
  ])('refuses %s and changes nothing', async (_what, changes, field) => {
    const before = await countRows();
    const answer = await send(
      esra,
      'assignSignal',
      assignment({ placeCode: 'WK900106', ...changes }),
    );
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: `input.${field}` });
    expect(JSON.stringify(answer.errors)).not.toMatch(/Vries|Jansen|12345678|waterrijk\.example/);
    expect(await countRows()).toEqual(before);
  });

  test('a profile as of a day shows the phase of that day', async () => {
    const place = signal({ placeCode: 'WK900107', theme: 'MEANING' });
    await onDay('2026-03-01', () =>
      done(esra, 'assignSignal', assignment({ ...place, owner: 'Welzijnswerk' })),
    );
    await onDay('2026-03-05', () =>
      done(esra, 'assignSignal', { ...place, stage: 'DECIDED', version: 1, dueOn: '2026-05-01' }),
    );
    const on = async (asOf?: string) => (await themeOf('WK900107', 'MEANING', bram, asOf)).signal;
    expect(await on('2026-02-28')).toMatchObject({ stage: 'NOTICED', owner: null, version: 0 });
    expect(await on('2026-03-01')).toMatchObject({
      ...{ stage: 'SCREENING', owner: 'Welzijnswerk', dueOn: '2026-04-01', version: 1 },
    });
    expect(await on('2026-03-04')).toMatchObject({ stage: 'SCREENING' });
    expect(await on()).toMatchObject({ stage: 'DECIDED', owner: 'Welzijnswerk', version: 2 });
  });

  test('its steps are read by professionals of the gemeente, with the reason for dropping', async () => {
    const place = signal({ placeCode: 'WK900108' });
    await done(esra, 'assignSignal', assignment(place));
    const dropped = { ...place, stage: 'DROPPED', version: 1, reason: 'Het was één gebeurtenis.' };
    await done(esra, 'assignSignal', dropped);
    const history = (as: string | null) =>
      ask<{ signalHistory: { stage: string; reason: string | null }[] }>(
        as,
        'query ($code: WijkCode!) { signalHistory(placeCode: $code, theme: HOUSING) { version stage owner dueOn reason changedAt } }',
        { code: 'WK900108' },
      );
    const { data } = await history(noor);
    expect(data.signalHistory.map(({ stage, reason }) => [stage, reason])).toEqual([
      ['SCREENING', null],
      ['DROPPED', 'Het was één gebeurtenis.'],
    ]);
    expect(refusalOf(await history(nobody)).code).toBe('UNAUTHENTICATED');
    expect(refusalOf(await history('demo:RESIDENT:GM9001')).code).toBe('FORBIDDEN');
    expect(refusalOf(await history(otto)).code).toBe('FORBIDDEN');
  });
});

describe('recording a follow-up', () => {
  test('shows it on the profile, to everyone, from that day on', async () => {
    const id = randomUUID();
    const input = action({ id, placeCode: 'WK900109' });
    const { data } = await send(pim, 'recordFollowUp', input);
    expect(data.answer).toEqual({
      ...input,
      ...{ result: null, publicSentence: null, fedBackAt: null, reactions: [] },
      recordedAt: today.toISOString(),
    });
    expect((await themeOf('WK900109', 'HOUSING', nobody)).followUps).toMatchObject([
      { id, action: 'Vochtmeting in alle portiekwoningen.' },
    ]);
    expect((await themeOf('WK900109', 'HOUSING', nobody, '2026-03-14')).followUps).toEqual([]);
    expect(await linesAbout(database, id)).toMatchObject([
      { event: 'FOLLOW_UP_RECORDED', role: 'POLICY', details: { placeCode: 'WK900109' } },
    ]);
  });

  test('sent again on a later day than its due day is still the same', async () => {
    const input = action({ dueOn: '2026-03-16' });
    const first = await done(esra, 'recordFollowUp', input);
    expect(await onDay('2026-04-01', () => done(esra, 'recordFollowUp', input))).toEqual(first);
  });

  test('with an id that stands for another one is a conflict', async () => {
    const input = action();
    await done(esra, 'recordFollowUp', input);
    const other = await send(esra, 'recordFollowUp', { ...input, action: 'Iets anders.' });
    expect(refusalOf(other).code).toBe('CONFLICT');
    expect(JSON.stringify(other.errors)).not.toContain('Vochtmeting');
  });

  test.each([
    ['an empty action', { action: ' ' }, 'action'],
    ['an action that is too long', { action: 'x'.repeat(301) }, 'action'],
    ['an action with an address', { action: 'Bezoek Kerkstraat 12, 2512 AB.' }, 'action'],
    ['a person as owner', { owner: 'Karin' }, 'owner'],
    ['a day that has passed', { dueOn: '2026-01-01' }, 'dueOn'],
  ])('refuses %s and keeps nothing', async (_what, changes, field) => {
    const before = await countRows();
    const answer = await send(esra, 'recordFollowUp', action(changes));
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: `input.${field}` });
    expect(await countRows()).toEqual(before);
  });

  test('hears of all wrong fields at once', async () => {
    const answer = await send(esra, 'recordFollowUp', action({ action: '', owner: 'Karin' }));
    const fields = answer.errors?.[0]?.extensions.fields as { field: string }[];
    expect(fields.map((one) => one.field)).toEqual(['input.action', 'input.owner']);
  });
});

describe('closing a follow-up', () => {
  const place = { placeCode: 'WK900110', theme: 'SAFETY_AT_HOME' };
  const whatHappened = (as: string | null, id: string) =>
    ask<{ fieldNote: { whatHappened: Record<string, unknown>[] } | null }>(
      as,
      `query ($id: UUID!) { fieldNote(id: $id) { whatHappened {
        followUpId noteId isConfirmation placeCode theme result feedback publicSentence toldOn } } }`,
      { id },
    );
  const told = async (as: string, id: string) =>
    (await whatHappened(as, id)).data.fieldNote?.whatHappened ?? [];

  test('tells every observer behind the signal, publishes the sentence and moves the signal on', async () => {
    const mine = await publishNote(ask, noor, esra, place, { publicationLevel: 'CIRCLE' });
    const medical = await publishNote(ask, amira, esra, place);
    const waiting = await logNote(ask, noor, place);
    const elsewhere = await publishNote(ask, noor, esra, { ...place, theme: 'HOUSING' });
    await ask(
      joris,
      'mutation ($input: ConfirmFieldNoteInput!) { confirmFieldNote(input: $input) { id } }',
      { input: { id: randomUUID(), noteId: mine } },
    );
    const { id } = await done(esra, 'recordFollowUp', action(place));
    await done(esra, 'assignSignal', assignment({ ...place, stage: 'ACTED' }));
    const closed = await onDay('2026-03-25', () => send(pim, 'closeFollowUp', closing(id)));
    expect(closed.data.answer).toMatchObject({
      ...{ id, result: 'TAKEN_UP', fedBackAt: '2026-03-25T12:00:00.000Z' },
      publicSentence: 'Wat doen we ermee? Alle portiekwoningen worden gemeten.',
    });
    now = new Date('2026-03-26T12:00:00Z');
    const heard = {
      followUpId: id,
      noteId: mine,
      isConfirmation: false,
      ...place,
      result: 'TAKEN_UP',
      feedback: 'De meting is begonnen. Jullie notities gaven de doorslag.',
      publicSentence: 'Wat doen we ermee? Alle portiekwoningen worden gemeten.',
      toldOn: '2026-03-25',
    };
    expect(await told(noor, mine)).toEqual([heard]);
    expect(await told(joris, mine)).toEqual([{ ...heard, isConfirmation: true }]);
    expect(await told(amira, medical)).toEqual([{ ...heard, noteId: medical }]);
    expect(await told(noor, waiting)).toEqual([]);
    expect(await told(noor, elsewhere)).toEqual([]);
    for (const as of [esra, bram, amira, pim]) expect(await told(as, mine)).toEqual([]);
    expect((await whatHappened(nobody, mine)).data.fieldNote).toBeNull();
    expect((await themeOf('WK900110', 'SAFETY_AT_HOME', nobody)).signal).toMatchObject({
      ...{ stage: 'FED_BACK', owner: 'Wijkteam Noord', dueOn: null, version: 2 },
    });
    const lines = await linesAbout(database, id);
    expect(lines.map((line) => line.event)).toEqual(['FOLLOW_UP_RECORDED', 'FOLLOW_UP_CLOSED']);
    expect(JSON.stringify(lines)).not.toMatch(/meting|Wat doen we/);
    expect((await linesAbout(database, 'WK900110:SAFETY_AT_HOME')).at(-1)).toMatchObject({
      event: 'SIGNAL_FED_BACK',
      details: { from: 'ACTED', to: 'FED_BACK', version: 2 },
    });
    const on = await themeOf('WK900110', 'SAFETY_AT_HOME', nobody, '2026-03-24');
    expect(on.signal.stage).toBe('ACTED');
    expect(on.followUps).toMatchObject([{ id, result: null, publicSentence: null }]);
    now = today;
  });

  test('observers find it back among their notes and their feedback, page by page', async () => {
    const here = { placeCode: 'WK900111', theme: 'INFORMAL_CARE' };
    const as = 'demo:OBSERVER:GM9001:mantelzorgpunt:CARER_CONSULTANT';
    const id = await publishNote(ask, as, esra, here);
    for (const day of ['2026-03-16', '2026-03-17', '2026-03-18']) {
      await onDay(day, async () => {
        const followUp = await done(esra, 'recordFollowUp', action(here));
        await done(esra, 'closeFollowUp', closing(followUp.id, { result: 'ALREADY_KNOWN' }));
      });
    }
    interface Page {
      myFeedback: {
        edges: { node: { noteId: string; toldOn: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }
    const page = (after?: string) =>
      ask<Page>(
        as,
        `query ($after: String) { myFeedback(first: 2, after: $after) {
          edges { node { noteId toldOn result } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
    const first = (await page()).data.myFeedback;
    expect(first.edges.map((edge) => edge.node.toldOn)).toEqual(['2026-03-18', '2026-03-17']);
    const rest = (await page(first.pageInfo.endCursor)).data.myFeedback;
    expect(rest.edges.map((edge) => edge.node)).toEqual([
      { noteId: id, toldOn: '2026-03-16', result: 'ALREADY_KNOWN' },
    ]);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    const mine = await ask<{
      fieldNotes: { edges: { node: { id: string; whatHappened: { toldOn: string }[] } }[] };
    }>(
      as,
      '{ fieldNotes(filter: { mine: true }) { edges { node { id whatHappened { toldOn } } } } }',
    );
    expect(mine.data.fieldNotes.edges[0]?.node.whatHappened).toHaveLength(3);
    const other = 'demo:OBSERVER:GM9001:mantelzorgpunt:VOLUNTEER';
    const empty = await ask<Page>(other, '{ myFeedback { edges { node { noteId toldOn } } } }');
    expect(empty.data.myFeedback.edges).toEqual([]);
  });

  test('also tells of notes that were withdrawn or faded while it was open, not of older ones', async () => {
    const here = { placeCode: 'WK900112', theme: 'PARTICIPATION' };
    const withdraw = (id: string) =>
      ask(noor, 'mutation ($id: UUID!) { withdrawFieldNote(input: { id: $id }) { id } }', { id });
    const [before, during] = [
      await publishNote(ask, noor, esra, here),
      await publishNote(ask, noor, esra, here),
    ];
    await withdraw(before);
    const id = await onDay('2026-03-16', async () => {
      const followUp = await done(esra, 'recordFollowUp', action(here));
      return followUp.id;
    });
    await onDay('2026-03-17', async () => {
      await withdraw(during);
      await done(esra, 'closeFollowUp', closing(id));
    });
    expect(await told(noor, before)).toEqual([]);
    expect(await told(noor, during)).toHaveLength(1);
  });

  test('works for a signal that nobody assigned and behind which no note is left', async () => {
    const here = { placeCode: 'WK900112', theme: 'DAY_ACTIVITIES' };
    const { id } = await done(esra, 'recordFollowUp', action(here));
    await done(esra, 'closeFollowUp', closing(id, { result: 'NO_ACTION_POSSIBLE' }));
    expect((await themeOf(here.placeCode, here.theme)).signal.stage).toBe('FED_BACK');
    expect(await db.$count(noteFeedback, eq(noteFeedback.followUpId, id))).toBe(0);
  });

  test('once more with other words is a conflict, and nothing of it is kept', async () => {
    const { id } = await done(esra, 'recordFollowUp', action());
    await done(esra, 'closeFollowUp', closing(id));
    const before = await countRows();
    const again = await send(esra, 'closeFollowUp', closing(id, { result: 'REPEAT' }));
    expect(again.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', result: 'TAKEN_UP' });
    expect(await countRows()).toEqual(before);
  });

  test('of another gemeente and of none at all is refused alike', async () => {
    const { id } = await done(esra, 'recordFollowUp', action());
    const none = randomUUID();
    const words = [
      await send(otto, 'closeFollowUp', closing(id)),
      await send(esra, 'closeFollowUp', closing(none)),
    ].map(({ errors }) => errors?.[0]?.message.replace(/[0-9a-f-]{36}/, ''));
    expect(words[0]).toBe(words[1]);
  });

  test.each([
    ['no feedback', { feedback: '  ' }, 'feedback'],
    ['feedback that is too long', { feedback: 'x'.repeat(601) }, 'feedback'],
    ['feedback with a phone number', { feedback: 'Bel 06-12345678.' }, 'feedback'],
    ['no public sentence', { publicSentence: '' }, 'publicSentence'],
    ['a sentence that is too long', { publicSentence: 'x'.repeat(301) }, 'publicSentence'],
    ['a sentence with an address', { publicSentence: 'Zie a@b.example.' }, 'publicSentence'],
  ])('refuses %s', async (_what, changes, field) => {
    const { id } = await done(esra, 'recordFollowUp', action());
    const before = await countRows();
    const answer = await send(esra, 'closeFollowUp', closing(id, changes));
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: `input.${field}` });
    expect(await countRows()).toEqual(before);
  });
});

describe('adding an interpretation', () => {
  test('shows who explained what, by profession, to those who may read it', async () => {
    const here = { placeCode: 'WK900103', theme: 'LIVELIHOOD' };
    const { data } = await send(esra, 'addInterpretation', explanation(here));
    expect(data.answer).toMatchObject({
      ...here,
      ...{ figureRef: 'damp:2024', outcome: 'SIGNAL_ABOVE_FIGURE', heldOn: '2026-03-10' },
      professions: ['GP', 'HOUSING_CONSULTANT'],
      publicationLevel: 'PUBLIC',
    });
    await done(esra, 'addInterpretation', explanation({ ...here, publicationLevel: 'CIRCLE' }));
    await done(esra, 'addInterpretation', explanation({ ...here, publicationLevel: 'SEALED' }));
    const levels = async (as: string | null) =>
      (await themeOf(here.placeCode, here.theme, as)).interpretations
        .map((one) => one.publicationLevel)
        .sort();
    expect(await levels(esra)).toEqual(['CIRCLE', 'PUBLIC', 'SEALED']);
    expect(await levels(bram)).toEqual(['CIRCLE', 'PUBLIC']);
    expect(await levels(nobody)).toEqual(['PUBLIC']);
    expect(await linesAbout(database, data.answer.id as string)).toMatchObject([
      { event: 'INTERPRETATION_ADDED', details: { figureRef: 'damp:2024' } },
    ]);
  });

  test('does not tell the public of a profession that one organisation has', async () => {
    const here = { placeCode: 'WK900104', theme: 'LIVELIHOOD' };
    await done(esra, 'addInterpretation', explanation(here));
    const named = async (as: string | null) =>
      (await themeOf(here.placeCode, here.theme, as)).interpretations[0]?.professions;
    expect(await named(bram)).toEqual(['GP', 'HOUSING_CONSULTANT']);
    expect(await named(nobody)).toEqual([]);
  });

  test('with an id that stands for another one is a conflict', async () => {
    const input = explanation();
    await done(esra, 'addInterpretation', input);
    const other = await send(esra, 'addInterpretation', { ...input, explanation: 'Anders.' });
    expect(refusalOf(other).code).toBe('CONFLICT');
  });

  test.each([
    ['a figure of an unknown indicator', { figureRef: 'happiness:2024' }, 'figureRef', /no period/],
    ['a period that was never published', { figureRef: 'damp:2019' }, 'figureRef', /2024/],
    ['a figure without period', { figureRef: 'damp' }, 'figureRef', /a colon and a year/],
    ['a sensitive figure', { figureRef: 'origin:2024' }, 'figureRef', /sensitive/],
    ['nobody at the table', { professions: [] }, 'professions', /who took part/],
    ['a day to come', { heldOn: '2026-03-16' }, 'heldOn', /future/],
    ['a day long ago', { heldOn: '2020-01-01' }, 'heldOn', /5 years/],
    ['no words', { explanation: '' }, 'explanation', /empty/],
    ['too many words', { explanation: 'x'.repeat(601) }, 'explanation', /601/],
    [
      'personal data',
      { explanation: 'Mail j@k.example voor de rest.' },
      'explanation',
      /personal data/,
    ],
  ])('refuses %s', async (_what, changes, field, words) => {
    const before = await countRows();
    const answer = await send(esra, 'addInterpretation', explanation(changes));
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: `input.${field}` });
    expect(answer.errors?.[0]?.message).toMatch(words);
    expect(await countRows()).toEqual(before);
  });
});

describe('interpretation questions', () => {
  const arose = new Date('2026-03-01T10:00:00Z');
  const explained = (outcome: ConcordanceOutcome | null, recordedAt: string) => ({
    outcome,
    recordedAt,
  });

  test('are opened by differences only', () => {
    const opened = codesOf(concordanceOutcomes).filter((outcome) =>
      isOpen({ outcome, explanations: [], since: () => arose }),
    );
    expect(opened).toEqual(['SIGNAL_ABOVE_FIGURE', 'SIGNAL_WITHOUT_FIGURE', 'FIGURE_ABOVE_SIGNAL']);
  });

  test.each([
    ['a later dialogue on that outcome', 'SIGNAL_ABOVE_FIGURE', '2026-03-01T10:00:00Z', true],
    ['a later dialogue on any outcome', null, '2026-03-02T10:00:00Z', true],
    ['an earlier dialogue', 'SIGNAL_ABOVE_FIGURE', '2026-03-01T09:59:59Z', false],
    ['a dialogue on another outcome', 'FIGURE_ABOVE_SIGNAL', '2026-03-02T10:00:00Z', false],
  ] as const)('%s closes it: or not', (_what, outcome, recordedAt, isClosed) => {
    const explanations = [explained(outcome, recordedAt)];
    const difference = {
      outcome: 'SIGNAL_ABOVE_FIGURE',
      explanations,
      since: () => arose,
    } as const;
    expect(isOpen(difference)).toBe(!isClosed);
  });

  test('are closed by any dialogue when they stood longer than is known', () => {
    const explanations = [explained(null, '2020-01-01T10:00:00Z')];
    expect(isOpen({ outcome: 'FIGURE_ABOVE_SIGNAL', explanations, since: () => null })).toBe(false);
  });
});

describe('adding a known document', () => {
  test('shows it on its theme, or on all of them, or in all wijken of the gemeente', async () => {
    const here = { placeCode: 'WK900105' };
    await done(esra, 'addKnownDocument', document({ ...here, title: 'Over wonen' }));
    await done(pim, 'addKnownDocument', document({ ...here, title: 'Over alles', theme: null }));
    const all = { placeCode: 'GM9001', theme: null, title: 'Van de gemeente' };
    await done(pim, 'addKnownDocument', document({ ...all, publishedOn: '2024-01-01' }));
    const titles = async (code: string, theme: string, asOf?: string) =>
      (await themeOf(code, theme, nobody, asOf)).knownDocuments.map((one) => one.title).sort();
    expect(await titles('WK900105', 'HOUSING')).toEqual([
      ...['Over alles', 'Over wonen', 'Van de gemeente'],
    ]);
    expect(await titles('WK900105', 'INFORMAL_CARE')).toEqual(['Over alles', 'Van de gemeente']);
    expect(await titles('WK900106', 'HOUSING')).toEqual(['Van de gemeente']);
    expect(await titles('WK900105', 'HOUSING', '2026-03-14')).toEqual([]);
  });

  test('with an id that stands for another one is a conflict', async () => {
    const input = document();
    await done(esra, 'addKnownDocument', input);
    const other = await send(esra, 'addKnownDocument', { ...input, title: 'Anders' });
    expect(refusalOf(other).code).toBe('CONFLICT');
  });

  test.each([
    ['no title', { title: ' ' }, 'title'],
    ['a title with a phone number', { title: 'Bel 06-12345678' }, 'title'],
    ['an address without https', { address: 'http://waterrijk.example/a' }, 'address'],
    ['a script as address', { address: 'javascript:alert(1)' }, 'address'],
    ['no address', { address: 'waterrijk' }, 'address'],
    ['an address with a login', { address: 'https://u:p@waterrijk.example/a' }, 'address'],
    [
      'an address with an e-mail address',
      { address: 'https://waterrijk.example/?to=an%40b.example' },
      'address',
    ],
    ['an address that is too long', { address: `https://a.example/${'x'.repeat(500)}` }, 'address'],
    ['a day to come', { publishedOn: '2026-03-16' }, 'publishedOn'],
  ])('refuses %s', async (_what, changes, field) => {
    const before = await countRows();
    const answer = await send(esra, 'addKnownDocument', document(changes));
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: `input.${field}` });
    expect(await countRows()).toEqual(before);
  });
});

describe('statistics of follow-up', () => {
  const as = 'demo:REVIEWER:GM9002:gemeente';
  const observer = 'demo:OBSERVER:GM9002:wijkteam-west:WIJKTEAM_WORKER';
  const statistics = async (within: string) => {
    const { data, errors } = await ask<{ followUpStatistics: Record<string, unknown> }>(
      nobody,
      `query ($within: PlaceCode!) { followUpStatistics(within: $within) {
        state signals shareWithFeedback open overdue medianDaysToFeedback medianReason } }`,
      { within },
    );
    expect(errors).toBeUndefined();
    return data.followUpStatistics;
  };
  const themes = ['HOUSING', 'MEANING', 'LIVELIHOOD', 'PARTICIPATION', 'INFORMAL_CARE'];

  test('tell nothing of four signals, and of five how long feedback took', async () => {
    const ids: string[] = [];
    for (const [index, theme] of themes.entries()) {
      if (index === 4) {
        expect(await statistics('GM9002')).toEqual({
          ...{ state: 'TOO_FEW', signals: null, shareWithFeedback: null, open: null },
          ...{ overdue: null, medianDaysToFeedback: null, medianReason: 'TOO_FEW_SIGNALS' },
        });
      }
      const here = { placeCode: 'WK900201', theme };
      await onDay('2026-03-01', () => publishNote(ask, observer, as, here));
      const recorded = await onDay('2026-03-05', () =>
        done(as, 'recordFollowUp', action({ ...here, dueOn: '2026-03-10' })),
      );
      ids.push(recorded.id);
    }
    expect(await statistics('GM9002')).toEqual({
      ...{ state: 'OK', signals: 5, shareWithFeedback: 0, open: 5, overdue: 5 },
      ...{ medianDaysToFeedback: null, medianReason: 'NOTHING_CLOSED' },
    });
    for (const [index, day] of ['06', '07', '09', '13'].entries()) {
      const id = ids[index] ?? '';
      await onDay(`2026-03-${day}`, () => done(as, 'closeFollowUp', closing(id)));
    }
    expect(await statistics('WK900201')).toEqual({
      ...{ state: 'OK', signals: 5, shareWithFeedback: 0.8, open: 1, overdue: 1 },
      ...{ medianDaysToFeedback: null, medianReason: 'TOO_FEW_CLOSED' },
    });
    await onDay('2026-03-14', () => done(as, 'closeFollowUp', closing(ids[4] ?? '')));
    expect(await statistics('GM9002')).toEqual({
      ...{ state: 'OK', signals: 5, shareWithFeedback: 1, open: 0, overdue: 0 },
      ...{ medianDaysToFeedback: 8, medianReason: null },
    });
  });

  test('are per gemeente or wijk, and of a place that exists', async () => {
    const of = (within: string) =>
      ask(nobody, 'query ($w: PlaceCode!) { followUpStatistics(within: $w) { state } }', {
        w: within,
      });
    expect(refusalOf(await of('NL00'))).toEqual({ code: 'BAD_USER_INPUT', field: 'within' });
    expect(refusalOf(await of('BU90010101')).code).toBe('BAD_USER_INPUT');
    expect(refusalOf(await of('GM9099')).code).toBe('NOT_FOUND');
  });

  test('stay silent below five, whatever the other counts are', () => {
    const counts = { fedBack: 4, open: 9, overdue: 9, median: 3 };
    expect(statisticsOf({ ...counts, signals: 4 }).state).toBe('TOO_FEW');
    expect(Object.values(statisticsOf({ ...counts, signals: 4 }))).not.toContain(9);
    expect(statisticsOf({ ...counts, signals: 5 })).toMatchObject({ state: 'OK', open: 9 });
  });
});
