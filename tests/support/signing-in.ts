// A site with a real login service beside it, for tests of login: apps on any day, accounts, and people in browsers.
import pino from 'pino';
import { afterAll } from 'vitest';
import { schema } from '../../schema/index.ts';
import { openOidc } from '../../server/access/oidc.ts';
import { type AppParts, createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { Database } from '../../server/db/client.ts';
import type { Answer } from './ask.ts';
import { newVisitor, openSite, startProvider, type Visitor } from './login.ts';

const mapping = {
  gemeente: { claim: 'gemeente', values: { '9001': 'GM9001', '9002': 'GM9002' } },
  role: {
    claim: 'rollen',
    values: {
      waarnemer: 'OBSERVER',
      signaalbeheerder: 'REVIEWER',
      analist: 'ANALYST',
      beheerder: 'ADMIN',
    },
  },
  organisation: { claim: 'organisatie' },
  profession: { claim: 'beroep', values: { huisarts: 'GP', wijkteam: 'WIJKTEAM_WORKER' } },
};

/** Claims of an observer of the wijkteam, changed as a test needs. */
export const claimsOf = (changes: Record<string, unknown> = {}) => ({
  gemeente: '9001',
  rollen: ['offline_access', 'waarnemer'],
  organisatie: 'wijkteam-noord',
  beroep: 'wijkteam',
  ...changes,
});

/** Opens site and login service for one test file, and closes them after its last test. */
export async function openSigningIn(database: Database, publicKey: object, keyFile: string) {
  const site = await openSite();
  const secret = 'a-secret-of-at-least-32-characters';
  const machine = {
    client_secret: secret,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  };
  const provider = await startProvider(site.origin, [
    { metadata: { client_id: 'wijkbeeld', client_secret: secret } },
    {
      metadata: {
        client_id: 'wijkbeeld-key',
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: [publicKey] },
      },
    },
    { metadata: { client_id: 'his', ...machine }, isMachine: true },
    { metadata: { client_id: 'stranger', ...machine }, isMachine: true },
  ]);
  afterAll(async () => {
    await provider.stop();
    await site.close();
  });
  const settings = {
    PUBLIC_URL: site.origin,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'wijkbeeld',
    OIDC_CLIENT_SECRET: secret,
    OIDC_CLAIMS: JSON.stringify(mapping),
    JWT_AUDIENCE: 'https://api.wijkbeeld.test',
    WIJKBEELD_MODE: 'development',
  };
  const makeApp = (
    changes: Record<string, string> = {},
    clock = () => new Date(),
    more: Partial<AppParts> = {},
  ) => {
    const { login } = readConfig({ ...settings, ...changes });
    if (!login) throw new Error('No login is set.');
    const log = pino({ level: 'silent' });
    const oidc = openOidc(login, clock);
    return createApp({ schema, database, log, demoTokens: true, oidc, now: clock, ...more })
      .express;
  };
  const withKey = {
    OIDC_CLIENT_ID: 'wijkbeeld-key',
    OIDC_CLIENT_SECRET: '',
    OIDC_PRIVATE_KEY_FILE: keyFile,
  };
  return { site, provider, settings, makeApp, withKey, secret };
}

/** Signs a person in with a new browser, through the forms of the service; fails when it is refused. */
export async function signIn(origin: string, name: string, path = '/'): Promise<Visitor> {
  const visitor = newVisitor();
  const url = `${origin}/login?returnTo=${encodeURIComponent(path)}`;
  const end = await visitor.follow(url, { login: name, until: `${origin}${path}` });
  if (!end.location) throw new Error(`The login of ${name} was refused: ${end.text}`);
  return visitor;
}

/** Asks the API from a browser, as our own pages do unless `headers` say otherwise. */
export async function askFrom<Data = Record<string, never>>(
  visitor: Visitor,
  origin: string,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = { origin, 'x-wijkbeeld-request': '1' },
): Promise<Answer<Data>> {
  const { status, text } = await visitor.visit(`${origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  return { ...(JSON.parse(text) as Omit<Answer<Data>, 'status'>), status };
}
