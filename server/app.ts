// The web side: express routes, GraphQL through Yoga, and the one place where failures are put on the wire.
import express from 'express';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import { authenticate } from './access/authenticate.ts';
import { endDeadCookie } from './access/dead-cookie.ts';
import { refuseOtherPerson } from './access/device-key.ts';
import type { Oidc } from './access/oidc.ts';
import { serveLogin } from './access/routes.ts';
import type { Context } from './context.ts';
import type { Database } from './db/client.ts';
import { badInput, DomainError, errorExtensions } from './errors.ts';
import { serveCatalogue } from './exports/route.ts';
import { type AppSettings, serveAppSettings } from './http/app-settings.ts';
import { asBadInput, plainValidation } from './http/bad-request.ts';
import { briefAnswers } from './http/brief-answers.ts';
import { graphqlDoor } from './http/door.ts';
import { describeFailure } from './http/failure.ts';
import { securityHeaders } from './http/headers.ts';
import { askInside } from './http/inside.ts';
import { keptAnswers } from './http/kept-answers.ts';
import { lastingRights } from './http/lasting-rights.ts';
import { followRequests, requestId } from './http/requests.ts';
import { readTrustedDocuments, trustedDocuments } from './http/trusted-documents.ts';
import { type SecurityContact, serveWellKnown } from './http/well-known.ts';
import { compiledExecution } from './jit.ts';
import { networkOf } from './limits/client.ts';
import { type Counting, limiting } from './limits/plugin.ts';
import { limits } from './limits/table.ts';
import { lookFinder } from './looks/looks.ts';
import { mcpRoutes } from './mcp/routes.ts';
import type { News } from './news.ts';
import { servePages } from './pages.ts';
import { restRoot } from './rest/resources.ts';
import { restRoutes } from './rest/routes.ts';
import { searchRoutes } from './search/route.ts';
import { snapshotRoutes } from './snapshots/route.ts';
import { currentTrace, newTraceId, readTrace, withTrace } from './trace.ts';

export interface AppParts {
  readonly schema: GraphQLSchema;
  readonly database: Pick<Database, 'as' | 'readAs'>;
  readonly log: Logger;
  /** True only outside production and on loopback (config.allowsDemoTokens). */
  readonly demoTokens: boolean;
  /** The login service; absent: keys and demo tokens only. */
  readonly oidc?: Oidc | undefined;
  /** Folder of built pages; undefined: API only. */
  readonly pagesFolder?: string;
  readonly now?: () => Date;
  /** News of all server processes, for subscriptions. */
  readonly news?: News;
  /** What each client may use over time; undefined: nobody is counted. */
  readonly counting?: Counting | undefined;
  readonly web?: WebSettings;
  /** Encrypts subjects in the Logboek Dataverwerkingen. */
  readonly logbookKey?: Buffer | undefined;
}

/** How the server is reached from outside. */
export interface WebSettings {
  /** https://… : sent as HSTS and in security.txt. */
  readonly publicUrl?: string | undefined;
  /** Proxies whose X-Forwarded-For is believed: a number of hops, or addresses. */
  readonly trustProxy?: number | readonly string[] | undefined;
  readonly security?: SecurityContact | undefined;
  /** False: /graphiql/ is not served. */
  readonly hasApiPage?: boolean;
  /** Look of the municipality. */
  readonly theme?: string;
  /** What the web app is told. */
  readonly app?: AppSettings;
  /** True: answers to the public are kept for half a second. */
  readonly keepsAnswers?: boolean;
  /** True: a browser with a session may ask the operations of the web app only. */
  readonly onlyTrusted?: boolean;
}

export interface App {
  readonly yoga: YogaServerInstance<Record<string, unknown>, Context>;
  readonly express: express.Express;
}

/** Look of a server that chose none. */
const defaultTheme = 'wijkbeeld';

