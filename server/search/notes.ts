// Note texts by PostgreSQL full text, for one actor: what the policy lets the actor read, of the notes that the actor
// may list. Nothing else has a part in any hit, count or order, because it is left out before anything is counted.
import { type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { NoteKind } from '../codes/notes.ts';
import type { ThemeCode } from '../codes/themes.ts';
import { type Db, rowsOf } from '../db/client.ts';
import { fieldNotes } from '../db/tables.ts';
import { visibleTo } from '../notes/read.ts';
import { checkPlaceCode, gemeenteOf } from '../places/codes.ts';
import { type Asked, readQuery } from './query.ts';
import { fieldWeights, rankOf } from './rank.ts';

/** A note that was found; its words are read by notes/read.ts, for the page that is shown only. */
export interface FoundNote {
  readonly id: string;
  readonly theme: ThemeCode;
  readonly kind: NoteKind;
  readonly placeCode: string;
  readonly placeName: string | null;
  readonly rank: number;
}

/** The best notes for these words, best first and then by id; at most so many. */
export async function findNotes(
  db: Db,
  actor: Actor | null,
  text: string,
  { within, most }: { readonly within?: string | undefined; readonly most: number },
  now: Date,
): Promise<FoundNote[]> {
  const asked = readQuery(text);
  const level = within === undefined ? 'COUNTRY' : checkPlaceCode(within);
  if (actor === null || asked.length === 0 || level === undefined || level === 'BUURT') return [];
  const { gemeenteCode } = actor;
  if (within && level !== 'COUNTRY' && gemeenteOf(within) !== gemeenteCode) return [];
  const inPlace = level === 'WIJK' ? sql`and ${fieldNotes.placeCode} = ${within}` : sql``;
  const rows = await rowsOf<Omit<FoundNote, 'rank'> & { rank: number }>(
    db,
    sql`select ${fieldNotes.id} as id, ${fieldNotes.theme} as theme, ${fieldNotes.kind} as kind,
        ${fieldNotes.placeCode} as "placeCode", p.name as "placeName", f.rank
      from found_notes(${tsqueryOf(asked)}, ${gemeenteCode}) f
        join ${fieldNotes} on ${fieldNotes.gemeenteCode} = ${gemeenteCode} and ${fieldNotes.id} = f.note_id
        left join places p on p.code = ${fieldNotes.placeCode}
          and ${fieldNotes.editionYear} between p.first_year and p.last_year
      where ${visibleTo(actor, now, { gemeente: gemeenteCode, theme: null })} ${inPlace}
      order by f.rank desc, ${fieldNotes.id} limit ${most}`,
  );
  return rows.map((row) => ({ ...row, rank: noteRank(asked, row.rank) }));
}

/** Every word must be there, in one of its forms: stemmed, as a beginning, in its parts, or in other words. */
function tsqueryOf(asked: readonly Asked[]): SQL {
  const groups = asked.map(({ word, parts, alike, isBeginning }) => {
    const forms = [sql`to_tsquery('dutch', ${word})`];
    if (isBeginning) forms.push(sql`to_tsquery('simple', ${`${word}:*`})`);
    if (parts.length > 0) forms.push(sql`to_tsquery('dutch', ${parts.join(' & ')})`);
    for (const one of alike) forms.push(sql`to_tsquery('simple', ${one})`);
    return sql`(${sql.join(forms, sql` || `)})`;
  });
  const all = sql`(${sql.join(groups, sql` && `)})`;
  // Two words that somebody else wrote as one.
  const joined = asked.map(({ word }) => word).join('');
  return asked.length === 2 ? sql`(${all} || to_tsquery('dutch', ${joined}))` : all;
}

/** All words are there, so the rank of the text decides among notes. */
const noteRank = (asked: readonly Asked[], engine: number) =>
  rankOf({
    ...{ kind: 'FIELD_NOTE', code: '', answers: asked.map(() => fieldWeights.text * 0.9) },
    ...{ isCode: false, isName: false, isOtherName: false, covers: 0, engine },
  });
