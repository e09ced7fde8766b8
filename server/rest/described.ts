// What the schema says of a resource: its parameters, and which shape its answer has. Read once, at the start.
import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  typeFromAST,
  validate,
} from 'graphql';
import type { Resource } from './resources.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly isRequired: boolean;
  readonly type: GraphQLInputType;
  readonly description: string;
  /** As it stands in the query; undefined: the schema's own. */
  readonly initial: unknown;
}

/** PAGE: items and a cursor; LIST: all items; ONE: the thing itself, or not found. */
export type Shape = 'PAGE' | 'LIST' | 'ONE';

export interface Described extends Resource {
  readonly parameters: readonly Parameter[];
  readonly shape: Shape;
  /** Name of the field at the top. */
  readonly field: string;
  readonly root: GraphQLField<unknown, unknown>;
  /** What is asked of one item. */
  readonly selection: SelectionSetNode;
}

/** Reads a resource against the schema; throws when its query does not fit, so that no server starts with it. */
export function describe(schema: GraphQLSchema, resource: Resource): Described {
  const document = parse(resource.document);
  const problems = validate(schema, document);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const asked = operation?.selectionSet.selections[0];
  const root = asked?.kind === Kind.FIELD && schema.getQueryType()?.getFields()[asked.name.value];
  if (problems[0] || !operation || !root || asked?.kind !== Kind.FIELD || !asked.selectionSet)
    throw new Error(`REST ${resource.path}: ${problems[0]?.message ?? 'no field at the top'}`);
  const shape = shapeOf(root);
  return {
    ...resource,
    parameters: parametersOf(schema, resource, operation, asked, root),
    shape,
    field: asked.name.value,
    root,
    selection: shape === 'PAGE' ? selectionOfNode(asked.selectionSet) : asked.selectionSet,
  };
}

function shapeOf({ type }: GraphQLField<unknown, unknown>): Shape {
  const inner = getNullableType(type);
  if (isListType(inner)) return 'LIST';
  return isObjectType(inner) && inner.name.endsWith('Connection') ? 'PAGE' : 'ONE';
}

function selectionOfNode(connection: SelectionSetNode): SelectionSetNode {
  const find = (set: SelectionSetNode | undefined, name: string) =>
    set?.selections.find(
      (one): one is FieldNode => one.kind === Kind.FIELD && one.name.value === name,
    )?.selectionSet;
  const node = find(find(connection, 'edges'), 'node');
  if (!node) throw new Error('A connection is asked without its nodes.');
  return node;
}

function parametersOf(
  schema: GraphQLSchema,
  { path, fixed }: Resource,
  operation: OperationDefinitionNode,
  asked: FieldNode,
  root: GraphQLField<unknown, unknown>,
): Parameter[] {
  return (operation.variableDefinitions ?? []).flatMap((one) => {
    const name = one.variable.name.value;
    const type = typeFromAST(schema, one.type as never) as GraphQLInputType | undefined;
    const isInPath = path.includes(`{${name}}`);
    if (!type || (fixed?.[name] !== undefined && !isInPath)) return [];
    const initial = one.defaultValue?.kind === Kind.ENUM ? one.defaultValue.value : undefined;
    return [
      {
        name,
        in: isInPath ? ('path' as const) : ('query' as const),
        isRequired: isInPath || (isNonNullType(type) && initial === undefined),
        type,
        description: argumentOf(asked, root, name)?.description ?? 'Language of the words.',
        initial,
      },
    ];
  });
}

/** The argument that a variable is given to. */
function argumentOf(
  asked: FieldNode,
  root: GraphQLField<unknown, unknown>,
  variable: string,
): GraphQLArgument | undefined {
  const given = asked.arguments?.find(
    ({ value }) => value.kind === Kind.VARIABLE && value.name.value === variable,
  );
  return root.args.find(({ name }) => name === given?.name.value);
}
