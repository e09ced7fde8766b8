// Decisions on small numbers that a list needs inside its own statement. They count every published note, which the
// reader of the list may not; so they are functions with the rights of the database's owner, and what
// they answer is what may be shown, never a count.
import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { isInOpen, isInShown, isNamed, shownCells } from './cells.ts';

export interface Decision {
  readonly name: string;
  /** Arguments with their types, as PostgreSQL writes them. */
  readonly takes: string;
  readonly answers: string;
  readonly body: string;
}

/** SQL over the arguments alone, as text. */
function textOf(query: SQL): string {
  const { sql: text, params } = new PgDialect().sqlToQuery(query);
  if (params.length > 0) throw new Error('A decision takes its values as arguments.');
  return text;
}

export const decisions: readonly Decision[] = [
  {
    // S3: notes in wijk x theme cells that may be shown outside the reviewing role; null for any gemeente or theme.
    name: 'shown_notes',
    takes: 'at timestamptz, gemeente text, about text',
    answers: 'setof uuid',
    body: textOf(
      sql`with recursive ${shownCells({
        at: sql.raw('at'),
        inGemeente: (column) => sql`(gemeente is null or ${column} = gemeente)`,
        onTheme: sql.raw('(about is null or n.theme = about)'),
      })} select c.id from counted c where ${isInShown}`,
    ),
  },
  {
    // The same for one gemeente: the plan of a function does not know its arguments, and one that any gemeente may come
    // to reads every note of the country.
    name: 'shown_notes_in',
    takes: 'at timestamptz, gemeente text, about text',
    answers: 'setof uuid',
    body: textOf(
      sql`with recursive ${shownCells({
        at: sql.raw('at'),
        inGemeente: (column) => sql`${column} = gemeente`,
        onTheme: sql.raw('(about is null or n.theme = about)'),
      })} select c.id from counted c where ${isInShown}`,
    ),
  },
  {
    // Notes in cells of one gemeente that the product's own thresholds let show: among their writers names are chosen
    // (privacy/naming.ts), so that a name does not change with what the gemeente asks. For no list.
    name: 'open_notes_in',
    takes: 'at timestamptz, gemeente text',
    answers: 'setof uuid',
    body: textOf(
      sql`with recursive ${shownCells({
        at: sql.raw('at'),
        inGemeente: (column) => sql`${column} = gemeente`,
      })} select c.id from counted c where ${isInOpen}`,
    ),
  },
  {
    // Of the notes asked about the groups that enough notes of their cell name.
    name: 'common_keys',
    takes: 'at timestamptz, gemeenten text[], notes uuid[]',
    answers: 'setof text',
    body: textOf(sql`with recursive ${shownCells({
      at: sql.raw('at'),
      inGemeente: (column) => sql`${column} = any(gemeenten)`,
    })}, own as materialized (select * from counted where id = any(notes)),
      named as materialized (select root, theme, code from (
          select root, c.theme, g.code, c.organisation_key, count(distinct said) as notes
          from counted c join field_notes n on n.gemeente_code = c.gemeente_code and n.id = c.id
            cross join lateral unnest(n.population_groups) as g(code)
          where (root, c.theme) in (select root, theme from own)
          group by 1, 2, 3, 4) o
        group by 1, 2, 3 having ${isNamed})
      select o.id || ' ' || g.code from own o join named g using (root, theme)`),
  },
];
