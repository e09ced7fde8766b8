// Changing, handing in, discarding and taking back one's own notes.
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { authors, fieldNotes, noteRevisions, noteTexts } from '../server/db/tables.ts';
import { type Answer, amira, askOn, bram, esra, joris, nobody, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import {
  linesAbout,
  logNote,
  makePlaces,
  openCell,
  publishNote,
  refusalOf,
  sendReview,
  today,
} from './support/make.ts';

import { makeEdition } from './support/make-edition.ts';

const database = await testDatabase();
const { db } = database;
await makePlaces(database);
const ask = askOn(database, () => today);
// What others see of a note is seen where enough others wrote.
await makeEdition(database, { year: 2024, figures: { population: { WK900101: 1000 } } });
await openCell(ask, esra, { placeCode: 'WK900101', theme: 'SOCIAL_NETWORK' });

interface Revised {
  reviseFieldNote: Record<string, unknown>;
}

const revise = (as: string | null, input: Record<string, unknown>): Promise<Answer<Revised>> =>
  ask<Revised>(
    as,
    `mutation ($input: ReviseFieldNoteInput!) { reviseFieldNote(input: $input) {
      id version status kind severity placeCode editionYear theme observationText interpretationText
      publicationLevel shownWords
      conflicts { revision baseVersion observationText interpretationText severity } } }`,
    { input },
  );

const readOwn = async (id: string) => {
  const { data } = await ask<{ fieldNote: Record<string, unknown> }>(
    noor,
    `query ($id: UUID!) { fieldNote(id: $id) { version status severity observationText
      conflicts { revision baseVersion observationText severity } } }`,
    { id },
  );
  return data.fieldNote;
};

const revisionsOf = (id: string) =>
  db.select().from(noteRevisions).where(eq(noteRevisions.noteId, id)).orderBy(noteRevisions.number);

const rowOf = async (id: string) =>
  (await db.select().from(fieldNotes).where(eq(fieldNotes.id, id)))[0];

const textsOf = (id: string) => db.select().from(noteTexts).where(eq(noteTexts.noteId, id));

const firstText = 'Oudere bewoners komen weinig buiten sinds het buurthuis dicht is.';
const secondText = 'Bewoners komen weinig buiten, ook overdag.';
const thirdText = 'Bewoners komen vooral in de winter weinig buiten.';

describe('revising', () => {
  test('makes a new version and leaves its audit line; the old one stays without its text', async () => {
    const id = await logNote(ask, noor);
    const { data } = await revise(noor, { id, version: 1, observationText: secondText });
    expect(data.reviseFieldNote).toMatchObject({
      version: 2,
      status: 'SUBMITTED',
      observationText: secondText,
      kind: 'PROBLEM',
    });
    const revisions = await revisionsOf(id);
    expect(revisions.map((r) => [r.number, r.baseVersion, r.conflicting])).toEqual([
      [1, 0, false],
      [2, 1, false],
    ]);
    expect(JSON.stringify(revisions)).not.toContain('buurthuis');
    const lines = await linesAbout(database, id);
    expect(lines.map((line) => line.event)).toEqual(['NOTE_LOGGED', 'NOTE_REVISED']);
    expect(lines[1]?.actor).toBe(lines[0]?.actor);
    expect(lines[1]?.details).toEqual({ version: 2, from: 'SUBMITTED', to: 'SUBMITTED' });
  });

  test('leaves what is not sent as it is, and null takes the default', async () => {
    const id = await logNote(ask, noor, { severity: 'SERIOUS', interpretationText: secondText });
    const kept = await revise(noor, { id, version: 1, theme: 'MEANING' });
    expect(kept.data.reviseFieldNote).toMatchObject({
      severity: 'SERIOUS',
      interpretationText: secondText,
      theme: 'MEANING',
    });
    const cleared = await revise(noor, {
      id,
      version: 2,
      severity: null,
      interpretationText: null,
      observationText: null,
    });
    expect(cleared.data.reviseFieldNote).toMatchObject({
      severity: 'ATTENTION',
      interpretationText: null,
      observationText: firstText,
    });
  });

  test('drops the severity with a kind that has none, and takes the default of one that has', async () => {
    const id = await logNote(ask, noor, { severity: 'SERIOUS' });
    const strength = await revise(noor, { id, version: 1, kind: 'STRENGTH' });
    expect(strength.data.reviseFieldNote.severity).toBeNull();
    const need = await revise(noor, { id, version: 2, kind: 'NEED' });
    expect(need.data.reviseFieldNote.severity).toBe('ATTENTION');
  });

  test('to another wijk takes the newest division', async () => {
    const id = await logNote(ask, noor, { editionYear: 2024 });
    const { data } = await revise(noor, { id, version: 1, placeCode: 'WK900102' });
    expect(data.reviseFieldNote).toMatchObject({ placeCode: 'WK900102', editionYear: 2025 });
  });

  test('hands a returned note in again', async () => {
    const review = { decision: 'RETURN', reason: 'UNCLEAR' };
    const id = await publishNote(ask, noor, esra, {}, review);
    const { data } = await revise(noor, { id, version: 1, observationText: secondText });
    expect(data.reviseFieldNote).toMatchObject({ status: 'SUBMITTED', version: 2 });
  });

  test('takes a published note back into review, and until then nobody else sees it', async () => {
    const id = await publishNote(ask, noor, esra);
    const seen = () => ask<{ fieldNote: object | null }>(bram, readNote, { id });
    expect((await seen()).data.fieldNote).not.toBeNull();
    const { data } = await revise(noor, { id, version: 1, observationText: secondText });
    expect(data.reviseFieldNote).toMatchObject({
      status: 'SUBMITTED',
      version: 2,
      publicationLevel: null,
      shownWords: null,
    });
    expect((await seen()).data.fieldNote).toBeNull();
    await sendReview(ask, esra, { id, version: 2 });
    expect((await seen()).data.fieldNote).toEqual({ id, observationText: secondText });
  });

  test('keeps place, theme and kind of what was published or confirmed', async () => {
    const id = await publishNote(ask, noor, esra);
    const moved = await revise(noor, { id, version: 1, theme: 'HOUSING', kind: 'NEED' });
    expect(refusalOf(moved)).toEqual({ code: 'BAD_USER_INPUT', field: 'input.theme' });
    await ask(joris, confirmation, { input: { id: randomUUID(), noteId: id } });
    await revise(noor, { id, version: 1, observationText: secondText });
    const later = await revise(noor, { id, version: 2, placeCode: 'WK900102' });
    expect(refusalOf(later)).toEqual({ code: 'BAD_USER_INPUT', field: 'input.placeCode' });
  });

  test('is for who is signed in', async () => {
    const id = await logNote(ask, noor);
    const answer = await revise(nobody, { id, version: 1, severity: 'SERIOUS' });
    expect(refusalOf(answer).code).toBe('UNAUTHENTICATED');
  });

  test('is for observers', async () => {
    const id = await logNote(ask, noor);
    expect(refusalOf(await revise(bram, { id, version: 1 })).code).toBe('FORBIDDEN');
  });

  test('of the note of somebody else is refused as if there were none', async () => {
    const id = await publishNote(ask, noor, esra);
    const others = await revise(joris, { id, version: 1, severity: 'SERIOUS' });
    const absent = randomUUID();
    const none = await revise(joris, { id: absent, version: 1, severity: 'SERIOUS' });
    expect(refusalOf(others)).toEqual(refusalOf(none));
    expect(others.errors?.[0]?.message.replace(id, '')).toBe(
      none.errors?.[0]?.message.replace(absent, ''),
    );
  });

  test.each([
    ['an empty sentence', { observationText: ' ' }, 'observationText'],
    ['personal data', { observationText: 'Bel 06-12345678.' }, 'observationText'],
    ['a future day', { observedTo: '2026-03-16' }, 'observedTo'],
    ['a withdrawn confirmation', { noPersonConfirmed: false }, 'noPersonConfirmed'],
    ['a version that does not exist yet', { version: 2 }, 'version'],
    ['a buurt', { placeCode: 'BU90010101' }, 'placeCode'],
  ])('with %s is refused and changes nothing', async (_name, changes, field) => {
    const id = await logNote(ask, noor);
    const before = [await rowOf(id), await revisionsOf(id), await linesAbout(database, id)];
    const answer = await revise(noor, { id, version: 1, ...changes });
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: `input.${field}` });
    expect([await rowOf(id), await revisionsOf(id), await linesAbout(database, id)]).toEqual(
      before,
    );
  });

  test('by a GP keeps to the rules of the note', async () => {
    const id = await logNote(ask, amira);
    const answer = await revise(amira, { id, version: 1, scaleBand: 'FEW' });
    expect(refusalOf(answer).field).toBe('input.scaleBand');
  });

  test('to a wijk that does not exist is refused', async () => {
    const id = await logNote(ask, noor);
    const answer = await revise(noor, { id, version: 1, placeCode: 'WK9001ZZ' });
    expect(refusalOf(answer)).toEqual({ code: 'NOT_FOUND', field: 'input.placeCode' });
  });

  test('sent twice is done once', async () => {
    const id = await logNote(ask, noor);
    const change = { id, version: 1, observationText: secondText };
    await revise(noor, change);
    const again = await revise(noor, change);
    expect(again.data.reviseFieldNote).toMatchObject({ version: 2, conflicts: [] });
    expect(await revisionsOf(id)).toHaveLength(2);
    expect(await linesAbout(database, id)).toHaveLength(2);
  });

  test('that fails in the middle leaves nothing behind', async () => {
    const id = await logNote(ask, noor);
    const before = [await rowOf(id), await revisionsOf(id)];
    await database.pool.query(
      'alter table audit_lines add constraint audit_lines_closed check (number < 0) not valid',
    );
    const answer = await revise(noor, { id, version: 1, observationText: secondText });
    await database.pool.query('alter table audit_lines drop constraint audit_lines_closed');
    expect(refusalOf(answer).code).toBe('INTERNAL_SERVER_ERROR');
    expect([await rowOf(id), await revisionsOf(id)]).toEqual(before);
  });
});