/** Puts the parts together; opens no port. */
export function createApp(parts: AppParts): App {
  const clock = parts.now ?? (() => new Date());
  // Who asks is found out before anyone's rights are known.
  const system = parts.database.as(null, 'SYSTEM');
  const yoga = createYoga<Record<string, unknown>, Context>({
    schema: parts.schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    logging: false,
    cors: false,
    multipart: false,
    maxRequestBodySize: limits.bulkBytes.most,
    extraParamNames: ['documentId'],
    context: async ({ request }) => {
      const actor = await authenticate(system, parts, request, clock());
      refuseOtherPerson(request.headers, actor);
      return {
        db: parts.database.as(actor),
        readDb: parts.database.readAs(actor),
        actor,
        now: clock(),
        clock,
        news: parts.news,
        sessionLimits: parts.oidc?.config,
        webhookRules: { allowsLoopback: parts.demoTokens },
        traceId: currentTrace()?.traceId ?? newTraceId(),
      };
    },
    maskedErrors: { maskError: (error) => wireError(error, parts.log) },
    plugins: [
      traced(parts.logbookKey),
      trustedDocuments(readTrustedDocuments(parts.pagesFolder), parts.web?.onlyTrusted ?? false),
      limiting(parts.schema, parts.counting),
      plainValidation(),
      refuseNul(),
      endDeadCookie(),
      keptAnswers(),
      lastingRights((request) => authenticate(system, parts, request, clock(), false)),
      compiledExecution(),
      ...(parts.web?.keepsAnswers ? [briefAnswers()] : []),
    ],
  });
  const app = express();
  app.disable('x-powered-by');
  // One spelling per address, so that no rule is passed by in capitals or with a slash; settings count only before
  // the first `use`.
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.set('query parser', 'simple');
  app.set('trust proxy', parts.web?.trustProxy ?? false);
  app.use((request, _response, next) =>
    withTrace(readTrace(request.get('traceparent') ?? null, parts.logbookKey), next),
  );
  app.use(followRequests(parts.log));
  const { publicUrl, app: told } = parts.web ?? {};
  app.use(securityHeaders(publicUrl?.startsWith('https:') ?? false, told?.backgroundMap ?? null));
  app.get('/livez', (_request, response) => {
    response.type('text/plain').send('ok');
  });
  serveWellKnown(app, parts.web?.security, parts.web?.publicUrl, clock);
  app.all('/graphql', graphqlDoor, yoga as unknown as express.RequestHandler);
  const { oidc, log } = parts;
  if (oidc)
    serveLogin(app, {
      db: system,
      oidc,
      log,
      clock,
      chargeLogin: (address) => chargeNetwork(parts)(address, loginCost),
    });
  app.use('/snapshots', snapshotRoutes(parts.database.readAs(null)));
  serveCatalogue(app, parts.database.readAs(null), parts.web?.publicUrl, clock);
  app.use('/search', searchRoutes(parts.database.readAs(null)));
  const { web, pagesFolder: folder } = parts;
  const facts = { publicUrl: web?.publicUrl, contact: web?.security?.contact };
  const ask = askInside(yoga);
  const exported = {
    db: parts.database.readAs(null),
    charge: chargeNetwork(parts),
    ...{ clock, log },
  };
  app.use(restRoot, restRoutes(parts.schema, ask, facts, exported));
  app.use('/mcp', mcpRoutes(ask, chargeNetwork(parts)));
  if (web?.app) serveAppSettings(app, web.app, web.theme ?? defaultTheme);
  if (folder) {
    const { hasApiPage = true, theme = defaultTheme } = web ?? {};
    const find = lookFinder(parts.database.readAs(null), theme);
    const ofServer = web?.app?.gemeente ?? undefined;
    const lookOf = (gemeente = ofServer) => find(gemeente);
    servePages(app, { folder, hasApiPage, lookOf });
  }
  app.use((_request, response) => {
    response.status(404).type('text/plain').send('Not found. The API is at /graphql.');
  });
  app.use(hideFailure(parts.log));
  return { yoga, express: app };
}

/** What one login costs of the public's budget: it writes a row and asks the login service. */
const loginCost = 50;

const chargeNetwork =
  ({ counting }: AppParts) =>
  async (address: string | undefined, points: number) =>
    counting?.rates.charge('public', counting.hash(`network ${networkOf(address)}`), points);

/** An expected failure keeps its words and code; anything else is hidden behind a request id. */
function wireError(error: unknown, log: Logger): Error {
  const original = error instanceof GraphQLError ? error.originalError : error;
  const domain = findDomainError(original);
  if (domain) {
    const extensions = errorExtensions(domain);
    return new GraphQLError(domain.message, {
      ...(error instanceof GraphQLError && error.nodes ? { nodes: error.nodes } : {}),
      ...(error instanceof GraphQLError && error.path ? { path: error.path } : {}),
      extensions: { ...extensions, ...httpOf(domain) },
    });
  }
  // A GraphQL error without an original one is about the request itself: syntax, validation, variables.
  if (error instanceof GraphQLError && !original) return asBadInput(error);
  const id = requestId();
  log.error({ requestId: id, ...describeFailure(original) }, 'unexpected error');
  return new GraphQLError('Unexpected error.', {
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: id },
  });
}

/** The HTTP side of a failure of the whole request. */
function httpOf({ code, details }: DomainError): Record<string, unknown> {
  if (code === 'UNAUTHENTICATED') return { http: { status: 401 } };
  if (code === 'QUERY_TOO_COMPLEX') {
    const isTooLong = details.limit === 'bodyBytes' || details.limit === 'bulkBytes';
    return { http: { status: isTooLong ? 413 : 400 } };
  }
  if (code !== 'RATE_LIMITED') return {};
  return { http: { status: 429, headers: { 'Retry-After': String(details.retryAfter) } } };
}

function findDomainError(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (error instanceof GraphQLError) return findDomainError(error.originalError);
  return undefined;
}

/** A failure outside GraphQL: express would show its stack. */
function hideFailure(log: Logger): express.ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = Number((error as { status?: unknown }).status);
    const isExpected = status >= 400 && status < 500;
    if (!isExpected)
      log.error({ requestId: requestId(), ...describeFailure(error) }, 'unexpected error');
    const text = isExpected ? 'This request cannot be read.' : `Unexpected error ${requestId()}.`;
    response
      .status(isExpected ? status : 500)
      .type('text/plain')
      .send(text);
  };
}

/** Every request runs under the trace of its caller (W3C Trace Context), or one of its own. */
function traced(logbookKey: Buffer | undefined): Plugin {
  return {
    onRequest({ request, requestHandler, setRequestHandler }) {
      // Behind express every request has one.
      if (currentTrace()) return;
      const trace = readTrace(request.headers.get('traceparent'), logbookKey);
      setRequestHandler((...given) => withTrace(trace, () => requestHandler(...given)));
    },
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
