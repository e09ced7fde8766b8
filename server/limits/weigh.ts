// Weighs a parsed document before it is validated: how deep, how wide, and what answering it would cost. A fragment
// is walked once however often it is spread, so that no document makes the weighing itself dear.
import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
} from 'graphql';
import {
  fieldsPerCost,
  largestPage,
  prices,
  usualPage,
  usualTimes,
  valuesPerCost,
} from './prices.ts';

/** Of a selection set with its fragments written out. */
export interface Weight {
  depth: number;
  introspectionDepth: number;
  /** Levels of lists and objects in written arguments. */
  inputDepth: number;
  fields: number;
  aliases: number;
  directives: number;
  /** About milliseconds of one core for reading. */
  load: number;
  /** Values in the answer. */
  values: number;
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly known: Map<string, Weight>;
  readonly open: Set<string>;
  /** Fields seen so far, each once. */
  seen: number;
  readonly most: number;
  readonly variable: Variable;
}

type Type = GraphQLNamedType | undefined;

/** A fragment contains itself: writing it out would never end. */
export class FragmentCycle extends Error {}

/** More fields than anyone may ask for: not weighed to the end. */
export class TooManyFields extends Error {}

/**
 * Weighs one operation, or the fragments alone when `operation` is null. Any document that parses will do, also one
 * that does not fit the schema: an unknown field counts as a plain one. Throws FragmentCycle, and
 * TooManyFields above `most` written fields.
 */
export function weigh(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode | null,
  variables: Readonly<Record<string, unknown>>,
  most: number,
): Weight {
  const fragments = fragmentsOf(document);
  const variable = variableOf(operation, variables);
  const known = new Map<string, Weight>();
  const walk: Walk = { schema, fragments, known, open: new Set(), seen: 0, most, variable };
  if (operation) {
    const type = schema.getRootType(operation.operation) ?? undefined;
    const weight = weighSelections(walk, operation.selectionSet, type);
    addInput(weight, operation.directives ?? [], []);
    for (const { defaultValue, directives } of operation.variableDefinitions ?? []) {
      addInput(weight, directives ?? [], []);
      weight.inputDepth = Math.max(weight.inputDepth, defaultValue ? inputDepth(defaultValue) : 0);
    }
    return weight;
  }
  const all = nothing();
  for (const name of fragments.keys()) addAll(all, weighFragment(walk, name));
  return all;
}

/** Estimated cost of an operation of this weight: 1 is about a millisecond of one core. */
export const costOf = ({ load, values, fields }: Weight): number =>
  Math.max(1, Math.ceil(load + values / valuesPerCost + fields / fieldsPerCost));

/** The fields at the top of an operation; call it only when its fragments are known to be few. */
export function rootFieldsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): FieldNode[] {
  const fragments = fragmentsOf(document);
  const fields = (set: SelectionSetNode | undefined): FieldNode[] =>
    (set?.selections ?? []).flatMap((one) => {
      if (one.kind === Kind.FIELD) return [one];
      if (one.kind === Kind.INLINE_FRAGMENT) return fields(one.selectionSet);
      return fields(fragments.get(one.name.value)?.selectionSet);
    });
  return fields(operation.selectionSet);
}

/** Root fields that take a text from the caller, and the list that one of them takes many in. */
const textFields: Readonly<Record<string, string | null>> = {
  logFieldNote: null,
  logFieldNotes: 'notes',
  reviseFieldNote: null,
  screenText: null,
  addReaction: null,
};

/** How many texts these root fields take. */
export function textsIn(
  roots: readonly FieldNode[],
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const variable = variableOf(operation, variables);
  return roots.reduce((sum, node) => {
    const list = textFields[node.name.value];
    if (list === undefined) return sum;
    return sum + (list === null ? 1 : itemsOf(node, list, variable));
  }, 0);
}

type Variable = (name: string) => unknown;

/** Value of a variable, or its default as far as that matters here. */
function variableOf(
  operation: OperationDefinitionNode | null,
  variables: Readonly<Record<string, unknown>>,
): Variable {
  const defaults = new Map(
    operation?.variableDefinitions?.map((one) => [one.variable.name.value, one.defaultValue]),
  );
  return (name) => variables[name] ?? literal(defaults.get(name));
}

/** Items of a list that was sent as an argument; one for anything else, which then stands for a list of one. */
function itemsOf(node: FieldNode, argument: string, variable: Variable): number {
  const sent = node.arguments?.find(({ name }) => name.value === argument)?.value;
  const value = sent?.kind === Kind.VARIABLE ? variable(sent.name.value) : literal(sent);
  return Array.isArray(value) ? Math.max(1, value.length) : 1;
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions
      .filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
}

function weighSelections(walk: Walk, set: SelectionSetNode, type: Type): Weight {
  const all = nothing();
  for (const one of set.selections) {
    if (one.kind === Kind.FIELD) addAll(all, weighField(walk, one, type));
    else if (one.kind === Kind.FRAGMENT_SPREAD) addAll(all, weighFragment(walk, one.name.value));
    else addAll(all, weighSelections(walk, one.selectionSet, conditionOf(walk, one, type)));
    if (one.kind !== Kind.FIELD) addInput(all, one.directives ?? [], []);
  }
  return all;
}