describe('two devices that changed the same version', () => {
  async function makeConflict() {
    const id = await logNote(ask, noor);
    await revise(noor, { id, version: 1, observationText: secondText });
    const late = { id, version: 1, observationText: thirdText, severity: 'SERIOUS' };
    return { id, late, answer: await revise(noor, late) };
  }

  test('both versions are kept, and the later one hears of it', async () => {
    const { id, answer } = await makeConflict();
    expect(refusalOf(answer).code).toBe('CONFLICT');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ id, currentVersion: 2, revision: 3 });
    expect(await readOwn(id)).toEqual({
      version: 2,
      status: 'SUBMITTED',
      severity: 'ATTENTION',
      observationText: secondText,
      conflicts: [{ revision: 3, baseVersion: 1, observationText: thirdText, severity: 'SERIOUS' }],
    });
    const events = (await linesAbout(database, id)).map((line) => line.event);
    expect(events).toEqual(['NOTE_LOGGED', 'NOTE_REVISED', 'NOTE_CONFLICT_KEPT']);
  });

  test('nobody but the author sees the kept version', async () => {
    const { id } = await makeConflict();
    await sendReview(ask, esra, { id, version: 2 });
    for (const as of [esra, bram, joris]) {
      const { data } = await ask<{ fieldNote: object }>(
        as,
        'query ($id: UUID!) { fieldNote(id: $id) { conflicts { revision } } }',
        { id },
      );
      expect(data.fieldNote).toEqual({ conflicts: [] });
    }
  });

  test('the same late change sent twice is kept once', async () => {
    const { id, late } = await makeConflict();
    const again = await revise(noor, late);
    expect(again.errors?.[0]?.extensions).toMatchObject({ currentVersion: 2, revision: 3 });
    expect(await revisionsOf(id)).toHaveLength(3);
  });

  test('revising the current version settles it, and the losing text is erased', async () => {
    const { id } = await makeConflict();
    const { data } = await revise(noor, { id, version: 2, observationText: thirdText });
    expect(data.reviseFieldNote).toMatchObject({ version: 3, conflicts: [] });
    for (const revision of await revisionsOf(id)) expect(revision.observationText).toBeNull();
  });

  test('choosing the current text as it is settles it as well', async () => {
    const { id } = await makeConflict();
    const { data } = await revise(noor, { id, version: 2 });
    expect(data.reviseFieldNote).toMatchObject({ observationText: secondText, conflicts: [] });
    for (const revision of await revisionsOf(id)) expect(revision.observationText).toBeNull();
  });

  test('at once: one is applied and the other kept', async () => {
    const id = await logNote(ask, noor);
    const answers = await Promise.all([
      revise(noor, { id, version: 1, observationText: secondText }),
      revise(noor, { id, version: 1, observationText: thirdText }),
    ]);
    expect(answers.map((answer) => refusalOf(answer).code ?? 'OK').sort()).toEqual([
      'CONFLICT',
      'OK',
    ]);
    const own = await readOwn(id);
    const conflicts = own.conflicts as { observationText: string }[];
    expect([own.observationText, conflicts[0]?.observationText].sort()).toEqual(
      [secondText, thirdText].sort(),
    );
  });

  test('a rejected note keeps no text of either', async () => {
    const { id } = await makeConflict();
    await sendReview(ask, esra, { id, version: 2, decision: 'REJECT', reason: 'SINGLE_CASE' });
    for (const revision of await revisionsOf(id)) expect(revision.observationText).toBeNull();
  });
});

