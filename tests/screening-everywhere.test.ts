// Every text that is kept passes screening, is never empty to the eye, and leaves no trace when refused. Soft
// findings reach the author and the reviewer with the note.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isScalarType,
} from 'graphql';
import pino from 'pino';
import { afterAll, describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { createApp } from '../server/app.ts';
import { rowsOf } from '../server/db/client.ts';
import { importNotes } from '../server/notes/import.ts';
import { screenText } from '../server/privacy/screening.ts';
import { amira, askOn, bram, esra, ilse, joris, nobody, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import {
  logInput,
  logNote,
  makePlaces,
  publishNote,
  refusalOf,
  sendNote,
  sendReview,
  today,
} from './support/make.ts';

const database = await testDatabase();
const { db } = database;
await makePlaces(database);
const ask = askOn(database, () => today);
const pim = 'demo:POLICY:GM9001';
const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-screening-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Nowhere else on earth; with a phone number behind it, so that it is refused. */
const marker = 'kwibuszwaluw';
const telling = `Bel ${marker} op 06 12345678.`;

/** What a mutation takes besides the text under test. */
const inputs: Record<string, () => Record<string, unknown> | Promise<Record<string, unknown>>> = {
  LogFieldNoteInput: () => logInput(),
  ReviseFieldNoteInput: async () => ({ id: await logNote(ask, noor), version: 1 }),
  ReviewFieldNoteInput: async () => ({
    ...{ id: await logNote(ask, noor), version: 1 },
    ...{ decision: 'PUBLISH', publicationLevel: 'PUBLIC' },
  }),
  AssignSignalInput: () => ({
    ...{ placeCode: 'WK900101', theme: 'HOUSING', version: 0, stage: 'DROPPED' },
    reason: 'Dit is elders al opgepakt.',
  }),
  RecordFollowUpInput: () => ({
    ...{ id: randomUUID(), placeCode: 'WK900101', theme: 'HOUSING' },
    ...{ action: 'Vochtmeting in alle portieken.', owner: 'Wijkteam Noord' },
  }),
  CloseFollowUpInput: () => ({
    ...{ id: randomUUID(), result: 'TAKEN_UP' },
    ...{ feedback: 'Er wordt gemeten.', publicSentence: 'De gemeente meet het vocht.' },
  }),
  AddInterpretationInput: () => ({
    ...{ id: randomUUID(), placeCode: 'WK900101', theme: 'HOUSING', heldOn: '2026-03-01' },
    ...{ explanation: 'Na de renovatie daalde het.', professions: ['WIJKTEAM_WORKER'] },
    publicationLevel: 'CIRCLE',
  }),
  AddKnownDocumentInput: () => ({
    ...{ id: randomUUID(), placeCode: 'WK900101', publishedOn: '2026-01-01' },
    ...{ title: 'Wijkagenda', address: 'https://example.org/wijkagenda' },
  }),
  AddMemberInput: () => ({
    ...{ issuer: 'https://login.example.nl', subject: 'c-1', role: 'ANALYST' },
  }),
  CreateApiKeyInput: () => ({
    ...{ id: randomUUID(), label: 'Registratie', role: 'ADMIN', scopes: ['READ'] },
    expiresOn: '2026-06-01',
  }),
  CreateOwnKeyInput: () => ({
    ...{ id: randomUUID(), label: 'Registratie', scopes: ['READ'], expiresOn: '2026-06-01' },
  }),
  SetContactInput: () => ({
    ...{ placeCode: 'WK900101', name: 'Wijkteam Noord', phone: '070 353 30 00' },
  }),
  AddWebhookInput: () => ({ id: randomUUID(), topics: ['PUBLICATIONS'] }),
  AddReactionInput: () => ({ id: randomUUID(), statement: 'x', text: 'Dat zien wij ook.' }),
};

/** Who may send it. */
const senders: Record<string, string> = {
  ReviewFieldNoteInput: esra,
  AssignSignalInput: pim,
  RecordFollowUpInput: pim,
  CloseFollowUpInput: pim,
  AddInterpretationInput: pim,
  AddKnownDocumentInput: pim,
  AddMemberInput: ilse,
  CreateApiKeyInput: ilse,
  AddWebhookInput: ilse,
  SetContactInput: ilse,
};

/** Texts that hold a code or a key: what is no code is refused, so no words get in. */
const coded = new Set([
  'LogFieldNoteInput.figureRef',
  'LogFieldNoteInput.icpc',
  'ReviseFieldNoteInput.figureRef',
  'ReviseFieldNoteInput.icpc',
  'AddInterpretationInput.figureRef',
  'AddReactionInput.statement',
  'AddMemberInput.issuer',
  'AddMemberInput.organisation',
  'AddMemberInput.subject',
  'CreateApiKeyInput.organisation',
  'AddWebhookInput.url',
  '.id',
  '.look',
]);

const isText = (type: GraphQLInputType) => {
  const named = getNamedType(type);
  return isScalarType(named) && named.name === 'String';
};

/** Every text in the input of a mutation, as `[mutation, input type, field]`. */
const texts = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((mutation) =>
  mutation.args.flatMap((arg) => {
    const type = getNamedType(arg.type);
    if (!isInputObjectType(type)) return isText(arg.type) ? [[mutation.name, '', arg.name]] : [];
    const fields = Object.values((type as GraphQLInputObjectType).getFields());
    return fields
      .filter((field) => isText(field.type))
      .map((field) => [mutation.name, type.name, field.name]);
  }),
) as [string, string, string][];

const listTexts = new Set(['icpc']);

async function sendText([mutation, type, field]: [string, string, string], text: string) {
  if (type === '') {
    return ask(noor, `mutation ($value: String!) { ${mutation}(${field}: $value) }`, {
      value: text,
    });
  }
  if (mutation === 'logFieldNotes') return sendOneOfMany(field, text);
  const make = inputs[type];
  if (!make) throw new Error(`Say in this test what ${mutation} takes besides ${field}.`);
  const input = { ...(await make()), [field]: listTexts.has(field) ? [text] : text };
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`;
  return ask(senders[type] ?? noor, query, { input });
}

/** One of many is refused by itself; answered as the refusal of one alone. */
async function sendOneOfMany(field: string, text: string) {
  interface Items {
    logFieldNotes: { refusal: { code: string; field: string; message: string } | null }[];
  }
  const answer = await ask<Items>(
    noor,
    `mutation ($notes: [LogFieldNoteInput!]!) {
      logFieldNotes(notes: $notes) { refusal { code field message } } }`,
    { notes: [logInput({ [field]: listTexts.has(field) ? [text] : text })] },
  );
  const refusal = answer.data?.logFieldNotes[0]?.refusal;
  if (!refusal) return answer;
  const extensions = { code: refusal.code, field: `input.${refusal.field}` };
  return { ...answer, errors: [{ message: refusal.message, extensions }] };
}

describe.each(texts)('%s: %s.%s', (...where) => {
  const isCoded = coded.has(`${where[1]}.${where[2]}`);

  test('refuses personal data and does not echo it', async () => {
    const isAddress = where[2] === 'address';
    const answer = await sendText(
      where,
      isAddress ? `https://example.org/${marker}?tel=0612345678` : telling,
    );
    expect(answer.errors?.[0]?.extensions.code).toMatch(/BAD_USER_INPUT|NOT_FOUND/);
    if (!isCoded) {
      expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: `input.${where[2]}` });
      expect(JSON.stringify(answer)).not.toContain(marker);
    }
    expect(JSON.stringify(answer)).not.toContain('12345678');
  });

  test.skipIf(isCoded)('refuses a text without a visible word', async () => {
    for (const empty of ['\u200b\u200d', '\u2060 \ufeff', '\u3164', '\u00ad\u034f', '... !']) {
      const answer = await sendText(where, empty);
      expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: `input.${where[2]}` });
    }
  });
});

