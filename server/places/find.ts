// Looks up places: which code exists in which division year. A span counts once one of its years is a published
// division (table divisions): what is only staged does not exist for readers.
import { type SQL, sql } from 'drizzle-orm';
import type { PlaceLevel } from '../codes/figures.ts';
import { namedRows, type ReadDb, rowsOf } from '../db/client.ts';
import { badInput, notFound } from '../errors.ts';
import { checkPlaceCode, tidyPlaceCode } from './codes.ts';
import { sortNameOf } from './names.ts';

/** A code in a span of division years with one name and one territory. */
export interface PlaceSpan {
  readonly code: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly level: PlaceLevel;
  readonly name: string;
  readonly sortName: string;
  readonly gemeenteCode: string;
  readonly wijkCode: string | null;
  readonly changeCode: number | null;
  readonly urbanity: number | null;
}

/** A place in one division year. */
export interface Place extends PlaceSpan {
  readonly year: number;
}

export interface SpanRow {
  code: string;
  first_year: number;
  last_year: number;
  level: PlaceLevel;
  name: string;
  sort_name: string;
  gemeente_code: string;
  wijk_code: string | null;
  change_code: number | null;
  urbanity: number | null;
}

export const spanColumns = sql.raw(
  'p.code, p.first_year, p.last_year, p.level, p.name, p.sort_name, p.gemeente_code, p.wijk_code,' +
    ' p.change_code, p.urbanity',
);

export const spanOf = (row: SpanRow): PlaceSpan => ({
  code: row.code,
  firstYear: row.first_year,
  lastYear: row.last_year,
  level: row.level,
  name: row.name,
  sortName: row.sort_name,
  gemeenteCode: row.gemeente_code,
  wijkCode: row.wijk_code,
  changeCode: row.change_code,
  urbanity: row.urbanity,
});

interface KnownSpans {
  readonly spans: readonly PlaceSpan[];
  /** Published division years of the gemeente, ascending. */
  readonly divisions: readonly number[];
}

async function loadSpans(db: ReadDb, code: string): Promise<KnownSpans> {
  const rows = await namedRows<SpanRow & { divisions: number[] }>(
    db,
    'place_spans',
    sql`select ${spanColumns}, array(select d.year from divisions d
          where d.gemeente_code = p.gemeente_code order by d.year) as divisions
        from places p where p.code = ${code}
        and exists (select from divisions d where d.gemeente_code = p.gemeente_code
          and d.year between p.first_year and p.last_year)
        order by p.first_year`,
  );
  return { spans: rows.map(spanOf), divisions: rows[0]?.divisions ?? [] };
}

function pickSpan({ spans, divisions }: KnownSpans, year: number | undefined): Place | undefined {
  if (year !== undefined) {
    const span = spans.find((s) => s.firstYear <= year && year <= s.lastYear);
    return span && { ...span, year };
  }
  const newest = spans.at(-1);
  if (!newest) return undefined;
  const known = divisions.filter((y) => newest.firstYear <= y && y <= newest.lastYear);
  return { ...newest, year: known.at(-1) ?? newest.lastYear };
}

/** The place in a division year; without a year in the newest division it exists in. */
export async function findPlace(
  db: ReadDb,
  code: string,
  year?: number,
): Promise<Place | undefined> {
  if (checkPlaceCode(code) === undefined) return undefined;
  return pickSpan(await loadSpans(db, tidyPlaceCode(code)), year);
}

/**
 * As findPlace, or refuses: a malformed code and a year in which the code does not exist (naming the years
 * in which it does) are bad input, a code that never existed is not found.
 */
export async function getPlace(
  db: ReadDb,
  code: string,
  year?: number,
  field = 'code',
): Promise<Place> {
  if (checkPlaceCode(code) === undefined) {
    const message =
      `${JSON.stringify(code)} is not a place code. Codes look like NL00, GM0518, WK051829 or` +
      ' BU05182901; letters occur at the end (WK0363AA).';
    throw badInput([{ field, message }]);
  }
  const known = await loadSpans(db, tidyPlaceCode(code));
  const place = pickSpan(known, year);
  if (place) return place;
  if (known.spans.length === 0) throw notFound('place', code);
  throw badInput([{ field, message: whenItExists(code, year, known) }]);
}

