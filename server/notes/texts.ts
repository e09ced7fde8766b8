// The words of field notes: in a table of their own, because fewer may read them than the codes, and
// because erasing them must leave nothing behind.
import { and, eq, getTableColumns, type SQL } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { fieldNotes, noteTexts } from '../db/tables.ts';

export interface NoteTexts {
  /** What was seen; null when erased, or when whoever asks may not read it. */
  readonly observationText: string | null;
  /** What the observer thinks it means; null when none, erased or not readable. */
  readonly interpretationText: string | null;
}

/** A note of a gemeente. */
interface NoteKey {
  readonly gemeenteCode: string;
  readonly id: string;
}

/** Columns of a note with its words, for a select that joins `isTextOfNote` from the left. */
export const noteColumns = {
  ...getTableColumns(fieldNotes),
  observationText: noteTexts.observationText,
  interpretationText: noteTexts.interpretationText,
};

export const isTextOfNote: SQL | undefined = and(
  eq(noteTexts.gemeenteCode, fieldNotes.gemeenteCode),
  eq(noteTexts.noteId, fieldNotes.id),
);

const isTextOf = ({ gemeenteCode, id }: NoteKey) =>
  and(eq(noteTexts.gemeenteCode, gemeenteCode), eq(noteTexts.noteId, id));

/** A locked note with its words, read after the lock so that they are the newest. */
export async function withTexts<Note extends NoteKey>(
  tx: Db,
  note: Note,
): Promise<Note & NoteTexts> {
  const { observationText, interpretationText } = noteTexts;
  const [texts] = await tx
    .select({ observationText, interpretationText })
    .from(noteTexts)
    .where(isTextOf(note));
  return { ...note, ...(texts ?? { observationText: null, interpretationText: null }) };
}

/** The row of a note's words; the note must have some. */
export function textRowOf({ gemeenteCode, id }: NoteKey, texts: NoteTexts) {
  const { observationText, interpretationText } = texts;
  if (observationText === null) throw new Error(`Field note ${id} has no text.`);
  return { gemeenteCode, noteId: id, observationText, interpretationText };
}

/** Replaces the words of a note. */
export async function replaceTexts(tx: Db, note: NoteKey, texts: NoteTexts): Promise<void> {
  const { observationText, interpretationText } = textRowOf(note, texts);
  await tx.update(noteTexts).set({ observationText, interpretationText }).where(isTextOf(note));
}