function weighFragment(walk: Walk, name: string): Weight {
  const known = walk.known.get(name);
  if (known) return known;
  const fragment = walk.fragments.get(name);
  if (!fragment) return nothing();
  if (walk.open.has(name)) throw new FragmentCycle(name);
  walk.open.add(name);
  const type = conditionOf(walk, fragment, undefined);
  const weight = weighSelections(walk, fragment.selectionSet, type);
  addInput(weight, fragment.directives ?? [], []);
  walk.open.delete(name);
  walk.known.set(name, weight);
  return weight;
}

const conditionOf = (
  { schema }: Walk,
  { typeCondition }: Pick<FragmentDefinitionNode, 'typeCondition'> | { typeCondition?: undefined },
  otherwise: Type,
): Type => (typeCondition ? schema.getType(typeCondition.name.value) : otherwise);

function weighField(walk: Walk, node: FieldNode, parent: Type): Weight {
  walk.seen += 1;
  if (walk.seen > walk.most) throw new TooManyFields();
  const name = node.name.value;
  const shape = shapeOf(walk.schema, name, parent);
  const weight = node.selectionSet
    ? weighSelections(walk, node.selectionSet, shape?.type)
    : nothing();
  const items = shape?.each ? itemsOf(node, shape.each, walk.variable) : 1;
  const times = shape?.isPage ? pageOf(walk, node) : (shape?.times ?? 1) * items;
  // What lies below is nobody else's: the weight of a fragment is added up, not handed on.
  weight.fields += 1;
  weight.aliases += node.alias ? 1 : 0;
  weight.values = weight.values * times + 1;
  weight.load = weight.load * times + (shape?.load ?? 0) * items;
  if (name.startsWith('__') || parent?.name.startsWith('__')) weight.introspectionDepth += 1;
  else weight.depth += 1;
  addInput(weight, node.directives ?? noDirectives, node.arguments ?? noArguments);
  return weight;
}

const noDirectives: readonly DirectiveNode[] = [];
const noArguments: readonly ArgumentNode[] = [];

/** What the schema and the prices say of a field. */
interface Shape {
  readonly type: GraphQLNamedType;
  readonly load: number;
  /** Items below it. */
  readonly times: number;
  /** Argument with an item for each of its items. */
  readonly each: string | undefined;
  /** Its items are as many as `first` asks for. */
  readonly isPage: boolean;
}

const shapes = new WeakMap<GraphQLNamedType, Map<string, Shape>>();

/** Looked up once per field of the schema; undefined for a field that is not in it. */
function shapeOf(schema: GraphQLSchema, name: string, parent: Type): Shape | undefined {
  if (!parent) return undefined;
  const known = shapes.get(parent) ?? new Map<string, Shape>();
  shapes.set(parent, known);
  const shape = known.get(name);
  if (shape) return shape;
  const field = fieldOf(schema, name, parent);
  if (!field) return undefined;
  const price = prices[`${parent.name}.${name}`];
  // The items of a connection are counted at the connection.
  const isList = name !== 'edges' && name !== 'nodes' && String(field.type).includes('[');
  const isRoot = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const found = {
    type: getNamedType(field.type),
    load: price?.load ?? (isRoot.includes(parent as GraphQLObjectType) ? 1 : 0),
    times: price?.times ?? (isList && !price?.each ? usualTimes : 1),
    each: price?.each,
    isPage: field.args.some((argument) => argument.name === 'first'),
  };
  known.set(name, found);
  return found;
}

function fieldOf(
  schema: GraphQLSchema,
  name: string,
  parent: GraphQLNamedType,
): GraphQLField<unknown, unknown> | undefined {
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

function pageOf(walk: Walk, node: FieldNode): number {
  const asked = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  const first = asked?.kind === Kind.VARIABLE ? walk.variable(asked.name.value) : literal(asked);
  if (typeof first !== 'number' || !(first >= 1)) return usualPage;
  return Math.min(first, largestPage);
}

const literal = (value: ValueNode | undefined): unknown => {
  if (value?.kind === Kind.LIST) return value.values;
  return value?.kind === Kind.INT ? Number(value.value) : undefined;
};

function addInput(
  weight: Weight,
  directives: readonly DirectiveNode[],
  args: readonly ArgumentNode[],
): void {
  if (directives.length === 0 && args.length === 0) return;
  weight.directives += directives.length;
  for (const { value } of [...args, ...directives.flatMap((one) => one.arguments ?? [])]) {
    weight.inputDepth = Math.max(weight.inputDepth, inputDepth(value));
  }
}

function inputDepth(value: ValueNode): number {
  const inner =
    value.kind === Kind.LIST
      ? value.values
      : value.kind === Kind.OBJECT
        ? value.fields.map((field) => field.value)
        : undefined;
  return inner ? 1 + Math.max(0, ...inner.map(inputDepth)) : 0;
}

/** Written out in full: merging parts of it made weighing ten times slower. */
const nothing = (): Weight => ({
  depth: 0,
  introspectionDepth: 0,
  inputDepth: 0,
  fields: 0,
  aliases: 0,
  directives: 0,
  load: 0,
  values: 0,
});

/** Depths are the deepest, the rest adds up. */
function addAll(sum: Weight, part: Weight): void {
  sum.depth = Math.max(sum.depth, part.depth);
  sum.introspectionDepth = Math.max(sum.introspectionDepth, part.introspectionDepth);
  sum.inputDepth = Math.max(sum.inputDepth, part.inputDepth);
  sum.fields += part.fields;
  sum.aliases += part.aliases;
  sum.directives += part.directives;
  sum.load += part.load;
  sum.values += part.values;
}
