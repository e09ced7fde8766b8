// In how many wijken a figure is known (domain chapter 4): an indicator-year is offered from 60%, and worth an aggregate
// from 80% (defaults, taken from an open Dutch wijk monitor).
import { sql } from 'drizzle-orm';
import type { PartOfYear } from '../codes/parts-of-year.ts';
import { namedRows, type ReadDb } from '../db/client.ts';
import { forbidden, notFound } from '../errors.ts';
import { gemeenteOf } from '../places/codes.ts';
import { endOf, type YearOrPart } from './periods.ts';
import type { BenchmarkRow } from './rows.ts';

/** Share of the wijken with a value from which an indicator-year is offered. */
const offeredFrom = 0.6;
/** Share from which figures of wijken are put together. */
export const aggregatedFrom = 0.8;

export interface Availability {
  /** Whose wijken: a gemeente, or NL00. */
  readonly within: string;
  readonly known: number;
  readonly wijken: number;
  /** 0 to 1. */
  readonly share: number;
  readonly isOffered: boolean;
  readonly mayAggregate: boolean;
}

const availability = (within: string, known: number, wijken: number): Availability => {
  const share = known / wijken;
  return {
    ...{ within, known, wijken, share },
    isOffered: share >= offeredFrom,
    mayAggregate: share >= aggregatedFrom,
  };
};

/** How many wijken have a value in a slot, per row of positions; rows without wijken say nothing. */
export function availabilityOf(
  rows: readonly (BenchmarkRow | undefined)[],
  slot: number,
): Availability[] {
  return rows.flatMap((row) => {
    const known = row?.counts[slot - 1] ?? null;
    if (!row || known === null || row.wijken === 0) return [];
    return [availability(row.gemeenteCode, known, row.wijken)];
  });
}

export interface IndicatorPeriod extends Availability {
  readonly period: number;
  /** Null: the whole year. */
  readonly part: PartOfYear | null;
  readonly editionId: number;
}

const endOfRow = ({ period, part }: Pick<IndicatorPeriod, 'period' | 'part'>) =>
  endOf({ year: period, part: part ?? '' });

interface PeriodRow {
  readonly period: number;
  readonly part: YearOrPart;
  readonly editionId: number;
  readonly known: number | null;
  readonly wijken: number;
  readonly sensitive: boolean;
}

/** The periods of which an indicator has figures within a gemeente or the country, newest first, and for how many wijken. */
export async function loadIndicatorPeriods(
  db: ReadDb,
  { indicator, within }: { readonly indicator: string; readonly within: string },
): Promise<IndicatorPeriod[]> {
  const place = gemeenteOf(within);
  const rows = await namedRows<PeriodRow>(
    db,
    'indicator_periods',
    sql`select distinct on (c.period, c.part) c.period, c.part, c.edition_id as "editionId", b.counts[c.slot] as known,
        coalesce(b.wijken, 0) as wijken, i.sensitive
      from indicators i
      left join (edition_columns c
        join edition_spans s on s.edition_id = c.edition_id and s.live_to is null
        join benchmark_rows b on b.edition_id = c.edition_id and b.gemeente_code = ${place})
        on c.indicator_key = i.key and c.segment = ''
      where i.key = ${indicator}
      order by c.period desc, c.part, s.live_from desc, c.edition_id desc`,
  );
  if (rows.length === 0) throw notFound('indicator', indicator);
  if (rows.some((row) => row.sensitive)) {
    throw forbidden('Sensitive indicators are in no list; sensitiveFigures reads them.');
  }
  return rows
    .flatMap(({ period, part, editionId, known, wijken }) =>
      known === null || wijken === 0
        ? []
        : [{ ...availability(place, known, wijken), period, part: part || null, editionId }],
    )
    .sort((a, b) => endOfRow(b) - endOfRow(a));
}
