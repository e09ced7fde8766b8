// The settings of login, and what must hold between them. Read by config.ts with all the others.
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { type ClaimMapping, readMapping } from './claims.ts';

const words = z
  .string()
  .optional()
  .transform((text) => (text ?? '').split(/[\s,]+/).filter((word) => word !== ''));
const address = z.url({ protocol: /^https?$/, error: 'must be an address like https://host' });
const minutes = z.coerce.number().int().min(1);

export const loginSettings = {
  PUBLIC_URL: {
    schema: address.optional(),
    meaning:
      'Address at which browsers reach this server; https, on loopback also http; needed for login',
  },
  OIDC_ISSUER: {
    schema: address.optional(),
    meaning: 'OpenID Connect login service; absent: nobody can sign in with a browser',
  },
  OIDC_CLIENT_ID: {
    schema: z.string().min(1).optional(),
    meaning: 'Name of Wijkbeeld at the login service',
  },
  OIDC_CLIENT_SECRET: {
    schema: z.string().min(1).optional(),
    meaning: 'Secret of Wijkbeeld at the login service; or use OIDC_PRIVATE_KEY_FILE',
  },
  OIDC_PRIVATE_KEY_FILE: {
    schema: z.string().min(1).optional(),
    meaning:
      'Private key (PEM or JWK; RSA, P-256 or Ed25519) for `private_key_jwt`, safer than a secret',
  },
  OIDC_SCOPE: {
    schema: z
      .string()
      .regex(/\bopenid\b/, 'must contain openid')
      .default('openid'),
    meaning: 'Scopes asked of the login service (openid)',
  },
  OIDC_CLAIMS: {
    schema: z.string().min(1).optional(),
    meaning:
      'Claims to rights: JSON, or a file with it; absent: memberships are added by hand only',
  },
  OIDC_ACR: {
    schema: words,
    meaning:
      'Accepted values of `acr`, separated by spaces: a login with another or none is refused',
  },
  OIDC_AMR: {
    schema: words,
    meaning:
      'Values of `amr` of which a login has at least one, for example `mfa`; without it is refused',
  },
  OIDC_MFA: {
    schema: z.enum(['checked', 'trusted']).default('checked'),
    meaning:
      'Who sees to the second factor: `checked` here by OIDC_ACR or OIDC_AMR, one of which production then needs, or `trusted` to the login service (checked)',
  },
  OIDC_CLOCK_TOLERANCE: {
    schema: z.coerce.number().int().min(0).max(300).default(30),
    meaning: 'Seconds that the clock of the login service may differ (30)',
  },
  JWT_AUDIENCE: {
    schema: z.string().min(1).optional(),
    meaning: 'Audience of tokens for API clients from the login service; absent: keys only',
  },
  SESSION_IDLE_MINUTES: {
    schema: minutes.max(24 * 60).default(30),
    meaning: 'Minutes without a request after which a session ends (30)',
  },
  SESSION_HOURS: {
    schema: z.coerce
      .number()
      .int()
      .min(1)
      .max(24 * 7)
      .default(12),
    meaning: 'Hours after which a session ends in any case (12)',
  },
} as const;

type Names = keyof typeof loginSettings;
export type LoginValues = { [Name in Names]: z.infer<(typeof loginSettings)[Name]['schema']> };

/** How this server signs people in. */
export interface LoginConfig {
  /** Origin that browsers see, without a slash at its end. */
  readonly publicOrigin: string;
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly privateKey: { readonly key: KeyObject; readonly kid: string | undefined } | undefined;
  readonly scope: string;
  readonly claims: ClaimMapping | undefined;
  readonly acr: readonly string[];
  readonly amr: readonly string[];
  readonly clockTolerance: number;
  readonly jwtAudience: string | undefined;
  readonly idleMinutes: number;
  readonly hours: number;
  /** Whether plain http to the login service is allowed: on loopback outside production only. */
  readonly allowsHttp: boolean;
}

