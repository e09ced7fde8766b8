// Revises a field note. Two devices that changed the same version lose nothing: the later one is kept beside
// the note, with its text, until the author chooses.
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/client.ts';
import { fieldNotes, noteConfirmations, noteRevisions } from '../db/tables.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { gemeenteOf } from '../places/codes.ts';
import { checkNote, hasSeverity, type NoteContent, type NoteInput, refusalOf } from './check.ts';
import { isOpenConflict } from './extras.ts';
import { loadFacts } from './facts.ts';
import { findNextStatus, type NextStatus, statusOn, wrongStatus } from './lifecycle.ts';
import { showChangedNote } from './read.ts';
import {
  auditAuthor,
  codesIn,
  contentOf,
  eraseRevisionTexts,
  findOwnNote,
  type NoteRow,
  nextRevisionNumber,
  type OwnNote,
  observerOf,
  refuseOtherGemeente,
} from './rows.ts';
import type { ShownNote } from './show.ts';
import { replaceTexts } from './texts.ts';

/** What may change: a field left out stays as it is, null takes the default. */
type Changes = {
  readonly [Field in keyof Omit<NoteInput, 'recordedAt'>]?: NoteInput[Field] | null | undefined;
};

export interface ReviseInput extends Changes {
  readonly id: string;
  /** Version the change was made from. */
  readonly version: number;
}

/**
 * Applies the change to the version it was made from. Made from an older one: the change is stored as a
 * conflicting revision and CONFLICT names it. A change to a published note takes it back into
 * review, and until then it is not shown; its place, theme and kind stay, as others confirmed those.
 */
export async function reviseFieldNote(
  db: Db,
  actor: Actor,
  input: ReviseInput,
  now: Date,
): Promise<ShownNote> {
  observerOf(actor);
  const kept = await db.transaction((tx) => revise(tx, actor, input, now));
  // Outside the transaction: what was kept must stay kept.
  if (kept) {
    throw conflict(
      `Field note ${input.id} is at version ${kept.currentVersion}, and your change was made from version ` +
        `${input.version}. Both are kept: choose, and revise version ${kept.currentVersion}.`,
      { id: input.id, ...kept },
    );
  }
  return showChangedNote(db, actor, input.id, now);
}

interface KeptConflict {
  readonly currentVersion: number;
  readonly revision: number;
}

async function revise(
  tx: Db,
  actor: Actor,
  input: ReviseInput,
  now: Date,
): Promise<KeptConflict | undefined> {
  const own = await findOwnNote(tx, actor, input.id);
  if (!own) throw notFound('field note', input.id);
  const status = statusOn(own.note, now);
  const next = findNextStatus(status, 'REVISE', 'AUTHOR');
  if (!next) throw wrongStatus(input.id, status, 'REVISE');
  refuseFutureVersion(input, own.note);
  const content = await revisedContent(tx, actor, own.note, input, now);
  const isSame = isSameContent(content, contentOf(own.note));
  if (input.version === own.note.version) {
    const isOpen = status === 'RETURNED' || (await hasOpenConflict(tx, own.note));
    if (!isSame || isOpen) await applyRevision(tx, own, content, next, now);
    return undefined;
  }
  // An older version that asks for what is already there lost nothing: a change that was sent twice.
  if (isSame) return undefined;
  return keepConflict(tx, own, input, content, now);
}

function refuseFutureVersion({ version }: ReviseInput, note: NoteRow) {
  if (version >= 1 && version <= note.version) return;
  const message = `version ${version} does not exist; the note is at version ${note.version}.`;
  throw badInput([{ field: 'input.version', message }]);
}

async function revisedContent(
  tx: Db,
  actor: Actor,
  note: NoteRow,
  input: ReviseInput,
  now: Date,
): Promise<NoteContent> {
  const revised = revisedInput(contentOf(note), input);
  const facts = await loadFacts(tx, revised, now);
  const { content, problems, findings } = checkNote(revised, note.regime, facts, now);
  const all = [...problems, ...(await fixedFieldProblems(tx, note, content))];
  const isPlaceOnly = all.length === 1 && facts.placeRefusal !== undefined;
  const refusal = refusalOf(all, findings, isPlaceOnly ? facts.placeRefusal?.code : undefined);
  if (refusal) throw refusal;
  refuseOtherGemeente(observerOf(actor), gemeenteOf(content.placeCode), content.placeCode);
  return content;
}

/** The whole note as it would be after the change. */
function revisedInput(current: NoteContent, changes: ReviseInput): NoteInput {
  const given = Object.fromEntries(
    Object.entries(changes).filter(
      ([field, value]) => value !== undefined && !requiredWhenGiven(field, value),
    ),
  ) as Partial<NoteInput>;
  const kind = given.kind ?? current.kind;
  const isMoved = given.placeCode !== undefined && given.placeCode !== current.placeCode;
  return {
    ...current,
    // Not sent along with another kind or place: the default of the new one, not the value of the old.
    severity: hasSeverity(kind) ? current.severity : null,
    editionYear: isMoved ? null : current.editionYear,
    ...given,
  };
}

