// Recognises the columns of a monitor file by their description: group path, title and unit first, the key without its
// moving suffix second (domain chapter 5). What is not described becomes a context indicator. Pure.
import type { MeasureKind } from '../codes/figures.ts';
import { badInput } from '../errors.ts';
import type { ColumnDescription, SourceDescription } from './descriptions/description.ts';
import type { IndicatorDefinition, TableColumn } from './table.ts';

/** A figure column as the file itself describes it. */
export interface SourceColumn {
  /** Key in the file; empty when it has none (portal csv). */
  readonly key: string;
  readonly groups: readonly string[];
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
  /** Explanation of the source; empty when none. */
  readonly definition: string;
}

export interface RecognisedColumn {
  readonly source: SourceColumn;
  readonly column: TableColumn;
  readonly indicator: IndicatorDefinition;
  /** False for a context indicator, made from the path. */
  readonly isDescribed: boolean;
}

/** Path to compare by: one spacing, lower case, the same for `A > B` and `A/B`. */
export const normalisePath = (path: string) =>
  path
    .replace(/\s*>\s*/g, '/')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** `A > B > Title (unit)`: what a column is recognised by. */
export const pathOf = ({ groups, title, unit }: SourceColumn) =>
  tidy(`${[...groups, title].map(tidy).join(' > ')}${unit ? ` (${tidy(unit)})` : ''}`);

/** Key without the position that moves every year. */
export const stemOf = (key: string) => key.replace(/_\d+$/, '');

interface Rules extends SourceDescription {
  readonly period: number;
}

/** One slot per column, in the order of the file; `source` is the very column that was given. */
export function recogniseColumns(
  columns: readonly SourceColumn[],
  description: SourceDescription,
  period: number,
): RecognisedColumn[] {
  const rules: Rules = { ...description, period };
  const matches = matchDescriptions(columns, rules.columns);
  const usedKeys = new Set(rules.columns.map((description) => description.key));
  return columns.map((source, at) => {
    const match = matches.get(source);
    return match
      ? describe(source, match, rules, rules.columns.indexOf(match))
      : asContext(source, rules, at, columns, usedKeys);
  });
}

function matchDescriptions(
  columns: readonly SourceColumn[],
  descriptions: readonly ColumnDescription[],
): Map<SourceColumn, ColumnDescription> {
  const byPath = new Map(
    descriptions.flatMap((d) => d.paths.map((path) => [normalisePath(path), d] as const)),
  );
  // A header that a spreadsheet or R has changed still has its words in their order.
  const bySlug = new Map([...byPath].map(([path, d]) => [slugOf(path), d] as const));
  const patterns = [...byPath].flatMap(([path, d]) =>
    path.includes('*') ? [[asPattern(path), d] as const] : [],
  );
  const matches = new Map<SourceColumn, ColumnDescription>();
  const taken = new Set<ColumnDescription>();
  for (const column of columns) {
    const path = normalisePath(pathOf(column));
    const description =
      byPath.get(path) ??
      (column.key === '' ? bySlug.get(slugOf(pathOf(column))) : undefined) ??
      patterns.find(([pattern, d]) => pattern.test(path) && !taken.has(d))?.[1];
    if (description && !taken.has(description)) {
      matches.set(column, description);
      taken.add(description);
    }
  }
  const stems = columns.map((column) => stemOf(column.key).toLowerCase());
  for (const description of descriptions) {
    if (taken.has(description)) continue;
    const wanted = description.stems.map((stem) => stem.toLowerCase());
    const found = columns.filter((_column, at) => wanted.includes(stems[at] ?? ''));
    const [only] = found;
    if (found.length !== 1 || !only || matches.has(only) || only.key === '') continue;
    if (only.unit !== '' && normalisePath(only.unit) !== normalisePath(description.unit)) continue;
    matches.set(only, description);
    taken.add(description);
  }
  return matches;
}

/** `*` of a described path stands for any words. */
const asPattern = (path: string) =>
  new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);

