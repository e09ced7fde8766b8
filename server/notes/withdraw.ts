// Hands in a draft, throws one away, and takes a note back.
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { NoteStatus } from '../codes/notes.ts';
import type { Db } from '../db/client.ts';
import { authors, erasedContributions, fieldNotes } from '../db/tables.ts';
import { forbidden, notFound } from '../errors.ts';
import { dayOf } from './calendar.ts';
import { forgetTexts } from './forget.ts';
import {
  findNextStatus,
  type NoteAction,
  type NoteParty,
  statusOn,
  wrongStatus,
} from './lifecycle.ts';
import { showChangedNote } from './read.ts';
import {
  auditAuthor,
  auditReviewer,
  findOwnNote,
  findReviewableNote,
  type NoteRow,
  observerOf,
} from './rows.ts';
import type { ShownNote } from './show.ts';

/** Hands in an own draft or a returned note; one that was handed in already stays as it is. */
export async function submitFieldNote(
  db: Db,
  actor: Actor,
  id: string,
  now: Date,
): Promise<ShownNote> {
  observerOf(actor);
  await db.transaction(async (tx) => {
    const own = await findOwnNote(tx, actor, id);
    if (!own) throw notFound('field note', id);
    const status = statusOn(own.note, now);
    if (status === 'SUBMITTED') return;
    const next = nextStatus(own.note, 'SUBMIT', 'AUTHOR', now);
    await setStatus(tx, own.note, { status: next });
    const contribution = { ...own.note, noteId: id, pseudonym: own.pseudonym };
    const details = { version: own.note.version, from: status, to: next };
    await auditAuthor(tx, 'NOTE_SUBMITTED', contribution, details, now);
  });
  return showChangedNote(db, actor, id, now);
}

/** Removes an own draft with everything in it; answers its id, also when it was gone already. */
export async function discardDraft(db: Db, actor: Actor, id: string, now: Date): Promise<string> {
  observerOf(actor);
  await db.transaction(async (tx) => {
    const own = await findOwnNote(tx, actor, id);
    if (!own) return;
    const status = statusOn(own.note, now);
    if (!findNextStatus(status, 'DISCARD', 'AUTHOR')) throw wrongStatus(id, status, 'DISCARD');
    const { gemeenteCode } = own.note;
    // Other devices of the author may hold it too.
    const forgotten = { gemeenteCode, personId: actor.personId, contributionId: id };
    await tx
      .insert(erasedContributions)
      .values({ ...forgotten, erasedOn: dayOf(now) })
      .onConflictDoNothing();
    await tx.delete(fieldNotes).where(isNote(own.note));
    await tx
      .delete(authors)
      .where(and(eq(authors.gemeenteCode, gemeenteCode), eq(authors.contributionId, id)));
    const contribution = { gemeenteCode, noteId: id, pseudonym: own.pseudonym };
    await auditAuthor(tx, 'NOTE_DISCARDED', contribution, { from: 'DRAFT' }, now);
  });
  return id;
}

/**
 * Takes a note back: the author from hand-in on, a reviewer what is published. It stops counting at once and
 * its texts are erased, as nothing needs them any more; a second time changes nothing.
 */
export async function withdrawFieldNote(
  db: Db,
  actor: Actor,
  { id }: { readonly id: string },
  now: Date,
): Promise<ShownNote> {
  if (actor.role !== 'OBSERVER' && actor.role !== 'REVIEWER') {
    throw forbidden(`The role ${actor.role} may not do this.`);
  }
  await db.transaction(async (tx) => {
    const own = await findOwnNote(tx, actor, id);
    if (own) return withdrawOwn(tx, own.note, own.pseudonym, now);
    const note = await findReviewableNote(tx, actor, id);
    if (!note) throw notFound('field note', id);
    return withdrawForGemeente(tx, actor, note, now);
  });
  return showChangedNote(db, actor, id, now);
}

async function withdrawOwn(tx: Db, note: NoteRow, pseudonym: string, now: Date): Promise<void> {
  if (note.status === 'WITHDRAWN') return;
  const from = statusOn(note, now);
  await endNote(tx, note, nextStatus(note, 'WITHDRAW', 'AUTHOR', now), now);
  const contribution = { gemeenteCode: note.gemeenteCode, noteId: note.id, pseudonym };
  const details = { version: note.version, from, to: 'WITHDRAWN' as const };
  await auditAuthor(tx, 'NOTE_WITHDRAWN', contribution, details, now);
}

async function withdrawForGemeente(tx: Db, actor: Actor, note: NoteRow, now: Date): Promise<void> {
  if (note.status === 'WITHDRAWN') return;
  const from = statusOn(note, now);
  await endNote(tx, note, nextStatus(note, 'WITHDRAW', 'REVIEWER', now), now);
  const details = { version: note.version, from, to: 'WITHDRAWN' as const };
  await auditReviewer(tx, 'NOTE_WITHDRAWN', actor, note.id, details, now);
}

function nextStatus(note: NoteRow, action: NoteAction, party: NoteParty, now: Date): NoteStatus {
  const status = statusOn(note, now);
  const next = findNextStatus(status, action, party);
  if (next === undefined || next === 'GONE') throw wrongStatus(note.id, status, action);
  return next;
}

async function endNote(tx: Db, note: NoteRow, status: NoteStatus, now: Date): Promise<void> {
  const endedAt = note.publishedAt === null ? null : now;
  await setStatus(tx, note, { status, endedAt });
  await forgetTexts(tx, note.gemeenteCode, [note.id], now);
}

const isNote = (note: NoteRow) =>
  and(eq(fieldNotes.gemeenteCode, note.gemeenteCode), eq(fieldNotes.id, note.id));

async function setStatus(
  tx: Db,
  note: NoteRow,
  columns: Partial<typeof fieldNotes.$inferInsert>,
): Promise<void> {
  await tx.update(fieldNotes).set(columns).where(isNote(note));
}