/** Null cannot clear an answer that every note has: it counts as not sent. */
function requiredWhenGiven(field: string, value: unknown): boolean {
  const required = ['placeCode', 'theme', 'kind', 'observationText', 'noPersonConfirmed'];
  return value === null && required.includes(field);
}

async function fixedFieldProblems(tx: Db, note: NoteRow, content: NoteContent) {
  const moved = (['placeCode', 'theme', 'kind'] as const).filter(
    (field) => content[field] !== note[field],
  );
  if (moved.length === 0) return [];
  if (note.status !== 'PUBLISHED' && !(await isConfirmed(tx, note))) return [];
  return moved.map((field) => ({
    field,
    message: `${field} of a published or confirmed note stays as it is: withdraw the note and log a new one.`,
  }));
}

async function isConfirmed(tx: Db, note: NoteRow): Promise<boolean> {
  const found = await tx
    .select({ id: noteConfirmations.id })
    .from(noteConfirmations)
    .where(
      and(
        eq(noteConfirmations.gemeenteCode, note.gemeenteCode),
        eq(noteConfirmations.noteId, note.id),
      ),
    )
    .limit(1);
  return found.length > 0;
}

const isSameContent = (one: NoteContent, other: NoteContent) =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const sorted = (content: NoteContent) =>
  Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));

async function hasOpenConflict(tx: Db, note: NoteRow): Promise<boolean> {
  return (await tx.$count(noteRevisions, and(ofNote(note), isOpenConflict))) > 0;
}

const ofNote = (note: NoteRow) =>
  and(eq(noteRevisions.gemeenteCode, note.gemeenteCode), eq(noteRevisions.noteId, note.id));

async function applyRevision(
  tx: Db,
  { note, pseudonym }: OwnNote,
  content: NoteContent,
  next: NextStatus,
  now: Date,
): Promise<void> {
  if (next === 'GONE') throw new Error('A revision never removes a note.');
  const { gemeenteCode, id: noteId } = note;
  const number = await nextRevisionNumber(tx, note);
  await tx.insert(noteRevisions).values({
    gemeenteCode,
    noteId,
    number,
    baseVersion: note.version,
    content: codesIn(content),
    receivedAt: now,
  });
  await eraseRevisionTexts(tx, note);
  // What was published about the old words (level, excerpt, moment) does not hold for the new ones.
  await replaceTexts(tx, note, content);
  await tx
    .update(fieldNotes)
    .set({
      ...codesIn(content),
      status: next,
      version: note.version + 1,
      publicationLevel: null,
      excerpt: null,
      publishedAt: null,
    })
    .where(and(eq(fieldNotes.gemeenteCode, gemeenteCode), eq(fieldNotes.id, noteId)));
  const details = { version: note.version + 1, from: note.status, to: next };
  await auditAuthor(tx, 'NOTE_REVISED', { gemeenteCode, noteId, pseudonym }, details, now);
}

/** Changes of one note that may wait for a choice; a device that keeps sending must not fill the table. */
const mostConflicts = 20;

/** Stores the change that came too late, once however often it is sent; refuses it beyond `mostConflicts`. */
async function keepConflict(
  tx: Db,
  { note, pseudonym }: OwnNote,
  input: ReviseInput,
  content: NoteContent,
  now: Date,
): Promise<KeptConflict> {
  const { gemeenteCode, id: noteId } = note;
  const texts = {
    observationText: input.observationText == null ? null : content.observationText,
    interpretationText: input.interpretationText == null ? null : content.interpretationText,
  };
  const codes = codesIn(content);
  const [known] = await tx
    .select({ number: noteRevisions.number })
    .from(noteRevisions)
    .where(
      and(
        ofNote(note),
        isOpenConflict,
        eq(noteRevisions.baseVersion, input.version),
        sql`${noteRevisions.content} = ${JSON.stringify(codes)}::jsonb`,
        sql`${noteRevisions.observationText} is not distinct from ${texts.observationText}::text`,
        sql`${noteRevisions.interpretationText} is not distinct from ${texts.interpretationText}::text`,
      ),
    )
    .orderBy(desc(noteRevisions.number))
    .limit(1);
  if (known) return { currentVersion: note.version, revision: known.number };
  const waiting = await tx.$count(noteRevisions, and(ofNote(note), isOpenConflict));
  if (waiting >= mostConflicts) {
    throw conflict(
      `${waiting} changes of field note ${note.id} that came too late wait for your choice; this one was not ` +
        `kept. Choose first: revise version ${note.version}.`,
      { id: note.id, currentVersion: note.version },
    );
  }
  const number = await nextRevisionNumber(tx, note);
  await tx.insert(noteRevisions).values({
    gemeenteCode,
    noteId,
    number,
    baseVersion: input.version,
    content: codes,
    ...texts,
    conflicting: true,
    receivedAt: now,
  });
  const details = { version: note.version, baseVersion: input.version, revision: number };
  await auditAuthor(tx, 'NOTE_CONFLICT_KEPT', { gemeenteCode, noteId, pseudonym }, details, now);
  return { currentVersion: note.version, revision: number };
}
