// The histories of wijken: the spans whose figures and notes belong to a wijk, because its territory did not change
// (links SAME, RENAMED, RECODED). One statement, for one wijk or for all of a gemeente.
import { type SQL, sql } from 'drizzle-orm';
import { arrayParam, namedRows, type ReadDb } from '../db/client.ts';
import { keptPerVersion } from '../db/kept-per-version.ts';
import type { BorderBreak } from '../figures/trend.ts';
import { type Place, type SpanRow, spanColumns, spanOf } from '../places/find.ts';

/** One span of a wijk's history that its figures may come from. */
export interface ChainSpan extends Place {
  /** True for the span of the wijk itself in the asked year. */
  readonly isAsked: boolean;
  readonly gemeenteName: string;
  readonly catalogueVersion: number;
  /** A border changed at the beginning of this or an earlier span. */
  readonly hasBorderBreak: boolean;
  readonly borderBreaks: readonly BorderBreak[];
}

/** The wijk as asked, with its whole history; the asked span first. */
export interface Chain {
  readonly place: ChainSpan;
  readonly spans: readonly ChainSpan[];
}

/** Whether a code meant this wijk in a division year: codes are used again for other areas. */
export function isThisWijk(chain: Chain, code: string, divisionYear: number): boolean {
  return chain.spans.some(
    (span) => span.code === code && span.firstYear <= divisionYear && divisionYear <= span.lastYear,
  );
}

/** The same as SQL: whether the columns `place_code` and `edition_year` of a table or alias mean this wijk. */
export function isThisWijkSql(chain: Chain, table: SQL): SQL {
  const { spans } = chain;
  const years = (list: readonly number[]) => arrayParam(list, 'integer');
  return sql`exists (select from unnest(${arrayParam(spans.map((span) => span.code))},
      ${years(spans.map((span) => span.firstYear))}, ${years(spans.map((span) => span.lastYear))})
      as span(code, first_year, last_year)
    where span.code = ${table}.place_code and ${table}.edition_year between span.first_year and span.last_year)`;
}

const isPublished = sql`exists (select from divisions d where d.gemeente_code = p.gemeente_code
  and d.year between p.first_year and p.last_year)`;

/** The chain of one wijk; undefined when the code does not exist in that year, or in any. */
export async function loadChainOfWijk(
  db: ReadDb,
  code: string,
  year: number | null,
): Promise<Chain | undefined> {
  const asked = sql`select p.code, p.first_year, coalesce(${year}::int, p.last_year) as year
    from places p where p.code = ${code} and p.level = 'WIJK' and ${isPublished}
      and (${year}::int is null or ${year}::int between p.first_year and p.last_year)
    order by p.last_year desc limit 1`;
  const [chain] = await loadChains(db, 'chain_of_wijk', asked);
  return chain;
}

const keptChains = keptPerVersion<string, Chain>(5000);

/** The same, kept under the version of the catalogue that the database gives now. */
export async function loadKeptChain(
  db: ReadDb,
  version: number,
  code: string,
  year: number | null,
): Promise<Chain | undefined> {
  const key = `${code} ${year ?? ''}`;
  const known = keptChains(db, version).get(key);
  if (known) return known;
  const read = await loadChainOfWijk(db, code, year);
  if (read) keptChains(db, read.place.catalogueVersion).set(key, read);
  return read;
}

/** The chains of all wijken of a gemeente in a division year (default: its newest), by name. */
export function loadChainsOfGemeente(
  db: ReadDb,
  gemeenteCode: string,
  year: number | null,
): Promise<Chain[]> {
  const asked = sql`select p.code, p.first_year, v.year from places p
    cross join lateral (select coalesce(${year}::int,
      (select max(d.year) from divisions d where d.gemeente_code = ${gemeenteCode})) as year) v
    where p.gemeente_code = ${gemeenteCode} and p.level = 'WIJK' and ${isPublished}
      and v.year between p.first_year and p.last_year`;
  return loadChains(db, 'chains_of_gemeente', asked);
}

/** The chains of these wijken in a division year (default: the last one of each); unknown codes are left out. */
export function loadChainsOfWijken(
  db: ReadDb,
  codes: readonly string[],
  year: number | null,
): Promise<Chain[]> {
  const asked = sql`select distinct on (p.code) p.code, p.first_year, coalesce(${year}::int, p.last_year) as year
    from places p where p.code = any(${arrayParam(codes)}) and p.level = 'WIJK' and ${isPublished}
      and (${year}::int is null or ${year}::int between p.first_year and p.last_year)
    order by p.code, p.last_year desc`;
  return loadChains(db, 'chains_of_wijken', asked);
}

type ChainRow = SpanRow &
  Omit<ChainSpan, keyof Place | 'borderBreaks' | 'hasBorderBreak'> & {
    year: number;
    root: string;
    borderBreaks: BorderBreak[] | null;
  };

async function loadChains(db: ReadDb, name: string, asked: SQL): Promise<Chain[]> {
  const rows = await namedRows<ChainRow>(
    db,
    name,
    sql`with recursive asked as (${asked}), chain (root, year, code, first_year) as (
        select code, year, code, first_year from asked
        union
        select c.root, c.year,
          case when l.to_code = c.code and l.to_year = c.first_year then l.from_code else l.to_code end,
          case when l.to_code = c.code and l.to_year = c.first_year then l.from_year else l.to_year end
        from chain c
        join place_links l on l.kind in ('SAME', 'RENAMED', 'RECODED')
          and ((l.to_code = c.code and l.to_year = c.first_year)
            or (l.from_code = c.code and l.from_year = c.first_year))
      )
      select ${spanColumns}, s.root, s.year,
        exists (select 1 from asked a where a.code = p.code and a.first_year = p.first_year
          and a.code = s.root) as "isAsked",
        (select version from catalogue_versions) as "catalogueVersion",
        coalesce((select g.name from places g where g.code = p.gemeente_code
          order by abs(g.last_year - p.last_year) limit 1), p.gemeente_code) as "gemeenteName",
        (select json_agg(distinct jsonb_build_object('year', b.to_year, 'kind', b.kind)) from place_links b
          join chain c on b.to_code = c.code and b.to_year = c.first_year and c.root = s.root
          where b.kind in ('CHANGED', 'SPLIT', 'MERGED')) as "borderBreaks"
      from chain s join places p on p.code = s.code and p.first_year = s.first_year
      order by "isAsked" desc, p.first_year desc`,
  );
  const byRoot = new Map<string, ChainSpan[]>();
  for (const { root, ...row } of rows) {
    const spans = byRoot.get(root) ?? [];
    byRoot.set(root, spans);
    const borderBreaks = row.borderBreaks ?? [];
    spans.push({ ...row, ...spanOf(row), borderBreaks, hasBorderBreak: borderBreaks.length > 0 });
  }
  const chains = [...byRoot.values()].flatMap((spans) => {
    const [place] = spans;
    return place?.isAsked ? [{ place, spans }] : [];
  });
  const key = ({ place }: Chain) => `${place.sortName} ${place.code}`;
  return chains.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
