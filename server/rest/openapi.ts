// The description of the REST face (OpenAPI 3.0.3), made from the resources and the GraphQL schema: what it says and
// what is answered cannot drift apart.
import {
  type GraphQLEnumType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Described, Parameter } from './described.ts';
import { type ExportResource, exportResources } from './export-resources.ts';
import { restRoot, restVersion } from './resources.ts';

type Json = Readonly<Record<string, unknown>>;

export interface ApiFacts {
  /** Address of the server, without a slash at the end. */
  readonly address: string;
  readonly contact?: string | undefined;
}

/** The whole description as JSON. */
export function openapiOf(resources: readonly Described[], { address, contact }: ApiFacts): Json {
  const enums = new Map<string, GraphQLEnumType>();
  const paths = Object.fromEntries([
    ...resources.map((one) => [one.path, { get: operationOf(one, enums) }] as const),
    ...exportResources.map((one) => [one.path, { get: exportOperation(one) }] as const),
  ]);
  return {
    openapi: '3.0.3',
    info: {
      title: 'Wijkbeeld open data',
      version: restVersion,
      description:
        'Monitor figures of gemeenten, wijken and buurten, and the public part of wijk profiles, as everyone may see ' +
        'them. A value of null has a reason in `state`; nothing is rounded to zero. Follows the Dutch API Design ' +
        'Rules 2.2.',
      contact: {
        name: 'Wijkbeeld',
        url: `${address}/docs/`,
        email: contact?.replace(/^mailto:/, '') ?? 'beheer@wijkbeeld.example',
      },
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
    },
    servers: [{ url: `${address}${restRoot}` }],
    tags: ['Places', 'Profiles', 'Indicators', 'Exports'].map((name) => ({ name })),
    paths,
    components: {
      headers: {
        'API-Version': { description: 'Full version of this API.', schema: { type: 'string' } },
        ETag: {
          description: 'Changes with the content; send it as If-None-Match.',
          schema: { type: 'string' },
        },
      },
      schemas: {
        ...Object.fromEntries([...enums].map(([name, type]) => [name, enumSchema(type)])),
        Problem: problemSchema,
      },
      responses: Object.fromEntries(
        Object.entries(problems).map(([status, description]) => [
          `Problem${status}`,
          {
            description,
            headers: { 'API-Version': { $ref: '#/components/headers/API-Version' } },
            content: {
              'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
            },
          },
        ]),
      ),
    },
  };
}

const problems: Readonly<Record<string, string>> = {
  400: 'A parameter is unknown, missing or wrong, or too much was asked at once.',
  403: 'It is in no open data: sensitive indicators.',
  404: 'It does not exist.',
  406: 'What the Accept header asks for cannot be answered here.',
  429: 'The budget of this network is spent; Retry-After says when to ask again.',
  500: 'An unexpected failure; its number is in instance.',
};

const problemSchema = {
  type: 'object',
  description: 'What went wrong (RFC 9457).',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri-reference', description: 'Where the code is explained.' },
    title: { type: 'string', description: 'The kind of failure.' },
    status: { type: 'integer', description: 'HTTP status.' },
    detail: { type: 'string', description: 'What was wrong, and what to do.' },
    instance: { type: 'string', description: 'Number of the request.' },
    code: { type: 'string', description: 'Code of the failure, as in GraphQL.' },
    invalidParams: {
      type: 'array',
      description: 'Parameters that were wrong.',
      items: {
        type: 'object',
        required: ['name', 'reason'],
        properties: { name: { type: 'string' }, reason: { type: 'string' } },
      },
    },
  },
};

function operationOf(one: Described, enums: Map<string, GraphQLEnumType>): Json {
  const item = getNamedType(one.root.type) as GraphQLObjectType;
  const node = one.shape === 'PAGE' ? nodeOf(item) : item;
  const schema = objectSchema(node, one.selection, one, enums);
  const headers = {
    'API-Version': { $ref: '#/components/headers/API-Version' },
    ETag: { $ref: '#/components/headers/ETag' },
  };
  return {
    operationId: one.operation,
    tags: [one.tag],
    summary: one.summary,
    description: one.root.description ?? one.summary,
    parameters: one.parameters.map((parameter) => parameterOf(parameter, enums)),
    responses: {
      200: {
        description: one.summary,
        headers,
        content: {
          'application/json': { schema: one.shape === 'ONE' ? schema : listOf(one, schema) },
        },
      },
      ...refusals,
    },
  };
}

const refusals = Object.fromEntries(
  Object.keys(problems).map((status) => [
    status,
    { $ref: `#/components/responses/Problem${status}` },
  ]),
);

