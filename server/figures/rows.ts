// Packed rows and benchmarks as the database holds them, for the editions live at an instant.
import { sql } from 'drizzle-orm';
import { arrayParam, namedRows, type ReadDb } from '../db/client.ts';
import type { PackedRow } from './packing.ts';

export interface FigureRow extends PackedRow {
  readonly placeCode: string;
  readonly editionId: number;
  /** Since when the edition is live: of two editions the later one is read. */
  readonly liveFrom: Date;
  readonly adjustedP: readonly (number | null)[] | null;
}

export interface BenchmarkRow {
  readonly gemeenteCode: string;
  readonly editionId: number;
  /** All wijken of the edition there. */
  readonly wijken: number;
  readonly counts: readonly (number | null)[];
  readonly medians: readonly (number | null)[];
  readonly deviations: readonly (number | null)[];
  readonly quintiles: readonly (number | null)[];
}

/** Rows of the places in all editions live at the instant, later live ones last. */
export function loadFigureRows(
  db: ReadDb,
  gemeenteCodes: readonly string[],
  placeCodes: readonly string[],
  asOf: Date,
): Promise<FigureRow[]> {
  return namedRows<FigureRow>(
    db,
    'figure_rows_of_places',
    sql`select r.place_code as "placeCode", r.edition_id as "editionId", s.live_from as "liveFrom",
        r."values", r.states, r.reasons, r.lowers, r.uppers, r.denominators, r.adjusted_p as "adjustedP"
      from figure_rows r
      join edition_spans s on s.edition_id = r.edition_id
        and s.live_from <= ${asOf.toISOString()} and (s.live_to is null or s.live_to > ${asOf.toISOString()})
      where r.gemeente_code = any(${arrayParam(gemeenteCodes)})
        and r.place_code = any(${arrayParam(placeCodes)})
      order by s.live_from, r.edition_id`,
  );
}

/** A row with the span of time in which its edition was live. */
export interface PastFigureRow extends FigureRow {
  /** Null: live still. */
  readonly liveTo: Date | null;
}

/** Rows of the places in all editions that were live at some time from `from` until `until`. */
export function loadPastFigureRows(
  db: ReadDb,
  gemeenteCodes: readonly string[],
  placeCodes: readonly string[],
  from: Date,
  until: Date,
): Promise<PastFigureRow[]> {
  return namedRows<PastFigureRow>(
    db,
    'past_figure_rows_of_places',
    sql`select r.place_code as "placeCode", r.edition_id as "editionId", s.live_from as "liveFrom",
        s.live_to as "liveTo",
        r."values", r.states, r.reasons, r.lowers, r.uppers, r.denominators, r.adjusted_p as "adjustedP"
      from figure_rows r
      join edition_spans s on s.edition_id = r.edition_id
        and s.live_from <= ${until.toISOString()} and (s.live_to is null or s.live_to > ${from.toISOString()})
      where r.gemeente_code = any(${arrayParam(gemeenteCodes)})
        and r.place_code = any(${arrayParam(placeCodes)})
      order by s.live_from, r.edition_id`,
  );
}

/** Benchmarks of the gemeente and the country for the editions live at some time from `from` until `until`. */
export function loadPastBenchmarkRows(
  db: ReadDb,
  gemeenteCode: string,
  from: Date,
  until: Date,
): Promise<BenchmarkRow[]> {
  return namedRows<BenchmarkRow>(
    db,
    'past_benchmark_rows_of_gemeente',
    sql`select b.gemeente_code as "gemeenteCode", b.edition_id as "editionId", b.wijken, b.counts, b.medians,
        b.deviations, b.quintiles
      from benchmark_rows b
      where b.gemeente_code in (${gemeenteCode}, 'NL00') and exists (select from edition_spans s
        where s.edition_id = b.edition_id
          and s.live_from <= ${until.toISOString()} and (s.live_to is null or s.live_to > ${from.toISOString()}))`,
  );
}

/** Benchmarks of the gemeente and the country for the editions live at the instant. */
export function loadBenchmarkRows(
  db: ReadDb,
  gemeenteCode: string,
  asOf: Date,
): Promise<BenchmarkRow[]> {
  return namedRows<BenchmarkRow>(
    db,
    'benchmark_rows_of_gemeente',
    sql`select b.gemeente_code as "gemeenteCode", b.edition_id as "editionId", b.wijken, b.counts, b.medians,
        b.deviations, b.quintiles
      from benchmark_rows b
      join edition_spans s on s.edition_id = b.edition_id
        and s.live_from <= ${asOf.toISOString()} and (s.live_to is null or s.live_to > ${asOf.toISOString()})
      where b.gemeente_code in (${gemeenteCode}, 'NL00')`,
  );
}

/** Benchmarks of the wijken of one urbanity for the editions live at the instant. */
export function loadUrbanityRows(
  db: ReadDb,
  urbanity: number,
  asOf: Date,
): Promise<BenchmarkRow[]> {
  return namedRows<BenchmarkRow>(
    db,
    'benchmark_rows_of_urbanity',
    sql`select b.gemeente_code as "gemeenteCode", b.edition_id as "editionId", b.wijken, b.counts, b.medians,
        b.deviations, b.quintiles
      from benchmark_rows b
      join edition_spans s on s.edition_id = b.edition_id
        and s.live_from <= ${asOf.toISOString()} and (s.live_to is null or s.live_to > ${asOf.toISOString()})
      where b.gemeente_code = ${`U${urbanity}`}`,
  );
}
