// Pages of lists that grow: forward only, with opaque cursors that stay right when rows are added.
import { badInput } from '../server/errors.ts';

export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

const largestPage = 100;

/** Size of the page asked for (default 25); refuses what is out of range and paging backwards. */
export function pageSize(args: PageArgs): number {
  const first = args.first ?? 25;
  if (args.last != null || args.before != null) {
    throw badInput([{ field: 'last', message: 'Page forward with `first` and `after`.' }]);
  }
  if (first < 1 || first > largestPage) {
    throw badInput([
      { field: 'first', message: `first is ${first}; ask for 1 to ${largestPage}.` },
    ]);
  }
  return first;
}

/** Key of the item after which to go on, as the list itself wrote it; null for the first page. */
export function readCursor<Key>(
  args: PageArgs,
  isKey: (value: unknown) => value is Key,
): Key | null {
  if (args.after == null) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(args.after, 'base64url').toString('utf8'));
    if (isKey(value)) return value;
  } catch {
    // Falls through to the refusal below.
  }
  throw badInput([
    {
      field: 'after',
      message: 'after is not a cursor of this list; take it from pageInfo.endCursor.',
    },
  ]);
}

const writeCursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');

/** A page in the shape of the Relay connection. */
export function connectionOf<Item>(
  items: readonly Item[],
  hasMore: boolean,
  keyOf: (item: Item) => unknown,
) {
  const edges = items.map((node) => ({ node, cursor: writeCursor(keyOf(node)) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: hasMore,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

export const isText = (value: unknown): value is string => typeof value === 'string';

/** Names and descriptions of a connection and its edges: PlaceConnection, PlaceEdge. */
export const connectionTypes = (name: string): [connection: TypeName, edge: TypeName] => [
  { name: `${name}Connection`, description: `A page of a list of type ${name}.` },
  { name: `${name}Edge`, description: `One ${name} in a page, with its cursor.` },
];

interface TypeName {
  readonly name: string;
  readonly description: string;
}
