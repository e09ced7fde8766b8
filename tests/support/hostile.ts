// Documents made to hurt: families of attacks on a GraphQL server, each in several sizes. The test says that all are
// refused without a statement to the database, `npm run bench -- hostile` how fast.

export interface Hostile {
  readonly family: string;
  readonly size: number;
  /** The body of the POST. */
  readonly body: string;
}

const times = (n: number, part: (i: number) => string, between = ' ') =>
  Array.from({ length: n }, (_, i) => part(i)).join(between);
const nested = (n: number, open: string, inner: string, close: string) =>
  open.repeat(n) + inner + close.repeat(n);

const profile = 'wijkProfile(code: "WK900101")';
const wholeProfile = `${profile} { themes { figures { series { value state } } } }`;
const type = nested(2, '{ ofType ', '{ name }', ' }');

/** Query text per family and size. */
const queries: Readonly<Record<string, readonly [readonly number[], (n: number) => string]>> = {
  'deep selection': [[11, 20, 100, 400, 900], (n) => nested(n, '{ place ', '{ code }', '}')],
  'deep inline fragments': [
    [101, 200, 400, 600],
    (n) => `{ ${nested(n, '... on Query { me ', '{ role }', '}')} }`,
  ],
  'depth hidden in fragments': [
    [4, 8, 11, 15],
    (n) =>
      `{ place { ...f0 } } ${times(n, (i) => `fragment f${i} on Place { place { place { place { ...f${i + 1} } } } }`)} fragment f${n} on Place { code }`,
  ],
  'wide leaf fields': [
    [501, 1_000, 1_450, 1_900],
    (n) => `{ themes { ${times(n, () => 'code')} } }`,
  ],
  'typename flood': [[501, 1_000, 1_900, 5_000], (n) => `{ ${times(n, () => '__typename')} }`],
  'nested typename flood': [
    [501, 1_000, 1_500],
    (n) => `{ themes { ${times(n, () => '__typename')} } }`,
  ],
  'aliases of a leaf': [
    [51, 200, 600, 10_000],
    (n) => `{ themes { ${times(n, (i) => `a${i}: code`)} } }`,
  ],
  'aliases of a profile': [
    [21, 50, 200, 1_000],
    (n) => `{ ${times(n, (i) => `a${i}: ${profile} { year }`)} }`,
  ],
  'ten thousand aliases at the top': [
    [10_000],
    (n) => `{ ${times(n, (i) => `a${i}: me { role }`)} }`,
  ],
  'aliases in fragments': [
    [6, 20, 60, 100],
    (n) =>
      `{ ${times(n, (i) => `p${i}: ${profile} { ...f }`)} } fragment f on WijkProfile { ${times(10, (i) => `y${i}: year`)} }`,
  ],
  'the same field again and again': [
    [21, 100, 200, 300],
    (n) => `{ ${times(n, () => `${profile} { year }`)} }`,
  ],
  'conflicting arguments, compared in pairs': [
    [51, 150, 200, 250],
    (n) => `{ ${times(n, (i) => `x: place(code: "WK${i}") { code }`)} }`,
  ],
  'conflicts below, compared in pairs': [
    [120, 250, 290, 330],
    (n) => `{ places { edges { node { ${times(n, (i) => `x: ${i % 2 ? 'code' : 'name'}`)} } } } }`,
  ],
  'fragments that double': [
    [9, 12, 15, 19],
    (n) =>
      `{ themes { ...f0 } } ${times(n, (i) => `fragment f${i} on Theme { ...f${i + 1} ...f${i + 1} }`)} fragment f${n} on Theme { code }`,
  ],
  'fragments that multiply by ten': [
    [3, 6, 9, 12],
    (n) =>
      `{ themes { ...f0 } } ${times(n, (i) => `fragment f${i} on Theme { ${times(10, () => `...f${i + 1}`)} }`)} fragment f${n} on Theme { code }`,
  ],
  'fragments in a circle': [
    [1, 2, 5, 15],
    (n) =>
      `{ themes { ...f0 } } ${times(n, (i) => `fragment f${i} on Theme { code ...f${(i + 1) % n} }`)}`,
  ],
  'a circle that nothing spreads': [
    [1, 3, 6, 10],
    (n) =>
      `{ themes { code } } ${times(n, (i) => `fragment f${i} on Theme { code ...f${(i + 1) % n} }`)}`,
  ],
  'many fragments': [
    [21, 60, 130, 200],
    (n) =>
      `{ themes { code ${times(n, (i) => `...f${i}`)} } } ${times(n, (i) => `fragment f${i} on Theme { code }`)}`,
  ],
  'many operations': [[11, 50, 175, 300], (n) => times(n, (i) => `query q${i} { me { role } }`)],
  'operations under one name': [[11, 55, 100], (n) => times(n, () => 'query same { me { role } }')],
  'directives on one field': [
    [21, 100, 300, 600],
    (n) => `{ themes { code ${times(n, () => '@include(if: true)')} } }`,
  ],
  'unknown directives': [
    [21, 200, 550, 900],
    (n) => `{ themes { code ${times(n, (i) => `@d${i}`)} } }`,
  ],
  'include that is false': [
    [21, 50, 70, 90],
    (n) =>
      `query ($no: Boolean = false) { ${times(n, (i) => `a${i}: ${profile} @include(if: $no) { year }`)} }`,
  ],
  'skip around dear fields': [
    [5, 9, 12, 15],
    (n) =>
      `query ($no: Boolean = true) { ${times(n, (i) => `a${i}: concordanceGrid(within: "GM9001") @skip(if: $no) { outcome }`)} }`,
  ],
  'whole gemeente many times': [
    [5, 8, 10, 20],
    (n) => `{ ${times(n, (i) => `a${i}: concordanceGrid(within: "GM9001") { outcome }`)} }`,
  ],
  'different dear questions': [
    [3, 5, 7, 9],
    (n) =>
      `{ ${times(n, (i) => `a${i}: signals(within: "GM9001") { edges { node { display } } } b${i}: blindSpots(within: "GM9001") { __typename }`)} }`,
  ],
  'dear questions in a fragment': [
    [5, 6, 8],
    (n) =>
      `query q { ...f } fragment f on Query { ${times(n, (i) => `a${i}: concordanceGrid(within: "GM9001") { outcome }`)} }`,
  ],
  'dear subscriptions': [
    [2, 6, 10],
    (n) =>
      `subscription { ${times(n, (i) => `a${i}: signalChanged(within: "GM9001") { display }`)} }`,
  ],
  'introspection in circles': [
    [3, 5, 6, 8],
    (n) => `{ __schema { types { ${nested(n, 'fields { type { ', 'name', ' } }')} } } }`,
  ],
  'introspection of possible types in circles': [
    [4, 5, 7],
    (n) =>
      `{ __schema { types { ${nested(n, 'possibleTypes { interfaces { ', 'name', ' } }')} } } }`,
  ],
  'wrapped types without end': [
    [16, 50, 125, 200],
    (n) =>
      `{ __type(name: "Query") { fields { type ${nested(n, '{ ofType ', '{ name }', ' }')} } } }`,
  ],
  'introspection many times': [
    [21, 30, 40],
    (n) =>
      `{ ${times(n, (i) => `a${i}: __schema { types { name fields { name type ${type} } } }`)} }`,
  ],
  'introspection, wide': [
    [10, 20, 30],
    (n) =>
      `{ __schema { types { ${times(n, (i) => `a${i}: fields { ${times(10, (j) => `b${j}: name`)} }`)} } } }`,
  ],
  'comment to the brim': [
    [20_000, 60_000, 130_000, 200_000],
    (n) => `{ me { role } } # ${'x'.repeat(n)}`,
  ],
  'commas and blanks': [[20_000, 110_000, 200_000], (n) => `{ me { role ${', '.repeat(n / 2)} } }`],
  'long text in the query': [
    [20_000, 60_000, 100_000],
    (n) => `{ screenText(text: "${'x'.repeat(n)}") { __typename } }`,
  ],
  'long block text': [
    [20_000, 60_000, 100_000],
    (n) => `{ screenText(text: """${'x\\n'.repeat(n / 2)}""") { __typename } }`,
  ],
  'long name': [[20_000, 60_000, 100_000], (n) => `query ${'q'.repeat(n)} { me { role } }`],
  'long number': [
    [20_000, 60_000, 100_000],
    (n) => `{ places(first: ${'9'.repeat(n)}) { __typename } }`,
  ],
  'deep list in the query': [
    [9, 100, 500, 900],
    (n) => `{ signals(within: "GM9001", stage: ${nested(n, '[', 'NEW', ']')}) { __typename } }`,
  ],
  'deep object in the query': [
    [9, 100, 200, 300],
    (n) => `{ fieldNotes(filter: ${nested(n, '{ a: ', '1', ' }')}) { __typename } }`,
  ],
  'deep default of a variable': [
    [9, 104, 200],
    (n) => `query ($a: [Int] = ${nested(n, '[', '1', ']')}) { me { role } }`,
  ],
  'many arguments': [
    [700, 1_850, 3_000],
    (n) => `{ place(${times(n, (i) => `a${i}: 1`)}) { code } }`,
  ],
  'many variables': [
    [500, 1_750, 3_000],
    (n) => `query (${times(n, (i) => `$a${i}: Int`)}) { me { role } }`,
  ],
  'unknown fields, with guesses': [
    [501, 900, 1_400, 1_900],
    (n) => `{ ${times(n, (i) => `wijkProfil${i % 10}`)} }`,
  ],
  'opening braces': [[10, 500, 1_900, 10_000], (n) => '{ a '.repeat(n)],
  'opening brackets': [[10, 500, 1_900, 10_000], (n) => `{ a(b: ${'['.repeat(n)}`],
  'words without sense': [[10, 1_000, 3_000, 5_000], (n) => times(n, () => 'query')],
};

