// The decision of disclosure.ts once more, as SQL, for answers that are put together in the database: note lists,
// totals of a gemeente, blind spots, warnings. tests/disclosure.test.ts holds both forms against each other.
import { type SQL, sql } from 'drizzle-orm';
import { codesOf } from '../codes/code-list.ts';
import { type ThresholdKind, thresholdKinds } from '../codes/thresholds.ts';
import { mostNotes } from '../signals.ts';
import { productThresholds } from './disclosure.ts';
import type { GroundMoments } from './releases.ts';

/** Which cells to look at, in SQL; never part of one. */
export interface CellScope {
  /** When: signals that may be shown. */
  readonly at: SQL;
  /** When: what hidden cells held; absent: the same moment. */
  readonly released?: SQL;
  /** Condition on a column that holds a gemeente. */
  readonly inGemeente: (column: SQL) => SQL;
  /** Condition on the notes `n`; absent: all themes. */
  readonly onTheme?: SQL;
  /** Rows that stand for `disclosure_thresholds`; absent: that table, what holds today. */
  readonly thresholds?: SQL;
}

/** Whether both moments are one; the statement is shorter then, and needs a name of its own. */
export const isOneMoment = ({ at, released }: GroundMoments) => at.getTime() === released.getTime();

/** The scope of one gemeente at these moments. */
export const scopeOf = ({ at, released }: GroundMoments, gemeenteCode: string): CellScope => ({
  at: sql`${at.toISOString()}::timestamptz`,
  ...(isOneMoment({ at, released })
    ? {}
    : { released: sql`${released.toISOString()}::timestamptz` }),
  inGemeente: (column) => sql`${column} = ${gemeenteCode}`,
});

const limit = (kind: ThresholdKind) => sql.raw(String(productThresholds[kind]));
const columnOf = (kind: ThresholdKind) => sql.raw(kind.toLowerCase());

/** The threshold of the one gemeente that a statement with `shownCells` looks at. */
export const thresholdHere = (kind: ThresholdKind): SQL =>
  sql`greatest(${limit(kind)}, (select o.${columnOf(kind)} from own_thresholds o))`;

/** The threshold of the gemeente that the wijk with this number lies in. */
const thresholdOf = (kind: ThresholdKind, root: SQL): SQL =>
  sql`greatest(${limit(kind)}, (select s.${columnOf(kind)} from stricter s where s.root = ${root}))`;

const cap = sql.raw(String(mostNotes));

/** Of `o`, notes by organisation that name a group in a cell: whether they are enough to name it there. */
export const isNamed: SQL = sql`sum(least(o.notes, ${cap})) >= ${thresholdOf('GROUP_NOTES', sql.raw('o.root'))}`;

/**
 * Common table expressions for `with recursive …`:
 * * `roots`: the wijken with a number that is the same under all codes of one wijk;
 * * `counted`: notes that count at either moment, with their `root`, what they say (`said`: the same for a
 *   repetition), `is_now` and `was_released`;
 * * `open`: the cells (root, theme) that the product's own thresholds let show (S3), with the number of their
 *   `notes`, of no organisation more than the cap, and `organisations`;
 * * `own_thresholds` and `stricter`: what gemeenten ask themselves, by gemeente and by root; null: nothing;
 * * `shown`: those of `open` that their gemeente lets show as well, today, whatever the moment asked about;
 * * `voices`: who speaks in them, by organisation and profession, confirming ones included.
 * Grouped by hashing, step by step: the planner takes each step for a handful of rows and would sort and loop.
 */
