// Which published notes only repeat another one of the same organisation on the same place and theme (Broder 1997:
// near-duplicates). Decided once, when a note is published, and kept with it: so every count of a cell, in the
// database or not, counts the same, and forgetting words later changes no count.
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { arrayParam, type Db } from '../db/client.ts';
import { fieldNotes, noteTexts } from '../db/tables.ts';
import { groupNearDuplicates } from '../statistics/near-duplicates.ts';
import { isTextOfNote } from './texts.ts';

interface Said {
  readonly id: string;
  readonly placeCode: string;
  readonly theme: string;
  readonly organisationKey: string;
  readonly text: string | null;
  /** What it is known to repeat. */
  readonly repeats?: string | null;
}

/** Of each note the id of the first that says the same, for notes in the order in which they count; others are left out. */
export function findRepeats(notes: readonly Said[]): Map<string, string> {
  const cells = new Map<string, Said[]>();
  for (const note of notes) {
    const key = JSON.stringify([note.placeCode, note.theme, note.organisationKey]);
    cells.set(key, [...(cells.get(key) ?? []), note]);
  }
  const found = new Map<string, string>();
  for (const [source, said] of cells) {
    if (said.length === 1) continue;
    const texts = said.map((note) => ({ source, text: note.text, note }));
    for (const [first, ...copies] of groupNearDuplicates(texts)) {
      for (const { note } of copies)
        if (first) found.set(note.id, first.note.repeats ?? first.note.id);
    }
  }
  return found;
}

/** Marks which of these freshly published notes of a gemeente repeat another one; call it in their transaction. */
export async function markRepeats(
  tx: Db,
  gemeenteCode: string,
  fresh: readonly Pick<Said, 'id' | 'placeCode'>[],
): Promise<void> {
  if (fresh.length === 0) return;
  const places = [...new Set(fresh.map((note) => note.placeCode))];
  const { id, placeCode, theme, organisationKey, repeats } = fieldNotes;
  const { observationText: text } = noteTexts;
  const notes = await tx
    .select({ id, placeCode, theme, organisationKey, text, repeats })
    .from(fieldNotes)
    .innerJoin(noteTexts, isTextOfNote)
    .where(
      and(
        eq(fieldNotes.gemeenteCode, gemeenteCode),
        inArray(fieldNotes.placeCode, places),
        isNotNull(fieldNotes.publishedAt),
      ),
    )
    .orderBy(fieldNotes.publishedAt, fieldNotes.id);
  const freshIds = new Set(fresh.map((note) => note.id));
  // What was counted before comes first and stays as it was counted: history does not change.
  const known = notes.filter((note) => !freshIds.has(note.id));
  const ordered = [...known, ...notes.filter((note) => freshIds.has(note.id))];
  const found = [...findRepeats(ordered)].filter(([one]) => freshIds.has(one));
  if (found.length === 0) return;
  await tx.execute(sql`update ${fieldNotes} set repeats = r.first
    from unnest(${arrayParam(
      found.map(([one]) => one),
      'uuid',
    )},
      ${arrayParam(
        found.map(([, first]) => first),
        'uuid',
      )}) as r(copy, first)
    where ${fieldNotes.gemeenteCode} = ${gemeenteCode} and ${fieldNotes.id} = r.copy`);
}
