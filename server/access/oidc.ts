// The login service: discovery, the way there and back, and logout. Code flow with PKCE, state and nonce
// (OIDC NL GOV); tokens stay on the server. No database here.
import type { KeyObject } from 'node:crypto';
import { webcrypto } from 'node:crypto';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import * as openid from 'openid-client';
import { DomainError } from '../errors.ts';
import { missingClaims } from './claims.ts';
import type { LoginConfig } from './settings.ts';

/** What is known of the login service after asking it. */
interface Discovered {
  readonly client: openid.Configuration;
  /** Public keys of the service, fetched when needed and kept. */
  readonly keys: JWTVerifyGetKey;
}

export interface Oidc {
  readonly config: LoginConfig;
  readonly clock: () => Date;
  /** Asks the service once; a failure is asked again at the next use, so that it may start after us. */
  readonly discover: () => Promise<Discovered>;
}

/** Prepares login; asks nothing yet. */
export function openOidc(config: LoginConfig, clock: () => Date): Oidc {
  let asked: Promise<Discovered> | undefined;
  const discover = () => {
    asked ??= askService(config, clock).catch((error) => {
      asked = undefined;
      throw unreachable(error);
    });
    return asked;
  };
  return { config, clock, discover };
}

async function askService(config: LoginConfig, clock: () => Date): Promise<Discovered> {
  const metadata = {
    [openid.clockTolerance]: config.clockTolerance,
    [openid.clockSkew]: Math.round((clock().getTime() - Date.now()) / 1000),
  };
  const execute = config.allowsHttp ? [openid.allowInsecureRequests] : [];
  const client = await openid.discovery(
    config.issuer,
    config.clientId,
    metadata,
    await authenticationOf(config),
    { execute, timeout: 10 },
  );
  const { jwks_uri: address } = client.serverMetadata();
  if (!address) throw new Error('The login service names no jwks_uri.');
  return { client, keys: createRemoteJWKSet(new URL(address), { timeoutDuration: 5000 }) };
}

async function authenticationOf({ privateKey, clientSecret }: LoginConfig) {
  if (!privateKey) return openid.ClientSecretBasic(clientSecret);
  const key = await toCryptoKey(privateKey.key);
  return openid.PrivateKeyJwt(privateKey.kid ? { key, kid: privateKey.kid } : key);
}

/** RS256, ES256 or Ed25519, after the kind of key. */
function toCryptoKey(key: KeyObject) {
  const kinds = {
    rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    ec: { name: 'ECDSA', namedCurve: 'P-256' },
    ed25519: { name: 'Ed25519' },
  };
  const kind = kinds[key.asymmetricKeyType as keyof typeof kinds];
  if (!kind) throw new Error(`A key of type ${key.asymmetricKeyType} cannot sign for login.`);
  const der = key.export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', der, kind, false, ['sign']);
}

export interface LoginSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

const callbackOf = ({ config }: Oidc) => `${config.publicOrigin}/login/callback`;

/** Where to send the browser, and the secrets that its return is checked with. */
export async function startLogin(oidc: Oidc): Promise<{ url: URL; secrets: LoginSecrets }> {
  const { client } = await oidc.discover();
  const secrets = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    codeVerifier: openid.randomPKCECodeVerifier(),
  };
  const { acr, scope } = oidc.config;
  const url = openid.buildAuthorizationUrl(client, {
    redirect_uri: callbackOf(oidc),
    response_type: 'code',
    scope,
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(secrets.codeVerifier),
    code_challenge_method: 'S256',
    ...(acr.length > 0 ? { acr_values: acr.join(' ') } : {}),
  });
  return { url, secrets };
}

export interface FinishedLogin {
  readonly issuer: string;
  readonly subject: string;
  /** The service's name for its own session; null when it gives none. */
  readonly issuerSession: string | null;
  readonly idToken: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/**
 * Exchanges the code and checks the ID token: signature, issuer, audience, times, nonce, acr and amr. Claims
 * that the mapping needs and the ID token lacks are asked of UserInfo. Refuses with the reason, never with a token.
 */
export async function finishLogin(
  oidc: Oidc,
  search: string,
  secrets: LoginSecrets,
): Promise<FinishedLogin> {
  const { client } = await oidc.discover();
  const { config } = oidc;
  try {
    const tokens = await openid.authorizationCodeGrant(
      client,
      new URL(`${callbackOf(oidc)}${search}`),
      {
        expectedState: secrets.state,
        expectedNonce: secrets.nonce,
        pkceCodeVerifier: secrets.codeVerifier,
        idTokenExpected: true,
      },
    );
    const own = tokens.claims();
    if (!own || !tokens.id_token) throw refused('no_id_token');
    checkStrength(config, own);
    const asks = config.claims && missingClaims(config.claims, own);
    const hasMore = asks && client.serverMetadata().userinfo_endpoint !== undefined;
    const more = hasMore ? await openid.fetchUserInfo(client, tokens.access_token, own.sub) : {};
    return {
      issuer: own.iss,
      subject: own.sub,
      issuerSession: typeof own.sid === 'string' ? own.sid : null,
      idToken: tokens.id_token,
      // What is signed counts above what UserInfo says.
      claims: { ...more, ...own },
    };
  } catch (error) {
    throw error instanceof DomainError ? error : asRefusal(error);
  }
}

/** Whether the login was strong enough (S14): acr among the accepted, amr with one of the demanded. */
function checkStrength(config: LoginConfig, claims: Readonly<Record<string, unknown>>): void {
  const amr = Array.isArray(claims.amr) ? claims.amr : [];
  const isAcr = config.acr.length === 0 || config.acr.some((one) => one === claims.acr);
  const isAmr = config.amr.length === 0 || config.amr.some((one) => amr.includes(one));
  if (isAcr && isAmr) return;
  throw new DomainError(
    'UNAUTHENTICATED',
    'Sign in with a second factor (MFA): the login service did not say that you did.',
    [],
    { reason: 'mfa' },
  );
}

/** Where to end the session at the login service too; undefined when it offers no such place. */
export async function logoutUrl(oidc: Oidc, idToken: string | undefined): Promise<URL | undefined> {
  const { client } = await oidc.discover();
  if (client.serverMetadata().end_session_endpoint === undefined) return undefined;
  return openid.buildEndSessionUrl(client, {
    post_logout_redirect_uri: `${oidc.config.publicOrigin}/`,
    ...(idToken ? { id_token_hint: idToken } : {}),
  });
}

/** A failure of the exchange in words that hold no token: the code that the standard gives it. */
function asRefusal(error: unknown): DomainError {
  if (
    error instanceof openid.ResponseBodyError ||
    error instanceof openid.AuthorizationResponseError
  ) {
    return refused(error.error);
  }
  if (error instanceof openid.ClientError && error.code) return refused(error.code);
  return unreachable(error);
}

function refused(reason: string): DomainError {
  const code = /^[\w-]{1,60}$/.test(reason) ? reason : 'unknown';
  return new DomainError(
    'UNAUTHENTICATED',
    `The login was not accepted (${code}). Begin again at /login.`,
    [],
    { reason: code },
  );
}

const unreachable = (error: unknown): DomainError =>
  error instanceof DomainError
    ? error
    : new DomainError(
        'UNAUTHENTICATED',
        'The login service cannot be reached or answers wrongly. Try again later.',
        [],
        { reason: 'unreachable' },
      );