describe('what is refused', () => {
  test('leaves no word in a table, the search index or the log', async () => {
    const logged: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
    const { yoga } = createApp({ schema, database, log, demoTokens: true, now: () => today });
    const send = async (observationText: string) => {
      const response = await yoga.fetch('http://wijkbeeld.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${noor}` },
        body: JSON.stringify({
          query: `mutation ($input: LogFieldNoteInput!) { logFieldNote(input: $input) { id } }`,
          variables: { input: logInput({ observationText, interpretationText: telling }) },
        }),
      });
      return response.text();
    };
    const answer = await send(telling);
    expect(answer).toContain('PHONE');
    expect(answer).not.toContain(marker);
    expect(logged.join('\n')).not.toContain(marker);
    const tables = await rowsOf<{ name: string }>(
      db,
      sql`select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const found = await rowsOf<{ count: number }>(
        db,
        sql`select count(*)::int as count from ${sql.identifier(name)} t where t::text like ${`%${marker}%`}`,
      );
      expect(found[0]?.count, name).toBe(0);
    }
  });
});

describe('soft findings', () => {
  interface Screened {
    screening: {
      text: string;
      finding: { type: string; start: number; end: number; hard: boolean; explanation: string };
    }[];
  }
  const fields = `screening { text finding { type start end hard suggestion explanation(language: EN) } }`;
  const observationText = 'Volgens mevrouw Aksoy is de lift weer kapot.';
  const interpretationText = 'Buurvrouw Toos op nr 14 merkt het ook.';

  test('come back with the note that was logged and revised, by text', async () => {
    const { data } = await ask<{ logFieldNote: Screened }>(
      noor,
      `mutation ($input: LogFieldNoteInput!) { logFieldNote(input: $input) { ${fields} } }`,
      { input: logInput({ observationText, interpretationText }) },
    );
    const found = data.logFieldNote.screening;
    expect(found.map(({ text, finding }) => [text, finding.type, finding.hard])).toEqual([
      ['OBSERVATION', 'PERSON', false],
      ['INTERPRETATION', 'PERSON', false],
      ['INTERPRETATION', 'ADDRESS', false],
    ]);
    const [first] = found;
    expect(observationText.slice(first?.finding.start, first?.finding.end)).toBe('Aksoy');
    expect(first?.finding.explanation).toMatch(/name/);
    const id = await logNote(ask, noor);
    const revised = await ask<{ reviseFieldNote: Screened }>(
      noor,
      `mutation ($input: ReviseFieldNoteInput!) { reviseFieldNote(input: $input) { ${fields} } }`,
      { input: { id, version: 1, observationText } },
    );
    expect(revised.data.reviseFieldNote.screening).toHaveLength(1);
  });

  test('are there for the reviewer in the queue, and for nobody else', async () => {
    const id = await logNote(ask, noor, { observationText, theme: 'LIVELIHOOD' });
    const queue = await ask<{ reviewQueue: { edges: { node: Screened & { id: string } }[] } }>(
      esra,
      `{ reviewQueue(within: "GM9001", first: 100) { edges { node { id ${fields} } } } }`,
    );
    expect(queue.errors).toBeUndefined();
    expect(
      queue.data.reviewQueue.edges.find(({ node }) => node.id === id)?.node.screening,
    ).toHaveLength(1);
    await sendReview(ask, esra, { id, publicationLevel: 'CIRCLE' });
    for (const [as, count] of [
      [noor, 1],
      [esra, 1],
      [joris, 0],
      [amira, 0],
      [bram, 0],
      [nobody, 0],
    ] as const) {
      const { data } = await ask<{ fieldNote: Screened | null }>(
        as,
        `query ($id: UUID!) { fieldNote(id: $id) { ${fields} } }`,
        { id },
      );
      expect(data.fieldNote?.screening.length ?? 0, String(as)).toBe(count);
    }
  });

  test('a note without words has none', async () => {
    const id = await publishNote(ask, noor, esra, { observationText });
    const { data } = await ask<{ withdrawFieldNote: Screened }>(
      noor,
      `mutation ($id: UUID!) { withdrawFieldNote(input: { id: $id }) { ${fields} } }`,
      { id },
    );
    expect(data.withdrawFieldNote.screening).toEqual([]);
  });
});

describe('changes that came too late', () => {
  const revise = (id: string, version: number, observationText: string) =>
    ask(
      noor,
      'mutation ($input: ReviseFieldNoteInput!) { reviseFieldNote(input: $input) { version } }',
      { input: { id, version, observationText } },
    );

  test('are kept up to twenty a note; the next is refused and nothing is lost or stored', async () => {
    const id = await logNote(ask, noor);
    await revise(id, 1, 'De nieuwe tekst van een ander toestel.');
    for (let number = 1; number <= 20; number += 1) {
      const kept = await revise(id, 1, `Een late versie met nummer ${number} van het toestel.`);
      expect(kept.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
      expect(kept.errors?.[0]?.extensions.revision).toBeGreaterThan(0);
    }
    const refused = await revise(id, 1, 'Een late versie te veel.');
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
    expect(refused.errors?.[0]?.extensions.revision).toBeUndefined();
    expect(refused.errors?.[0]?.message).toMatch(/20 .*wait/);
    const again = await revise(id, 1, 'Een late versie met nummer 3 van het toestel.');
    expect(again.errors?.[0]?.extensions.revision).toBeGreaterThan(0);
    const chosen = await revise(id, 2, 'De gekozen tekst.');
    expect(chosen.errors).toBeUndefined();
    const fresh = await revise(id, 1, 'Weer een late versie.');
    expect(fresh.errors?.[0]?.extensions.revision).toBeGreaterThan(0);
  });
});

describe('imported notes', () => {
  const line = (changes: object) => ({
    ...{ id: randomUUID(), placeCode: 'WK900101', theme: 'HOUSING', kind: 'PROBLEM' },
    ...{ observationText: 'Trappenhuizen zijn vaak nat.', organisation: 'Woonstichting Kade' },
    ...{ observer: 'w-17', profession: 'CARETAKER', recordedAt: '2026-01-10T09:30:00Z' },
    ...changes,
  });
  let files = 0;
  // No random name: one in some hundred holds digits like those of a telephone.
  const run = (changes: object, name = `notities-${++files}.ndjson`) => {
    const path = join(folder, name);
    writeFileSync(path, `${JSON.stringify(line(changes))}\n`);
    return importNotes(db, path, { publish: false, dryRun: false, now: today });
  };

  test('nobody vouches for an urgent one: the file must hold the confirmation', async () => {
    const silent = await run({ severity: 'URGENT' });
    expect(silent.quarantined).toMatchObject([{ reason: 'AGAINST_RULES' }]);
    expect(silent.quarantined[0]?.explanation).toMatch(/URGENT needs the confirmation/);
    expect((await run({ severity: 'URGENT', urgentConfirmed: true })).logged).toBe(1);
  });

  test('organisations are screened, and none is named by invisible characters', async () => {
    const named = await run({ organisation: 'Zorg aan huis 06 12345678' });
    expect(named.quarantined).toMatchObject([{ reason: 'PERSONAL_DATA' }]);
    expect(JSON.stringify(named.quarantined)).not.toContain('12345678');
    const confirmed = await run({
      confirmations: [{ organisation: 'Bel 06 12345678', observer: 'x', profession: 'CARETAKER' }],
    });
    expect(confirmed.quarantined).toMatchObject([{ reason: 'PERSONAL_DATA' }]);
    expect((await run({ organisation: '\u200b\u200b' })).quarantined).toHaveLength(1);
    expect((await run({ organisation: 'Huisartsenpraktijk Van Dijk' })).logged).toBe(1);
  });

  test('the name of the file is kept too, so it holds no personal data', async () => {
    await expect(run({}, 'notities_jan@example.org.ndjson')).rejects.toThrow(/name of the file/);
    expect((await run({}, 'notities_2026-03-01_WK900101.ndjson')).logged).toBe(1);
  });
});

test('a service number with a space between all digits is refused', async () => {
  const answer = await sendNote(ask, noor, {
    observationText: 'Kaart 9 9 9 9 9 0 0 1 9 gevonden.',
  });
  expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: 'input.observationText' });
});

test('characters that nobody sees hide no number', () => {
  for (const hidden of ['\u3164', '\u115f', '\u{e0020}', '\u{e0100}', '\u180b', '\u2063']) {
    const text = `bel 06${hidden}1234${hidden}5678`;
    expect(screenText(text).map(({ type, end }) => [type, end])).toEqual([['PHONE', text.length]]);
  }
});
