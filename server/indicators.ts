// What is measured, and who publishes it: definitions of indicators and their sources.
import { eq, inArray } from 'drizzle-orm';
import type { Db, ReadDb } from './db/client.ts';
import { indicators, sources } from './db/tables.ts';

type IndicatorRow = typeof indicators.$inferSelect;
/** Without smallCounts: protected by its publisher. */
export type Indicator = Omit<IndicatorRow, 'smallCounts'> &
  Partial<Pick<IndicatorRow, 'smallCounts'>>;
export type Source = typeof sources.$inferSelect;

export async function findIndicator(db: ReadDb, key: string): Promise<Indicator | undefined> {
  const [row] = await db.select().from(indicators).where(eq(indicators.key, key));
  return row;
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
  if ((one.smallCounts ?? null) !== (other.smallCounts ?? null)) fields.push('smallCounts');
  return one.breakYears.join() === other.breakYears.join() ? fields : [...fields, 'breakYears'];
}
