// A reviewer of the gemeente judges a note: publish at a level, return, or reject. Never the author.
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { PublicationLevel, ReviewDecision, ReviewReason } from '../codes/notes.ts';
import type { Db } from '../db/client.ts';
import { fieldNotes, noteReviews } from '../db/tables.ts';
import { conflict, type FieldProblem, forbidden, notFound } from '../errors.ts';
import {
  findingProblems,
  refusalOf,
  screen,
  secretRegimes,
  type TextFinding,
  textProblems,
} from './check.ts';
import { forgetTexts } from './forget.ts';
import { findNextStatus, statusOn, wrongStatus } from './lifecycle.ts';
import { showChangedNote } from './read.ts';
import { markRepeats } from './repeats.ts';
import {
  auditReviewer,
  findReviewableNote,
  isAuthorOf,
  type NoteEvent,
  type NoteRow,
} from './rows.ts';
import type { ShownNote } from './show.ts';

export interface ReviewInput {
  readonly id: string;
  /** Version that was judged. */
  readonly version: number;
  readonly decision: ReviewDecision;
  readonly reason?: ReviewReason | null | undefined;
  readonly publicationLevel?: PublicationLevel | null | undefined;
  readonly excerpt?: string | null | undefined;
}

const events: Record<ReviewDecision, NoteEvent> = {
  PUBLISH: 'NOTE_PUBLISHED',
  RETURN: 'NOTE_RETURNED',
  REJECT: 'NOTE_REJECTED',
};

/**
 * Records the decision on the version that was read; a version that changed since is a conflict. Publishing
 * sets the level, rejecting erases the texts at once (S13). The same decision sent twice changes nothing.
 */
export async function reviewFieldNote(
  db: Db,
  actor: Actor,
  input: ReviewInput,
  now: Date,
): Promise<ShownNote> {
  await db.transaction(async (tx) => {
    const note = await findReviewableNote(tx, actor, input.id);
    if (!note) throw notFound('field note', input.id);
    if (await isAuthorOf(tx, actor, input.id)) {
      throw forbidden('You wrote this note: another reviewer judges it.');
    }
    const checked = checkReview(input, note);
    if (await isRepeated(tx, actor, checked, note)) return;
    if (checked.version !== note.version) {
      throw conflict(
        `Field note ${note.id} is at version ${note.version}; version ${checked.version} was judged. Read it again.`,
        { id: note.id, currentVersion: note.version },
      );
    }
    await decide(tx, actor, note, checked, now);
  });
  return showChangedNote(db, actor, input.id, now);
}

interface CheckedReview extends ReviewInput {
  readonly reason: ReviewReason | null;
  readonly publicationLevel: PublicationLevel | null;
  readonly excerpt: string | null;
}

function checkReview(input: ReviewInput, note: NoteRow): CheckedReview {
  const excerpt = input.excerpt?.trim() || null;
  const checked = {
    ...input,
    reason: input.reason ?? null,
    publicationLevel: input.publicationLevel ?? null,
    excerpt,
  };
  const findings: TextFinding[] = screen('excerpt', input.excerpt ?? '');
  const problems = [
    ...decisionProblems(checked),
    ...levelProblems(checked, note),
    ...textProblems('excerpt', excerpt),
    ...findingProblems(findings),
  ];
  const refusal = refusalOf(problems, findings);
  if (refusal) throw refusal;
  return checked;
}

function decisionProblems(review: CheckedReview): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: string, message: string) => problems.push({ field, message });
  const isPublish = review.decision === 'PUBLISH';
  if (!isPublish && review.reason === null) {
    add('reason', `${review.decision} needs a reason, so that the observer can learn from it.`);
  }
  if (isPublish && review.reason !== null) {
    add('reason', 'PUBLISH takes no reason: reasons are for RETURN and REJECT.');
  }
  if (isPublish && review.publicationLevel === null) {
    add('publicationLevel', 'PUBLISH needs a publicationLevel: SEALED, CIRCLE or PUBLIC.');
  }
  if (!isPublish && review.publicationLevel !== null) {
    add('publicationLevel', `${review.decision} takes no publicationLevel.`);
  }
  return problems;
}

