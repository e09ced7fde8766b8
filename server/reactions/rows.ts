// How a reaction is read by the two who may: its author and a reviewer. Author and reviewer see days.
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { ReviewReason } from '../codes/notes.ts';
import type { ReactionStatus, ReactionVoice } from '../codes/reactions.ts';
import type { ThemeCode } from '../codes/themes.ts';
import type { Db } from '../db/client.ts';
import { authors, reactions } from '../db/tables.ts';
import { notFound } from '../errors.ts';
import { dayOf } from '../notes/calendar.ts';
import { nameStatement } from './statements.ts';

export type ReactionRow = typeof reactions.$inferSelect;

/** A reaction on its way, as its author and the reviewers see it. */
export interface SubmittedReaction {
  readonly id: string;
  /** followUp:<id>, interpretation:<id> or signal:<wijk>:<theme>. */
  readonly statement: string;
  readonly placeCode: string;
  readonly theme: ThemeCode;
  readonly voice: ReactionVoice;
  /** Null once rejected or withdrawn. */
  readonly text: string | null;
  readonly status: ReactionStatus;
  readonly reason: ReviewReason | null;
  readonly receivedOn: string;
  readonly reviewedOn: string | null;
}

export const showReaction = (row: ReactionRow): SubmittedReaction => ({
  id: row.id,
  statement: nameStatement(row),
  placeCode: row.placeCode,
  theme: row.theme,
  voice: row.voice,
  text: row.body,
  status: row.status,
  reason: row.reason,
  receivedOn: dayOf(row.receivedAt),
  reviewedOn: row.reviewedAt && dayOf(row.reviewedAt),
});

export const isReaction = ({ gemeenteCode, id }: Pick<ReactionRow, 'gemeenteCode' | 'id'>) =>
  and(eq(reactions.gemeenteCode, gemeenteCode), eq(reactions.id, id));

/** Whether the reaction is the actor's own; the table of authors is asked about this one person only. */
export const isOwn = (actor: Actor) =>
  sql`${reactions.id} in (select a.contribution_id from ${authors} a
    where a.gemeente_code = ${actor.gemeenteCode} and a.person_id = ${actor.personId})`;

/** The actor's own reaction with its pseudonym, locked; undefined when it is not theirs or not there. */
export async function findOwnReaction(tx: Db, actor: Actor, id: string) {
  const [found] = await tx
    .select({ reaction: reactions, pseudonym: authors.pseudonym })
    .from(reactions)
    .innerJoin(
      authors,
      and(
        eq(authors.gemeenteCode, reactions.gemeenteCode),
        eq(authors.contributionId, reactions.id),
        eq(authors.personId, actor.personId),
      ),
    )
    .where(isReaction({ gemeenteCode: actor.gemeenteCode, id }))
    .for('update', { of: reactions });
  return found;
}

/** A reaction of the gemeente, locked; refuses what is not there. */
export async function getReaction(tx: Db, actor: Actor, id: string): Promise<ReactionRow> {
  const key = { gemeenteCode: actor.gemeenteCode, id };
  const [row] = await tx.select().from(reactions).where(isReaction(key)).for('update');
  if (!row) throw notFound('reaction', id);
  return row;
}