function whenItExists(
  code: string,
  year: number | undefined,
  { spans, divisions }: KnownSpans,
): string {
  const years = spans
    .map((s) => (s.firstYear === s.lastYear ? `${s.firstYear}` : `${s.firstYear}-${s.lastYear}`))
    .join(' and ');
  const gemeente = spans[0]?.gemeenteCode ?? '';
  return (
    `${code} existed in ${years}, not in ${year}; ` +
    `the current division of ${gemeente} is ${divisions.at(-1)}.`
  );
}

/** Newest published division year of a gemeente, not after the given year; undefined when there is none. */
export async function latestDivision(
  db: ReadDb,
  gemeenteCode: string,
  notAfter = 9999,
): Promise<number | undefined> {
  const rows = await namedRows<{ year: number | null }>(
    db,
    'latest_division',
    sql`select max(year) as year from divisions
        where gemeente_code = ${gemeenteCode} and year <= ${notAfter}`,
  );
  return rows[0]?.year ?? undefined;
}

interface PlaceCursor {
  readonly sortName: string;
  readonly code: string;
}

export interface PlaceQuery {
  readonly level?: PlaceLevel | undefined;
  /** Country, gemeente or wijk that the places lie in; the place itself is part of the answer. */
  readonly within?: string | undefined;
  /** Part of a name, an alias, or the start of a code. */
  readonly search?: string | undefined;
  /** Division year; without it each gemeente's newest. */
  readonly year?: number | undefined;
  /** At most this many; default 50. */
  readonly first?: number | undefined;
  /** Only what comes after this place. */
  readonly after?: PlaceCursor | undefined;
}

/** Places by sort name and then code, and whether there are more. */
export async function listPlaces(
  db: ReadDb,
  query: PlaceQuery,
): Promise<{ places: Place[]; hasMore: boolean }> {
  const first = query.first ?? 50;
  const year =
    query.year === undefined
      ? sql`(select max(d.year) from divisions d where d.gemeente_code = p.gemeente_code)`
      : sql`${query.year}::int`;
  const rows = await rowsOf<SpanRow & { year: number }>(
    db,
    sql`select ${spanColumns}, v.year from places p
        cross join lateral (select ${year} as year) v
        where v.year between p.first_year and p.last_year
        and exists (select from divisions d where d.gemeente_code = p.gemeente_code
          and d.year between p.first_year and p.last_year)
        ${conditions(query)}
        order by p.sort_name collate "C", p.code limit ${first + 1}`,
  );
  const places = rows.slice(0, first).map((row) => ({ ...spanOf(row), year: row.year }));
  return { places, hasMore: rows.length > first };
}

function conditions({ level, within, search, after }: PlaceQuery): SQL {
  const parts: SQL[] = [];
  if (level) parts.push(sql`p.level = ${level}`);
  const withinLevel = within === undefined ? undefined : checkPlaceCode(within);
  if (within !== undefined && withinLevel !== 'COUNTRY') {
    if (withinLevel === 'GEMEENTE') parts.push(sql`p.gemeente_code = ${within}`);
    else if (withinLevel === 'WIJK') parts.push(sql`p.wijk_code = ${within}`);
    else parts.push(sql`p.code = ${within}`);
  }
  if (search !== undefined && search.trim() !== '') {
    const name = `%${escapeLike(sortNameOf(search))}%`;
    const code = `${escapeLike(search.trim().toUpperCase())}%`;
    parts.push(sql`(p.sort_name like ${name} or p.code like ${code} or exists (
      select from place_aliases a where a.code = p.code and lower(a.alias) like ${name}))`);
  }
  if (after) {
    parts.push(
      sql`(p.sort_name collate "C", p.code) > (${after.sortName} collate "C", ${after.code})`,
    );
  }
  return parts.length === 0 ? sql`` : sql`and ${sql.join(parts, sql` and `)}`;
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');
