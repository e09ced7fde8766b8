// What stands around a page of field notes, in a fixed number of statements however many notes there are.
import { and, asc, inArray, type SQL, sql } from 'drizzle-orm';
import { type Actor, isReviewerOf } from '../access/actor.ts';
import { arrayParam, type ReadDb, rowsOf } from '../db/client.ts';
import { noteConfirmations, noteReviews, noteRevisions } from '../db/tables.ts';
import { loadFeedbackOfNotes } from '../follow-ups/feedback.ts';
import { dayOf } from './calendar.ts';
import {
  type NoteConflict,
  type NoteExtras,
  type NoteReview,
  noExtras,
  type ReadNote,
} from './show.ts';

/** Looks up reviews, conflicts, confirmations and what is common enough to be named, as far as the actor may know. */
export async function loadExtras(
  db: ReadDb,
  actor: Actor | null,
  notes: readonly ReadNote[],
  now: Date,
): Promise<(note: ReadNote) => NoteExtras> {
  const inside = notes.filter((n) => n.isMine || isReviewerOf(actor, n.gemeenteCode));
  const reviews = await listReviews(db, inside);
  const confirmations = await countConfirmations(db, inside);
  const mine = notes.filter((note) => note.isMine);
  const conflicts = await listConflicts(db, mine);
  const feedback = await loadFeedbackOfNotes(db, actor, idsOf(notes));
  const common = await loadCommon(
    db,
    notes.filter((note) => !note.isMine),
    now,
  );
  return (note) => ({
    ...noExtras,
    reviews: reviews.get(note.id) ?? [],
    conflicts: conflicts.get(note.id) ?? [],
    confirmationCount: confirmations.get(note.id) ?? 0,
    isProfessionCommon: common.has(professionKey(note)),
    whatHappened: feedback.get(note.id) ?? [],
    commonGroups: note.populationGroups.filter((group) => common.has(groupKey(note, group))),
  });
}

const idsOf = (notes: readonly ReadNote[]) => notes.map((note) => note.id);
const gemeentenOf = (notes: readonly ReadNote[]) => [...new Set(notes.map((n) => n.gemeenteCode))];

async function listReviews(db: ReadDb, notes: readonly ReadNote[]) {
  const byNote = new Map<string, NoteReview[]>();
  if (notes.length === 0) return byNote;
  const rows = await db
    .select()
    .from(noteReviews)
    .where(
      and(
        inArray(noteReviews.gemeenteCode, gemeentenOf(notes)),
        inArray(noteReviews.noteId, idsOf(notes)),
      ),
    )
    .orderBy(asc(noteReviews.noteId), asc(noteReviews.number));
  for (const { noteId, decision, reason, publicationLevel, version, reviewedAt } of rows) {
    const reviewedOn = dayOf(reviewedAt);
    const review = { decision, reason, publicationLevel, version, reviewedOn };
    byNote.set(noteId, [...(byNote.get(noteId) ?? []), review]);
  }
  return byNote;
}

async function countConfirmations(db: ReadDb, notes: readonly ReadNote[]) {
  if (notes.length === 0) return new Map<string, number>();
  const rows = await db
    .select({ noteId: noteConfirmations.noteId, count: sql<number>`count(*)::int` })
    .from(noteConfirmations)
    .where(
      and(
        inArray(noteConfirmations.gemeenteCode, gemeentenOf(notes)),
        inArray(noteConfirmations.noteId, idsOf(notes)),
      ),
    )
    .groupBy(noteConfirmations.noteId);
  return new Map(rows.map((row) => [row.noteId, row.count]));
}

/** Versions that lost and still wait for the author's choice: those after the last applied one. */
async function listConflicts(db: ReadDb, notes: readonly ReadNote[]) {
  const byNote = new Map<string, NoteConflict[]>();
  if (notes.length === 0) return byNote;
  const rows = await db
    .select()
    .from(noteRevisions)
    .where(
      and(
        inArray(noteRevisions.gemeenteCode, gemeentenOf(notes)),
        inArray(noteRevisions.noteId, idsOf(notes)),
        isOpenConflict,
      ),
    )
    .orderBy(asc(noteRevisions.noteId), asc(noteRevisions.number));
  for (const { noteId, number: revision, content, ...row } of rows) {
    const conflict = { ...row, revision, content: content as NoteConflict['content'] };
    byNote.set(noteId, [...(byNote.get(noteId) ?? []), conflict]);
  }
  return byNote;
}

/** A later applied revision is the author's choice and closes the conflicts before it. */
export const isOpenConflict: SQL = sql`${noteRevisions.conflicting} and ${noteRevisions.number} >
  (select coalesce(max(applied.number), 0) from ${noteRevisions} applied
   where applied.gemeente_code = ${noteRevisions.gemeenteCode}
   and applied.note_id = ${noteRevisions.noteId} and not applied.conflicting)`;

const professionKey = (note: ReadNote) => `${note.gemeenteCode} ${note.profession}`;
const groupKey = (note: ReadNote, group: string) => `${note.id} ${group}`;

/** Professions of two or more organisations on shown signals of the gemeente, and groups of enough notes in their cell. */
async function loadCommon(db: ReadDb, notes: readonly ReadNote[], now: Date): Promise<Set<string>> {
  if (notes.length === 0) return new Set();
  const rows = await rowsOf<{ key: string }>(
    db,
    sql`select key from common_keys(${now.toISOString()}::timestamptz,
      ${arrayParam(gemeentenOf(notes))}, ${arrayParam(idsOf(notes), 'uuid')}) as key`,
  );
  return new Set(rows.map((row) => row.key));
}
