// Signing in and out with a browser: what is kept between leaving for the login service and coming back, and
// what happens then. The way to the service itself is oidc.ts.
import { and, eq, lt } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { loginAttempts } from '../db/tables.ts';
import { badInput, DomainError } from '../errors.ts';
import { admit } from './admission.ts';
import { auditAccess, systemOf } from './audit.ts';
import { checkReturnPath } from './csrf.ts';
import { checkLogoutToken } from './logout-token.ts';
import { findPerson } from './memberships.ts';
import { finishLogin, logoutUrl, type Oidc, startLogin } from './oidc.ts';
import { hashOf, randomSecret } from './secrets.ts';
import { endSession, endSessionsOfIssuer, startSession } from './sessions.ts';

/** How long the login service may take, code and second factor included. */
const attemptMinutes = 10;

/**
 * Begins a login for a browser, known by the secret in its login cookie (made here when it has none): answers
 * where to send it. `returnTo` is a path of this site.
 */
export async function beginLogin(
  db: Db,
  oidc: Oidc,
  browser: { secret: string | undefined; returnTo: unknown },
  now: Date,
): Promise<{ url: URL; browserSecret: string }> {
  const returnPath = checkReturnPath(browser.returnTo, oidc.config.publicOrigin);
  const { url, secrets } = await startLogin(oidc);
  const browserSecret = browser.secret || randomSecret();
  const { state, nonce, codeVerifier } = secrets;
  await db.delete(loginAttempts).where(lt(loginAttempts.createdAt, oldestAttempt(now)));
  await db.insert(loginAttempts).values({
    ...{ stateHash: hashOf(state), browserHash: hashOf(browserSecret) },
    ...{ nonce, codeVerifier, returnPath, createdAt: now },
  });
  return { url, browserSecret };
}

const oldestAttempt = (now: Date) => new Date(now.getTime() - attemptMinutes * 60_000);

/**
 * Ends a login: the attempt is used up first, so that nothing sent twice works twice; then the code is
 * exchanged, the rights are settled and a new session begins, in place of the browser's old one. Refuses with
 * the reason, and a failed attempt is in the audit log.
 */
export async function completeLogin(
  db: Db,
  oidc: Oidc,
  returned: {
    readonly search: string;
    readonly browserSecret: string | undefined;
    readonly oldSession: string | undefined;
  },
  now: Date,
): Promise<{ session: string; returnPath: string }> {
  const state = new URLSearchParams(returned.search).get('state') ?? '';
  const attempt = await takeAttempt(db, state, returned.browserSecret ?? '', now);
  try {
    const login = await finishLogin(oidc, returned.search, { ...attempt, state });
    const { personId, memberships } = await admit(db, oidc.config.claims, login, now);
    const [membership] = memberships;
    if (returned.oldSession) await endSession(db, returned.oldSession, now);
    const { issuerSession, idToken } = login;
    const session = await db.transaction((tx) =>
      startSession(tx, { personId, membership, issuerSession, idToken }, oidc.config, now),
    );
    return { session, returnPath: attempt.returnPath };
  } catch (error) {
    await auditFailure(db, error, now);
    throw error;
  }
}

async function takeAttempt(db: Db, state: string, browserSecret: string, now: Date) {
  const [attempt] = await db
    .delete(loginAttempts)
    .where(
      and(
        eq(loginAttempts.stateHash, hashOf(state)),
        eq(loginAttempts.browserHash, hashOf(browserSecret)),
      ),
    )
    .returning();
  if (attempt && attempt.createdAt >= oldestAttempt(now)) return attempt;
  throw badInput([
    {
      field: 'state',
      message:
        'This login was not begun in this browser, took longer than ten minutes, or was ended before. Begin again at /login.',
    },
  ]);
}

/** In the chain of the system, because no gemeente is known yet; the reason is a code. */
async function auditFailure(db: Db, error: unknown, now: Date): Promise<void> {
  const reason = error instanceof DomainError ? (error.details.reason ?? error.code) : 'unexpected';
  const line = { event: 'LOGIN_FAILED', objectType: 'login', objectId: 'browser' } as const;
  await db.transaction((tx) =>
    auditAccess(tx, systemOf('NL00'), { ...line, details: { reason } }, now),
  );
}

/** Ends the session of a cookie; answers where the browser ends the one at the login service. */
export async function logOut(db: Db, oidc: Oidc, session: string, now: Date): Promise<string> {
  const idToken = await endSession(db, session, now);
  // Signed out here all the same when the service cannot be asked.
  const there = await logoutUrl(oidc, idToken).catch(() => undefined);
  return there?.href ?? `${oidc.config.publicOrigin}/`;
}

/** Ends the sessions that a logout token of the login service names; answers how many. */
export async function logOutByService(
  db: Db,
  oidc: Oidc,
  logoutToken: unknown,
  now: Date,
): Promise<number> {
  const { issuer, subject, issuerSession, before } = await checkLogoutToken(oidc, logoutToken);
  const personId = subject === null ? null : await findPerson(db, issuer, subject);
  // Someone who never signed in here has nothing to end.
  if (personId === undefined) return 0;
  return endSessionsOfIssuer(db, { personId, issuerSession, before }, now);
}
