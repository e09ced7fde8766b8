// The one way from a request to an actor: demo token, key, token of the login service, or session cookie.
// Without any of them it is the public; with a wrong one it is refused, never taken for the public.
import type { Db } from '../db/client.ts';
import { unauthenticated } from '../errors.ts';
import type { Actor } from './actor.ts';
import { actorOfToken, looksLikeJwt } from './bearer.ts';
import { readCookie, sessionCookie } from './cookies.ts';
import { refuseForged } from './csrf.ts';
import { actorOfDemoToken, isDemoToken } from './demo.ts';
import { actorOfKey, looksLikeKey } from './keys.ts';
import type { Oidc } from './oidc.ts';
import { actorOfSession } from './sessions.ts';

/** By what a server lets people in. */
export interface Doors {
  /** True only outside production and on loopback (config.allowsDemoTokens). */
  readonly demoTokens: boolean;
  /** The login service; undefined: no sessions and no tokens, keys only. */
  readonly oidc?: Oidc | undefined;
}

/**
 * Who sends the request; null: the public. An Authorization header counts above a cookie. `isSeen` false: nobody is there,
 * an open connection is looked at, so that a session does not stay awake by it.
 */
export async function authenticate(
  db: Db,
  doors: Doors,
  request: { readonly method: string; readonly headers: Headers },
  now: Date,
  isSeen = true,
): Promise<Actor | null> {
  const header = request.headers.get('authorization');
  if (header !== null) return actorOfHeader(db, doors, header, now);
  const secret = readCookie(request.headers.get('cookie'), sessionCookie);
  if (secret === undefined) return null;
  if (!doors.oidc) throw unauthenticated('Sessions are off here: no login service is set.');
  const { config } = doors.oidc;
  refuseForged(request.method, request.headers, config.publicOrigin);
  return actorOfSession(db, secret, config, now, isSeen);
}

async function actorOfHeader(db: Db, doors: Doors, header: string, now: Date): Promise<Actor> {
  const token = /^Bearer (.+)$/i.exec(header)?.[1]?.trim();
  if (!token) throw unauthenticated('Send the header Authorization: Bearer <token>.');
  if (isDemoToken(token)) {
    if (doors.demoTokens) return actorOfDemoToken(token);
    throw unauthenticated('Demo tokens work in demo and development mode on loopback only.');
  }
  if (looksLikeKey(token)) return actorOfKey(db, token, now);
  if (doors.oidc && looksLikeJwt(token)) return actorOfToken(db, doors.oidc, token, now);
  throw unauthenticated('This token is not known.');
}
