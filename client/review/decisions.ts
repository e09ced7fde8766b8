// Decisions of a reviewer, sent after the time to undo them.
import { type DelayedChange, sendLater } from '../api/delayed.ts';
import { ask } from '../api/request.ts';
import {
  type ReactionDecision,
  ReviewFieldNoteDocument,
  type ReviewFieldNoteInput,
  type ReviewQueueQuery,
  ReviewReactionDocument,
  type ReviewReason,
} from '../generated/graphql.ts';

type Edges = ReviewQueueQuery['reviewQueue']['edges'];
export type QueuedNote = NonNullable<Edges[number]>['node'];
export type QueuedReaction = NonNullable<
  ReviewQueueQuery['reactionQueue']['edges'][number]
>['node'];

/** A note that was changed since is another thing to judge. */
export const noteKey = ({ id, version }: Pick<QueuedNote, 'id' | 'version'>) =>
  `note ${id} ${version}`;
export const reactionKey = (id: string) => `reaction ${id}`;

/** Judges a note after the time to undo; `title` says what was decided. */
export function judgeNote(input: ReviewFieldNoteInput, title: string): DelayedChange {
  const change: DelayedChange = {
    key: noteKey(input),
    title,
    send: (keepalive) => ask(ReviewFieldNoteDocument, { input }, { keepalive }),
  };
  sendLater(change);
  return change;
}

/** Judges a reaction after the time to undo. */
export function judgeReaction(
  id: string,
  decision: ReactionDecision,
  reason: ReviewReason | undefined,
  title: string,
): void {
  const input = { id, decision, ...(reason ? { reason } : {}) };
  sendLater({
    key: reactionKey(id),
    title,
    send: (keepalive) => ask(ReviewReactionDocument, { input }, { keepalive }),
  });
}
