// Reactions that wait for a reviewer, and one's own. Sorted by day, then in no telling order.
import { and, type SQL, sql } from 'drizzle-orm';
import { type Actor, isReviewerOf } from '../access/actor.ts';
import type { Db } from '../db/client.ts';
import { reactions } from '../db/tables.ts';
import { badInput, forbidden } from '../errors.ts';
import { auditHandling } from '../follow-ups/audit.ts';
import { checkPlaceCode, gemeenteOf } from '../places/codes.ts';
import { bandOf } from '../privacy/disclosure.ts';
import { isOwn, type SubmittedReaction, showReaction } from './rows.ts';

export interface ReactionPage {
  readonly first: number;
  readonly after?: { readonly day: string; readonly id: string } | undefined;
}

export interface ReactionList {
  readonly reactions: readonly SubmittedReaction[];
  readonly hasMore: boolean;
}

/** Reactions that wait for this reviewer, the oldest first; the reviewer's own are left to a colleague. */
export async function listReactionQueue(
  db: Db,
  actor: Actor,
  within: string,
  page: ReactionPage,
  now: Date,
): Promise<ReactionList> {
  const level = checkPlaceCode(within);
  if (level !== 'GEMEENTE' && level !== 'WIJK') {
    const message = `Reactions are about wijken of a gemeente; ${within} is neither.`;
    throw badInput([{ field: 'within', message }]);
  }
  if (!isReviewerOf(actor, gemeenteOf(within))) {
    throw forbidden(`You review for ${actor.gemeenteCode}; ${within} lies elsewhere.`);
  }
  const condition = waitsFor(actor, within);
  const list = await selectPage(db, actor, condition, page, 'asc');
  await auditReading(db, actor, within, list.reactions.length, now);
  return list;
}

/** How many reactions wait for this reviewer. */
export function countReactionQueue(db: Db, actor: Actor, within: string): Promise<number> {
  const isHere = sql`${reactions.gemeenteCode} = ${actor.gemeenteCode}`;
  return db.$count(reactions, sql`${isHere} and ${waitsFor(actor, within)}`);
}

function waitsFor(actor: Actor, within: string): SQL {
  const isWijk = checkPlaceCode(within) === 'WIJK';
  const place = isWijk ? sql`${reactions.placeCode} = ${within}` : sql`true`;
  return sql`${reactions.status} = 'SUBMITTED' and ${place} and not ${isOwn(actor)}`;
}

/** The actor's own reactions, the newest first, with what became of them. */
export function listOwnReactions(db: Db, actor: Actor, page: ReactionPage): Promise<ReactionList> {
  return selectPage(db, actor, isOwn(actor), page, 'desc');
}

const day = sql`(${reactions.receivedAt} at time zone 'Europe/Amsterdam')::date`;

async function selectPage(
  db: Db,
  actor: Actor,
  condition: SQL,
  { first, after }: ReactionPage,
  order: 'asc' | 'desc',
): Promise<ReactionList> {
  const beyond = sql.raw(order === 'asc' ? '>' : '<');
  const direction = sql.raw(order);
  const rows = await db
    .select()
    .from(reactions)
    .where(
      and(
        sql`${reactions.gemeenteCode} = ${actor.gemeenteCode}`,
        condition,
        after
          ? sql`(${day}, ${reactions.id}) ${beyond} (${after.day}::date, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(sql`${day} ${direction}`, sql`${reactions.id} ${direction}`)
    .limit(first + 1);
  return { reactions: rows.slice(0, first).map(showReaction), hasMore: rows.length > first };
}

/** A reviewer who reads words that are not published leaves one line per question. */
async function auditReading(db: Db, actor: Actor, within: string, count: number, now: Date) {
  if (count === 0) return;
  const object = {
    objectType: 'reaction_queue',
    objectId: within,
    details: { count: bandOf(count) },
  };
  await db.transaction((tx) =>
    auditHandling(tx, actor, { event: 'REACTION_READ', ...object }, now),
  );
}
