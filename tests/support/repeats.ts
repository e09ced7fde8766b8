// Marks notes that repeat each other as publishing them would.
import { findRepeats } from '../../server/notes/repeats.ts';
import type { PublishedNote } from '../../server/signals.ts';

/** The notes, in the order in which they were published, each with the first one that it repeats. */
export function withRepeats<Note extends PublishedNote>(notes: readonly Note[]): Note[] {
  const found = findRepeats(notes);
  return notes.map((note) => ({ ...note, repeats: found.get(note.id) ?? null }));
}
