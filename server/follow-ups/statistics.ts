// How a gemeente answers its observers: days to feedback, share fed back, open and overdue. For everyone, so
// nothing is told of fewer than five signals.
import { type SQL, sql } from 'drizzle-orm';
import { type ReadDb, rowsOf } from '../db/client.ts';
import { followUps, places, signalStates } from '../db/tables.ts';
import { badInput } from '../errors.ts';
import { dayOf } from '../notes/calendar.ts';
import { checkPlaceCode, gemeenteOf } from '../places/codes.ts';
import { getPlace } from '../places/find.ts';
import { type Chain, isThisWijkSql, loadChainOfWijk } from '../profiles/chains.ts';

/** Whether numbers are told, and if not, why. */
export const statisticsStates = {
  OK: 'There are enough signals.',
  TOO_FEW: 'Fewer than five signals are being handled, so no number is told.',
} as const;
export type StatisticsState = keyof typeof statisticsStates;

/** Why there is no median. */
export const medianReasons = {
  NOTHING_CLOSED: 'No follow-up was closed yet.',
  TOO_FEW_CLOSED: 'Feedback was given on fewer than five signals.',
  TOO_FEW_SIGNALS: 'Fewer than five signals are being handled.',
} as const;
export type MedianReason = keyof typeof medianReasons;

export interface FollowUpStatistics {
  readonly state: StatisticsState;
  /** Signals with a stage or a follow-up; null when TOO_FEW, as are the next three. */
  readonly signals: number | null;
  /** Share of those signals on which the observers were told. */
  readonly shareWithFeedback: number | null;
  /** Follow-ups that wait for their closing. */
  readonly open: number | null;
  /** Of these, past their due day. */
  readonly overdue: number | null;
  /** Median over signals of the days between the oldest contribution's publication and the first feedback. */
  readonly medianDaysToFeedback: number | null;
  /** Why there is no median; null when there is. */
  readonly medianReason: MedianReason | null;
}

/** Signals below which nothing is told. */
const smallest = 5;

interface Counts {
  readonly signals: number;
  readonly fedBack: number;
  readonly open: number;
  readonly overdue: number;
  readonly median: number | null;
}

/** Statistics of a gemeente, or of one wijk of it. */
export async function loadFollowUpStatistics(
  db: ReadDb,
  within: string,
  now: Date,
): Promise<FollowUpStatistics> {
  const level = checkPlaceCode(within);
  if (level !== 'GEMEENTE' && level !== 'WIJK') {
    const message = `Follow-up is counted per gemeente or wijk; ${within} is neither.`;
    throw badInput([{ field: 'within', message }]);
  }
  await getPlace(db, within, undefined, 'within');
  const chain = level === 'WIJK' ? await loadChainOfWijk(db, within, null) : undefined;
  return statisticsOf(await countHandling(db, gemeenteOf(within), chain, now));
}

/** What may be told of the counts. Pure. */
export function statisticsOf(counts: Counts): FollowUpStatistics {
  if (counts.signals < smallest) {
    const nothing = { signals: null, shareWithFeedback: null, open: null, overdue: null };
    const median = { medianDaysToFeedback: null, medianReason: 'TOO_FEW_SIGNALS' as const };
    return { state: 'TOO_FEW', ...nothing, ...median };
  }
  const medianReason =
    counts.fedBack === 0 ? 'NOTHING_CLOSED' : counts.fedBack < smallest ? 'TOO_FEW_CLOSED' : null;
  return {
    state: 'OK',
    signals: counts.signals,
    shareWithFeedback: counts.fedBack / counts.signals,
    open: counts.open,
    overdue: counts.overdue,
    medianDaysToFeedback: medianReason === null ? counts.median : null,
    medianReason,
  };
}

async function countHandling(
  db: ReadDb,
  gemeenteCode: string,
  wijk: Chain | undefined,
  now: Date,
): Promise<Counts> {
  const scope = (table: SQL) =>
    sql`${table}.gemeente_code = ${gemeenteCode} and ${wijk ? isThisWijkSql(wijk, table) : sql`true`}`;
  const day = (column: string) => sql`(${sql.raw(column)} at time zone 'Europe/Amsterdam')::date`;
  const [counts] = await rowsOf<Counts>(
    db,
    sql`with own as materialized (select f.*, p.first_year from ${followUps} f
          left join ${places} p on p.code = f.place_code and f.edition_year between p.first_year and p.last_year
          where ${scope(sql`f`)}),
        fed_back as (select distinct on (place_code, first_year, theme)
            ${day('fed_back_at')} - ${day('coalesce(noticed_at, recorded_at)')} as days
          from own where fed_back_at is not null order by place_code, first_year, theme, fed_back_at)
      select
        (select count(*)::int from (select s.place_code, p.first_year, s.theme from ${signalStates} s
            left join ${places} p on p.code = s.place_code and s.edition_year between p.first_year and p.last_year
            where ${scope(sql`s`)}
          union select place_code, first_year, theme from own) u) as signals,
        (select count(*)::int from fed_back) as "fedBack",
        (select count(*)::int from own where fed_back_at is null) as open,
        (select count(*)::int from own where fed_back_at is null and due_on < ${dayOf(now)}::date) as overdue,
        (select percentile_cont(0.5) within group (order by days) from fed_back) as median`,
  );
  return counts ?? { signals: 0, fedBack: 0, open: 0, overdue: 0, median: null };
}
