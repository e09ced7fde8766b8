// What another threshold would hide, before it is set: how many signals and named groups are shown now and would be then.
// At the end of the last month, as all that is counted over a gemeente.
import { type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { namedRows, type ReadDb } from '../db/client.ts';
import { isInShown, isNamed, scopeOf, shownCells } from '../privacy/cells.ts';
import { lastReleasedDay, monthStart } from '../privacy/releases.ts';
import { refuseLooser, refuseOthers, type ThresholdInput } from './change.ts';

interface ShownCounts {
  /** Wijk x theme. */
  readonly signals: number;
  /** Groups named in them. */
  readonly groups: number;
}

export interface ThresholdPreview {
  /** Last day that counts. */
  readonly asOf: string;
  readonly today: ShownCounts;
  /** With the threshold that is tried. */
  readonly tried: ShownCounts;
}

/** Counts what is shown in the own gemeente, and what would be; for its administrators. Two statements. */
export async function previewThreshold(
  db: ReadDb,
  actor: Actor,
  input: ThresholdInput,
  now: Date,
): Promise<ThresholdPreview> {
  await refuseOthers(db, actor, input.gemeente, 'input.gemeente');
  refuseLooser(input.kind, input.least, 'input.least');
  const released = monthStart(now);
  return {
    asOf: lastReleasedDay(released),
    today: await countShown(db, input.gemeente, released, null),
    tried: await countShown(db, input.gemeente, released, input),
  };
}

/** What is shown, with one threshold in the place of the own one of its kind. */
async function countShown(
  db: ReadDb,
  gemeente: string,
  released: Date,
  instead: Pick<ThresholdInput, 'kind' | 'least'> | null,
): Promise<ShownCounts> {
  const kind = sql`${instead?.kind ?? null}::text`;
  const thresholds: SQL = sql`(select t.gemeente_code, t.kind, t.least from disclosure_thresholds t
      where t.kind is distinct from ${kind}
    union all select ${gemeente}::text, ${kind}, ${instead?.least ?? null}::int)`;
  const scope = { ...scopeOf({ at: released, released }, gemeente), thresholds };
  const [counts] = await namedRows<ShownCounts>(
    db,
    'threshold_preview',
    sql`with recursive ${shownCells(scope)},
      wijken as (select distinct s.root, s.theme from shown s join roots r using (root)
        where r.code like 'WK%'),
      by_organisation as (
        select c.root, c.theme, g.code, c.organisation_key, count(distinct c.said) as notes
        from counted c join field_notes n on n.gemeente_code = c.gemeente_code and n.id = c.id
          cross join lateral unnest(n.population_groups) as g(code)
        where c.is_now and ${isInShown} and c.root in (select root from wijken)
        group by 1, 2, 3, 4),
      named as (select o.root, o.theme, o.code from by_organisation o group by 1, 2, 3 having ${isNamed})
      select (select count(*)::int from wijken) as signals, (select count(*)::int from named) as groups`,
  );
  return counts ?? { signals: 0, groups: 0 };
}