/** Puts the settings of login together; adds a line to `problems` for each that does not fit. */
export function readLogin(
  values: LoginValues,
  isProduction: boolean,
  problems: string[],
): LoginConfig | undefined {
  if (values.OIDC_ISSUER === undefined) {
    const others = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'JWT_AUDIENCE'] as const;
    const set = others.filter((name) => values[name] !== undefined);
    if (set.length > 0) problems.push(`${set.join(', ')}: set OIDC_ISSUER too.`);
    return undefined;
  }
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, PUBLIC_URL } = values;
  const keyFile = values.OIDC_PRIVATE_KEY_FILE;
  if (!clientId) problems.push('OIDC_ISSUER needs OIDC_CLIENT_ID.');
  if (!PUBLIC_URL)
    problems.push('OIDC_ISSUER needs PUBLIC_URL, the address browsers come back to.');
  if ((clientSecret === undefined) === (keyFile === undefined)) {
    problems.push('OIDC_ISSUER needs either OIDC_CLIENT_SECRET or OIDC_PRIVATE_KEY_FILE.');
  }
  if (values.JWT_AUDIENCE !== undefined && values.JWT_AUDIENCE === clientId) {
    problems.push(
      'JWT_AUDIENCE must differ from OIDC_CLIENT_ID: an ID token is no key to the API.',
    );
  }
  if (isProduction && values.OIDC_MFA === 'checked' && !demandsFactor(values)) {
    problems.push(
      'OIDC_ISSUER needs OIDC_ACR or OIDC_AMR, which tell a login with a second factor; or OIDC_MFA=trusted, if the login service itself lets nobody in without one.',
    );
  }
  if (values.OIDC_MFA === 'trusted' && demandsFactor(values))
    problems.push('OIDC_MFA=trusted and OIDC_ACR or OIDC_AMR contradict each other.');
  const issuer = new URL(values.OIDC_ISSUER);
  const publicUrl = new URL(PUBLIC_URL ?? 'https://unknown.invalid');
  const addresses = { OIDC_ISSUER: issuer, PUBLIC_URL: publicUrl };
  for (const [name, url] of Object.entries(addresses)) {
    const isFine = url.protocol === 'https:' || (!isProduction && isLoopback(url.hostname));
    if (!isFine)
      problems.push(`${name} must begin with https:// (http on loopback in development).`);
  }
  if (publicUrl.pathname !== '/' || publicUrl.search !== '') {
    problems.push('PUBLIC_URL is a host without a path: the cookie belongs to the whole host.');
  }
  const attempt = <T>(name: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}`);
      return undefined;
    }
  };
  const { OIDC_CLAIMS: claims } = values;
  return {
    publicOrigin: publicUrl.origin,
    issuer,
    clientId: clientId ?? '',
    clientSecret,
    privateKey: keyFile ? attempt('OIDC_PRIVATE_KEY_FILE', () => readKey(keyFile)) : undefined,
    scope: values.OIDC_SCOPE,
    claims: claims
      ? attempt('OIDC_CLAIMS', () =>
          readMapping(existsSync(claims) ? readFileSync(claims, 'utf8') : claims),
        )
      : undefined,
    acr: values.OIDC_ACR,
    amr: values.OIDC_AMR,
    clockTolerance: values.OIDC_CLOCK_TOLERANCE,
    jwtAudience: values.JWT_AUDIENCE,
    idleMinutes: values.SESSION_IDLE_MINUTES,
    hours: values.SESSION_HOURS,
    allowsHttp: !isProduction && isLoopback(issuer.hostname),
  };
}

const demandsFactor = ({ OIDC_ACR, OIDC_AMR }: LoginValues) =>
  OIDC_ACR.length + OIDC_AMR.length > 0;

/** Addresses that never leave the machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || /^(::1|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(host);
}

function readKey(file: string) {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error('the file cannot be read.');
  }
  try {
    if (!text.trimStart().startsWith('{')) return { key: createPrivateKey(text), kid: undefined };
    const jwk = JSON.parse(text) as { kid?: string };
    return { key: createPrivateKey({ key: jwk as never, format: 'jwk' }), kid: jwk.kid };
  } catch {
    // Nothing of the file in the message.
    throw new Error('the file holds no private key in PEM or JWK form.');
  }
}
