// Residents and professionals react to a published statement: screened like a note, reviewed before anyone reads it.
import type { Actor } from '../access/actor.ts';
import { appendAudit } from '../audit.ts';
import { type Role, regimeOfProfession } from '../codes/people.ts';
import type { Db } from '../db/client.ts';
import { authors, reactions } from '../db/tables.ts';
import { refuseOtherRoles, refuseWrong, takenId, wrongText } from '../follow-ups/check.ts';
import { secretRegimes } from '../notes/check.ts';
import { refuseTellingId } from '../notes/log.ts';
import { newPseudonym } from '../notes/rows.ts';
import { findOwnReaction, type ReactionRow, type SubmittedReaction, showReaction } from './rows.ts';
import { getStatement, type Statement } from './statements.ts';

export interface ReactionInput {
  /** Random, made by the client: the same id is the same reaction. */
  readonly id: string;
  readonly statement: string;
  readonly text: string;
}

/** Residents, and the professionals of the gemeente. */
export const reactingRoles: readonly Role[] = [
  'RESIDENT',
  'OBSERVER',
  'REVIEWER',
  'ANALYST',
  'POLICY',
];

const longestText = 600;

/**
 * Hands in the reaction once, however often it is sent; it counts for nothing in the signal. An id that is taken
 * otherwise is a conflict that says nothing about what it stands for.
 */
export async function addReaction(
  db: Db,
  actor: Actor,
  input: ReactionInput,
  now: Date,
): Promise<SubmittedReaction> {
  refuseOtherRoles(actor, reactingRoles);
  refuseTellingId(input.id);
  refuseWrong(wrongText('text', input.text, longestText));
  const statement = await getStatement(db, actor, input.statement, now);
  const row = await db.transaction(async (tx) => {
    const inserted = await insertReaction(tx, actor, input, statement, now);
    if (inserted) return inserted;
    const own = await findOwnReaction(tx, actor, input.id);
    if (!own) throw takenId(input.id);
    return own.reaction;
  });
  return showReaction(row);
}

async function insertReaction(
  tx: Db,
  actor: Actor,
  { id, text }: ReactionInput,
  statement: Statement,
  now: Date,
): Promise<ReactionRow | undefined> {
  const { gemeenteCode, personId, profession } = actor;
  const voice = actor.role === 'RESIDENT' ? 'RESIDENT' : 'PROFESSIONAL';
  const isCircleOnly =
    profession !== null && secretRegimes.includes(regimeOfProfession(profession));
  const pseudonym = newPseudonym();
  const author = await tx
    .insert(authors)
    .values({ gemeenteCode, contributionId: id, personId, pseudonym })
    .onConflictDoNothing()
    .returning({ id: authors.contributionId });
  if (author.length === 0) return undefined;
  const [row] = await tx
    .insert(reactions)
    .values({
      ...statement,
      isCircleOnly,
      ...{ gemeenteCode, id, voice, body: text.trim(), status: 'SUBMITTED', receivedAt: now },
    })
    .onConflictDoNothing()
    .returning();
  if (!row) throw takenId(id);
  await auditReactor(tx, 'REACTION_ADDED', row, pseudonym, now, personId);
  return row;
}

/** Audit line of what an author did: under the pseudonym of this one reaction, the role no finer than its voice. */
export function auditReactor(
  tx: Db,
  event: 'REACTION_ADDED' | 'REACTION_WITHDRAWN',
  { gemeenteCode, id, voice, statementKind }: ReactionRow,
  pseudonym: string,
  now: Date,
  personId?: string,
): Promise<void> {
  const line = {
    ...(personId ? { subject: { personId, activity: 'authorship' as const } } : {}),
    gemeenteCode,
    event,
    actor: pseudonym,
    role: voice,
    objectType: 'reaction',
    objectId: id,
    details: { statementKind },
  };
  return appendAudit(tx, line, now);
}
