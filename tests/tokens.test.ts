// Tokens that the login service gives to API clients, settings of login, and what claims mean.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { grantsOf, readMapping } from '../server/access/claims.ts';
import { sessionCookie } from '../server/access/cookies.ts';
import { endMember } from '../server/access/members.ts';
import { readConfig } from '../server/config.ts';
import { memberships, people } from '../server/db/tables.ts';
import { testDatabase } from './support/database.ts';
import { newVisitor } from './support/login.ts';
import { freshSettings, run, serve } from './support/process.ts';
import { askFrom, claimsOf, openSigningIn, signIn } from './support/signing-in.ts';

const database = await testDatabase();
const { db } = database;
const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-tokens-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const keyFile = join(folder, 'key.json');
writeFileSync(keyFile, JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: 'one' }));
const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one' };
const { site, provider, settings, makeApp, secret } = await openSigningIn(database, jwk, keyFile);
const { origin } = site;
const audience = settings.JWT_AUDIENCE;
let offset = 0;
site.serve(makeApp({}, () => new Date(Date.now() + offset)));

/** A token that the service gives to a machine. */
async function tokenOf(client: string, resource = audience, scope = 'wijkbeeld:read') {
  const response = await fetch(`${provider.issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource, scope }),
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (!token) throw new Error(`The service gave no token to ${client}.`);
  return token;
}

const whoIs = (token: string) =>
  askFrom<{ me: object }>(
    newVisitor(),
    origin,
    '{ me { role gemeenteCode via scopes } }',
    {},
    {
      authorization: `Bearer ${token}`,
    },
  );

describe('a token of the login service', () => {
  test('acts in the role that its claims give, for its scopes', async () => {
    await provider.know('his', { claims: claimsOf({ rollen: ['analist'] }) });
    const token = await tokenOf('his');
    const { data } = await whoIs(token);
    expect(data.me).toEqual({
      ...{ role: 'ANALYST', gemeenteCode: 'GM9001', via: 'TOKEN', scopes: ['READ'] },
    });
    const managing = await askFrom(
      newVisitor(),
      origin,
      '{ apiKeys { edges { cursor } } }',
      {},
      {
        authorization: `Bearer ${token}`,
      },
    );
    expect(managing.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    // An ended membership ends it too, before the token does.
    const [client] = await db.select().from(people).where(eq(people.subject, 'his'));
    const [row] = await db
      .select()
      .from(memberships)
      .where(eq(memberships.personId, client?.id ?? ''));
    await endMember(db, null, row?.id ?? '', new Date());
    expect((await whoIs(token)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('is refused without a scope of ours, without rights, or with two roles', async () => {
    await provider.know('stranger', { claims: claimsOf({ rollen: ['analist'] }) });
    const none = await whoIs(await tokenOf('stranger', audience, ''));
    expect(none.errors?.[0]?.message).toContain('scope');
    await provider.know('stranger', { claims: claimsOf({ gemeente: '0000' }) });
    expect((await whoIs(await tokenOf('stranger'))).errors?.[0]?.message).toContain('gemeente');
    await provider.know('stranger', { claims: claimsOf({ rollen: ['analist', 'waarnemer'] }) });
    expect((await whoIs(await tokenOf('stranger'))).errors?.[0]?.message).toContain('several');
  });

  test('is refused when it is for another, of another, expired, too early, or not signed', async () => {
    await provider.know('machine', { claims: {} });
    const now = Math.floor(Date.now() / 1000);
    const good = {
      ...{ iss: provider.issuer, aud: audience, sub: 'machine', scope: 'wijkbeeld:read' },
      ...{ iat: now, exp: now + 300, ...claimsOf({ rollen: ['analist'] }) },
    };
    expect((await whoIs(await provider.sign(good))).data.me).toMatchObject({ role: 'ANALYST' });
    const other = await generateKeyPair('RS256');
    const header = { alg: 'RS256', kid: 'test-key' };
    const wrong: [string, string][] = [
      ['aud', await tokenOf('his', 'https://other.test')],
      ['aud', await provider.sign({ ...good, aud: 'wijkbeeld' })],
      ['iss', await provider.sign({ ...good, iss: 'https://login.other.test' })],
      ['expired', await provider.sign({ ...good, exp: now - 60 })],
      ['nbf', await provider.sign({ ...good, nbf: now + 120 })],
      ['exp', await provider.sign({ ...good, exp: undefined })],
      ['type', await provider.sign(good, { typ: 'logout+jwt' })],
      ['signature', await new SignJWT(good).setProtectedHeader(header).sign(other.privateKey)],
      [
        'no key',
        await new SignJWT(good).setProtectedHeader({ ...header, kid: 'x' }).sign(other.privateKey),
      ],
      ['key pair', new UnsecuredJWT(good).encode()],
      [
        'key pair',
        await new SignJWT(good).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(secret)),
      ],
    ];
    for (const [named, token] of wrong) {
      const { status, errors } = await whoIs(token);
      expect([status, errors?.[0]?.message]).toEqual([401, expect.stringContaining(named)]);
      expect(errors?.[0]?.message).not.toContain(token.split('.')[1]);
    }
    offset = 340_000;
    const late = await whoIs(await provider.sign(good));
    offset = 0;
    expect(late.status).toBe(401);
    // Within the tolerance it still counts.
    const skewed = await provider.sign({ ...good, iat: now + 20, nbf: now + 20, exp: now - 20 });
    expect((await whoIs(skewed)).data.me).toMatchObject({ role: 'ANALYST' });
  });

  test('is off without an audience', async () => {
    const token = await tokenOf('his');
    site.serve(makeApp({ JWT_AUDIENCE: '' }));
    expect((await whoIs(token)).errors?.[0]?.message).toContain('JWT_AUDIENCE');
    site.serve(makeApp());
  });
});

describe('claims', () => {
  const groups = readMapping(
    JSON.stringify({
      gemeente: { value: 'GM0518' },
      profession: { claim: 'resource_access.wijkbeeld.beroep', values: { arts: 'GP' } },
      groups: {
        claim: 'groups',
        values: {
          '3f0c': { role: 'REVIEWER', organisation: 'gemeente' },
          '77aa': { role: 'OBSERVER', organisation: 'huisartsen-x' },
          '9d1e': { role: 'ANALYST', gemeente: 'GM0599' },
        },
      },
    }),
  );

  test('may name groups, each of which is a whole membership', () => {
    const claims = {
      groups: ['other', '77aa', '9d1e', '3f0c', '3f0c'],
      resource_access: { wijkbeeld: { beroep: ['arts'] } },
    };
    const { grants, refusal } = grantsOf(groups, claims);
    expect(refusal).toBeUndefined();
    expect(
      grants.map((one) => [one.gemeenteCode, one.role, one.organisationKey, one.profession]),
    ).toEqual([
      ['GM0518', 'OBSERVER', 'huisartsen-x', 'GP'],
      ['GM0599', 'ANALYST', null, 'GP'],
      ['GM0518', 'REVIEWER', 'gemeente', 'GP'],
    ]);
    expect(grantsOf(groups, { groups: ['77aa'] }).refusal?.message).toContain('beroep');
    expect(grantsOf(groups, { groups: ['other'] }).grants).toEqual([]);
    // Names of every object are no groups.
    expect(grantsOf(groups, { groups: ['constructor', '__proto__'] }).grants).toEqual([]);
  });

  test.each([
    ['{', 'JSON'],
    ['{}', 'groups'],
    ['{"role":{"claim":"r"}}', 'gemeente'],
    ['{"gemeente":{"value":"GM0518"},"role":{"claim":"r"},"rol":1}', 'rol'],
    ['{"gemeente":{"claim":""},"role":{"claim":"r"}}', 'gemeente'],
  ])('of the wrong shape are refused at the start: %s', (json, named) => {
    expect(() => readConfig({ ...settings, OIDC_CLAIMS: json })).toThrow(/OIDC_CLAIMS/);
    expect(() => readMapping(json)).toThrow(named);
  });
});

describe('settings', () => {
  test.each([
    [{ OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID'],
    [{ PUBLIC_URL: '' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'http://wijkbeeld.test' }, 'https'],
    [{ PUBLIC_URL: 'https://wijkbeeld.test/app' }, 'path'],
    [{ OIDC_ISSUER: 'http://login.test' }, 'https'],
    [{ OIDC_CLIENT_SECRET: '' }, 'OIDC_PRIVATE_KEY_FILE'],
    [{ OIDC_PRIVATE_KEY_FILE: keyFile }, 'either'],
    [{ OIDC_CLIENT_SECRET: '', OIDC_PRIVATE_KEY_FILE: '/none' }, 'cannot be read'],
    [{ JWT_AUDIENCE: 'wijkbeeld' }, 'JWT_AUDIENCE'],
    [{ OIDC_ISSUER: '' }, 'OIDC_ISSUER'],
    [{ OIDC_SCOPE: 'profile' }, 'openid'],
    [{ SESSION_HOURS: '9999' }, 'SESSION_HOURS'],
  ])('%j are refused, without the secret', (changes, named) => {
    const read = () => readConfig({ ...settings, ...changes });
    expect(read).toThrow(named);
    expect(read).not.toThrow(secret);
  });

  test('a file may hold the mapping, and in production everything is https', () => {
    const file = join(folder, 'claims.json');
    writeFileSync(file, settings.OIDC_CLAIMS);
    const { login } = readConfig({ ...settings, OIDC_CLAIMS: file });
    expect(login?.claims?.role).toMatchObject({ claim: 'rollen' });
    const production = { WIJKBEELD_MODE: 'production', DATABASE_URL: 'postgres://x/y' };
    expect(() => readConfig({ ...settings, ...production })).toThrow(
      /OIDC_ISSUER[\s\S]*PUBLIC_URL/,
    );
  });
});

test('production does not sign people in without knowing how a second factor shows', () => {
  const production = {
    ...settings,
    ...{ PUBLIC_URL: 'https://wijkbeeld.test', OIDC_ISSUER: 'https://login.test' },
    ...{ WIJKBEELD_MODE: 'production', DATABASE_URL: 'postgres://x/y' },
  };
  expect(() => readConfig(production)).toThrow(/OIDC_ACR or OIDC_AMR/);
  for (const told of [{ OIDC_ACR: 'loa2' }, { OIDC_AMR: 'mfa' }, { OIDC_MFA: 'trusted' }]) {
    expect(readConfig({ ...production, ...told }).login).toBeDefined();
  }
  const both = { OIDC_MFA: 'trusted', OIDC_AMR: 'mfa' };
  expect(() => readConfig({ ...settings, ...both })).toThrow(/contradict/);
});

const isPostgres = inject('serverUrl') !== null;

test.skipIf(!isPostgres)('production does not start when nobody could use it', async () => {
  const production = await freshSettings('production');
  const refused = await run(['serve'], production);
  expect(refused.code).toBe(1);
  for (const word of ['OIDC_ISSUER', 'keys create', 'PUBLIC_URL']) {
    expect(refused.text).toContain(word);
  }
  const words = ['--gemeente', 'GM9001', '--label', 'Portaal', '--role', 'RESIDENT'];
  const made = await run(['keys', 'create', ...words, '--scopes', 'READ'], production);
  expect(made.code).toBe(0);
  const serving = await serve(production);
  const response = await fetch(`${serving.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${made.text.split('\n')[0]}`,
    },
    body: '{"query":"{ me { role via } }"}',
  });
  expect(await response.json()).toMatchObject({ data: { me: { role: 'RESIDENT', via: 'KEY' } } });
  expect((await fetch(`${serving.url}/login`)).status).toBe(404);
  await serving.stop();
});

/** A loopback port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

test.skipIf(!isPostgres)(
  'a session works in every server process, and ends in every one',
  async () => {
    const common = await freshSettings('development');
    const { WIJKBEELD_MODE: _mode, ...login } = settings;
    // Browsers know one address; behind it stand two processes, of which this test asks each by itself.
    const [one, two] = [await freePort(), await freePort()];
    const first = await serve({ ...common, ...login, PORT: String(one) });
    const second = await serve({ ...common, ...login, PORT: String(two) });
    await provider.know('twice', { claims: claimsOf() });
    const through = (url: string) => (request: unknown, response: unknown) =>
      forward(url, request as never, response as never);
    site.serve(through(first.url) as never);
    const visitor = await signIn(origin, 'twice');
    const query = '{ me { role } }';
    for (const { url } of [first, second]) {
      site.serve(through(url) as never);
      expect((await askFrom(visitor, origin, query)).data).toEqual({ me: { role: 'OBSERVER' } });
    }
    const headers = { origin, 'x-wijkbeeld-request': '1' };
    const cookie = visitor.cookies(origin).get(sessionCookie) ?? '';
    await visitor.visit(`${origin}/logout`, { method: 'POST', headers });
    site.serve(through(first.url) as never);
    visitor.cookies(origin).set(sessionCookie, cookie);
    expect((await askFrom(visitor, origin, query)).status).toBe(401);
    await first.stop();
    await second.stop();
  },
);

/** Sends a request on to another address, as a balancer in front of several processes does. */
async function forward(
  url: string,
  request: import('node:http').IncomingMessage,
  response: import('node:http').ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { host: _host, connection: _connection, ...headers } = request.headers;
  const answer = await fetch(`${url}${request.url}`, {
    method: request.method ?? 'GET',
    headers: headers as Record<string, string>,
    redirect: 'manual',
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) {
    if (!/^(set-cookie|content-length|content-encoding|transfer-encoding|connection)$/.test(name)) {
      response.setHeader(name, value);
    }
  }
  response.setHeader('set-cookie', answer.headers.getSetCookie());
  response.end(Buffer.from(await answer.arrayBuffer()));
}
