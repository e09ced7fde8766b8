// Packed rows and benchmarks as the database holds them, for the editions live at an instant.
import { sql } from 'drizzle-orm';
import { arrayParam, namedRows, type ReadDb } from '../db/client.ts';
import { readFloatArray } from '../db/float-arrays.ts';
import { keptPerVersion } from '../db/kept-per-version.ts';
import type { PackedRow } from './packing.ts';

export interface FigureRow extends PackedRow {
  readonly placeCode: string;
  readonly editionId: number;
  /** Since when the edition is live, as the database writes it: of two editions the later one is read. */
  readonly liveFrom: string;
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

/** Arrays as the database writes them: of most rows of a gemeente and the country no number is looked at. */
interface WrittenRow {
  readonly placeCode: string;
  readonly editionId: number;
  readonly liveFrom: string;
  /** Null, as all that follows, where the row is kept already. */
  readonly states: string | null;
  readonly reasons: string;
  readonly values: string;
  readonly lowers: string | null;
  readonly uppers: string | null;
  readonly denominators: string | null;
  readonly adjustedP: string | null;
}

type Numbers = readonly (number | null)[];

/** A row whose arrays are read when they are first wanted. */
class LazyRow implements FigureRow {
  readonly placeCode: string;
  readonly editionId: number;
  readonly liveFrom: string;
  readonly states: string;
  readonly reasons: string;
  readonly #written: WrittenRow;
  #values: Numbers | undefined;
  #lowers: Numbers | null | undefined;
  #uppers: Numbers | null | undefined;
  #denominators: Numbers | null | undefined;
  #adjustedP: Numbers | null | undefined;

  constructor(written: WrittenRow) {
    this.placeCode = written.placeCode;
    this.editionId = written.editionId;
    this.liveFrom = written.liveFrom;
    this.states = written.states ?? '';
    this.reasons = written.reasons;
    this.#written = written;
  }

