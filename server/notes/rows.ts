// How a note's content stands in the tables, and the two ways every writer gets at a row: its author's and a
// reviewer's.
import { randomBytes } from 'node:crypto';
import { and, eq, getTableColumns, ne, sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { appendAudit } from '../audit.ts';
import type { NoteStatus, PublicationLevel } from '../codes/notes.ts';
import { type Profession, regimeOfProfession } from '../codes/people.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { authors, fieldNotes, noteRevisions } from '../db/tables.ts';
import { DomainError, forbidden } from '../errors.ts';
import { validUntilOf } from './calendar.ts';
import type { NoteContent } from './check.ts';
import { type NoteTexts, withTexts } from './texts.ts';

/** A note with its words. */
export type NoteRow = typeof fieldNotes.$inferSelect & NoteTexts;
/** A new note without its words, which go to their own table. */
export type NewNoteRow = typeof fieldNotes.$inferInsert;

/** An observer who may write: of a gemeente, an organisation and a profession. */
export interface Observer {
  readonly personId: string;
  readonly gemeenteCode: string;
  readonly organisationKey: string;
  readonly profession: Profession;
}

/** The actor as one who may write notes; refuses an account without organisation or profession. */
export function observerOf(actor: Actor): Observer {
  if (actor.role !== 'OBSERVER') throw forbidden(`The role ${actor.role} may not do this.`);
  const { personId, gemeenteCode, organisationKey, profession } = actor;
  if (organisationKey === null || profession === null) {
    throw forbidden(
      'Your account has no organisation and profession; a field note needs both. Ask your administrator.',
    );
  }
  return { personId, gemeenteCode, organisationKey, profession };
}

/** Refuses a place outside the observer's own gemeente. */
export function refuseOtherGemeente(observer: Observer, placeGemeente: string, placeCode: string) {
  if (placeGemeente === observer.gemeenteCode) return;
  const message = `You log field notes for ${observer.gemeenteCode}; ${placeCode} lies in ${placeGemeente}.`;
  throw new DomainError('FORBIDDEN', message, [{ field: 'input.placeCode', message }]);
}

/** Opaque, random and other for each contribution, so that audit lines of one author do not join. */
export const newPseudonym = () => randomBytes(8).toString('hex');

export function newNoteRow(
  id: string,
  content: NoteContent,
  observer: Pick<Observer, 'organisationKey' | 'profession'>,
  status: NoteStatus,
  receivedAt: Date,
): NewNoteRow {
  return {
    ...codesIn(content),
    id,
    organisationKey: observer.organisationKey,
    profession: observer.profession,
    regime: regimeOfProfession(observer.profession),
    status,
    receivedAt,
    validUntil: validUntilOf(content.recordedAt),
  };
}

/** The first revision of a note: its codes, without its texts. */
export function firstRevision(note: NewNoteRow, content: NoteContent) {
  const { gemeenteCode, id: noteId, receivedAt } = note;
  return { gemeenteCode, noteId, number: 1, baseVersion: 0, content: codesIn(content), receivedAt };
}

/** The coded fields of a version: everything but the texts. */
export function codesIn(content: NoteContent): Omit<NoteContent, keyof NoteTexts> {
  const { observationText: _text, interpretationText: _second, ...codes } = content;
  return codes;
}

/** What the observer wrote, from the row; the row must still have its text. */
export function contentOf(row: NoteRow): NoteContent {
  if (row.observationText === null) throw new Error(`Field note ${row.id} has no text any more.`);
  return {
    gemeenteCode: row.gemeenteCode,
    placeCode: row.placeCode,
    editionYear: row.editionYear,
    theme: row.theme,
    kind: row.kind,
    observationText: row.observationText,
    interpretationText: row.interpretationText,
    severity: row.severity,
    scaleBand: row.scaleBand,
    scaleUnit: row.scaleUnit,
    frequency: row.frequency,
    trend: row.trend,
    evidenceBasis: row.evidenceBasis,
    sourceType: row.sourceType,
    // The table checks both arrays against their code lists.
    populationGroups: row.populationGroups as NoteContent['populationGroups'],
    visibilityReasons: row.visibilityReasons as NoteContent['visibilityReasons'],
    figureRef: row.figureRef,
    icpc: row.icpc,
    observedFrom: row.observedFrom,
    observedTo: row.observedTo,
    recordedAt: row.recordedAt,
    noPersonConfirmed: row.noPersonConfirmed,
    urgentConfirmed: row.urgentConfirmed,
  };
}

export interface OwnNote {
  readonly note: NoteRow;
  /** What stands in the audit log instead of the author. */
  readonly pseudonym: string;
}

/** The actor's own note, locked until the transaction ends; undefined when it is not theirs or not there. */
export async function findOwnNote(tx: Db, actor: Actor, id: string): Promise<OwnNote | undefined> {
  const [found] = await tx
    .select({ note: getTableColumns(fieldNotes), pseudonym: authors.pseudonym })
    .from(fieldNotes)
    .innerJoin(
      authors,
      and(
        eq(authors.gemeenteCode, fieldNotes.gemeenteCode),
        eq(authors.contributionId, fieldNotes.id),
      ),
    )
    .where(
      and(
        eq(fieldNotes.gemeenteCode, actor.gemeenteCode),
        eq(fieldNotes.id, id),
        eq(authors.personId, actor.personId),
      ),
    )
    .for('update', { of: fieldNotes });
  return found && { ...found, note: await withTexts(tx, found.note) };
}

/** A handed-in note of the reviewer's gemeente, locked; undefined for a draft and for what is elsewhere. */
export async function findReviewableNote(
  tx: Db,
  actor: Actor,
  id: string,
): Promise<NoteRow | undefined> {
  if (actor.role !== 'REVIEWER') return undefined;
  const [found] = await tx
    .select()
    .from(fieldNotes)
    .where(
      and(
        eq(fieldNotes.gemeenteCode, actor.gemeenteCode),
        eq(fieldNotes.id, id),
        ne(fieldNotes.status, 'DRAFT'),
      ),
    )
    .for('update');
  return found && withTexts(tx, found);
}

/** Whether this person made the contribution; asks about one person only, never who it was. */
export async function isAuthorOf(db: ReadDb, actor: Actor, contributionId: string) {
  const found = await db
    .select({ id: authors.contributionId })
    .from(authors)
    .where(
      and(
        eq(authors.gemeenteCode, actor.gemeenteCode),
        eq(authors.contributionId, contributionId),
        eq(authors.personId, actor.personId),
      ),
    );
  return found.length > 0;
}

/** Erases the texts that lost a conflict; the revisions stay with their codes. */
export async function eraseRevisionTexts(tx: Db, note: NoteRow): Promise<void> {
  await tx
    .update(noteRevisions)
    .set({ observationText: null, interpretationText: null })
    .where(
      and(
        eq(noteRevisions.gemeenteCode, note.gemeenteCode),
        eq(noteRevisions.noteId, note.id),
        eq(noteRevisions.conflicting, true),
      ),
    );
}

/** Number for the next revision of a note; the note must be locked. */
export async function nextRevisionNumber(tx: Db, note: NoteRow): Promise<number> {
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${noteRevisions.number}), 0)::int` })
    .from(noteRevisions)
    .where(
      and(eq(noteRevisions.gemeenteCode, note.gemeenteCode), eq(noteRevisions.noteId, note.id)),
    );
  return (row?.last ?? 0) + 1;
}

export type NoteEvent =
  | 'NOTE_LOGGED'
  | 'NOTE_SUBMITTED'
  | 'NOTE_DISCARDED'
  | 'NOTE_REVISED'
  | 'NOTE_CONFLICT_KEPT'
  | 'NOTE_WITHDRAWN'
  | 'NOTE_CONFIRMED'
  | 'NOTE_REVIEW_STARTED'
  | 'NOTE_PUBLISHED'
  | 'NOTE_RETURNED'
  | 'NOTE_REJECTED';

export interface AuditDetails {
  readonly version?: number;
  readonly from?: NoteStatus;
  readonly to?: NoteStatus;
  readonly baseVersion?: number;
  readonly revision?: number;
  readonly reason?: string;
  readonly publicationLevel?: PublicationLevel;
}

/** Audit line of something an author did: under the pseudonym of this one contribution. With `personId` when who wrote was recorded. */
export function auditAuthor(
  tx: Db,
  event: NoteEvent,
  contribution: { gemeenteCode: string; noteId: string; pseudonym: string; personId?: string },
  details: AuditDetails,
  now: Date,
): Promise<void> {
  const { personId } = contribution;
  const line = {
    ...(personId ? { subject: { personId, activity: 'authorship' as const } } : {}),
    gemeenteCode: contribution.gemeenteCode,
    event,
    actor: contribution.pseudonym,
    role: 'OBSERVER',
    objectType: 'field_note',
    objectId: contribution.noteId,
    details: { ...details },
  };
  return appendAudit(tx, line, now);
}

/** Audit line of something a reviewer did: under the reviewer's own lasting pseudonym. */
export function auditReviewer(
  tx: Db,
  event: NoteEvent,
  actor: Actor,
  noteId: string,
  details: AuditDetails,
  now: Date,
): Promise<void> {
  const line = {
    gemeenteCode: actor.gemeenteCode,
    event,
    actor,
    role: actor.role,
    objectType: 'field_note',
    objectId: noteId,
    details: { ...details },
  };
  return appendAudit(tx, line, now);
}
