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
