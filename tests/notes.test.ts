// Logging field notes: the rules of a note, once-only, and what a failure leaves behind.
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../server/audit/verify.ts';
import {
  auditLines,
  authors,
  fieldNotes,
  memberships,
  noteRevisions,
  organisations,
} from '../server/db/tables.ts';
import { amira, askOn, bram, esra, ilse, joris, nobody, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import {
  linesAbout,
  logInput,
  logNote,
  makePlaces,
  refusalOf,
  sendNote,
  today,
} from './support/make.ts';

const database = await testDatabase();
const { db } = database;
await makePlaces(database);
const ask = askOn(database, () => today);

const youthCoach = 'demo:OBSERVER:GM9001:jeugdteam:FAMILY_COACH';
const police = 'demo:OBSERVER:GM9001:politie:WIJK_POLICE_OFFICER';

async function countRows() {
  const counts = [fieldNotes, authors, noteRevisions, auditLines, memberships, organisations];
  return Promise.all(counts.map((table) => db.$count(table)));
}

test('an observer logs a field note with three answers and a sentence', async () => {
  const input = logInput();
  const { data, errors } = await ask<{ logFieldNote: object }>(
    noor,
    `mutation ($input: LogFieldNoteInput!) { logFieldNote(input: $input) {
      id placeCode editionYear theme kind status severity scaleBand scaleUnit frequency trend
      evidenceBasis sourceType populationGroups visibilityReasons figureRef icpc
      observedFrom observedTo recordedAt validUntil publishedOn version publicationLevel
      textState observationText interpretationText excerpt shownWords profession regime
      organisation isMine confirmationCount reviews { decision } conflicts { revision } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  expect(data.logFieldNote).toEqual({
    id: input.id,
    placeCode: 'WK900101',
    editionYear: 2025,
    theme: 'SOCIAL_NETWORK',
    kind: 'PROBLEM',
    status: 'SUBMITTED',
    severity: 'ATTENTION',
    scaleBand: 'UNKNOWN',
    scaleUnit: 'PERSONS',
    frequency: 'UNKNOWN',
    trend: 'UNKNOWN',
    evidenceBasis: null,
    sourceType: null,
    populationGroups: [],
    visibilityReasons: [],
    figureRef: null,
    icpc: [],
    observedFrom: '2026-03-15',
    observedTo: '2026-03-15',
    recordedAt: '2026-03-15',
    validUntil: '2027-09-15',
    publishedOn: null,
    version: 1,
    publicationLevel: null,
    textState: 'READABLE',
    observationText: input.observationText,
    interpretationText: null,
    excerpt: null,
    shownWords: null,
    profession: 'WIJKTEAM_WORKER',
    regime: 'SOCIAL',
    organisation: 'wijkteam-noord',
    isMine: true,
    confirmationCount: 0,
    reviews: [],
    conflicts: [],
  });
});

test('logging leaves one audit line, with a pseudonym of this note only and no text', async () => {
  const [first, second] = [await logNote(ask, noor), await logNote(ask, noor)];
  const [line, ...more] = await linesAbout(database, first);
  const [other] = await linesAbout(database, second);
  expect(more).toEqual([]);
  expect(line).toMatchObject({
    event: 'NOTE_LOGGED',
    role: 'OBSERVER',
    objectType: 'field_note',
    details: { version: 1, to: 'SUBMITTED' },
    at: new Date('2026-03-15T00:00:00Z'),
  });
  expect(line?.actor).toMatch(/^[0-9a-f]{16}$/);
  expect(line?.actor).not.toBe(other?.actor);
});

test('the first note makes the organisation and the membership, later ones do not', async () => {
  const as = 'demo:OBSERVER:GM9001:voedselbank:FOOD_BANK';
  await logNote(ask, as);
  await logNote(ask, as);
  const rows = await db
    .select()
    .from(memberships)
    .where(eq(memberships.organisationKey, 'voedselbank'));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ role: 'OBSERVER', profession: 'FOOD_BANK' });
});

test('a note may be about the gemeente as a whole', async () => {
  const { data } = await sendNote(ask, noor, { placeCode: 'GM9001' });
  expect(data.logFieldNote.status).toBe('SUBMITTED');
});

test('every optional answer is kept, and texts are trimmed', async () => {
  const answers = {
    editionYear: 2024,
    kind: 'INTERPRETATION',
    figureRef: 'loneliness:2024',
    scaleBand: 'N10_24',
    scaleUnit: 'HOUSEHOLDS',
    frequency: 'REGULARLY',
    trend: 'RISING',
    evidenceBasis: 'HEARD',
    sourceType: 'WIJK_MEETING',
    populationGroups: ['FRAIL_OLDER_PEOPLE', 'CARE_AVOIDERS'],
    visibilityReasons: ['NOT_IN_SAMPLE'],
    icpc: ['P', 'Z04'],
    observedFrom: '2026-02-01',
    observedTo: '2026-02-28',
  };
  const { data } = await ask<{ logFieldNote: object }>(
    noor,
    `mutation ($input: LogFieldNoteInput!) { logFieldNote(input: $input) {
      ${Object.keys(answers).join(' ')} observationText interpretationText recordedAt validUntil } }`,
    {
      input: logInput({
        ...answers,
        observationText: '  Er is weinig te doen.\n',
        interpretationText: ' De bus rijdt niet meer. ',
        recordedAt: '2026-02-28T23:30:00Z',
      }),
    },
  );
  expect(data.logFieldNote).toEqual({
    ...answers,
    observationText: 'Er is weinig te doen.',
    interpretationText: 'De bus rijdt niet meer.',
    // Half past midnight in the Netherlands.
    recordedAt: '2026-03-01',
    validUntil: '2027-08-29',
  });
});

test('a strength has no severity', async () => {
  const id = await logNote(ask, noor, { kind: 'STRENGTH' });
  const { data } = await ask<{ fieldNote: object }>(
    noor,
    'query ($id: UUID!) { fieldNote(id: $id) { severity } }',
    { id },
  );
  expect(data.fieldNote).toEqual({ severity: null });
});

test('an urgent note is logged when its confirmation is given', async () => {
  const { data } = await sendNote(ask, noor, { severity: 'URGENT', urgentConfirmed: true });
  expect(data.logFieldNote.status).toBe('SUBMITTED');
});

test('a GP logs a pattern, with the contact pattern as its source', async () => {
  const { data } = await ask<{ logFieldNote: object }>(
    amira,
    'mutation ($input: LogFieldNoteInput!) { logFieldNote(input: $input) { regime sourceType scaleBand icpc } }',
    { input: logInput({ theme: 'MENTAL_HEALTH', scaleBand: 'N5_9', icpc: ['P'] }) },
  );
  expect(data.logFieldNote).toEqual({
    regime: 'MEDICAL',
    sourceType: 'CONTACT_PATTERN',
    scaleBand: 'N5_9',
    icpc: ['P'],
  });
});

test('a draft is kept as a draft', async () => {
  const { data } = await sendNote(ask, noor, { asDraft: true });
  expect(data.logFieldNote.status).toBe('DRAFT');
});

test('who is not signed in cannot log a field note', async () => {
  const before = await countRows();
  const answer = await sendNote(ask, nobody);
  expect(refusalOf(answer).code).toBe('UNAUTHENTICATED');
  expect(answer.status).toBe(401);
  expect(await countRows()).toEqual(before);
});

test.each([
  ['a reviewer', esra],
  ['an analyst', bram],
  ['an administrator', ilse],
  ['a council member', 'demo:COUNCIL:GM9001'],
  ['an auditor', 'demo:AUDITOR:GM9001'],
])('%s cannot log a field note', async (_name, as) => {
  const before = await countRows();
  expect(refusalOf(await sendNote(ask, as)).code).toBe('FORBIDDEN');
  expect(await countRows()).toEqual(before);
});

test('an observer without organisation and profession is told what is missing', async () => {
  const answer = await sendNote(ask, 'demo:OBSERVER:GM9001');
  expect(refusalOf(answer).code).toBe('FORBIDDEN');
  expect(answer.errors?.[0]?.message).toContain('organisation and profession');
});

test('an observer cannot log for another gemeente', async () => {
  const answer = await sendNote(ask, noor, { placeCode: 'WK900201' });
  expect(refusalOf(answer)).toEqual({ code: 'FORBIDDEN', field: 'input.placeCode' });
  expect(answer.errors?.[0]?.message).toBe(
    'You log field notes for GM9001; WK900201 lies in GM9002.',
  );
});

describe('bad input is refused, naming the field, and leaves nothing behind', () => {
  const cases: [string, string, Record<string, unknown>, string, RegExp][] = [
    ['an empty sentence', noor, { observationText: '' }, 'observationText', /empty/],
    ['a sentence of spaces', noor, { observationText: ' \n ' }, 'observationText', /empty/],
    [
      'a text of 601 characters',
      noor,
      { observationText: 'x'.repeat(601) },
      'observationText',
      /has 601 characters; at most 600/,
    ],
    [
      'an interpretation of 401 characters',
      noor,
      { interpretationText: 'x'.repeat(401) },
      'interpretationText',
      /has 401 characters; at most 400/,
    ],
    [
      'control characters',
      noor,
      { observationText: 'Een\u0000 zin.' },
      'observationText',
      /control characters/,
    ],
    [
      'half a character',
      noor,
      { observationText: 'Een \ud800 zin.' },
      'observationText',
      /control characters/,
    ],
    [
      'no confirmation that nobody is recognisable',
      noor,
      { noPersonConfirmed: false },
      'noPersonConfirmed',
      /nobody can be recognised/,
    ],
    [
      'urgent without its confirmation',
      noor,
      { severity: 'URGENT' },
      'urgentConfirmed',
      /direct gevaar voor een persoon meld ik bij 112 \/ meldpunt \/ Veilig Thuis, niet hier/,
    ],
    [
      'a severity of a strength',
      noor,
      { kind: 'STRENGTH', severity: 'SERIOUS' },
      'severity',
      /STRENGTH has no severity/,
    ],
    [
      'an interpretation without figure',
      noor,
      { kind: 'INTERPRETATION' },
      'figureRef',
      /names its figure/,
    ],
    [
      'a figure without period',
      noor,
      { kind: 'INTERPRETATION', figureRef: 'loneliness' },
      'figureRef',
      /a colon and a period/,
    ],
    [
      'a figure of an unknown indicator',
      noor,
      { kind: 'INTERPRETATION', figureRef: 'happiness:2024' },
      'figureRef',
      /No indicator/,
    ],
    [
      'a future day',
      noor,
      { observedTo: '2026-03-16' },
      'observedTo',
      /future; today is 2026-03-15/,
    ],
    [
      'days in the wrong order',
      noor,
      { observedFrom: '2026-03-10', observedTo: '2026-03-09' },
      'observedFrom',
      /lies after/,
    ],
    ['a day too long ago', noor, { observedFrom: '2021-03-14' }, 'observedFrom', /5 years/],
    [
      'a moment in the future',
      noor,
      { recordedAt: '2026-03-15T10:05:01Z' },
      'recordedAt',
      /clock of the device/,
    ],
    [
      'a moment too long ago',
      noor,
      { recordedAt: '2021-03-15T09:59:59Z', observedFrom: '2026-03-01', observedTo: '2026-03-01' },
      'recordedAt',
      /5 years/,
    ],
    ['a diagnosis code', noor, { icpc: ['P76'] }, 'icpc', /diagnosis/],
    ['an ICPC chapter that does not exist', noor, { icpc: ['C'] }, 'icpc', /chapter letter/],
    ['a Z code beyond 29', noor, { icpc: ['Z30'] }, 'icpc', /Z01 to Z29/],
    ['a few people by a GP', amira, { scaleBand: 'FEW' }, 'scaleBand', /MEDICAL/],
    ['a few people by youth care', youthCoach, { scaleBand: 'FEW' }, 'scaleBand', /YOUTH/],
    [
      'a report of others by a GP',
      amira,
      { sourceType: 'THIRD_PARTY_REPORT' },
      'sourceType',
      /MEDICAL/,
    ],
    [
      'police registrations',
      police,
      { evidenceBasis: 'OWN_REGISTRATION' },
      'evidenceBasis',
      /public space/,
    ],
    ['a buurt', noor, { placeCode: 'BU90010101' }, 'placeCode', /wijk or gemeente/],
    ['the country', noor, { placeCode: 'NL00' }, 'placeCode', /wijk or gemeente/],
    [
      'a wijk that existed in another year only',
      noor,
      { placeCode: 'WK900199' },
      'placeCode',
      /existed in 2024, not in 2025/,
    ],
    [
      'a division year in which the wijk did not exist',
      noor,
      { editionYear: 2020 },
      'placeCode',
      /existed in 2024-2025, not in 2020/,
    ],
    [
      'an id that holds its time',
      noor,
      { id: '018f6b1e-5d7a-7c1b-9e2f-0a1b2c3d4e5f' },
      'id',
      /version 4/,
    ],
  ];
  test.each(cases)('%s', async (_name, as, changes, field, message) => {
    const before = await countRows();
    const answer = await sendNote(ask, as, changes);
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: `input.${field}` });
    expect(answer.errors?.[0]?.message).toMatch(message);
    expect(await countRows()).toEqual(before);
  });

  test('everything that is wrong is named at once', async () => {
    const { errors } = await sendNote(ask, amira, {
      placeCode: 'WK900199',
      observationText: '',
      severity: 'URGENT',
      scaleBand: 'FEW',
      observedFrom: '2030-01-01',
      icpc: ['T90'],
      noPersonConfirmed: false,
    });
    const fields = errors?.[0]?.extensions.fields as { field: string }[];
    expect([...new Set(fields.map(({ field }) => field))].sort()).toEqual([
      'input.icpc',
      'input.noPersonConfirmed',
      'input.observationText',
      'input.observedFrom',
      'input.placeCode',
      'input.scaleBand',
      'input.urgentConfirmed',
    ]);
  });

  test('a missing required answer', async () => {
    const { theme: _theme, ...input } = logInput({ placeCode: 'Centrum' });
    const answer = await ask(
      noor,
      'mutation ($input: LogFieldNoteInput!) { logFieldNote(input: $input) { id } }',
      { input },
    );
    const fields = answer.errors?.[0]?.extensions.fields as { field: string }[];
    expect(refusalOf(answer).code).toBe('BAD_USER_INPUT');
    expect(fields.map(({ field }) => field).sort()).toEqual(['input.placeCode', 'input.theme']);
    expect(answer.errors?.[0]?.message).toContain('input.theme (ThemeCode!) is missing.');
    // What graphql would say repeats the whole input, texts and all.
    expect(JSON.stringify(answer)).not.toContain('buurthuis');
  });
});

test('a wijk that never existed is not found', async () => {
  const before = await countRows();
  const answer = await sendNote(ask, noor, { placeCode: 'WK9001ZZ' });
  expect(refusalOf(answer)).toEqual({ code: 'NOT_FOUND', field: 'input.placeCode' });
  expect(answer.errors?.[0]?.message).toContain('WK9001ZZ');
  expect(await countRows()).toEqual(before);
});

describe('personal data', () => {
  test('is refused with types and offsets, and its words are nowhere', async () => {
    const before = await countRows();
    const observationText = 'Bel meneer op 06-12345678 over de buurt.';
    const answer = await sendNote(ask, noor, { observationText });
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: 'input.observationText' });
    const findings = answer.errors?.[0]?.extensions.findings as {
      type: string;
      start: number;
      end: number;
      field: string;
    }[];
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ type: 'PHONE', field: 'input.observationText' });
    expect(observationText.slice(findings[0]?.start, findings[0]?.end)).toBe('06-12345678');
    expect(JSON.stringify(answer)).not.toContain('12345678');
    expect(JSON.stringify(answer)).not.toContain('meneer');
    expect(await countRows()).toEqual(before);
  });

  test('is refused in the interpretation as well', async () => {
    const answer = await sendNote(ask, noor, { interpretationText: 'Zie 999990019.' });
    expect(refusalOf(answer).field).toBe('input.interpretationText');
    expect(JSON.stringify(answer)).not.toContain('999990019');
  });

  test('is refused in a draft as well', async () => {
    const before = await countRows();
    const answer = await sendNote(ask, noor, {
      observationText: 'Schrijf naar jan@voorbeeld.nl.',
      asDraft: true,
    });
    expect(refusalOf(answer).code).toBe('BAD_USER_INPUT');
    expect(await countRows()).toEqual(before);
  });

  test('is found and masked for a form that asks while typing', async () => {
    const { data } = await ask<{ screenText: object }>(
      nobody,
      `query ($text: String!) { screenText(text: $text) { isBlocked maskedText
        findings { type start end hard suggestion nl: explanation en: explanation(language: EN) } } }`,
      { text: 'Bel 06-12345678.' },
    );
    expect(data.screenText).toEqual({
      isBlocked: true,
      maskedText: 'Bel [telefoonnummer].',
      findings: [
        {
          type: 'PHONE',
          start: 4,
          end: 15,
          hard: true,
          suggestion: '[telefoonnummer]',
          nl: expect.stringContaining('telefoonnummer'),
          en: expect.stringContaining('phone number'),
        },
      ],
    });
  });

  test('is looked for in at most 2,000 characters at once', async () => {
    const answer = await ask(
      nobody,
      'query ($text: String!) { screenText(text: $text) { isBlocked } }',
      {
        text: 'x'.repeat(2001),
      },
    );
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: 'text' });
  });
});

describe('sent twice', () => {
  test('the same id is the same note, and nothing changes', async () => {
    const id = await logNote(ask, noor);
    const before = await countRows();
    const { data } = await sendNote(ask, noor, { id, kind: 'NEED' });
    expect(data.logFieldNote).toMatchObject({ id, status: 'SUBMITTED', version: 1 });
    expect(await countRows()).toEqual(before);
    expect(await linesAbout(database, id)).toHaveLength(1);
  });

  test('the same id at once from one phone makes one note', async () => {
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => sendNote(ask, noor, { id })));
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    expect(new Set(answers.map(({ data }) => data.logFieldNote.id))).toEqual(new Set([id]));
    expect(await db.$count(fieldNotes, eq(fieldNotes.id, id))).toBe(1);
    expect(await db.$count(authors, eq(authors.contributionId, id))).toBe(1);
    expect(await linesAbout(database, id)).toHaveLength(1);
  });

  test('the id of somebody else is a conflict that tells nothing of the note', async () => {
    const id = await logNote(ask, noor, { theme: 'HOUSING' });
    const before = await countRows();
    const answer = await sendNote(ask, joris, { id });
    expect(refusalOf(answer).code).toBe('CONFLICT');
    expect(Object.keys(answer.errors?.[0]?.extensions ?? {}).sort()).toEqual(['code', 'id']);
    expect(await countRows()).toEqual(before);
  });

  test('an id taken in another gemeente is a conflict as well', async () => {
    const id = await logNote(ask, noor);
    const elsewhere = 'demo:OBSERVER:GM9002:wijkteam:WIJKTEAM_WORKER';
    const answer = await sendNote(ask, elsewhere, { id, placeCode: 'WK900201' });
    expect(refusalOf(answer).code).toBe('CONFLICT');
  });

  test('two people with one id at once: one note, one conflict', async () => {
    const id = randomUUID();
    const answers = await Promise.all([sendNote(ask, noor, { id }), sendNote(ask, joris, { id })]);
    const codes = answers.map((answer) => refusalOf(answer).code ?? 'OK').sort();
    expect(codes).toEqual(['CONFLICT', 'OK']);
    expect(await linesAbout(database, id)).toHaveLength(1);
  });
});

test('a failure in the middle leaves nothing behind', async () => {
  const before = await countRows();
  // The audit chain of a gemeente that cannot take its line: the whole note must go with it.
  await database.pool.query(
    'alter table audit_lines add constraint audit_lines_closed check (number < 0) not valid',
  );
  const answer = await sendNote(ask, noor);
  await database.pool.query('alter table audit_lines drop constraint audit_lines_closed');
  expect(refusalOf(answer).code).toBe('INTERNAL_SERVER_ERROR');
  expect(JSON.stringify(answer)).not.toContain('buurthuis');
  expect(await countRows()).toEqual(before);
});

test('the audit chain is whole after all of this', async () => {
  for (const chain of await verifyAudit(db)) expect(chain.problems).toEqual([]);
});
