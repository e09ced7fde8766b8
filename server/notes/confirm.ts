// "We see this too": another organisation confirms a published note, a voice without a copy.
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { ensureMember } from '../access/members.ts';
import { regimeOfProfession } from '../codes/people.ts';
import type { Db } from '../db/client.ts';
import { authors, fieldNotes, noteConfirmations } from '../db/tables.ts';
import { conflict, forbidden, notFound } from '../errors.ts';
import { statusOn } from './lifecycle.ts';
import { showChangedNote } from './read.ts';
import { auditAuthor, isAuthorOf, newPseudonym, observerOf } from './rows.ts';
import type { ShownNote } from './show.ts';

export interface ConfirmInput {
  /** Of the confirmation, made on the device. */
  readonly id: string;
  readonly noteId: string;
}

/**
 * Confirms the note for the observer's organisation: once, however many colleagues do and however often it is
 * sent. From the note's own organisation it is taken like any other and counts for nothing, as an echo is not a
 * second voice: a refusal would tell a colleague in which organisation the note was written.
 */
export async function confirmFieldNote(
  db: Db,
  actor: Actor,
  input: ConfirmInput,
  now: Date,
): Promise<ShownNote> {
  const observer = observerOf(actor);
  await db.transaction(async (tx) => {
    const note = await findPublishedNote(tx, actor, input.noteId, now);
    if (!note) throw notFound('field note', input.noteId);
    if (await isAuthorOf(tx, actor, input.noteId)) {
      throw forbidden('You wrote this note: a confirmation counts only from another organisation.');
    }
    const { gemeenteCode, organisationKey, profession, personId } = observer;
    const pseudonym = newPseudonym();
    // The author first: the database lets a confirmation in only as the one who made it.
    const author = await tx
      .insert(authors)
      .values({ gemeenteCode, contributionId: input.id, personId, pseudonym })
      .onConflictDoNothing()
      .returning({ id: authors.contributionId });
    if (author.length === 0) return refuseTakenId(tx, input, organisationKey);
    const inserted = await tx
      .insert(noteConfirmations)
      .values({
        ...{ gemeenteCode, organisationKey, profession },
        noteId: note.id,
        id: input.id,
        regime: regimeOfProfession(profession),
        confirmedAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: noteConfirmations.id });
    if (inserted.length === 0) {
      await tx.delete(authors).where(isContribution(gemeenteCode, input.id));
      return refuseTakenId(tx, input, organisationKey);
    }
    await ensureMember(tx, actor, now);
    const contribution = { gemeenteCode, noteId: note.id, pseudonym, personId };
    await auditAuthor(tx, 'NOTE_CONFIRMED', contribution, {}, now);
  });
  return showChangedNote(db, actor, input.noteId, now);
}

async function findPublishedNote(
  tx: Db,
  actor: Actor,
  id: string,
  now: Date,
): Promise<typeof fieldNotes.$inferSelect | undefined> {
  const [note] = await tx
    .select()
    .from(fieldNotes)
    .where(and(eq(fieldNotes.gemeenteCode, actor.gemeenteCode), eq(fieldNotes.id, id)));
  return note && statusOn(note, now) === 'PUBLISHED' ? note : undefined;
}

const isContribution = (gemeenteCode: string, id: string) =>
  and(eq(authors.gemeenteCode, gemeenteCode), eq(authors.contributionId, id));

/** Nothing was inserted: fine when the organisation confirmed this note before, else the id is another's. */
async function refuseTakenId(tx: Db, input: ConfirmInput, organisationKey: string): Promise<void> {
  const rows = await tx
    .select({ id: noteConfirmations.id })
    .from(noteConfirmations)
    .where(
      and(
        eq(noteConfirmations.noteId, input.noteId),
        eq(noteConfirmations.organisationKey, organisationKey),
      ),
    );
  if (rows.length === 0) throw takenId(input.id);
}

const takenId = (id: string) =>
  conflict(`The id ${id} is taken: make a new one on the device and send again.`, { id });
