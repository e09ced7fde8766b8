// Logout that the login service asks for (OpenID Connect Back-Channel Logout 1.0): the token that proves it.
import { errors, jwtVerify } from 'jose';
import { badInput } from '../errors.ts';
import type { Oidc } from './oidc.ts';
import { signatureAlgorithms } from './signatures.ts';

const event = 'http://schemas.openid.net/event/backchannel-logout';
/** A logout token is sent at once: an older one is a copy. */
const longestAge = 300;

export interface LogoutOrder {
  readonly issuer: string;
  /** Person whose sessions end; null: only the session named below. */
  readonly subject: string | null;
  readonly issuerSession: string | null;
  /** Sessions begun later stay, so that a token sent again ends nothing new. */
  readonly before: Date;
}

/** Checks the token (section 2.6 of the standard) and says which sessions end; refuses anything else. */
export async function checkLogoutToken(oidc: Oidc, token: unknown): Promise<LogoutOrder> {
  const wrong = (why: string) =>
    badInput([{ field: 'logout_token', message: `The logout token is refused: ${why}.` }]);
  if (typeof token !== 'string' || token === '') throw wrong('there is none');
  const { client, keys } = await oidc.discover();
  const { clientId, clockTolerance } = oidc.config;
  const { issuer } = client.serverMetadata();
  const checks = {
    issuer,
    audience: clientId,
    algorithms: signatureAlgorithms,
    clockTolerance,
    currentDate: oidc.clock(),
    maxTokenAge: longestAge,
    requiredClaims: ['iat', 'jti', 'events'],
  };
  const { payload, protectedHeader } = await jwtVerify(token, keys, checks).catch((error) => {
    throw wrong(error instanceof errors.JOSEError ? error.code : 'its key cannot be found');
  });
  if (
    protectedHeader.typ !== undefined &&
    !/^(application\/)?logout\+jwt$/i.test(protectedHeader.typ)
  ) {
    throw wrong('its type is not logout+jwt');
  }
  const events = payload.events as Record<string, unknown> | null;
  if (typeof events !== 'object' || events === null || typeof events[event] !== 'object') {
    throw wrong('it is not about logout');
  }
  if (payload.nonce !== undefined) throw wrong('it has a nonce');
  const issuerSession = typeof payload.sid === 'string' ? payload.sid : null;
  const subject = payload.sub ?? null;
  if (issuerSession === null && subject === null) throw wrong('it names no session and no subject');
  const before = new Date(((payload.iat ?? 0) + clockTolerance) * 1000);
  return { issuer, subject, issuerSession, before };
}
