// A reviewer of the gemeente judges a reaction, never an own one; author and reviewer may take it back later.
import type { Actor } from '../access/actor.ts';
import type { ReviewReason } from '../codes/notes.ts';
import type { ReactionDecision } from '../codes/reactions.ts';
import type { Db } from '../db/client.ts';
import { reactions } from '../db/tables.ts';
import { badInput, conflict, forbidden } from '../errors.ts';
import { auditHandling } from '../follow-ups/audit.ts';
import { refuseOtherRoles } from '../follow-ups/check.ts';
import { isAuthorOf } from '../notes/rows.ts';
import { auditReactor, reactingRoles } from './add.ts';
import {
  findOwnReaction,
  getReaction,
  isReaction,
  type ReactionRow,
  type SubmittedReaction,
  showReaction,
} from './rows.ts';

export interface ReactionReviewInput {
  readonly id: string;
  readonly decision: ReactionDecision;
  /** Required for REJECT. */
  readonly reason?: ReviewReason | null | undefined;
}

/** Publishes or rejects; rejecting erases the text at once (S13). The same decision sent twice changes nothing. */
export async function reviewReaction(
  db: Db,
  actor: Actor,
  input: ReactionReviewInput,
  now: Date,
): Promise<SubmittedReaction> {
  refuseOtherRoles(actor, ['REVIEWER']);
  const reason = checkReason(input);
  const row = await db.transaction(async (tx) => {
    const reaction = await getReaction(tx, actor, input.id);
    if (await isAuthorOf(tx, actor, input.id)) {
      throw forbidden('You wrote this reaction: another reviewer judges it.');
    }
    const status = input.decision === 'PUBLISH' ? ('PUBLISHED' as const) : ('REJECTED' as const);
    if (reaction.status === status && reaction.reason === reason) return reaction;
    if (reaction.status !== 'SUBMITTED') throw wrongStatus(reaction, input.decision);
    const reviewed = { status, reason, reviewerId: actor.personId, reviewedAt: now };
    const changed = await setColumns(tx, reaction, {
      ...reviewed,
      ...(status === 'REJECTED' ? { body: null } : {}),
    });
    const event = `REACTION_${status}` as const;
    const details = reason ? { reason } : {};
    const object = { objectType: 'reaction', objectId: input.id, details };
    await auditHandling(tx, actor, { event, ...object }, now);
    return changed;
  });
  return showReaction(row);
}

function checkReason({ decision, reason }: ReactionReviewInput): ReviewReason | null {
  const field = 'input.reason';
  if (decision === 'REJECT' && !reason) {
    const message = 'REJECT needs a reason, so that who wrote it can learn from it.';
    throw badInput([{ field, message }]);
  }
  if (decision === 'PUBLISH' && reason) {
    throw badInput([{ field, message: 'PUBLISH takes no reason: leave it out.' }]);
  }
  return reason ?? null;
}

/** Takes a reaction back: its author, or a reviewer what is published. Its text is erased; a second time changes nothing. */
export async function withdrawReaction(
  db: Db,
  actor: Actor,
  { id }: { readonly id: string },
  now: Date,
): Promise<SubmittedReaction> {
  refuseOtherRoles(actor, reactingRoles);
  const row = await db.transaction(async (tx) => {
    const own = await findOwnReaction(tx, actor, id);
    if (own) {
      if (own.reaction.status === 'WITHDRAWN') return own.reaction;
      if (own.reaction.status === 'REJECTED') throw wrongStatus(own.reaction, 'WITHDRAW');
      const changed = await setColumns(tx, own.reaction, withdrawn);
      await auditReactor(tx, 'REACTION_WITHDRAWN', own.reaction, own.pseudonym, now);
      return changed;
    }
    refuseOtherRoles(actor, ['REVIEWER']);
    const reaction = await getReaction(tx, actor, id);
    if (reaction.status === 'WITHDRAWN') return reaction;
    if (reaction.status !== 'PUBLISHED') throw wrongStatus(reaction, 'WITHDRAW');
    const changed = await setColumns(tx, reaction, withdrawn);
    const object = { objectType: 'reaction', objectId: id };
    await auditHandling(tx, actor, { event: 'REACTION_WITHDRAWN', ...object }, now);
    return changed;
  });
  return showReaction(row);
}

const withdrawn = { status: 'WITHDRAWN', body: null } as const;

async function setColumns(
  tx: Db,
  reaction: ReactionRow,
  columns: Partial<typeof reactions.$inferInsert>,
): Promise<ReactionRow> {
  const [row] = await tx.update(reactions).set(columns).where(isReaction(reaction)).returning();
  if (!row) throw new Error(`Reaction ${reaction.id} is not there.`);
  return row;
}

const wrongStatus = ({ id, status }: ReactionRow, action: string) =>
  conflict(`Reaction ${id} is ${status}: ${action.toLowerCase()} is not possible.`, { id, status });
