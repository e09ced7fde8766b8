// The one place where words of notes are erased, by a reviewer, by their author and by retention: whatever will hold
// them besides (an index, a cache) is emptied here.
import { sql } from 'drizzle-orm';
import { arrayParam, type Db } from '../db/client.ts';
import { fieldNotes, noteRevisions, noteTexts } from '../db/tables.ts';

/** Erases every word of the notes, also those that lost a conflict, and says when; the coded records stay. */
export async function forgetTexts(
  tx: Db,
  gemeenteCode: string,
  noteIds: readonly string[],
  now: Date,
): Promise<void> {
  const ids = sql`any(${arrayParam(noteIds, 'uuid')})`;
  await tx.execute(
    sql`delete from ${noteTexts} where gemeente_code = ${gemeenteCode} and note_id = ${ids}`,
  );
  await tx.execute(sql`update ${noteRevisions} set observation_text = null, interpretation_text = null
    where gemeente_code = ${gemeenteCode} and note_id = ${ids} and conflicting`);
  await tx.execute(sql`update ${fieldNotes} set excerpt = null, erased_at = ${now.toISOString()}
    where gemeente_code = ${gemeenteCode} and id = ${ids}`);
}
