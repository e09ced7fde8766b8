// What observers were told about their own notes and confirmations. Every statement here starts from one person's
// rows in `authors`: nobody can ask about anyone else.
import { type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { FollowUpResult } from '../codes/notes.ts';
import type { ThemeCode } from '../codes/themes.ts';
import { arrayParam, type ReadDb, rowsOf } from '../db/client.ts';
import { authors, followUps, noteConfirmations, noteFeedback } from '../db/tables.ts';

/** One answer to one own contribution. */
export interface NoteFeedback {
  readonly followUpId: string;
  /** The own note, or the note that was confirmed. */
  readonly noteId: string;
  readonly isConfirmation: boolean;
  readonly placeCode: string;
  readonly theme: ThemeCode;
  readonly result: FollowUpResult;
  readonly feedback: string;
  readonly publicSentence: string;
  readonly toldOn: string;
}

export interface FeedbackCursor {
  readonly toldOn: string;
  readonly noteId: string;
  readonly followUpId: string;
}

/** The latest feedback first; within a day by ids. */
export async function listOwnFeedback(
  db: ReadDb,
  actor: Actor,
  { first, after }: { readonly first: number; readonly after?: FeedbackCursor | undefined },
): Promise<{ feedback: NoteFeedback[]; hasMore: boolean }> {
  const day = sql`(f.told_at at time zone 'Europe/Amsterdam')::date`;
  const condition = after
    ? sql`(${day}, c.note_id, f.follow_up_id) <
        (${after.toldOn}::date, ${after.noteId}::uuid, ${after.followUpId}::uuid)`
    : sql`true`;
  const order = sql`${day} desc, c.note_id desc, f.follow_up_id desc limit ${first + 1}`;
  const rows = await selectFeedback(db, actor, condition, order);
  return { feedback: rows.slice(0, first), hasMore: rows.length > first };
}

/** Feedback to the actor's own part in these notes, by note. */
export async function loadFeedbackOfNotes(
  db: ReadDb,
  actor: Actor | null,
  noteIds: readonly string[],
): Promise<ReadonlyMap<string, NoteFeedback[]>> {
  const byNote = new Map<string, NoteFeedback[]>();
  if (actor?.role !== 'OBSERVER' || noteIds.length === 0) return byNote;
  const condition = sql`c.note_id = any(${arrayParam(noteIds, 'uuid')})`;
  for (const one of await selectFeedback(
    db,
    actor,
    condition,
    sql`f.told_at desc, f.follow_up_id`,
  )) {
    byNote.set(one.noteId, [...(byNote.get(one.noteId) ?? []), one]);
  }
  return byNote;
}

async function selectFeedback(
  db: ReadDb,
  actor: Actor,
  condition: SQL,
  order: SQL,
): Promise<NoteFeedback[]> {
  return rowsOf<NoteFeedback>(
    db,
    sql`select u.id as "followUpId", c.note_id as "noteId", c.is_confirmation as "isConfirmation",
        u.place_code as "placeCode", u.theme, u.result, u.feedback,
        u.public_sentence as "publicSentence", 
        to_char(f.told_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as "toldOn"
      from (select a.gemeente_code, a.contribution_id, coalesce(o.note_id, a.contribution_id) as note_id,
          o.id is not null as is_confirmation
        from ${authors} a left join ${noteConfirmations} o
          on o.gemeente_code = a.gemeente_code and o.id = a.contribution_id
        where a.gemeente_code = ${actor.gemeenteCode} and a.person_id = ${actor.personId}) c
      join ${noteFeedback} f on f.gemeente_code = c.gemeente_code and f.contribution_id = c.contribution_id
      join ${followUps} u on u.gemeente_code = f.gemeente_code and u.id = f.follow_up_id
      where ${condition} order by ${order}`,
  );
}
