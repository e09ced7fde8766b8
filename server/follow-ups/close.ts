// Closes a follow-up: only with feedback to every observer behind the signal and a public sentence (chapter 12).
import { sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { handlingRoles } from '../access/policy.ts';
import type { FollowUpResult } from '../codes/notes.ts';
import { throughDoor } from '../db/acting.ts';
import { type Db, rowsOf } from '../db/client.ts';
import { fieldNotes, followUps, noteConfirmations, noteFeedback } from '../db/tables.ts';
import { conflict, notFound } from '../errors.ts';
import { isThisWijkSql, loadChainOfWijk } from '../profiles/chains.ts';
import { auditHandling } from './audit.ts';
import { refuseOtherRoles, refuseWrong, wrongText } from './check.ts';
import type { FollowUp } from './load.ts';
import { type FollowUpRow, isFollowUp, showFollowUp } from './record.ts';
import { changeState, signalId } from './states.ts';

export interface CloseInput {
  readonly id: string;
  readonly result: FollowUpResult;
  /** What the observers are told. */
  readonly feedback: string;
  /** "Wat doen we ermee", for everyone. */
  readonly publicSentence: string;
}

const longest = { feedback: 600, publicSentence: 300 } as const;

/**
 * Closes the follow-up, tells every contribution behind the signal, and moves the signal to FED_BACK; all or
 * nothing. The same closing sent twice changes nothing, another one is a conflict.
 */
export async function closeFollowUp(
  db: Db,
  actor: Actor,
  input: CloseInput,
  now: Date,
): Promise<FollowUp> {
  refuseOtherRoles(actor, handlingRoles);
  refuseWrong([
    ...wrongText('feedback', input.feedback, longest.feedback),
    ...wrongText('publicSentence', input.publicSentence, longest.publicSentence),
  ]);
  const closed = await db.transaction(async (tx) => {
    const key = { gemeenteCode: actor.gemeenteCode, id: input.id };
    const [row] = await tx.select().from(followUps).where(isFollowUp(key)).for('update');
    if (!row) throw notFound('follow-up', input.id);
    if (row.result !== null) refuseOtherClosing(row, input);
    else await close(tx, actor, row, input, now);
    return row;
  });
  return showFollowUp(db, actor, closed);
}

function refuseOtherClosing(row: FollowUpRow, input: CloseInput) {
  const isSame =
    row.result === input.result &&
    row.feedback === input.feedback.trim() &&
    row.publicSentence === input.publicSentence.trim();
  if (isSame) return;
  throw conflict(
    `Follow-up ${row.id} is closed already (${row.result}): its observers were told. Record a new one.`,
    { id: row.id, result: row.result },
  );
}

async function close(
  tx: Db,
  actor: Actor,
  row: FollowUpRow,
  input: CloseInput,
  now: Date,
): Promise<void> {
  const { gemeenteCode, id, placeCode, editionYear, theme } = row;
  const noticedAt = await throughDoor(tx, 'MERGE', (merge) => tellObservers(merge, row, now));
  await tx
    .update(followUps)
    .set({
      result: input.result,
      feedback: input.feedback.trim(),
      publicSentence: input.publicSentence.trim(),
      fedBackAt: now,
      noticedAt,
    })
    .where(isFollowUp(row));
  const details = { placeCode, theme, result: input.result };
  const object = { objectType: 'follow_up', objectId: id, details };
  await auditHandling(tx, actor, { event: 'FOLLOW_UP_CLOSED', ...object }, now);
  await moveToFedBack(tx, actor, { gemeenteCode, placeCode, editionYear, theme }, now);
}

type ToTell = Pick<
  FollowUpRow,
  'gemeenteCode' | 'id' | 'placeCode' | 'editionYear' | 'theme' | 'recordedAt'
>;

type Signal = Pick<FollowUpRow, 'gemeenteCode' | 'placeCode' | 'editionYear' | 'theme'>;

async function moveToFedBack(tx: Db, actor: Actor, key: Signal, now: Date): Promise<void> {
  const before = await changeState(
    tx,
    key,
    ({ stage, owner }) =>
      stage === 'FED_BACK' ? undefined : { stage: 'FED_BACK', owner, dueOn: null, reason: null },
    now,
  );
  if (before.stage === 'FED_BACK') return;
  const details = { from: before.stage, to: 'FED_BACK', version: before.version + 1 };
  const object = { objectType: 'signal', objectId: signalId(key), details };
  await auditHandling(tx, actor, { event: 'SIGNAL_FED_BACK', ...object }, now);
}

/**
 * Leaves word at every note and confirmation that stood behind the signal between recording and closing, also under
 * an earlier code of the wijk; answers when the oldest was published. Authors are neither read nor counted.
 */
export async function tellObservers(tx: Db, row: ToTell, now: Date): Promise<Date | null> {
  const chain = await loadChainOfWijk(tx, row.placeCode, row.editionYear);
  if (!chain) throw notFound('wijk', row.placeCode);
  const [told] = await rowsOf<{ noticed_at: string | null }>(
    tx,
    sql`with behind as (select n.id, n.published_at from ${fieldNotes} n
          where n.gemeente_code = ${row.gemeenteCode} and n.theme = ${row.theme}
            and ${isThisWijkSql(chain, sql`n`)}
            and n.published_at <= ${now.toISOString()}
            and (n.ended_at is null or n.ended_at > ${row.recordedAt.toISOString()})
            and n.valid_until > ${row.recordedAt.toISOString()}),
        told as (insert into ${noteFeedback} (gemeente_code, contribution_id, follow_up_id, told_at)
          select ${row.gemeenteCode}, c.id, ${row.id}::uuid, ${now.toISOString()}::timestamptz from (
            select id from behind
            union
            select o.id from ${noteConfirmations} o join behind b on b.id = o.note_id
            where o.gemeente_code = ${row.gemeenteCode} and o.confirmed_at <= ${now.toISOString()}) c)
        select min(published_at) as noticed_at from behind`,
  );
  return told?.noticed_at ? new Date(told.noticed_at) : null;
}