const readNote = 'query ($id: UUID!) { fieldNote(id: $id) { id observationText } }';
const confirmation =
  'mutation ($input: ConfirmFieldNoteInput!) { confirmFieldNote(input: $input) { id } }';

describe('a draft', () => {
  const submit = (as: string | null, id: string) =>
    ask<{ submitFieldNote: object }>(
      as,
      'mutation ($id: UUID!) { submitFieldNote(id: $id) { id status version } }',
      { id },
    );
  const discard = (as: string | null, id: string) =>
    ask(as, 'mutation ($id: UUID!) { discardDraft(id: $id) }', { id });

  test('is handed in, once, with its audit line', async () => {
    const id = await logNote(ask, noor, { asDraft: true });
    const { data } = await submit(noor, id);
    expect(data.submitFieldNote).toEqual({ id, status: 'SUBMITTED', version: 1 });
    await submit(noor, id);
    const lines = await linesAbout(database, id);
    expect(lines.map((line) => line.event)).toEqual(['NOTE_LOGGED', 'NOTE_SUBMITTED']);
    expect(lines[1]?.details).toEqual({ version: 1, from: 'DRAFT', to: 'SUBMITTED' });
  });

  test('is handed in by its author only', async () => {
    const id = await logNote(ask, noor, { asDraft: true });
    expect(refusalOf(await submit(nobody, id)).code).toBe('UNAUTHENTICATED');
    expect(refusalOf(await submit(esra, id)).code).toBe('FORBIDDEN');
    expect(refusalOf(await submit(joris, id)).code).toBe('NOT_FOUND');
    expect(refusalOf(await submit(noor, randomUUID())).code).toBe('NOT_FOUND');
  });

  test('is seen by its author only', async () => {
    const id = await logNote(ask, noor, { asDraft: true });
    const colleague = 'demo:OBSERVER:GM9001:wijkteam-noord:COMMUNITY_WORKER';
    for (const as of [esra, bram, joris, colleague, nobody]) {
      const { data } = await ask<{ fieldNote: null }>(as, readNote, { id });
      expect(data.fieldNote).toBeNull();
    }
  });

  test('is thrown away with everything in it; its id is free again', async () => {
    const id = await logNote(ask, noor, { asDraft: true });
    await discard(noor, id);
    await discard(noor, id);
    expect(await rowOf(id)).toBeUndefined();
    expect(await revisionsOf(id)).toEqual([]);
    expect(await db.$count(authors, eq(authors.contributionId, id))).toBe(0);
    const lines = await linesAbout(database, id);
    expect(lines.map((line) => line.event)).toEqual(['NOTE_LOGGED', 'NOTE_DISCARDED']);
    expect(await logNote(ask, noor, { id })).toBe(id);
  });

  test('of somebody else stays', async () => {
    const id = await logNote(ask, noor, { asDraft: true });
    await discard(joris, id);
    expect(refusalOf(await discard(esra, id)).code).toBe('FORBIDDEN');
    expect(refusalOf(await discard(nobody, id)).code).toBe('UNAUTHENTICATED');
    expect((await rowOf(id))?.status).toBe('DRAFT');
  });
});