function exportOperation(one: ExportResource): Json {
  const mediaTypes = [...new Set(Object.values(one.forms).map((type) => type.split(';')[0] ?? ''))];
  const schemaOf = (type: string) =>
    type === 'text/csv'
      ? { type: 'string' }
      : { type: 'object', description: 'By its own standard.' };
  return {
    operationId: one.operation,
    tags: ['Exports'],
    summary: one.summary,
    description: one.description,
    parameters: one.parameters.map(({ name, in: place, description, schema }) => ({
      ...{ name, in: place, required: place === 'path', description, schema },
    })),
    responses: {
      200: {
        description: one.summary,
        headers: {
          'API-Version': { $ref: '#/components/headers/API-Version' },
          ETag: { $ref: '#/components/headers/ETag' },
          'Content-Disposition': {
            description: 'A name for the file.',
            schema: { type: 'string' },
          },
          Link: {
            description: 'Of csv: its metadata (rel="describedby").',
            schema: { type: 'string' },
          },
        },
        content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: schemaOf(type) }])),
      },
      ...refusals,
    },
  };
}

function listOf({ shape }: Described, item: Json): Json {
  const items = { type: 'array', items: item };
  if (shape === 'LIST') return { type: 'object', required: ['items'], properties: { items } };
  const next = {
    type: 'string',
    nullable: true,
    description: 'Send it as `after` for the next page; null on the last one.',
  };
  return { type: 'object', required: ['items', 'next'], properties: { items, next } };
}

function nodeOf(connection: GraphQLObjectType): GraphQLObjectType {
  const edge = getNamedType(connection.getFields().edges?.type) as GraphQLObjectType;
  return getNamedType(edge.getFields().node?.type) as GraphQLObjectType;
}

function parameterOf(one: Parameter, enums: Map<string, GraphQLEnumType>): Json {
  return {
    name: one.name,
    in: one.in,
    required: one.isRequired,
    description: one.description,
    schema: { ...plainSchema(one.type, enums), ...(one.initial ? { default: one.initial } : {}) },
  };
}

function objectSchema(
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  one: Described,
  enums: Map<string, GraphQLEnumType>,
): Json {
  const properties: Record<string, Json> = {};
  for (const part of selections) {
    if (part.kind !== Kind.FIELD) continue;
    const field = type.getFields()[part.name.value];
    if (!field) continue;
    const inner = (named: GraphQLObjectType) =>
      part.selectionSet ? objectSchema(named, part.selectionSet, one, enums) : {};
    properties[part.alias?.value ?? part.name.value] = described(
      outputSchema(field.type, inner, enums),
      field.description,
    );
  }
  return { type: 'object', required: Object.keys(properties), properties };
}

/** OpenAPI 3.0 allows nothing beside a reference, so a description goes around it. */
const described = (schema: Json, description: string | null | undefined): Json =>
  '$ref' in schema ? { allOf: [schema], description } : { ...schema, description };

function outputSchema(
  type: GraphQLOutputType,
  inner: (named: GraphQLObjectType) => Json,
  enums: Map<string, GraphQLEnumType>,
): Json {
  if (isNonNullType(type)) return whole(type.ofType, inner, enums);
  const schema = whole(type, inner, enums);
  return '$ref' in schema ? { allOf: [schema], nullable: true } : { ...schema, nullable: true };
}

function whole(
  type: GraphQLOutputType,
  inner: (named: GraphQLObjectType) => Json,
  enums: Map<string, GraphQLEnumType>,
): Json {
  if (isListType(type)) {
    return { type: 'array', items: outputSchema(type.ofType as GraphQLOutputType, inner, enums) };
  }
  return isObjectType(type) ? inner(type) : plainSchema(type as GraphQLInputType, enums);
}

const scalars: Readonly<Record<string, Json>> = {
  Int: { type: 'integer', format: 'int32' },
  Float: { type: 'number', format: 'double' },
  Boolean: { type: 'boolean' },
  Date: { type: 'string', format: 'date' },
  DateTime: { type: 'string', format: 'date-time' },
  UUID: { type: 'string', format: 'uuid' },
  PlaceCode: {
    type: 'string',
    pattern: '^(NL0[01]|GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$',
  },
  WijkCode: { type: 'string', pattern: '^WK[0-9]{4}[0-9A-Z]{2}$' },
};

function plainSchema(type: GraphQLInputType, enums: Map<string, GraphQLEnumType>): Json {
  const named = getNamedType(type);
  if (!isEnumType(named)) return scalars[named.name] ?? { type: 'string' };
  enums.set(named.name, named);
  return { $ref: `#/components/schemas/${named.name}` };
}

function enumSchema(type: GraphQLEnumType): Json {
  const values = type.getValues();
  const meanings = values.map(({ name, description }) => `* \`${name}\`: ${description ?? ''}`);
  return {
    type: 'string',
    description: [type.description, ...meanings].join('\n'),
    enum: values.map(({ name }) => name),
  };
}