/** What a publication level asks of the excerpt, and forbids to a secrecy regime. */
export function levelProblems(
  review: Pick<CheckedReview, 'publicationLevel' | 'excerpt'>,
  { regime }: Pick<NoteRow, 'regime'>,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: string, message: string) => problems.push({ field, message });
  if (review.publicationLevel === 'PUBLIC' && secretRegimes.includes(regime)) {
    add(
      'publicationLevel',
      'Words of a note under medical or youth secrecy stay in the closed circle: choose SEALED or CIRCLE.',
    );
  }
  if (review.publicationLevel === 'PUBLIC' && review.excerpt === null) {
    add('excerpt', 'PUBLIC needs an excerpt: the exact words that everyone will read.');
  }
  if (review.publicationLevel !== 'PUBLIC' && review.excerpt !== null) {
    add('excerpt', 'Only PUBLIC takes an excerpt: leave it out.');
  }
  return problems;
}

/** Whether the last review of the note is this very one. */
async function isRepeated(
  tx: Db,
  actor: Actor,
  review: CheckedReview,
  note: NoteRow,
): Promise<boolean> {
  const [last] = await tx
    .select()
    .from(noteReviews)
    .where(and(eq(noteReviews.gemeenteCode, note.gemeenteCode), eq(noteReviews.noteId, note.id)))
    .orderBy(desc(noteReviews.number))
    .limit(1);
  return (
    last !== undefined &&
    note.status === findNextStatus('IN_REVIEW', review.decision, 'REVIEWER') &&
    last.reviewerId === actor.personId &&
    last.version === review.version &&
    last.decision === review.decision &&
    last.reason === review.reason &&
    last.publicationLevel === review.publicationLevel &&
    note.excerpt === review.excerpt
  );
}

async function decide(
  tx: Db,
  actor: Actor,
  note: NoteRow,
  review: CheckedReview,
  now: Date,
): Promise<void> {
  const { id, version } = note;
  const from = statusOn(note, now);
  const started = findNextStatus(from, 'START_REVIEW', 'REVIEWER');
  const judged = started === undefined || started === 'GONE' ? from : started;
  const to = findNextStatus(judged, review.decision, 'REVIEWER');
  if (to === undefined || to === 'GONE') throw wrongStatus(id, from, review.decision);
  if (judged !== from) {
    await auditReviewer(tx, 'NOTE_REVIEW_STARTED', actor, id, { version, from, to: judged }, now);
  }
  await recordReview(tx, actor, note, review, now);
  await tx
    .update(fieldNotes)
    .set({
      status: to,
      publicationLevel: review.publicationLevel,
      excerpt: review.excerpt,
      publishedAt: to === 'PUBLISHED' ? now : null,
      repeats: null,
    })
    .where(and(eq(fieldNotes.gemeenteCode, note.gemeenteCode), eq(fieldNotes.id, id)));
  if (to === 'PUBLISHED') await markRepeats(tx, note.gemeenteCode, [note]);
  if (to === 'REJECTED') await forgetTexts(tx, note.gemeenteCode, [note.id], now);
  const details = {
    version,
    from: judged,
    to,
    ...(review.reason ? { reason: review.reason } : {}),
    ...(review.publicationLevel ? { publicationLevel: review.publicationLevel } : {}),
  };
  await auditReviewer(tx, events[review.decision], actor, id, details, now);
}

async function recordReview(
  tx: Db,
  actor: Actor,
  note: NoteRow,
  review: CheckedReview,
  now: Date,
): Promise<void> {
  const { gemeenteCode, id: noteId } = note;
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${noteReviews.number}), 0)::int` })
    .from(noteReviews)
    .where(and(eq(noteReviews.gemeenteCode, gemeenteCode), eq(noteReviews.noteId, noteId)));
  await tx.insert(noteReviews).values({
    gemeenteCode,
    noteId,
    number: (row?.last ?? 0) + 1,
    version: review.version,
    decision: review.decision,
    reason: review.reason,
    publicationLevel: review.publicationLevel,
    reviewerId: actor.personId,
    reviewedAt: now,
  });
}
