// Taking over field notes from NDJSON files.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { verifyAudit } from '../server/audit/verify.ts';
import { registerImport } from '../server/cli/import.ts';
import { readConfig } from '../server/config.ts';
import {
  auditLines,
  authors,
  fieldNotes,
  noteConfirmations,
  noteReviews,
  noteRevisions,
  organisations,
  people,
  quarantine,
} from '../server/db/tables.ts';
import { importNotes } from '../server/notes/import.ts';
import { askOn, esra, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { linesAbout, logNote, makePlaces, sendReview, today } from './support/make.ts';

const database = await testDatabase();
const { db } = database;
await makePlaces(database);
const ask = askOn(database, () => today);
const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-notes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A line of a file as another system writes it. */
const line = (changes: object = {}) => ({
  id: randomUUID(),
  placeCode: 'WK900101',
  theme: 'HOUSING',
  kind: 'PROBLEM',
  observationText: 'Trappenhuizen zijn vaak nat en koud.',
  organisation: 'Woonstichting Kade',
  observer: 'w-17',
  profession: 'CARETAKER',
  recordedAt: '2026-01-10T09:30:00Z',
  ...changes,
});

function fileOf(lines: readonly (object | string)[], name = `${randomUUID()}.ndjson`): string {
  const path = join(folder, name);
  const texts = lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  writeFileSync(path, `${texts.join('\n')}\n`);
  return path;
}

const run = (lines: readonly (object | string)[], options: object = {}) =>
  importNotes(db, fileOf(lines), { publish: false, dryRun: false, now: today, ...options });

const rowOf = async (id: string) =>
  (await db.select().from(fieldNotes).where(eq(fieldNotes.id, id)))[0];

const tables = { fieldNotes, authors, noteRevisions, noteReviews, noteConfirmations, people };
const countRows = async () =>
  Object.fromEntries(
    await Promise.all(
      Object.entries({ ...tables, organisations, auditLines, quarantine }).map(
        async ([name, table]) => [name, await db.$count(table)] as const,
      ),
    ),
  );

test('every line waits for review, whatever it says, and a reviewer publishes it', async () => {
  const [plain, marked] = [line(), line({ status: 'PUBLISHED', publicationLevel: 'CIRCLE' })];
  const done = await run([plain, marked]);
  expect(done).toMatchObject({ linesRead: 2, logged: 2, published: 0, quarantined: [] });
  for (const { id } of [plain, marked]) {
    expect(await rowOf(id)).toMatchObject({
      status: 'SUBMITTED',
      publicationLevel: null,
      organisationKey: 'woonstichting-kade',
      profession: 'CARETAKER',
      regime: 'NONE',
      editionYear: 2025,
      observedFrom: '2026-01-10',
      receivedAt: today,
      recordedAt: new Date('2026-01-10T09:30:00Z'),
    });
  }
  const { data } = await sendReview(ask, esra, { id: plain.id });
  expect(data.reviewFieldNote.status).toBe('PUBLISHED');
});

test('with --publish lines marked as published are taken over as reviewed', async () => {
  const circle = line({ status: 'PUBLISHED' });
  const open = line({
    ...{ status: 'PUBLISHED', publicationLevel: 'PUBLIC', excerpt: 'Natte trappenhuizen.' },
    publishedAt: '2026-01-20',
  });
  const waiting = line();
  const done = await run([circle, open, waiting], { publish: true });
  expect(done).toMatchObject({ logged: 3, published: 2 });
  expect(await rowOf(circle.id)).toMatchObject({
    status: 'PUBLISHED',
    publicationLevel: 'CIRCLE',
    publishedAt: new Date('2026-01-10T09:30:00Z'),
  });
  expect(await rowOf(open.id)).toMatchObject({
    publicationLevel: 'PUBLIC',
    excerpt: 'Natte trappenhuizen.',
    publishedAt: new Date('2026-01-20T00:00:00Z'),
  });
  expect((await rowOf(waiting.id))?.status).toBe('SUBMITTED');
  const { data } = await ask<{ fieldNote: object }>(
    esra,
    'query ($id: UUID!) { fieldNote(id: $id) { observationText isMine } }',
    { id: circle.id },
  );
  expect(data.fieldNote).toEqual({ observationText: circle.observationText, isMine: false });
  expect(await db.$count(noteReviews, eq(noteReviews.noteId, circle.id))).toBe(1);
});

test('leaves one audit line per gemeente, and the chain stays whole', async () => {
  const path = fileOf([line(), line(), line({ placeCode: 'WK900201' })], 'two-towns.ndjson');
  await importNotes(db, path, { publish: true, dryRun: false, now: today });
  const lines = await linesAbout(database, 'two-towns.ndjson');
  expect(lines.map((one) => [one.gemeenteCode, one.event, one.details])).toEqual([
    ['GM9001', 'NOTES_IMPORTED', { logged: 2, published: 0 }],
    ['GM9002', 'NOTES_IMPORTED', { logged: 1, published: 0 }],
  ]);
  for (const chain of await verifyAudit(db)) expect(chain.problems).toEqual([]);
});

test('repeating an import changes nothing, with and without ids in the file', async () => {
  const { id: _id, ...withoutId } = line({ observer: 'w-18', theme: 'MEANING' });
  const lines = [line(), withoutId, { ...withoutId, kind: 'NEED' }, withoutId];
  const first = await run(lines);
  expect(first).toMatchObject({ logged: 3, unchanged: 1 });
  const before = await countRows();
  const again = await run([...lines].reverse());
  expect(again).toMatchObject({ logged: 0, unchanged: 4, quarantined: [] });
  expect(await countRows()).toEqual(before);
});

test('a dry run says what would happen and changes nothing', async () => {
  const before = await countRows();
  const done = await run([line(), line({ theme: 'WEATHER' })], { dryRun: true });
  expect(done).toMatchObject({ logged: 1, quarantined: [{ line: 2 }] });
  expect(await countRows()).toEqual(before);
});

test('confirmations of other organisations count, echoes of the own one do not', async () => {
  const confirmation = { organisation: 'Wijkteam Noord', observer: 'n-1', profession: 'GP' };
  const note = line({
    status: 'PUBLISHED',
    confirmations: [
      confirmation,
      { ...confirmation, observer: 'n-2' },
      { ...confirmation, organisation: 'woonstichting KADE' },
    ],
  });
  const done = await run([note], { publish: true });
  expect(done).toMatchObject({ confirmations: 1, echoes: 1 });
  const rows = await db
    .select()
    .from(noteConfirmations)
    .where(eq(noteConfirmations.noteId, note.id));
  expect(rows).toMatchObject([{ organisationKey: 'wijkteam-noord', regime: 'MEDICAL' }]);
});

test('one label in a gemeente is one person, and no label is kept', async () => {
  const label = 'label-of-an-observer';
  const notes = [line({ observer: label }), line({ observer: label, theme: 'MEANING' })];
  await run(notes);
  const owners = await Promise.all(
    notes.map(async ({ id }) => {
      const [author] = await db.select().from(authors).where(eq(authors.contributionId, id));
      return author;
    }),
  );
  expect(owners[0]?.personId).toBe(owners[1]?.personId);
  expect(owners[0]?.pseudonym).not.toBe(owners[1]?.pseudonym);
  expect(JSON.stringify(await db.select().from(people))).not.toContain(label);
});

test.each([
  ['a line that is no JSON', '{"placeCode": "WK900101", ', 'NOT_JSON', /not a JSON object/],
  ['a line that is a list', '[]', 'NOT_JSON', /not a JSON object/],
  ['a field that no note has', line({ street: 'x' }), 'UNKNOWN_FIELD', /no field street/],
  [
    'a field with a telling name',
    line({ 'de heer Jansen': 1 }),
    'UNKNOWN_FIELD',
    /a name that is not shown/,
  ],
  ['a missing theme', line({ theme: undefined }), 'BAD_FIELD', /theme: /],
  ['an unknown theme', line({ theme: 'WEATHER' }), 'BAD_FIELD', /theme: /],
  ['a number for a text', line({ observationText: 12 }), 'BAD_FIELD', /observationText: /],
  ['a broken moment', line({ recordedAt: 'yesterday' }), 'BAD_FIELD', /recordedAt: /],
  ['a status that is not taken over', line({ status: 'REJECTED' }), 'BAD_FIELD', /status: /],
  ['a wijk that never existed', line({ placeCode: 'WK9001ZZ' }), 'UNKNOWN_PLACE', /WK9001ZZ/],
  [
    'a wijk that existed in another year only',
    line({ placeCode: 'WK900199' }),
    'UNKNOWN_PLACE',
    /existed in 2024, not in 2025/,
  ],
  ['a buurt', line({ placeCode: 'BU90010101' }), 'AGAINST_RULES', /wijk or gemeente/],
  [
    'a text that is too long',
    line({ observationText: 'x'.repeat(601) }),
    'AGAINST_RULES',
    /601 characters/,
  ],
  [
    'a few people by a GP',
    line({ profession: 'GP', scaleBand: 'FEW' }),
    'AGAINST_RULES',
    /MEDICAL/,
  ],
  [
    'a confirmation that was refused',
    line({ noPersonConfirmed: false }),
    'AGAINST_RULES',
    /nobody can be recognised/,
  ],
  [
    'a regime that is not that of the profession',
    line({ regime: 'SOCIAL' }),
    'AGAINST_RULES',
    /CARETAKER is NONE, not SOCIAL/,
  ],
  [
    'public words of a GP',
    line({
      ...{ profession: 'GP', status: 'PUBLISHED', publicationLevel: 'PUBLIC', excerpt: 'Nat.' },
    }),
    'AGAINST_RULES',
    /closed circle/,
  ],
  [
    'public words that are missing',
    line({ status: 'PUBLISHED', publicationLevel: 'PUBLIC' }),
    'AGAINST_RULES',
    /needs an excerpt/,
  ],
  [
    'personal data',
    line({ observationText: 'Bel 06-12345678 over de trap.' }),
    'PERSONAL_DATA',
    /PHONE/,
  ],
  [
    'personal data in the public words',
    line({ status: 'PUBLISHED', publicationLevel: 'PUBLIC', excerpt: 'Bel 06-12345678.' }),
    'PERSONAL_DATA',
    /PHONE/,
  ],
])('%s is set aside with its reason, and the rest goes on', async (_name, bad, reason, why) => {
  const good = line();
  const path = fileOf([good, bad]);
  const done = await importNotes(db, path, { publish: true, dryRun: false, now: today });
  expect(done).toMatchObject({ linesRead: 2, logged: 1 });
  expect(done.quarantined).toMatchObject([{ line: 2, reason, raw: null }]);
  expect(done.quarantined[0]?.explanation).toMatch(why);
  const kept = await db
    .select()
    .from(quarantine)
    .where(eq(quarantine.fileName, path.slice(folder.length + 1)));
  expect(kept).toMatchObject([{ importKind: 'notes', line: 2, reason, raw: null }]);
});

test('no words of what was set aside are kept anywhere', async () => {
  const all = JSON.stringify(await db.select().from(quarantine));
  expect(all).not.toContain('12345678');
  expect(all).not.toContain('Jansen');
  expect(all).not.toContain('over de trap');
});

test('an id of somebody else is set aside, and that note stays as it is', async () => {
  const id = await logNote(ask, noor);
  const before = await rowOf(id);
  const done = await run([line({ id }), line({ id, placeCode: 'WK900201' })]);
  expect(done).toMatchObject({ logged: 0, unchanged: 0 });
  expect(done.quarantined.map((row) => row.reason)).toEqual(['ID_TAKEN', 'ID_TAKEN']);
  expect(await rowOf(id)).toEqual(before);
});

test('a file that is not there is refused, naming it', async () => {
  const missing = importNotes(db, join(folder, 'none.ndjson'), {
    ...{ publish: false, dryRun: false, now: today },
  });
  await expect(missing).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a failure in the middle leaves nothing behind', async () => {
  const before = await countRows();
  await database.pool.query(
    'alter table audit_lines add constraint audit_lines_closed check (number < 0) not valid',
  );
  await expect(run([line(), line({ theme: 'WEATHER' })])).rejects.toThrow();
  await database.pool.query('alter table audit_lines drop constraint audit_lines_closed');
  expect(await countRows()).toEqual(before);
});

test('the command says what it read, logged and set aside', async () => {
  const said: string[] = [];
  const program = new Command();
  registerImport(program, {
    out: (text) => said.push(text),
    progress: () => {},
    isTerminal: false,
    cwd: folder,
    fetching: readConfig({}).fetching,
    database: async () => database,
  });
  const now = new Date().toISOString();
  fileOf(
    [
      line({ recordedAt: now, status: 'PUBLISHED' }),
      line({ recordedAt: now }),
      line({ theme: 'WEATHER' }),
    ],
    'report.ndjson',
  );
  await program.parseAsync(['import', 'notes', 'report.ndjson', '--publish'], { from: 'user' });
  expect(said.join('\n')).toMatch(/3 lines read/);
  expect(said.join('\n')).toMatch(/2 new notes, of which 1 published and 1 waiting for review/);
  expect(said.join('\n')).toMatch(/1 BAD_FIELD/);
});

test('a file may be named by a number of another system, not by that of a telephone', async () => {
  const settings = { publish: false, dryRun: true, now: today };
  const named = (name: string) => importNotes(db, fileOf([line()], `${name}.ndjson`), settings);
  expect(await named('06123456-7812-4abc-8def-0123456789ab')).toMatchObject({ linesRead: 1 });
  await expect(named('06-12345678')).rejects.toThrow('The name of the file holds personal data');
});