export function shownCells({ at, released, inGemeente, onTheme, thresholds }: CellScope): SQL {
  const counts = (moment: SQL) =>
    sql`(n.published_at <= ${moment} and (n.ended_at is null or n.ended_at > ${moment})
      and n.valid_until > ${moment})`;
  const isNow = counts(at);
  const wasReleased = released ? counts(released) : isNow;
  return sql`reach (gemeente_code, code, first_year, last_year, other_code, other_year) as (
      select gemeente_code, code, first_year, last_year, code, first_year from places p
      where p.level in ('WIJK', 'GEMEENTE') and ${inGemeente(sql.raw('p.gemeente_code'))}
      union
      select r.gemeente_code, r.code, r.first_year, r.last_year,
        case when l.to_code = r.other_code and l.to_year = r.other_year then l.from_code else l.to_code end,
        case when l.to_code = r.other_code and l.to_year = r.other_year then l.from_year else l.to_year end
      from reach r
      join place_links l on l.kind in ('SAME', 'RENAMED', 'RECODED')
        and ((l.to_code = r.other_code and l.to_year = r.other_year)
          or (l.from_code = r.other_code and l.from_year = r.other_year))
    ), roots as materialized (
      select gemeente_code, code, first_year, last_year, first as root_code,
        dense_rank() over (order by gemeente_code, first)::int as root
      from (select gemeente_code, code, first_year, last_year,
          min((other_code || ' ' || other_year) collate "C") as first
        from reach group by 1, 2, 3, 4) r
    ), counted as materialized (
      select n.gemeente_code, n.id, n.place_code, r.root, n.theme, n.organisation_key, n.profession,
        coalesce(n.repeats, n.id) as said,
        ${isNow} as is_now, ${wasReleased} as was_released
      from field_notes n
      join roots r on r.code = n.place_code and n.edition_year between r.first_year and r.last_year
      where ${inGemeente(sql.raw('n.gemeente_code'))} and ${onTheme ?? sql.raw('true')}
        and (${isNow} or ${released ? wasReleased : sql.raw('false')})
    ), heard as materialized (
      select root, theme, profession, organisation_key from counted where is_now group by 1, 2, 3, 4
      union
      select c.root, c.theme, o.profession, o.organisation_key from counted c
      join note_confirmations o on o.gemeente_code = c.gemeente_code and o.note_id = c.id
        and o.organisation_key <> c.organisation_key and o.confirmed_at <= ${at}
      where c.is_now
    ), enough as materialized (
      select root, theme, sum(notes) as notes, sum(organisations)::int as organisations from (
        select root, theme, least(count(*), ${cap}) as notes, 0 as organisations from (
          select root, theme, organisation_key, said from counted where is_now group by 1, 2, 3, 4) s
          group by root, theme, organisation_key
        union all
        select root, theme, 0, count(*) from (
          select root, theme, organisation_key from heard group by 1, 2, 3) o group by 1, 2) f
      group by 1, 2
      having sum(notes) >= ${limit('NOTES')} and sum(organisations) >= ${limit('ORGANISATIONS')}
    ), peopled as materialized (${peopledRoots(at)}
    ), open as materialized (
      select e.root, e.theme, e.notes, e.organisations from enough e
      where e.root = any(array(select root from peopled))
    ), own_thresholds as materialized (
      select t.gemeente_code, ${sql.join(
        codesOf(thresholdKinds).map(
          (kind) =>
            sql`max(t.least) filter (where t.kind = ${sql.raw(`'${kind}'`)}) as ${columnOf(kind)}`,
        ),
        sql`, `,
      )}
      from ${thresholds ?? sql.raw('disclosure_thresholds')} t
      where t.least is not null and ${inGemeente(sql.raw('t.gemeente_code'))} group by t.gemeente_code
    ), stricter as materialized (
      select distinct r.root, o.* from own_thresholds o join roots r using (gemeente_code)
    ), too_small as materialized (
      select s.root from stricter s where s.inhabitants is not null
        and not exists (select from peopled p where p.root = s.root and p.value >= s.inhabitants)
    ), shown as materialized (
      select e.root, e.theme, e.organisations from open e
      where not exists (select from stricter s where s.root = e.root
          and (e.notes < s.notes or e.organisations < s.organisations))
        and not exists (select from too_small s where s.root = e.root)
    ), voices as (
      select h.* from heard h where (h.root, h.theme) in (select root, theme from shown)
    )`;
}

/** Wijken with inhabitants enough under any of their codes, by the last live figure that says something. */
function peopledRoots(moment: SQL): SQL {
  return sql`select l.root, l.value from (
        select distinct on (f.root) f.root, f.value, f.state from (
          select distinct on (o.root, c.period) o.root, c.period, r."values"[c.slot] as value,
            substr(r.states, c.slot, 1) as state, upper(substr(r.reasons, c.slot, 1)) as reason
          from edition_columns c
          join editions e on e.id = c.edition_id
          join edition_spans s on s.edition_id = e.id and s.live_from <= ${moment}
            and (s.live_to is null or s.live_to > ${moment})
          cross join roots o
          join reach h on h.code = o.code and h.first_year = o.first_year
          join places m on m.code = h.other_code and m.first_year = h.other_year
            and e.division_year between m.first_year and m.last_year
          join figure_rows r on r.gemeente_code = m.gemeente_code and r.place_code = m.code
            and r.edition_id = c.edition_id
          where c.indicator_key = 'population' and c.segment = '' and c.part = ''
          order by o.root, c.period, s.live_from desc, e.id desc
        ) f
        where f.state in ('O', 'P', 'R') or (f.state <> 'Y' and f.reason <> 'M')
        order by f.root, f.period desc
      ) l where l.state in ('O', 'P', 'R') and l.value >= ${limit('INHABITANTS')}`;
}

/** Whether a row `c` of `counted` lies in a cell that may be shown. */
export const isInShown: SQL = sql`(c.root, c.theme) in (select root, theme from shown)`;

/** Whether it lies in a cell that the product's own thresholds let show. */
export const isInOpen: SQL = sql`(c.root, c.theme) in (select root, theme from open)`;