function describe(
  source: SourceColumn,
  description: ColumnDescription,
  rules: Rules,
  at: number,
): RecognisedColumn {
  const { baseKey, thresholds, withdrawnFrom } = description;
  return {
    source,
    isDescribed: true,
    column: {
      indicatorKey: description.key,
      segment: '',
      period: rules.period,
      columnKey: source.key,
      columnPath: pathOf(source),
      derivation: '',
      measureKind: description.measureKind,
      baseKey: baseKey === undefined ? 'population' : (baseKey ?? undefined),
      thresholds,
      isDeliveredByGemeente: description.isDeliveredByGemeente,
      isWithdrawn: withdrawnFrom !== undefined && rules.period >= withdrawnFrom,
    },
    indicator: {
      key: description.key,
      sourceKey: rules.source.key,
      title: description.title,
      definition: tidyDefinition(source.definition),
      unit: description.unit,
      measureKind: description.measureKind,
      direction: description.direction,
      theme: description.theme,
      sensitive: description.sensitive ?? false,
      provenance: rules.provenance,
      population: description.population ?? '',
      decimals: description.decimals ?? 0,
      sortOrder: at,
      breakYears: [...(description.breakYears ?? [])],
    },
  };
}

function asContext(
  source: SourceColumn,
  rules: Rules,
  at: number,
  all: readonly SourceColumn[],
  usedKeys: Set<string>,
): RecognisedColumn {
  const path = normalisePath(pathOf(source));
  const measureKind = measureKindOf(source);
  const rule = rules.contextRules.find((r) => r.path.test(path.replaceAll('/', ' ')));
  const sensitive = rules.sensitivePaths?.test(path) ?? false;
  const key = contextKey(source, rules.prefix, usedKeys);
  const isTitleUnique =
    all.filter((other) => tidy(other.title) === tidy(source.title)).length === 1;
  return {
    source,
    isDescribed: false,
    column: {
      indicatorKey: key,
      segment: '',
      period: rules.period,
      columnKey: source.key,
      columnPath: pathOf(source),
      derivation: '',
      measureKind,
      baseKey: rule?.baseKey === undefined ? 'population' : (rule.baseKey ?? undefined),
      thresholds: rule?.thresholds,
      isDeliveredByGemeente: rule?.isDeliveredByGemeente,
    },
    indicator: {
      key,
      sourceKey: rules.source.key,
      title: isTitleUnique
        ? tidy(source.title)
        : `${source.groups.slice(1).map(tidy).join(', ')}: ${tidy(source.title)}`,
      definition: tidyDefinition(source.definition),
      unit: tidy(source.unit),
      measureKind,
      direction: 'NEUTRAL',
      theme: null,
      sensitive,
      provenance: rules.provenance,
      population: '',
      decimals: source.decimals,
      // After everything that is described.
      sortOrder: 1000 + at,
      breakYears: sensitive ? [...rules.sensitiveBreakYears] : [],
    },
  };
}

/** Text for a key: lower case letters, digits and dashes. */
export const slugOf = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** From the path, not from the key of the file, whose suffix moves; the unit only where the path is not enough. */
function contextKey(source: SourceColumn, prefix: string, usedKeys: Set<string>): string {
  const plain = `${prefix}-${slugOf([...source.groups, source.title].join(' '))}`;
  const key = usedKeys.has(plain) ? `${plain}-${slugOf(source.unit)}` : plain;
  if (usedKeys.has(key))
    throw badInput([
      {
        field: 'file',
        message: `Two columns of the file are called "${pathOf(source)}". Remove one of them. Nothing was imported.`,
      },
    ]);
  usedKeys.add(key);
  return key;
}

/** Best effort from unit, title and decimals (domain 4.5). */
function measureKindOf({ title, unit, decimals }: SourceColumn): MeasureKind {
  const u = normalisePath(unit);
  const t = normalisePath(title);
  if (u === '%') return 'PERCENT';
  if (/^per 1[ .]?000\b/.test(u)) return 'PER_1000';
  if (/^per 10[ .]?000\b/.test(u)) return 'PER_10000';
  if (u === 'km') return 'DISTANCE_KM';
  if (t.startsWith('mediaan')) return 'MEDIAN';
  if (u.includes('euro')) return 'AMOUNT_1000_EUR';
  if (u === 'code' || u === 'score') return 'SCORE';
  const isPlainCount = (u === 'aantal' || u === 'ha') && decimals === 0;
  return isPlainCount && !t.startsWith('gemiddeld') ? 'COUNT' : 'AVERAGE';
}

/** Plain text: no markup, no runs of spaces, line ends kept as single ones. */
const tidyDefinition = (text: string) =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n{2,}/g, '\n')
    .trim();
