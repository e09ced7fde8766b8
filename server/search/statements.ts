// What is public in words: approved excerpts of notes whose signal may be shown, public sentences on what is done, and
// public interpretations. Read by the rule of the public, whoever asks, so that no index ever holds anything else.
import { sql } from 'drizzle-orm';
import { type ThemeCode, themes } from '../codes/themes.ts';
import { namedRows, type ReadDb, rowsOf } from '../db/client.ts';
import { fieldNotes } from '../db/tables.ts';
import { visibleTo } from '../notes/read.ts';
import { type Entry, entryId } from './entries.ts';

/** Without a place or a gemeente to look in, this many gemeenten are searched, and none when there are more. */
const mostGemeenten = 5;

/** Gemeenten to look in for someone of no gemeente: those with published notes, when they are few. */
export async function gemeentenWithNotes(db: ReadDb): Promise<readonly string[]> {
  const rows = await namedRows<{ code: string }>(
    db,
    'search_gemeenten',
    // From one gemeente to the next along the index.
    sql`with recursive having_notes as (
        (select gemeente_code as code from field_notes where status = 'PUBLISHED' order by 1 limit 1)
        union all
        select (select n.gemeente_code from field_notes n where n.status = 'PUBLISHED' and n.gemeente_code > h.code
          order by 1 limit 1)
        from having_notes h where h.code is not null
      ) select code from having_notes where code is not null limit ${mostGemeenten + 1}`,
  );
  return rows.length > mostGemeenten ? [] : rows.map(({ code }) => code);
}

interface Row {
  readonly kind: 'note' | 'followUp' | 'interpretation';
  readonly id: string;
  readonly place: string;
  readonly name: string | null;
  readonly theme: ThemeCode;
  readonly text: string;
}

/** The public statements of a gemeente, in a fixed order. `db` reads by the door MERGE. */
export async function readStatements(
  db: ReadDb,
  gemeenteCode: string,
  now: Date,
): Promise<Entry[]> {
  const isPublic = visibleTo(null, now, { gemeente: gemeenteCode, theme: null });
  const at = now.toISOString();
  const rows = await rowsOf<Row>(
    db,
    sql`select s.*, p.name from (
        select 'note' as kind, ${fieldNotes.id} as id, ${fieldNotes.placeCode} as place,
          ${fieldNotes.editionYear} as year, ${fieldNotes.theme} as theme, ${fieldNotes.excerpt} as text
        from ${fieldNotes} where ${fieldNotes.gemeenteCode} = ${gemeenteCode} and ${fieldNotes.excerpt} is not null
          and ${isPublic}
        union all
        select 'followUp', f.id, f.place_code, f.edition_year, f.theme, f.public_sentence from follow_ups f
        where f.gemeente_code = ${gemeenteCode} and f.fed_back_at <= ${at} and f.public_sentence is not null
        union all
        select 'interpretation', i.id, i.place_code, i.edition_year, i.theme, i.explanation from interpretations i
        where i.gemeente_code = ${gemeenteCode} and i.publication_level = 'PUBLIC' and i.recorded_at <= ${at}
      ) s left join places p on p.code = s.place and s.year between p.first_year and p.last_year
      order by s.id`,
  );
  return rows.map((row) => {
    const code = row.kind === 'note' ? row.id : `${row.kind}:${row.id}`;
    return {
      ...{ id: entryId('STATEMENT', code), kind: 'STATEMENT', code, title: themes[row.theme].nl },
      ...{ detail: row.name ?? '', place: row.place, theme: row.theme, text: row.text },
    };
  });
}
