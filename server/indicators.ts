// What is measured, and who publishes it: definitions of indicators and their sources.
import { and, asc, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { ThemeCode } from './codes/themes.ts';
import type { Db, ReadDb } from './db/client.ts';
import { indicators, sources } from './db/tables.ts';
import { notFound } from './errors.ts';

export type Indicator = typeof indicators.$inferSelect;
export type Source = typeof sources.$inferSelect;

export async function findIndicator(db: ReadDb, key: string): Promise<Indicator | undefined> {
  const [row] = await db.select().from(indicators).where(eq(indicators.key, key));
  return row;
}

async function getIndicator(db: ReadDb, key: string): Promise<Indicator> {
  const indicator = await findIndicator(db, key);
  if (!indicator) throw notFound('indicator', key);
  return indicator;
}

export interface IndicatorQuery {
  readonly theme?: ThemeCode | undefined;
  readonly source?: string | undefined;
  /** Part of the title or the key. */
  readonly search?: string | undefined;
  /** At most this many; default 50. */
  readonly first?: number | undefined;
  /** Key of the indicator that comes before. */
  readonly after?: string | undefined;
}

/** Indicators by source, position in it and key, and whether there are more. */
export async function listIndicators(
  db: ReadDb,
  { theme, source, search, first = 50, after }: IndicatorQuery,
): Promise<{ indicators: Indicator[]; hasMore: boolean }> {
  const conditions: (SQL | undefined)[] = [
    theme && eq(indicators.theme, theme),
    source === undefined ? undefined : eq(indicators.sourceKey, source),
    search ? matching(search) : undefined,
    after === undefined ? undefined : await comesAfter(db, after),
  ];
  const rows = await db
    .select()
    .from(indicators)
    .where(and(...conditions))
    .orderBy(asc(indicators.sourceKey), asc(indicators.sortOrder), asc(indicators.key))
    .limit(first + 1);
  return { indicators: rows.slice(0, first), hasMore: rows.length > first };
}

function matching(search: string): SQL | undefined {
  const pattern = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  return or(sql`${indicators.title} ilike ${pattern}`, sql`${indicators.key} ilike ${pattern}`);
}

async function comesAfter(db: ReadDb, key: string): Promise<SQL | undefined> {
  const { sourceKey, sortOrder } = await getIndicator(db, key);
  return or(
    gt(indicators.sourceKey, sourceKey),
    and(eq(indicators.sourceKey, sourceKey), gt(indicators.sortOrder, sortOrder)),
    and(
      eq(indicators.sourceKey, sourceKey),
      eq(indicators.sortOrder, sortOrder),
      gt(indicators.key, key),
    ),
  );
}

export async function findSource(db: ReadDb, key: string): Promise<Source | undefined> {
  const [row] = await db.select().from(sources).where(eq(sources.key, key));
  return row;
}

/** Adds a source or brings it up to date. */
export async function recordSource(tx: Db, source: Source): Promise<void> {
  const { key: _key, ...fields } = source;
  await tx.insert(sources).values(source).onConflictDoUpdate({ target: sources.key, set: fields });
}

/** The known ones among these keys. */
export async function loadIndicators(
  db: ReadDb,
  keys: readonly string[],
): Promise<Map<string, Indicator>> {
  if (keys.length === 0) return new Map();
  const rows = await db.select().from(indicators).where(inArray(indicators.key, keys));
  return new Map(rows.map((row) => [row.key, row]));
}

/** Adds the indicators that are not known yet; the others stay as they are. */
export async function addIndicators(tx: Db, definitions: readonly Indicator[]): Promise<void> {
  if (definitions.length === 0) return;
  await tx
    .insert(indicators)
    .values([...definitions])
    .onConflictDoNothing();
}

/** Replaces definitions of known indicators. */
export async function replaceIndicators(tx: Db, definitions: readonly Indicator[]): Promise<void> {
  for (const { key, ...fields } of definitions) {
    await tx.update(indicators).set(fields).where(eq(indicators.key, key));
  }
}

const compared = [
  'sourceKey',
  'title',
  'definition',
  'unit',
  'measureKind',
  'direction',
  'theme',
  'sensitive',
  'provenance',
  'population',
  'decimals',
  'sortOrder',
] as const;

/** Names of the fields in which two definitions differ. */
export function differingFields(one: Indicator, other: Indicator): string[] {
  const fields: string[] = compared.filter((field) => one[field] !== other[field]);
  return one.breakYears.join() === other.breakYears.join() ? fields : [...fields, 'breakYears'];
}
