// Which columns of a table are others than when it was read: new, gone, another title, another unit (domain 6.5, rule 6). Pure.
import { normalisePath, slugOf, stemOf } from './columns.ts';

/** A column by its key at the source (empty in portal csv) and its path, `A > B > Title (unit)`. */
export interface NamedColumn {
  readonly key: string;
  readonly path: string;
}

export type ColumnChangeKind = 'NEW' | 'VANISHED' | 'OTHER_TITLE' | 'OTHER_UNIT';

export interface ColumnChange {
  readonly kind: ColumnChangeKind;
  /** Path when it was read; null for a new column. */
  readonly before: string | null;
  /** Path now; null for a column that vanished. */
  readonly now: string | null;
}

/**
 * Compares a table as it was read with what the source says of it now. A column is the same by its path, else by its path
 * without the unit, else by its key, else by its key without the position that moves. A file without keys (portal csv)
 * holds the columns that somebody picked, so that none is called new; one with keys only (untyped csv) tells no titles, so
 * that none is called another.
 */
export function compareColumns(
  before: readonly NamedColumn[],
  now: readonly NamedColumn[],
): ColumnChange[] {
  const sides = { before: new Set(before), now: new Set(now) };
  const isPicked = before.every(({ key }) => key === '');
  pair(sides, ({ path }) => (isPicked ? slugOf(path) : normalisePath(path)));
  const moved = [
    ...pair(sides, ({ path }) => normalisePath(withoutUnit(path))),
    ...pair(sides, ({ key, path }) => key && `${key} ${topOf(path)}`),
    ...pair(sides, ({ key }) => key),
    ...pair(sides, ({ key }) => stemOf(key)),
  ].flatMap(([was, is]): ColumnChange[] => {
    if (isBare(was)) return [];
    const isUnit = normalisePath(withoutUnit(was.path)) === normalisePath(withoutUnit(is.path));
    return [{ kind: isUnit ? 'OTHER_UNIT' : 'OTHER_TITLE', before: was.path, now: is.path }];
  });
  const fresh = isPicked ? [] : [...sides.now];
  return [
    ...fresh.map(({ path }): ColumnChange => ({ kind: 'NEW', before: null, now: path })),
    ...[...sides.before].map(
      ({ path }): ColumnChange => ({ kind: 'VANISHED', before: path, now: null }),
    ),
    ...moved,
  ];
}

interface Sides {
  readonly before: Set<NamedColumn>;
  readonly now: Set<NamedColumn>;
}

/** Takes out the columns that one and only one of the other side is alike by this mark; no mark, no likeness. */
function pair(sides: Sides, markOf: (column: NamedColumn) => string): [NamedColumn, NamedColumn][] {
  const gather = (columns: ReadonlySet<NamedColumn>) => {
    const groups = new Map<string, NamedColumn[]>();
    for (const column of columns) {
      groups.set(markOf(column), [...(groups.get(markOf(column)) ?? []), column]);
    }
    return groups;
  };
  const now = gather(sides.now);
  return [...gather(sides.before)].flatMap(([mark, [was, other]]) => {
    const [is, another] = now.get(mark) ?? [];
    if (mark === '' || !was || !is || other || another) return [];
    sides.before.delete(was);
    sides.now.delete(is);
    return [[was, is] as [NamedColumn, NamedColumn]];
  });
}

const withoutUnit = (path: string) => path.replace(/ \((?:[^()]|\([^()]*\))*\)$/, '');

/** A csv with nothing beside it has keys for titles: it does not say what they were called. */
const isBare = ({ key, path }: NamedColumn) => key !== '' && withoutUnit(path) === stemOf(key);

/** Tables with categories have one key for each of them: the category leads the path. */
const topOf = (path: string) => normalisePath(path).split('/')[0] ?? '';
