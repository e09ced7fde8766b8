// The limits of one request, each with its reason. Measured before the database is touched; the README shows this
// table. Everything in the README, the example operations and a full profile stays far below.

export interface Limit {
  readonly most: number;
  /** What is counted, in words that fit "has 31 <what>". */
  readonly what: string;
  readonly why: string;
}

/** Per request, in the order in which they are checked. */
export const limits = {
  bodyBytes: {
    most: 100_000,
    what: 'bytes of body',
    why: 'the longest field note with every field is 10 kB',
  },
  bulkBytes: {
    most: 1_000_000,
    what: 'bytes of body of a call of logFieldNotes',
    why: '500 field notes in one call, of two thousand bytes each',
  },
  requests: {
    most: 1,
    what: 'operations in one body (batch)',
    why: 'a batch hides its cost; send requests side by side',
  },
  documentCharacters: {
    most: 20_000,
    what: 'characters of query',
    why: 'a whole profile takes 2,000',
  },
  variableValues: {
    most: 2_000,
    what: 'values in the variables',
    why: 'the largest input has fewer than 100',
  },
  bulkValues: {
    most: 15_000,
    what: 'values in the variables of a call of logFieldNotes',
    why: '500 field notes in one call, with up to thirty values each',
  },
  inputDepth: {
    most: 8,
    what: 'levels of nested input',
    why: 'the deepest input has 4',
  },
  tokens: {
    most: 2_000,
    what: 'words and signs in the query',
    why: 'introspection, the longest query of common tools, takes 300; parsing stops here',
  },
  nesting: {
    most: 50,
    what: 'brackets within brackets',
    why: 'a limit on the stack of the parser; introspection takes 15',
  },
  operations: { most: 10, what: 'operations', why: 'one runs; the others are checked for nothing' },
  fragments: {
    most: 20,
    what: 'fragments',
    why: 'each pair of fragments is compared in validation',
  },
  depth: {
    most: 10,
    what: 'levels',
    why: 'the deepest field of the schema lies at 7',
  },
  introspectionDepth: {
    most: 15,
    what: 'levels of introspection',
    why: 'common tools ask for 9 levels of wrapped types',
  },
  rootFields: { most: 20, what: 'fields at the top', why: 'each one is a read of its own' },
  aliases: { most: 50, what: 'aliases', why: 'an alias repeats work without looking so' },
  fields: {
    most: 500,
    what: 'fields, fragments written out',
    why: 'a whole profile has 100, introspection 250; validation compares fields in pairs',
  },
  directives: { most: 20, what: 'directives', why: 'two per leaf field never help a reader' },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** The limits on size: wider for who hands in many notes at once, which only the signed in do. */
export const sizesFor = (isBulk: boolean) =>
  isBulk
    ? ({ bytes: 'bulkBytes', values: 'bulkValues' } as const)
    : ({ bytes: 'bodyBytes', values: 'variableValues' } as const);

/**
 * Cost of one request: 1 is about a millisecond of one core on the machine of the README, estimated from the
 * query alone (prices.ts). A whole gemeente costs 300 to 350, a whole profile 40.
 */
export const costPerRequest = { signedIn: 1_500, public: 500 } as const;
