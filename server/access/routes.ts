// The pages of signing in and out: /login, /login/callback, /logout, /logout/back-channel.
import express from 'express';
import type { Logger } from 'pino';
import type { Db } from '../db/client.ts';
import { DomainError, type ErrorCode } from '../errors.ts';
import { clearCookie, loginCookie, readCookie, sessionCookie, writeCookie } from './cookies.ts';
import { refuseForged } from './csrf.ts';
import { beginLogin, completeLogin, logOut, logOutByService } from './login.ts';
import type { Oidc } from './oidc.ts';

interface RouteParts {
  readonly db: Db;
  readonly oidc: Oidc;
  readonly log: Logger;
  readonly clock: () => Date;
  /** Takes a login off the budget of a network address; refuses with RATE_LIMITED when it is spent. */
  readonly chargeLogin: (address: string | undefined) => Promise<unknown>;
}

/** Adds the routes to the app; every answer is marked as not to be kept. */
export function serveLogin(
  app: express.Express,
  { db, oidc, log, clock, chargeLogin }: RouteParts,
): void {
  const routes = express.Router({ caseSensitive: true, strict: true });
  routes.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  routes.get('/login', async (request, response) => {
    await chargeLogin(request.ip);
    const secret = readCookie(request.headers.cookie, loginCookie);
    const browser = { secret, returnTo: request.query.returnTo };
    const { url, browserSecret } = await beginLogin(db, oidc, browser, clock());
    response.append('Set-Cookie', writeCookie(loginCookie, browserSecret, 600));
    response.redirect(303, url.href);
  });
  routes.get('/login/callback', async (request, response) => {
    const { search } = new URL(request.originalUrl, oidc.config.publicOrigin);
    const { cookie } = request.headers;
    const returned = {
      search,
      browserSecret: readCookie(cookie, loginCookie),
      oldSession: readCookie(cookie, sessionCookie),
    };
    const { session, returnPath } = await completeLogin(db, oidc, returned, clock());
    response.append('Set-Cookie', writeCookie(sessionCookie, session));
    response.redirect(303, returnPath);
  });
  routes.post('/logout', async (request, response) => {
    refuseForged('POST', headersOf(request), oidc.config.publicOrigin);
    const session = readCookie(request.headers.cookie, sessionCookie);
    const location = session
      ? await logOut(db, oidc, session, clock())
      : `${oidc.config.publicOrigin}/`;
    response.append('Set-Cookie', clearCookie(sessionCookie));
    response.json({ location });
  });
  const form = express.urlencoded({ extended: false, limit: '16kb' });
  routes.post('/logout/back-channel', form, async (request, response) => {
    const { logout_token: token } = (request.body ?? {}) as Record<string, unknown>;
    await logOutByService(db, oidc, token, clock());
    response.status(200).end();
  });
  routes.use(refusalPage(log));
  app.use(routes);
}

const headersOf = ({ headers }: express.Request) =>
  new Headers(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );

const statusOf: Readonly<Partial<Record<ErrorCode, number>>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
};

/** An expected refusal in words, with a way on; anything else is masked. Programs get JSON. */
function refusalPage(log: Logger): express.ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    if (!(error instanceof DomainError)) return failure(error, response, log);
    const { code, message } = error;
    log.info({ path: request.path, code, reason: error.details.reason }, 'login refused');
    const { retryAfter } = error.details;
    if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
    response.status(statusOf[code] ?? 400);
    if (request.method === 'POST') response.json({ error: code, error_description: message });
    else response.type('html').send(pageOf(message));
  };
}

/** A body that cannot be read is the caller's; the rest is a bug, of which only the kind is logged. */
function failure(error: unknown, response: express.Response, log: Logger): void {
  const status = (error as { status?: unknown } | null)?.status;
  const isTheirs = typeof status === 'number' && status >= 400 && status < 500;
  const kind = error instanceof Error ? error.constructor.name : typeof error;
  if (!isTheirs) log.error({ kind }, 'unexpected error at login');
  response.status(isTheirs ? status : 500).type('text/plain');
  response.send(isTheirs ? 'The request cannot be read.' : 'Unexpected error.');
}

function pageOf(message: string): string {
  const escaped = message.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Wijkbeeld</title>
<main><h1>Not signed in</h1><p>${escaped}</p><p><a href="/login">Try again</a> · <a href="/">Wijkbeeld</a></p></main></html>`;
}
