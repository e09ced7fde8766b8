// The web side: express routes, GraphQL through Yoga, and the one place where failures are put on the wire.
import { randomUUID } from 'node:crypto';
import express from 'express';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Actor } from './access/actor.ts';
import { actorOfDemoToken, isDemoToken } from './access/demo.ts';
import type { Context } from './context.ts';
import type { Database } from './db/client.ts';
import { badInput, DomainError, errorExtensions, unauthenticated } from './errors.ts';
import { compiledExecution } from './jit.ts';
import type { News } from './news.ts';
import { servePages } from './pages.ts';
import { snapshotRoutes } from './snapshots/route.ts';
import { withoutValue } from './variables.ts';

export interface AppParts {
  readonly schema: GraphQLSchema;
  readonly database: Pick<Database, 'as' | 'readAs'>;
  readonly log: Logger;
  /** True only outside production and on loopback (config.allowsDemoTokens). */
  readonly demoTokens: boolean;
  /** Folder of built pages; undefined: API only. */
  readonly pagesFolder?: string;
  readonly now?: () => Date;
  /** News of all server processes, for subscriptions. */
  readonly news?: News;
}

export interface App {
  readonly yoga: YogaServerInstance<Record<string, unknown>, Context>;
  readonly express: express.Express;
}

/** Puts the parts together; opens no port. */
export function createApp(parts: AppParts): App {
  const clock = parts.now ?? (() => new Date());
  const yoga = createYoga<Record<string, unknown>, Context>({
    schema: parts.schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    logging: false,
    cors: false,
    context: ({ request }) => {
      const actor = actorOfRequest(request, parts.demoTokens);
      return {
        db: parts.database.as(actor),
        readDb: parts.database.readAs(actor),
        actor,
        now: clock(),
        clock,
        news: parts.news,
      };
    },
    maskedErrors: { maskError: (error) => wireError(error, parts.log) },
    plugins: [refuseNul(), compiledExecution()],
  });
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders);
  app.get('/livez', (_request, response) => {
    response.type('text/plain').send('ok');
  });
  app.use('/graphql', yoga as unknown as express.RequestHandler);
  app.use('/snapshots', snapshotRoutes(parts.database.readAs(null)));
  if (parts.pagesFolder) servePages(app, parts.pagesFolder);
  app.use((_request, response) => {
    response.status(404).type('text/plain').send('Not found. The API is at /graphql.');
  });
  return { yoga, express: app };
}

function actorOfRequest(request: Request, demoTokens: boolean): Actor | null {
  const header = request.headers.get('authorization');
  if (header === null) return null;
  const token = /^Bearer (.+)$/i.exec(header)?.[1]?.trim();
  if (!token) throw unauthenticated('Send the header Authorization: Bearer <token>.');
  if (isDemoToken(token)) {
    if (demoTokens) return actorOfDemoToken(token);
    throw unauthenticated('Demo tokens work in demo and development mode on loopback only.');
  }
  throw unauthenticated('This token is not known.');
}

/** An expected failure keeps its words and code; anything else is hidden behind a request id. */
function wireError(error: unknown, log: Logger): Error {
  const original = error instanceof GraphQLError ? error.originalError : error;
  const domain = findDomainError(original);
  if (domain) {
    const extensions = errorExtensions(domain);
    const http = domain.code === 'UNAUTHENTICATED' ? { http: { status: 401 } } : {};
    return new GraphQLError(domain.message, {
      ...(error instanceof GraphQLError && error.nodes ? { nodes: error.nodes } : {}),
      ...(error instanceof GraphQLError && error.path ? { path: error.path } : {}),
      extensions: { ...extensions, ...http },
    });
  }
  // A GraphQL error without an original one is about the request itself: syntax, validation, variables.
  if (error instanceof GraphQLError && !original) return asBadInput(error);
  const requestId = randomUUID();
  // Neither message nor parameters: a database error carries the values it was sent, note texts among them.
  log.error({ requestId, ...describe(original) }, 'unexpected error');
  return new GraphQLError('Unexpected error.', {
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  });
}

function findDomainError(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (error instanceof GraphQLError) return findDomainError(error.originalError);
  return undefined;
}

/** The request itself is wrong: one code, and nothing of the body in the answer. */
function asBadInput(error: GraphQLError): GraphQLError {
  const isFirm = expectedCodes.has(String(error.extensions.code));
  const http = error.extensions.http === undefined ? {} : { http: error.extensions.http };
  return new GraphQLError(withoutValue(error.message), {
    ...(error.nodes ? { nodes: error.nodes } : {}),
    extensions: { code: isFirm ? error.extensions.code : 'BAD_USER_INPUT', ...http },
  });
}

const expectedCodes = new Set(['BAD_USER_INPUT', 'QUERY_TOO_COMPLEX', 'RATE_LIMITED']);

/** What may be logged of a bug: its kind, its database code and constraint, and where it was thrown. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const cause = (error.cause ?? error) as { code?: string; constraint?: string };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: error.constructor.name,
    databaseCode: cause.code,
    constraint: cause.constraint,
    at: frames.slice(0, 8).map((line) => line.trim()),
  };
}

/** PostgreSQL keeps no NUL character in a text: refused at the door, so that no statement fails on it. */
function refuseNul(): Plugin {
  return {
    onParams({ params }) {
      const field = findNul({ ...params.variables, query: params.query });
      if (field)
        throw badInput([
          { field, message: `${field} holds control characters (NUL); leave them out.` },
        ]);
    },
  };
}

/** Path of the first text with a NUL character; undefined when there is none. */
function findNul(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return value.includes('\u0000') ? path : undefined;
  if (value === null || typeof value !== 'object') return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = findNul(inner, path ? `${path}.${key}` : key);
    if (found) return found;
  }
  return undefined;
}

const securityHeaders: express.RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
      "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  next();
};
