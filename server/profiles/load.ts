// Loads the parts of a wijk profile in a fixed number of statements, whatever is on it: place, figure rows,
// benchmarks, catalogue (when not kept), notes, handling. Merging is in merge.ts and touches nothing.
import { sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { Profession } from '../codes/people.ts';
import { namedRows, type ReadDb } from '../db/client.ts';
import { badInput } from '../errors.ts';
import { loadEditions } from '../figures/catalogue.ts';
import { loadBenchmarkRows, loadFigureRows } from '../figures/rows.ts';
import { loadHandling } from '../follow-ups.ts';
import { loadPublishedNotes } from '../notes/published.ts';
import {
  findPlace,
  getPlace,
  type Place,
  type SpanRow,
  spanColumns,
  spanOf,
} from '../places/find.ts';
import { mergeProfile, type Profile } from './merge.ts';

export interface ProfileRequest {
  readonly code: string;
  /** Division year; default: the last one in which the wijk exists. */
  readonly year?: number | null | undefined;
  /** Day (YYYY-MM-DD) as of whose end the profile is answered; default: now. */
  readonly asOf?: string | null | undefined;
}

/** One span of the wijk's history that its figures may come from. */
export interface ChainSpan extends Place {
  /** True for the span of the profile itself. */
  readonly isAsked: boolean;
  readonly gemeenteName: string;
  readonly catalogueVersion: number;
  /** A border changed at the beginning of this or an earlier span. */
  readonly hasBorderBreak: boolean;
}

/** The profile of a wijk for this actor; null only if the code does not exist in any year. */
export async function loadProfile(
  db: ReadDb,
  actor: Actor | null,
  request: ProfileRequest,
  now: Date,
): Promise<Profile | null> {
  const asOf = request.asOf ? endOfDay(request.asOf, now) : now;
  const chain = await loadChain(db, request.code, request.year ?? null);
  const [place] = chain;
  if (!place) return explainAbsence(db, request);
  const { year } = place;
  const codes = [...new Set(chain.map((span) => span.code))];
  const [rows, benchmarks, notes, handling] = await Promise.all([
    loadFigureRows(db, tenantsOf(chain), [...codes, place.gemeenteCode, 'NL00'], asOf),
    loadBenchmarkRows(db, place.gemeenteCode, asOf),
    loadPublishedNotes(db, place.gemeenteCode, codes, asOf),
    loadHandling(db, place.gemeenteCode, codes, asOf),
  ]);
  const ids = [...new Set(rows.map((row) => row.editionId))];
  const editions = await loadEditions(db, place.catalogueVersion, ids);
  return mergeProfile({
    actor,
    place,
    year,
    asOf,
    spans: chain,
    rows,
    benchmarks,
    editions,
    notes: notes.notes,
    commonProfessions: new Set<Profession>(notes.commonProfessions),
    handling,
  });
}

const tenantsOf = (chain: readonly ChainSpan[]) => [
  ...new Set([...chain.map((span) => span.gemeenteCode), 'NL00']),
];

/** Null for a code that exists in no year; a wrong year is refused with the years in which it does. */
async function explainAbsence(db: ReadDb, { code, year }: ProfileRequest): Promise<null> {
  if (await findPlace(db, code)) await getPlace(db, code, year ?? undefined, 'year');
  return null;
}

/** The end of a day; a day to come is refused. */
function endOfDay(day: string, now: Date): Date {
  const end = new Date(`${day}T23:59:59.999Z`);
  if (day > now.toISOString().slice(0, 10)) {
    throw badInput([{ field: 'asOf', message: `asOf ${day} is in the future.` }]);
  }
  return end > now ? now : end;
}

/** The asked span first, then those it follows from or leads to without a change of territory. */
async function loadChain(db: ReadDb, code: string, year: number | null): Promise<ChainSpan[]> {
  const rows = await namedRows<SpanRow & Omit<ChainSpan, keyof Place> & { year: number }>(
    db,
    'profile_place',
    sql`with recursive asked as (
        select p.code, p.first_year from places p
        where p.code = ${code} and p.level = 'WIJK'
          and (${year}::int is null or ${year}::int between p.first_year and p.last_year)
          and exists (select from divisions d where d.gemeente_code = p.gemeente_code
            and d.year between p.first_year and p.last_year)
        order by p.last_year desc limit 1
      ), chain (code, first_year) as (
        select code, first_year from asked
        union
        select
          case when l.to_code = c.code and l.to_year = c.first_year then l.from_code else l.to_code end,
          case when l.to_code = c.code and l.to_year = c.first_year then l.from_year else l.to_year end
        from chain c
        join place_links l on l.kind in ('SAME', 'RENAMED', 'RECODED')
          and ((l.to_code = c.code and l.to_year = c.first_year)
            or (l.from_code = c.code and l.from_year = c.first_year))
      )
      select ${spanColumns}, coalesce(${year}::int, p.last_year) as year,
        exists (select 1 from asked a where a.code = p.code and a.first_year = p.first_year) as "isAsked",
        (select version from catalogue_versions) as "catalogueVersion",
        coalesce((select g.name from places g where g.code = p.gemeente_code
          order by abs(g.last_year - p.last_year) limit 1), p.gemeente_code) as "gemeenteName",
        exists (select 1 from place_links b join chain c on b.to_code = c.code and b.to_year = c.first_year
          where b.kind in ('CHANGED', 'SPLIT', 'MERGED')) as "hasBorderBreak"
      from chain s join places p on p.code = s.code and p.first_year = s.first_year
      order by "isAsked" desc, p.first_year desc`,
  );
  return rows.map((row) => ({ ...row, ...spanOf(row) }));
}