const asked = '{ me { role } }';

/** Whole bodies per family and size. */
const bodies: Readonly<Record<string, readonly [readonly number[], (n: number) => string]>> = {
  'batch of questions': [
    [2, 10, 100, 2_000],
    (n) => `[${times(n, () => JSON.stringify({ query: asked }), ',')}]`,
  ],
  'batch of dear questions': [
    [2, 11, 20],
    (n) => `[${times(n, () => JSON.stringify({ query: `{ ${wholeProfile} }` }), ',')}]`,
  ],
  'empty batch': [[0], () => '[]'],
  'many values in the variables': [
    [2_001, 20_000, 40_000, 60_000],
    (n) => JSON.stringify({ query: asked, variables: { a: Array.from({ length: n }, () => 1) } }),
  ],
  'many names in the variables': [
    [2_001, 6_000, 10_000],
    (n) => `{"query":"${asked}","variables":{${times(n, (i) => `"a${i}":1`, ',')}}}`,
  ],
  'deep variables': [
    [10, 100, 1_000, 50_000],
    (n) => `{"query":"${asked}","variables":{"a":${nested(n, '[', '1', ']')}}}`,
  ],
  'deep objects in the variables': [
    [10, 100, 10_050, 20_000],
    (n) => `{"query":"${asked}","variables":{"a":${nested(n, '{"a":', '1', '}')}}}`,
  ],
  'long text in the variables': [
    [100_000, 200_000, 600_000, 1_000_000],
    (n) => JSON.stringify({ query: asked, variables: { a: 'x'.repeat(n) } }),
  ],
  'body of blanks': [
    [100_000, 200_000, 600_000, 1_000_000],
    (n) => `{"query":"${asked}"${' '.repeat(n)}}`,
  ],
  'page size by variable': [
    [5, 12, 16, 20],
    (n) =>
      JSON.stringify({
        query: `query ($n: Int) { ${times(n, (i) => `a${i}: signals(within: "GM9001", first: $n) { edges { node { display voices } } }`)} }`,
        variables: { n: 100 },
      }),
  ],
  'dear one of two operations': [
    [5, 6, 8],
    (n) =>
      JSON.stringify({
        query: `query cheap { me { role } } query dear { ${times(n, (i) => `a${i}: concordanceGrid(within: "GM9001") { outcome }`)} }`,
        operationName: 'dear',
      }),
  ],
  'extensions without end': [
    [30_000, 75_000, 120_000],
    (n) => `{"query":"${asked}","extensions":{"a":${nested(n, '[', '1', ']')}}}`,
  ],
};

/** All of them. */
export const hostileDocuments: readonly Hostile[] = [
  ...Object.entries(queries).flatMap(([family, [sizes, text]]) =>
    sizes.map((size) => ({ family, size, body: JSON.stringify({ query: text(size) }) })),
  ),
  ...Object.entries(bodies).flatMap(([family, [sizes, text]]) =>
    sizes.map((size) => ({ family, size, body: text(size) })),
  ),
];