  /** The same row of an edition that was live since another moment. */
  since(liveFrom: string): LazyRow {
    return liveFrom === this.liveFrom ? this : new LazyRow({ ...this.#written, liveFrom });
  }

  get values(): Numbers {
    this.#values ??= readFloatArray(this.#written.values);
    return this.#values;
  }

  get lowers(): Numbers | null {
    if (this.#lowers === undefined) this.#lowers = readBounds(this.#written.lowers);
    return this.#lowers;
  }

  get uppers(): Numbers | null {
    if (this.#uppers === undefined) this.#uppers = readBounds(this.#written.uppers);
    return this.#uppers;
  }

  get denominators(): Numbers | null {
    if (this.#denominators === undefined)
      this.#denominators = readBounds(this.#written.denominators);
    return this.#denominators;
  }

  get adjustedP(): Numbers | null {
    if (this.#adjustedP === undefined) this.#adjustedP = readBounds(this.#written.adjustedP);
    return this.#adjustedP;
  }
}

const readBounds = (text: string | null): Numbers | null =>
  text === null ? null : readFloatArray(text);

/** Gemeenten and the country, whose rows every profile of their wijken reads. */
export interface Whole {
  readonly codes: readonly string[];
  /** Of the catalogue. */
  readonly version: number;
}

const wholeRowsOf = keptPerVersion<string, Map<number, LazyRow>>(1000);

/**
 * Rows of the places, and of the whole they lie in, in all editions live at the instant, later live ones last. Rows never
 * change once staged: those of the whole are kept, and the database is asked only which of them are live.
 */
export async function loadFigureRows(
  db: ReadDb,
  gemeenteCodes: readonly string[],
  placeCodes: readonly string[],
  asOf: Date,
  whole: Whole = { codes: [], version: 0 },
): Promise<FigureRow[]> {
  const kept = wholeRowsOf(db, whole.version);
  for (const code of whole.codes) if (!kept.has(code)) kept.set(code, new Map());
  const keptOf = whole.codes.map((code) => kept.get(code) ?? new Map<number, LazyRow>());
  const known = [...(keptOf[0]?.keys() ?? [])].filter((id) => keptOf.every((rows) => rows.has(id)));
  const column = (name: string) => sql`case when r.is_wanted then ${sql.raw(name)} end`;
  const rows = await namedRows<WrittenRow>(
    db,
    'figure_rows_of_places',
    sql`select r.place_code as "placeCode", r.edition_id as "editionId", r.live_from as "liveFrom",
        ${column('r."values"::text')} as "values", ${column('r.states')} as states,
        ${column('r.reasons')} as reasons, ${column('r.lowers::text')} as lowers,
        ${column('r.uppers::text')} as uppers, ${column('r.denominators::text')} as denominators,
        ${column('r.adjusted_p::text')} as "adjustedP"
      from (select r.*, s.live_from,
          r.place_code = any(${arrayParam(placeCodes)}) or r.edition_id <> all(${arrayParam(known, 'integer')}) as is_wanted
        from figure_rows r
        join edition_spans s on s.edition_id = r.edition_id
          and s.live_from <= ${asOf.toISOString()} and (s.live_to is null or s.live_to > ${asOf.toISOString()})
        where r.gemeente_code = any(${arrayParam(gemeenteCodes)})
          and r.place_code = any(${arrayParam([...placeCodes, ...whole.codes])})) r
      order by r.live_from, r.edition_id`,
  );
  return rows.map((row) => {
    const ofWhole = whole.codes.includes(row.placeCode) ? kept.get(row.placeCode) : undefined;
    const found = row.states === null ? ofWhole?.get(row.editionId) : new LazyRow(row);
    if (!found) throw new Error(`Nothing is kept of ${row.placeCode} in edition ${row.editionId}.`);
    ofWhole?.set(row.editionId, found);
    return found.since(row.liveFrom);
  });
}

/** A row with the span of time in which its edition was live. */
export interface PastFigureRow extends FigureRow {
  /** Null: live still. */
  readonly liveTo: string | null;
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

/** Positions that are kept in memory, of all gemeenten together: a country of ten editions. */
const benchmarksOf = keptPerVersion<string, BenchmarkRow | null>(5000);

/**
 * Benchmarks of the gemeente and the country in these editions. Like the columns of an edition they never change once
 * staged, and are kept per database and catalogue version; at most one statement, none when all are known.
 */
export async function loadBenchmarkRows(
  db: ReadDb,
  version: number,
  gemeenteCode: string,
  editionIds: readonly number[],
): Promise<BenchmarkRow[]> {
  const rows = benchmarksOf(db, version);
  const codes = [gemeenteCode, 'NL00'];
  const missing = editionIds.filter((id) => codes.some((code) => !rows.has(`${code} ${id}`)));
  if (missing.length > 0) {
    const read = await readBenchmarkRows(db, codes, missing);
    for (const code of codes) for (const id of missing) rows.set(`${code} ${id}`, null);
    for (const row of read) rows.set(`${row.gemeenteCode} ${row.editionId}`, row);
  }
  return codes.flatMap((code) => editionIds.flatMap((id) => rows.get(`${code} ${id}`) ?? []));
}

const readBenchmarkRows = (db: ReadDb, codes: readonly string[], editionIds: readonly number[]) =>
  namedRows<BenchmarkRow>(
    db,
    'benchmark_rows_of_editions',
    sql`select b.gemeente_code as "gemeenteCode", b.edition_id as "editionId", b.wijken, b.counts, b.medians,
        b.deviations, b.quintiles
      from benchmark_rows b
      where b.gemeente_code = any(${arrayParam(codes)}) and b.edition_id = any(${arrayParam(editionIds, 'integer')})`,
  );

const urbanityRowsOf = keptPerVersion<number, Promise<BenchmarkRow[]>>();

/** Benchmarks of the wijken of one urbanity in all editions; one statement, however many figures ask for them at once. */
export function loadUrbanityRows(
  db: ReadDb,
  version: number,
  urbanity: number,
): Promise<BenchmarkRow[]> {
  const kept = urbanityRowsOf(db, version);
  const known = kept.get(urbanity);
  if (known) return known;
  const read = namedRows<BenchmarkRow>(
    db,
    'benchmark_rows_of_urbanity',
    sql`select b.gemeente_code as "gemeenteCode", b.edition_id as "editionId", b.wijken, b.counts, b.medians,
        b.deviations, b.quintiles
      from benchmark_rows b where b.gemeente_code = ${`U${urbanity}`}`,
  );
  kept.set(urbanity, read);
  read.catch(() => kept.delete(urbanity));
  return read;
}
