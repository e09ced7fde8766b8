// Random queries over the whole schema: every field, argument and enum value has its turn. The same seed gives the
// same queries.
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** Values to ask with, by the name of the argument's type; what is not there is made up. */
export type Pools = Readonly<Record<string, readonly unknown[]>>;

/** A number from 0 up to 1, the next of a row that the seed fixes (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A query of one root field, with everything below it that fits in the depth. */
export function randomQuery(schema: GraphQLSchema, pools: Pools, random: () => number): string {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const field = pick(fields, random);
  return `{ ${fieldText(schema, field, pools, random, 6)} }`;
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

function fieldText(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  pools: Pools,
  random: () => number,
  depth: number,
): string {
  const given = field.args.filter((arg) => isNonNullType(arg.type) || random() < 0.5);
  const args = given.map((arg) => `${arg.name}: ${valueText(arg.type, arg.name, pools, random)}`);
  const call = args.length > 0 ? `${field.name}(${args.join(', ')})` : field.name;
  // An own name for each, so that the same field with other arguments can stand beside it.
  const alias = `a${Math.floor(random() * 1e9)}_${field.name}`;
  const below = selectionText(schema, field.type, pools, random, depth - 1);
  return `${alias}: ${call}${below}`;
}

function selectionText(
  schema: GraphQLSchema,
  output: GraphQLOutputType,
  pools: Pools,
  random: () => number,
  depth: number,
): string {
  const type = getNamedType(output);
  if (!isCompositeType(type)) return '';
  if (depth <= 0) return ' { __typename }';
  if (isUnionType(type) || isInterfaceType(type)) {
    const parts = schema
      .getPossibleTypes(type)
      .map((one) => `... on ${one.name}${selectionText(schema, one, pools, random, depth)}`);
    return ` { __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields());
  // All plain fields, and of the deep ones as many as keep the document small.
  const chosen = fields.filter(
    (field) => !isCompositeType(getNamedType(field.type)) || random() < 0.6,
  );
  const texts = chosen.map((field) => fieldText(schema, field, pools, random, depth));
  return ` { __typename ${texts.join(' ')} }`;
}

function valueText(
  type: GraphQLInputType,
  name: string,
  pools: Pools,
  random: () => number,
): string {
  if (isNonNullType(type)) return valueText(type.ofType, name, pools, random);
  if (isListType(type)) return `[${valueText(type.ofType, name, pools, random)}]`;
  if (isEnumType(type)) return pick(type.getValues(), random).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || random() < 0.4,
    );
    const texts = fields.map(
      (field) => `${field.name}: ${valueText(field.type, field.name, pools, random)}`,
    );
    return `{ ${texts.join(', ')} }`;
  }
  if (name === 'first') return String(1 + Math.floor(random() * 20));
  const pool = pools[name] ?? pools[type.name];
  if (!pool)
    throw new Error(`There are no values to ask with for ${type.name} (argument ${name}).`);
  return JSON.stringify(pick(pool, random));
}
