// Columns that are the margins of another column of the same table ("Ondergrens …", "Bovengrens …"). Pure.
import type { SourceColumn } from './columns.ts';

export interface BoundColumn {
  readonly which: 'lowers' | 'uppers';
  /** Place of the column it belongs to among the value columns. */
  readonly slot: number;
  /** Position in a line. */
  readonly position: number;
}

type PlacedColumn = SourceColumn & { readonly at: number };

const boundWords: readonly (readonly [BoundColumn['which'], RegExp])[] = [
  ['lowers', /\b(ondergrens|onderkant)\b/i],
  ['uppers', /\b(bovengrens|bovenkant)\b/i],
];

/**
 * Takes the bounds out of the columns. A bound belongs to the column whose title is in its own title, else to the only
 * value column of its group; one that fits neither stays a column of its own.
 */
export function separateBounds(columns: readonly PlacedColumn[]): {
  values: PlacedColumn[];
  bounds: BoundColumn[];
} {
  const whichOf = (column: PlacedColumn) =>
    boundWords.find(([, words]) => words.test(column.title))?.[0];
  const plain = columns.filter((column) => whichOf(column) === undefined);
  const owners = new Map<PlacedColumn, PlacedColumn>();
  for (const column of columns) {
    const owner = whichOf(column) && findOwner(column, plain);
    if (owner) owners.set(column, owner);
  }
  const values = columns.filter((column) => !owners.has(column));
  const bounds = [...owners].flatMap(([column, owner]) => {
    const which = whichOf(column);
    return which ? [{ which, slot: values.indexOf(owner), position: column.at }] : [];
  });
  return { values, bounds };
}

function findOwner(bound: PlacedColumn, plain: readonly PlacedColumn[]): PlacedColumn | undefined {
  const title = bound.title.toLowerCase();
  const named = plain.filter((column) => title.includes(column.title.trim().toLowerCase()));
  const [only] = named;
  if (only && named.length === 1) return only;
  const group = bound.groups.join('/');
  const beside = plain.filter((column) => column.groups.join('/') === group);
  return beside.length === 1 ? beside[0] : undefined;
}
