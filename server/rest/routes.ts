// REST face for open data by the Dutch API Design Rules 2.2: every resource is asked as the public through the
// GraphQL door, so that rights, disclosure, limits and budgets are the same.
import express from 'express';
import { type GraphQLSchema, getNullableType, isListType } from 'graphql';
import { badInput, type DomainError, errorExtensions, type FieldProblem } from '../errors.ts';
import { etagOf, hasAlready } from '../http/etag.ts';
import type { AskInside, InsideFailure } from '../http/inside.ts';
import { cacheOfFigures, cacheOfWords } from './caching.ts';
import { type Described, describe, type Parameter } from './described.ts';
import { type ExportParts, exportRoutes } from './exports.ts';
import { type ApiFacts, openapiOf } from './openapi.ts';
import { answerProblem } from './problems.ts';
import { type Resource, resources, restVersion } from './resources.ts';

export interface RestFacts {
  readonly publicUrl?: string | undefined;
  readonly contact?: string | undefined;
}

/** The router below /api/v1. */
export function restRoutes(
  schema: GraphQLSchema,
  ask: AskInside,
  facts: RestFacts,
  exported: ExportParts,
) {
  const router = express.Router({ caseSensitive: true, strict: true });
  const known = resources.map((one: Resource) => describe(schema, one));
  router.use(apiHeaders);
  router.use(onlyReading);
  router.use(exportRoutes(exported));
  router.use(onlyJson);
  router.get('/openapi.json', (request, response) => {
    const address = facts.publicUrl ?? `${request.protocol}://${request.get('host')}`;
    const api: ApiFacts = { address: address.replace(/\/$/, ''), contact: facts.contact };
    response.set('Cache-Control', cacheOfFigures);
    answerJson(openapiOf(known, api), request, response);
  });
  for (const resource of known) {
    const path = resource.path.replace(/\{(\w+)\}/g, ':$1');
    router.get(path, (request, response) => answer(ask, resource, request, response));
  }
  router.use((request, response) => {
    const hint = request.path.endsWith('/') ? ' Leave the slash at the end out.' : '';
    answerProblem(response, {
      message: `No such resource.${hint} They are listed in /api/v1/openapi.json.`,
      extensions: { code: 'NOT_FOUND' },
    });
  });
  return router;
}

/** Open data: any site may read it, whoever asks is nobody in particular. */
const apiHeaders: express.RequestHandler = (_request, response, next) => {
  response.set({
    'API-Version': restVersion,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers':
      'API-Version, Content-Disposition, ETag, Link, Retry-After, X-Request-Id',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    Vary: 'Accept',
  });
  next();
};

const methods = 'GET, HEAD, OPTIONS';

const onlyReading: express.RequestHandler = (request, response, next) => {
  const { method } = request;
  if (method === 'OPTIONS') {
    response
      .status(204)
      .set({
        Allow: methods,
        'Access-Control-Allow-Methods': methods,
        'Access-Control-Max-Age': '86400',
      })
      .set('Access-Control-Allow-Headers', 'Accept, If-None-Match')
      .end();
  } else if (method !== 'GET' && method !== 'HEAD') {
    response.set('Allow', methods);
    const message = `Use GET, not ${method}: this API only reads.`;
    answerProblem(response, { message, extensions: { code: 'METHOD_NOT_ALLOWED' } });
  } else next();
};

const onlyJson: express.RequestHandler = (request, response, next) => {
  if (request.accepts('json')) return next();
  const message = 'Only application/json can be answered: send Accept: application/json.';
  answerProblem(response, { message, extensions: { code: 'NOT_ACCEPTABLE' } });
};

async function answer(
  ask: AskInside,
  resource: Described,
  request: express.Request,
  response: express.Response,
): Promise<void> {
  const read = readVariables(resource, request);
  if ('refusal' in read) return answerProblem(response, failureOf(read.refusal));
  const { data, errors } = await ask(request, resource.document, read.variables);
  const [failure] = errors ?? [];
  if (failure) return answerProblem(response, failure);
  const value = data?.[resource.field];
  if (value === null || value === undefined) {
    const what = Object.values(request.params).join(' ');
    const message = `There is no ${JSON.stringify(what)}.`;
    return answerProblem(response, { message, extensions: { code: 'NOT_FOUND' } });
  }
  response.set('Cache-Control', resource.hasWords ? cacheOfWords : cacheOfFigures);
  answerJson(bodyOf(resource, value, request, response), request, response);
}

/** With an ETag, and without the body for whoever has it. */
function answerJson(body: unknown, request: express.Request, response: express.Response): void {
  const text = JSON.stringify(body);
  const etag = etagOf(text);
  response.set('ETag', etag);
  if (hasAlready(request.get('if-none-match'), etag)) response.status(304).end();
  else response.type('json').send(text);
}

const failureOf = (error: DomainError): InsideFailure => ({
  message: error.message,
  extensions: errorExtensions(error),
});

interface Page {
  readonly edges: readonly { readonly node: unknown }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function bodyOf(
  { shape }: Described,
  value: unknown,
  request: express.Request,
  response: express.Response,
): unknown {
  if (shape === 'ONE') return value;
  if (shape === 'LIST') return { items: value };
  const { edges, pageInfo } = value as Page;
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  if (next) {
    const query = new URLSearchParams({
      ...(request.query as Record<string, string>),
      after: next,
    });
    response.set('Link', `<${request.baseUrl}${request.path}?${query}>; rel="next"`);
  }
  return { items: edges.map(({ node }) => node), next };
}

type Read =
  | { readonly variables: Readonly<Record<string, unknown>> }
  | { readonly refusal: DomainError };

/** Variables from path and query; refuses unknown, repeated and missing keys, and numbers that are none. */
function readVariables(resource: Described, request: express.Request): Read {
  const variables: Record<string, unknown> = { ...resource.fixed };
  const problems: FieldProblem[] = [];
  const names = resource.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  for (const key of Object.keys(request.query)) {
    const known = names.length > 0 ? `known are ${names.join(', ')}` : 'there are none here';
    if (!names.includes(key))
      problems.push({ field: key, message: `Unknown query key ${JSON.stringify(key)}: ${known}.` });
  }
  for (const parameter of resource.parameters) {
    const { name, isRequired } = parameter;
    const given = parameter.in === 'path' ? request.params[name] : request.query[name];
    if (given === undefined) {
      if (isRequired) problems.push({ field: name, message: `${name} is missing.` });
    } else if (typeof given !== 'string' || given === '') {
      problems.push({ field: name, message: `${name} must be given once, with a value.` });
    } else {
      const value = readValue(parameter, given);
      if (value === undefined)
        problems.push({ field: name, message: `${name} is not a whole number.` });
      else variables[name] = value;
    }
  }
  return problems.length > 0 ? { refusal: badInput(problems) } : { variables };
}

function readValue({ type }: Parameter, text: string): unknown {
  const named = getNullableType(type);
  if (isListType(named) || String(named) !== 'Int') return text;
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}