describe('taking back', () => {
  const withdraw = (as: string | null, id: string) =>
    ask<{ withdrawFieldNote: object }>(
      as,
      'mutation ($id: UUID!) { withdrawFieldNote(input: { id: $id }) { id status textState observationText } }',
      { id },
    );

  test('by the author ends the note and erases its texts, once, with its audit line', async () => {
    const id = await publishNote(ask, noor, esra);
    const { data } = await withdraw(noor, id);
    expect(data.withdrawFieldNote).toEqual({
      id,
      status: 'WITHDRAWN',
      textState: 'ERASED',
      observationText: null,
    });
    await withdraw(noor, id);
    expect(await textsOf(id)).toEqual([]);
    expect(await rowOf(id)).toMatchObject({
      erasedAt: today,
      endedAt: today,
      theme: 'SOCIAL_NETWORK',
    });
    const lines = await linesAbout(database, id);
    expect(lines.filter((line) => line.event === 'NOTE_WITHDRAWN')).toHaveLength(1);
    expect(lines.at(-1)?.actor).toBe(lines[0]?.actor);
  });

  test('by a reviewer works on what is published, under the name of the reviewer', async () => {
    const id = await publishNote(ask, noor, esra);
    const { data } = await withdraw(esra, id);
    expect(data.withdrawFieldNote).toMatchObject({ status: 'WITHDRAWN', textState: 'ERASED' });
    const line = (await linesAbout(database, id)).at(-1);
    expect(line).toMatchObject({ event: 'NOTE_WITHDRAWN', role: 'REVIEWER' });
  });

  test('is for author and reviewer only', async () => {
    const id = await publishNote(ask, noor, esra);
    expect(refusalOf(await withdraw(nobody, id)).code).toBe('UNAUTHENTICATED');
    expect(refusalOf(await withdraw(bram, id)).code).toBe('FORBIDDEN');
    expect(refusalOf(await withdraw(joris, id)).code).toBe('NOT_FOUND');
    expect(refusalOf(await withdraw(noor, randomUUID())).code).toBe('NOT_FOUND');
    expect((await rowOf(id))?.status).toBe('PUBLISHED');
  });

  test('that fails in the middle leaves nothing behind', async () => {
    const id = await publishNote(ask, noor, esra);
    const before = await rowOf(id);
    await database.pool.query(
      'alter table audit_lines add constraint audit_lines_closed check (number < 0) not valid',
    );
    const answer = await withdraw(noor, id);
    await database.pool.query('alter table audit_lines drop constraint audit_lines_closed');
    expect(refusalOf(answer).code).toBe('INTERNAL_SERVER_ERROR');
    expect(await rowOf(id)).toEqual(before);
  });
});

test('no revision ever holds a text unless it lost a conflict', async () => {
  const rows = await db
    .select()
    .from(noteRevisions)
    .where(and(eq(noteRevisions.conflicting, false)));
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows.map((row) => row.content))).not.toMatch(/bewoners/i);
});
