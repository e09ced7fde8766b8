// Logs many field notes at once, for registration systems: each judged, stored or refused by itself, so that one bad
// note holds up no other and sending everything again changes nothing.
import type { Actor } from '../access/actor.ts';
import type { Db } from '../db/client.ts';
import { badInput, DomainError, type ErrorCode } from '../errors.ts';
import { type LogInput, logFieldNote } from './log.ts';
import type { ShownNote } from './show.ts';

export const mostNotesAtOnce = 500;

/** What became of one of the notes sent; exactly one of `note` and `refusal` is there. */
export interface LoggedItem {
  /** Place in the list that was sent, from 0. */
  readonly index: number;
  readonly id: string;
  readonly note: ShownNote | null;
  readonly refusal: ItemRefusal | null;
}

/** Why one note was refused, as the same note sent alone would have been. */
export interface ItemRefusal {
  readonly code: ErrorCode;
  /** Path of the wrong answer within the note, such as `observationText`; null when it is about the whole. */
  readonly field: string | null;
  readonly message: string;
}

/**
 * Logs the notes in the order sent and answers one item for each, in that order. Refuses the list as a whole when it is
 * empty, longer than 500 or names one id twice; then nothing is stored. An unexpected failure stops the call: what was
 * stored before it stays, and sending the list again stores the rest.
 */
export async function logFieldNotes(
  db: Db,
  actor: Actor,
  notes: readonly LogInput[],
  now: Date,
): Promise<LoggedItem[]> {
  checkList(notes);
  const items: LoggedItem[] = [];
  for (const [index, input] of notes.entries()) {
    items.push({ index, id: input.id, ...(await logOne(db, actor, input, now)) });
  }
  return items;
}

function checkList(notes: readonly LogInput[]): void {
  const refuse = (message: string) => badInput([{ field: 'notes', message }]);
  if (notes.length === 0) throw refuse('notes is empty: send at least one field note.');
  if (notes.length > mostNotesAtOnce) {
    throw refuse(
      `notes holds ${notes.length} field notes; at most ${mostNotesAtOnce} at once. Send the rest in a next call.`,
    );
  }
  const seen = new Set<string>();
  for (const { id } of notes) {
    const key = id.toLowerCase();
    if (seen.has(key)) throw refuse(`notes names the id ${id} twice: each note has its own.`);
    seen.add(key);
  }
}

async function logOne(
  db: Db,
  actor: Actor,
  input: LogInput,
  now: Date,
): Promise<Pick<LoggedItem, 'note' | 'refusal'>> {
  try {
    return { note: await logFieldNote(db, actor, input, now), refusal: null };
  } catch (failure) {
    if (!(failure instanceof DomainError)) throw failure;
    const { code, message, fields } = failure;
    const field = fields[0]?.field.replace(/^input\./, '') ?? null;
    return { note: null, refusal: { code, field, message } };
  }
}
