// Indicators and sources as lists, for choosing one.
import { type SQL, sql } from 'drizzle-orm';
import type { ThemeCode } from '../codes/themes.ts';
import { type ReadDb, rowsOf } from '../db/client.ts';
import { type Edition, type Indicator, loadEditions } from './catalogue.ts';

export interface IndicatorQuery {
  readonly theme?: ThemeCode | null | undefined;
  readonly source?: string | null | undefined;
  /** Part of the title or key. */
  readonly search?: string | null | undefined;
  readonly first: number;
  /** Key after which to go on. */
  readonly after?: string | null | undefined;
}

export const liveNow = sql`exists (select from edition_columns c join edition_spans s on s.edition_id = c.edition_id
  and s.live_to is null where c.indicator_key = i.key)`;

/** Indicators that a live edition holds, by key; sensitive ones are left out (S7). */
export async function listIndicators(db: ReadDb, query: IndicatorQuery) {
  const conditions: SQL[] = [sql`not i.sensitive`, liveNow];
  if (query.theme) conditions.push(sql`i.theme = ${query.theme}`);
  if (query.source) conditions.push(sql`i.source_key = ${query.source}`);
  if (query.after) conditions.push(sql`i.key > ${query.after}`);
  if (query.search) {
    const part = `%${query.search.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`(i.title ilike ${part} or i.key ilike ${part})`);
  }
  const rows = await rowsOf<{ indicator: Indicator }>(
    db,
    sql`select json_build_object('key', i.key, 'sourceKey', i.source_key, 'title', i.title,
        'definition', i.definition, 'unit', i.unit, 'measureKind', i.measure_kind,
        'direction', i.direction, 'theme', i.theme, 'sensitive', i.sensitive,
        'provenance', i.provenance, 'population', i.population, 'decimals', i.decimals,
        'sortOrder', i.sort_order, 'breakYears', i.break_years) as indicator
      from indicators i where ${sql.join(conditions, sql` and `)}
      order by i.key collate "C" limit ${query.first + 1}`,
  );
  const indicators = rows.map((row) => row.indicator);
  return { indicators: indicators.slice(0, query.first), hasMore: indicators.length > query.first };
}

/** Every live edition, by source and table. */
export async function listLiveEditions(db: ReadDb): Promise<Edition[]> {
  const rows = await rowsOf<{ id: number; version: number }>(
    db,
    sql`select e.id, (select version from catalogue_versions) as version
      from editions e join edition_spans s on s.edition_id = e.id and s.live_to is null
      order by e.source_key, e.table_id, e.scope`,
  );
  const editions = await loadEditions(
    db,
    rows[0]?.version ?? 0,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row) => editions.get(row.id) ?? []);
}
