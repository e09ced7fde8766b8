// Tokens that the login service gives to API clients (client credentials, RFC 9068): checked here, never asked.
import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { Db } from '../db/client.ts';
import { forbidden, unauthenticated } from '../errors.ts';
import type { Actor } from './actor.ts';
import { admit } from './admission.ts';
import { scopesOf } from './claims.ts';
import type { Oidc } from './oidc.ts';
import { signatureAlgorithms } from './signatures.ts';

export const looksLikeJwt = (token: string) => /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token);

/**
 * The actor of a token: signature by a key of the login service, issuer, audience, times, and then the rights
 * that its claims give, which must be exactly one membership. Refuses anything else with the reason.
 */
export async function actorOfToken(db: Db, oidc: Oidc, token: string, now: Date): Promise<Actor> {
  const claims = await checkToken(oidc, token, now);
  const { config } = oidc;
  const login = { issuer: claims.iss ?? '', subject: claims.sub ?? '', claims };
  const { personId, memberships } = await admit(db, config.claims, login, now);
  const [membership, another] = memberships;
  if (another) {
    throw forbidden('The token gives several memberships: ask for one gemeente and one role.');
  }
  const scopes = scopesOf(config.claims, claims);
  if (scopes.length === 0) {
    throw forbidden(
      'The token has no scope of Wijkbeeld, such as wijkbeeld:read (or what OIDC_CLAIMS says).',
    );
  }
  const { gemeenteCode, role, organisationKey, profession } = membership;
  return {
    ...{ personId, gemeenteCode, role, organisationKey, profession, scopes },
    via: 'TOKEN',
    credentialId: null,
  };
}

async function checkToken(oidc: Oidc, token: string, now: Date): Promise<JWTPayload> {
  const { jwtAudience, clockTolerance } = oidc.config;
  if (jwtAudience === undefined) {
    throw unauthenticated('Tokens of the login service are off here (JWT_AUDIENCE): use a key.');
  }
  const { client, keys } = await oidc.discover();
  const checks = {
    issuer: client.serverMetadata().issuer,
    audience: jwtAudience,
    algorithms: signatureAlgorithms,
    clockTolerance,
    currentDate: now,
    requiredClaims: ['sub', 'exp', 'iat'],
  };
  const { payload, protectedHeader } = await jwtVerify(token, keys, checks).catch((error) => {
    throw refused(reasonOf(error));
  });
  // Other kinds of token of the same service, such as its logout tokens, say so in their type.
  const type = (protectedHeader.typ ?? 'JWT').toLowerCase().replace('application/', '');
  if (type !== 'jwt' && type !== 'at+jwt') throw refused('its type is not at+jwt');
  return payload;
}

const refused = (why: string) => unauthenticated(`The token is refused: ${why}.`);

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'it has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `its ${error.claim} is not right`;
  if (error instanceof errors.JOSEAlgNotAllowed) return 'it is not signed with a key pair';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'its signature is not right';
  if (error instanceof errors.JWKSNoMatchingKey) return 'no key of the login service signed it';
  if (error instanceof errors.JOSEError) return error.code;
  return 'the keys of the login service cannot be read; try again later';
}
