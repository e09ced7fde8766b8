// Holds what was sent against the limits of one request, before it is validated and before the database is touched.
import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import { DomainError } from '../errors.ts';
import { costPerRequest, type LimitName, limits, sizesFor } from './table.ts';
import { costOf, FragmentCycle, rootFieldsOf, TooManyFields, textsIn, weigh } from './weigh.ts';

export interface Priced {
  readonly cost: number;
  /** Texts that the operation that runs takes from the caller. */
  readonly texts: number;
  readonly operationName: string | undefined;
}

/** The refusal of a request over one limit: names the limit, what was found and what to do. */
export function overLimit(name: LimitName, found: number | string): DomainError {
  const { most, what } = limits[name];
  return tooComplex(
    `This request has ${found} ${what}; at most ${most} are allowed. Ask for less, in several requests.`,
    { limit: name, found, most },
  );
}

const tooComplex = (message: string, details: Record<string, unknown>) =>
  new DomainError('QUERY_TOO_COMPLEX', message, [], details);

function holdAgainst(name: LimitName, found: number): void {
  if (found > limits[name].most) throw overLimit(name, found);
}

/** Prices the operation of a document that would run; refuses what is over a limit, valid or not. */
export function priceDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  variables: Readonly<Record<string, unknown>>,
): Priced {
  const operations = document.definitions.filter(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  holdAgainst('operations', operations.length);
  holdAgainst('fragments', document.definitions.length - operations.length);
  try {
    checkWeight(weigh(schema, document, null, variables, limits.fields.most));
    let all: Priced = { cost: 1, texts: 0, operationName: undefined };
    for (const operation of operations) {
      const weight = weigh(schema, document, operation, variables, limits.fields.most);
      checkWeight(weight);
      const roots = rootFieldsOf(document, operation);
      holdAgainst('rootFields', roots.length);
      const cost = costOf(weight);
      checkCost(cost, true);
      const name = operation.name?.value;
      // Without a name the only operation runs; when there are several, none does.
      if (operationName ? name === operationName : cost >= all.cost)
        all = { cost, texts: textsIn(roots, operation, variables), operationName: name };
    }
    return all;
  } catch (error) {
    if (error instanceof TooManyFields)
      throw overLimit('fields', `more than ${limits.fields.most}`);
    if (!(error instanceof FragmentCycle)) throw error;
    throw tooComplex('A fragment of this query contains itself. Take the circle out.', {
      limit: 'circle',
    });
  }
}

function checkWeight(weight: ReturnType<typeof weigh>): void {
  for (const name of [
    'depth',
    'introspectionDepth',
    'inputDepth',
    'aliases',
    'fields',
    'directives',
  ] as const) {
    holdAgainst(name, weight[name]);
  }
}

/** Refuses an operation whose estimated cost is more than one request may have. */
export function checkCost(cost: number, isSignedIn: boolean): void {
  const most = isSignedIn ? costPerRequest.signedIn : costPerRequest.public;
  if (cost <= most) return;
  const hint = isSignedIn ? '' : ` Signed in it may cost ${costPerRequest.signedIn}.`;
  throw tooComplex(
    `This request would cost about ${cost}; one request may cost ${most}.${hint} Ask for fewer fields, shorter ` +
      'pages or one gemeente at a time.',
    { limit: 'cost', found: cost, most },
  );
}

export interface Sent {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

/** Refuses query text and variables that are too large or too deep; needs no parsing. */
export function checkSent({ query, variables, extensions }: Sent, isBulk: boolean): void {
  const { values: valuesName } = sizesFor(isBulk);
  if (typeof query === 'string') holdAgainst('documentCharacters', query.length);
  let values = 0;
  // Level by level and not by recursion: what was sent may be deeper than the stack.
  let level: unknown[] = [variables, extensions];
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const one of level) {
      if (one === null || typeof one !== 'object') continue;
      const inner = Object.values(one);
      values += inner.length;
      if (values > limits[valuesName].most)
        throw overLimit(valuesName, `more than ${limits[valuesName].most}`);
      next.push(...inner);
    }
    // The variables themselves are no level of input.
    if (next.length > 0) holdAgainst('inputDepth', depth);
    level = next;
  }
}
