// A place through the years: the chain of spans over which figures may be compared (domain chapter 3).
import { sql } from 'drizzle-orm';
import type { PlaceLinkKind } from '../codes/figures.ts';
import { namedRows, type ReadDb } from '../db/client.ts';
import { type PlaceSpan, spanColumns, spanOf } from './find.ts';

/** Where comparison ends. UNLINKED: the code existed before or after, but nothing says it is the same area. */
interface HistoryBreak {
  /** First division year on the new side. */
  readonly year: number;
  readonly kind: PlaceLinkKind | 'UNLINKED';
}

export interface PlaceHistory {
  /** Comparable spans, oldest first; codes may differ (RECODED). */
  readonly spans: readonly PlaceSpan[];
  readonly brokenBefore: HistoryBreak | null;
  readonly brokenAfter: HistoryBreak | null;
}

interface Link {
  readonly fromCode: string;
  readonly fromYear: number;
  readonly toCode: string;
  readonly toYear: number;
  readonly kind: PlaceLinkKind;
}

const comparable: ReadonlySet<string> = new Set(['SAME', 'RENAMED', 'RECODED']);

/**
 * The spans that the place of this code and year can be followed through, over SAME, RENAMED and RECODED in both
 * directions, stopping at CHANGED, SPLIT and MERGED with the year of the break. Undefined when the
 * code does not exist in that year.
 */
export async function findPlaceHistory(
  db: ReadDb,
  code: string,
  year: number,
): Promise<PlaceHistory | undefined> {
  // Everything that hangs together through links of any kind, and every other span of those codes.
  const rows = await namedRows<Parameters<typeof spanOf>[0] & { links: Link[] | null }>(
    db,
    'place_history',
    sql`with recursive reached(code, first_year) as (
          select p.code, p.first_year from places p
            where p.code = ${code} and ${year}::int between p.first_year and p.last_year
          union
          select case when r.code = l.from_code and r.first_year = l.from_year
                   then l.to_code else l.from_code end,
                 case when r.code = l.from_code and r.first_year = l.from_year
                   then l.to_year else l.from_year end
            from reached r join place_links l on l.kind in ('SAME', 'RENAMED', 'RECODED')
              and ((l.from_code = r.code and l.from_year = r.first_year)
                or (l.to_code = r.code and l.to_year = r.first_year))
        )
        select ${spanColumns}, (select json_agg(json_build_object(
            'fromCode', l.from_code, 'fromYear', l.from_year, 'toCode', l.to_code,
            'toYear', l.to_year, 'kind', l.kind)) from place_links l
            where (l.from_code = p.code and l.from_year = p.first_year)
              or (l.to_code = p.code and l.to_year = p.first_year)) as links
        from places p where p.code in (select code from reached) order by p.first_year, p.code`,
  );
  const spans = rows.map(spanOf);
  const start = spans.find((s) => s.code === code && s.firstYear <= year && year <= s.lastYear);
  return (
    start &&
    followHistory(
      spans,
      rows.flatMap((row) => row.links ?? []),
      start,
    )
  );
}

/** The chain through the start span; pure. A span with two comparable neighbours on one side ends the chain. */
function followHistory(
  spans: readonly PlaceSpan[],
  links: readonly Link[],
  start: PlaceSpan,
): PlaceHistory {
  const find = (code: string, firstYear: number) =>
    spans.find((s) => s.code === code && s.firstYear === firstYear);
  const before = (span: PlaceSpan) =>
    unique(links.filter((l) => l.toCode === span.code && l.toYear === span.firstYear));
  const after = (span: PlaceSpan) =>
    unique(links.filter((l) => l.fromCode === span.code && l.fromYear === span.firstYear));
  const chain = [start];
  for (let seen = start; ; ) {
    const link = onlyComparable(before(seen));
    const previous = link && find(link.fromCode, link.fromYear);
    if (!previous || chain.includes(previous)) break;
    chain.unshift(previous);
    seen = previous;
  }
  for (let seen = start; ; ) {
    const link = onlyComparable(after(seen));
    const next = link && find(link.toCode, link.toYear);
    if (!next || chain.includes(next)) break;
    chain.push(next);
    seen = next;
  }
  const first = chain[0] ?? start;
  const last = chain.at(-1) ?? start;
  const laterLink = breaking(after(last));
  const earlier = spans.some((s) => s.code === first.code && s.lastYear < first.firstYear);
  const later = spans.find((s) => s.code === last.code && s.firstYear > last.lastYear);
  return {
    spans: chain,
    brokenBefore:
      breakAt(first.firstYear, breaking(before(first))) ??
      (earlier ? { year: first.firstYear, kind: 'UNLINKED' } : null),
    brokenAfter:
      breakAt(laterLink?.toYear ?? 0, laterLink) ??
      (later ? { year: later.firstYear, kind: 'UNLINKED' } : null),
  };
}

const onlyComparable = (links: readonly Link[]) => {
  const found = links.filter((link) => comparable.has(link.kind));
  return found.length === 1 ? found[0] : undefined;
};

const breaking = (links: readonly Link[]) =>
  links.find((link) => !comparable.has(link.kind)) ?? links[0];

const breakAt = (year: number, link: Link | undefined): HistoryBreak | null =>
  link ? { year, kind: link.kind } : null;

function unique(links: readonly Link[]): Link[] {
  const byEnds = new Map(
    links.map((l) => [`${l.fromCode} ${l.fromYear} ${l.toCode} ${l.toYear}`, l]),
  );
  return [...byEnds.values()];
}
