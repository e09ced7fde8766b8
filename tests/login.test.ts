// Signing in through a real login service (oidc-provider in a process of its own), and all the ways in which
// that must fail.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { sessionCookie } from '../server/access/cookies.ts';
import { actorOfDemoToken } from '../server/access/demo.ts';
import { addMember, endMember } from '../server/access/members.ts';
import { auditLines, loginAttempts, memberships, people, sessions } from '../server/db/tables.ts';
import { budgetsOf } from '../server/limits/budgets.ts';
import { memoryRates } from '../server/limits/rates.ts';
import { chromiumPath, openBrowser } from './support/browser.ts';
import { testDatabase } from './support/database.ts';
import { newVisitor, type Visitor } from './support/login.ts';
import { askFrom, claimsOf, openSigningIn, signIn } from './support/signing-in.ts';

const database = await testDatabase();
const { db } = database;
const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-login-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const keyFile = join(folder, 'key.pem');
writeFileSync(keyFile, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
const publicKey = pair.publicKey.export({ format: 'jwk' });
const { site, provider, makeApp, withKey } = await openSigningIn(database, publicKey, keyFile);
const { origin } = site;

let offset = 0;
const clock = () => new Date(Date.now() + offset);
const app = makeApp({}, clock);
const minutes = (count: number) => count * 60_000;
beforeEach(() => {
  offset = 0;
  site.serve(app);
});

interface Me {
  readonly me: { readonly role: string; readonly via: string } | null;
}
const whoAmI = (visitor: Visitor) => askFrom<Me>(visitor, origin, '{ me { role via } }');
const codeOf = async (visitor: Visitor) => (await whoAmI(visitor)).errors?.[0]?.extensions.code;

/** Lets the service know a person under a fresh name. */
let count = 0;
async function somebody(changes: Record<string, unknown> = {}, more: object = {}) {
  count += 1;
  const name = `person-${count}`;
  await provider.know(name, { claims: claimsOf(changes), ...more });
  return name;
}

/** Signs in and answers the page that refuses it. */
async function refusalFor(name: string) {
  const { status, text } = await newVisitor().follow(`${origin}/login`, { login: name });
  return { status, text };
}

async function personOf(name: string) {
  const [person] = await db.select().from(people).where(eq(people.subject, name));
  return person;
}

describe('signing in', () => {
  test('gives the rights that the claims name, a cookie no script reads, and nothing to steal', async () => {
    const name = await somebody();
    const visitor = newVisitor();
    const url = `${origin}/login?returnTo=${encodeURIComponent('/wijk/WK900101?thema=HOUSING')}`;
    const end = await visitor.follow(url, { login: name, until: `${origin}/wijk/WK900101` });
    expect(end.location).toBe(`${origin}/wijk/WK900101?thema=HOUSING`);
    const cookie = end.setCookies.find((line) => line.startsWith(`${sessionCookie}=`)) ?? '';
    for (const word of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax']) {
      expect(cookie).toContain(word);
    }
    expect(cookie).not.toContain('Domain');
    const { data } = await askFrom<{ me: unknown }>(
      visitor,
      origin,
      '{ me { role gemeenteCode organisation profession via } }',
    );
    expect(data.me).toEqual({
      role: 'OBSERVER',
      gemeenteCode: 'GM9001',
      organisation: 'wijkteam-noord',
      profession: 'WIJKTEAM_WORKER',
      via: 'SESSION',
    });
    const person = await personOf(name);
    const [row] = await db
      .select()
      .from(sessions)
      .where(eq(sessions.personId, person?.id ?? ''));
    const secret = visitor.cookies(origin).get(sessionCookie) ?? '';
    expect(secret.length).toBeGreaterThan(40);
    const kept = `${JSON.stringify(row)} ${row?.sealedIdToken?.toString('latin1')}`;
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain('eyJ');
    expect(await db.select().from(loginAttempts)).toEqual([]);
  });

  test('with private_key_jwt works as with a secret', async () => {
    site.serve(makeApp(withKey));
    const visitor = await signIn(origin, await somebody());
    expect((await whoAmI(visitor)).data.me).toEqual({ role: 'OBSERVER', via: 'SESSION' });
  });

  test('is in the audit log without the person, and failed attempts with a reason only', async () => {
    const name = await somebody();
    await signIn(origin, name);
    await refusalFor(await somebody({ gemeente: '0000' }));
    const lines = await db.select().from(auditLines);
    const events = lines.map((line) => line.event);
    expect(events).toContain('LOGIN');
    expect(lines.find((line) => line.event === 'LOGIN_FAILED')?.details).toEqual({
      reason: 'FORBIDDEN',
    });
    const person = await personOf(name);
    const text = JSON.stringify(lines);
    expect(text).not.toContain(name);
    expect(text).not.toContain(person?.id);
  });

  test('again in the same browser makes a new session and ends the old one', async () => {
    const visitor = await signIn(origin, await somebody());
    const old = visitor.cookies(origin).get(sessionCookie) ?? '';
    await visitor.follow(`${origin}/login?returnTo=/x`, { until: `${origin}/x` });
    expect(visitor.cookies(origin).get(sessionCookie)).not.toBe(old);
    const thief = newVisitor();
    thief.cookies(origin).set(sessionCookie, old);
    expect(await codeOf(thief)).toBe('UNAUTHENTICATED');
    expect((await whoAmI(visitor)).data.me?.role).toBe('OBSERVER');
  });

  test('with several roles acts in one of them and switches', async () => {
    const visitor = await signIn(
      origin,
      await somebody({ rollen: ['waarnemer', 'signaalbeheerder'] }),
    );
    const { data } = await askFrom<{ myMemberships: { id: string; role: string }[] }>(
      visitor,
      origin,
      '{ myMemberships { id role } }',
    );
    expect(data.myMemberships.map((one) => one.role).sort()).toEqual(['OBSERVER', 'REVIEWER']);
    const now = (await whoAmI(visitor)).data.me?.role;
    const other = data.myMemberships.find((one) => one.role !== now);
    const query = 'mutation ($id: UUID!) { switchMembership(id: $id) { role } }';
    await askFrom(visitor, origin, query, { id: other?.id });
    expect((await whoAmI(visitor)).data.me?.role).toBe(other?.role);
    const stranger = await signIn(origin, await somebody());
    const refused = await askFrom(stranger, origin, query, { id: other?.id });
    expect(refused.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('works on every server process over the same database', async () => {
    const visitor = await signIn(origin, await somebody());
    const begun = newVisitor();
    const name = await somebody();
    const left = await begun.visit(`${origin}/login`);
    site.serve(makeApp());
    expect((await whoAmI(visitor)).data.me?.role).toBe('OBSERVER');
    const end = await begun.follow(left.location ?? '', { login: name, until: `${origin}/` });
    expect(end.status).toBe(303);
    expect((await whoAmI(begun)).data.me?.role).toBe('OBSERVER');
  });

  test('reads memberships added by hand where no claims are set', async () => {
    site.serve(makeApp({ OIDC_CLAIMS: '' }));
    const name = await somebody();
    const { status, text } = await refusalFor(name);
    expect(status).toBe(403);
    expect(text).toContain('wijkbeeld members add');
    expect(await personOf(name)).toBeUndefined();
    const { issuer } = provider;
    const member = { gemeenteCode: 'GM9002', issuer, subject: name, role: 'ANALYST' } as const;
    await addMember(db, null, member, new Date());
    expect((await whoAmI(await signIn(origin, name))).data.me?.role).toBe('ANALYST');
  });
});

describe('a session ends', () => {
  test('after the idle time, and not while it is used', async () => {
    const visitor = await signIn(origin, await somebody());
    offset = minutes(20);
    expect((await whoAmI(visitor)).data.me?.role).toBe('OBSERVER');
    offset = minutes(45);
    expect((await whoAmI(visitor)).data.me?.role).toBe('OBSERVER');
    offset = minutes(76);
    const { status, errors } = await whoAmI(visitor);
    expect(status).toBe(401);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    // Refused once, then the browser is the public again.
    expect(visitor.cookies(origin).has(sessionCookie)).toBe(false);
    expect((await whoAmI(visitor)).data.me).toBeNull();
  });

  test('after the absolute time, however much it is used', async () => {
    site.serve(makeApp({ SESSION_HOURS: '1' }, clock));
    const visitor = await signIn(origin, await somebody());
    for (const at of [25, 50]) {
      offset = minutes(at);
      expect((await whoAmI(visitor)).data.me?.role).toBe('OBSERVER');
    }
    offset = minutes(61);
    expect(await codeOf(visitor)).toBe('UNAUTHENTICATED');
  });

  test('at logout, here and at the login service', async () => {
    const visitor = await signIn(origin, await somebody());
    const secret = visitor.cookies(origin).get(sessionCookie) ?? '';
    const headers = { origin, 'x-wijkbeeld-request': '1' };
    const forged = await visitor.visit(`${origin}/logout`, { method: 'POST' });
    expect(forged.status).toBe(403);
    expect((await whoAmI(visitor)).data.me?.role).toBe('OBSERVER');
    const { text } = await visitor.visit(`${origin}/logout`, { method: 'POST', headers });
    const { location } = JSON.parse(text) as { location: string };
    expect(location.startsWith(`${provider.issuer}/session/end`)).toBe(true);
    expect(new URL(location).searchParams.get('id_token_hint')).toContain('eyJ');
    const there = await visitor.visit(location);
    expect(there.status).toBe(200);
    visitor.cookies(origin).set(sessionCookie, secret);
    expect(await codeOf(visitor)).toBe('UNAUTHENTICATED');
  });

  test('when the login service says so', async () => {
    const name = await somebody();
    const visitor = await signIn(origin, name);
    const elsewhere = await signIn(origin, name);
    const page = await visitor.visit(`${provider.issuer}/session/end`);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const body = new URLSearchParams({ xsrf, logout: 'yes' });
    await visitor.visit(`${provider.issuer}/session/end/confirm`, { method: 'POST', body });
    await expect.poll(() => codeOf(visitor)).toBe('UNAUTHENTICATED');
    expect((await whoAmI(elsewhere)).data.me?.role).toBe('OBSERVER');
  });

  test('and the database shows sessions to their own person alone', async () => {
    await signIn(origin, await somebody());
    const [row] = await db.select().from(sessions).limit(1);
    const actor = {
      ...actorOfDemoToken('demo:ADMIN:GM9001'),
      personId: row?.personId ?? '',
    };
    const own = await database.as(actor).select({ id: sessions.personId }).from(sessions);
    expect(new Set(own.map((one) => one.id))).toEqual(new Set([row?.personId]));
    const other = database.as(actorOfDemoToken('demo:ADMIN:GM9001'));
    expect(await other.select().from(sessions)).toEqual([]);
  });

  test('one of them, when its person says so, and never that of another', async () => {
    const name = await somebody();
    const [here, there] = [await signIn(origin, name), await signIn(origin, name)];
    const query = '{ mySessions { id isCurrent } }';
    const list = async (visitor: typeof here) =>
      (await askFrom<{ mySessions: { id: string; isCurrent: boolean }[] }>(visitor, origin, query))
        .data.mySessions;
    const other = (await list(here)).find((one) => !one.isCurrent);
    const end = `mutation { endSession(id: "${other?.id}") }`;
    const stranger = await signIn(origin, await somebody());
    expect((await askFrom(stranger, origin, end)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await askFrom(here, origin, end)).data).toEqual({ endSession: other?.id });
    expect(await codeOf(there)).toBe('UNAUTHENTICATED');
    expect(await list(here)).toHaveLength(1);
  });

  test('everywhere at once, when its person says so', async () => {
    const name = await somebody();
    const [here, there] = [await signIn(origin, name), await signIn(origin, name)];
    const query = '{ mySessions { role isCurrent } }';
    const { data } = await askFrom<{ mySessions: { isCurrent: boolean }[] }>(here, origin, query);
    expect(data.mySessions.map((one) => one.isCurrent).sort()).toEqual([false, true]);
    const gone = await askFrom(here, origin, 'mutation { signOutEverywhere }');
    expect(gone.data).toEqual({ signOutEverywhere: 2 });
    expect([await codeOf(here), await codeOf(there)]).toEqual([
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
    ]);
  });

  test('with the membership it acts through, which claims do not give back', async () => {
    const name = await somebody();
    const visitor = await signIn(origin, name);
    const person = await personOf(name);
    const [row] = await db
      .select()
      .from(memberships)
      .where(eq(memberships.personId, person?.id ?? ''));
    await endMember(db, null, row?.id ?? '', new Date());
    expect(await codeOf(visitor)).toBe('UNAUTHENTICATED');
    const { status, text } = await refusalFor(name);
    expect(status).toBe(403);
    expect(text).toContain('ended');
  });

  test('on the day its membership ends', async () => {
    const name = await somebody();
    const visitor = await signIn(origin, name);
    const person = await personOf(name);
    await db
      .update(memberships)
      .set({ validTo: new Date(Date.now() + minutes(5)) })
      .where(eq(memberships.personId, person?.id ?? ''));
    expect((await whoAmI(visitor)).data.me?.role).toBe('OBSERVER');
    offset = minutes(6);
    expect(await codeOf(visitor)).toBe('UNAUTHENTICATED');
  });

  test('when the claims give its role no more, at the next login of the person', async () => {
    const name = await somebody({ rollen: ['waarnemer', 'analist'] });
    const observer = await signIn(origin, name);
    const role = (await whoAmI(observer)).data.me?.role;
    const left = role === 'OBSERVER' ? 'analist' : 'waarnemer';
    await provider.know(name, { claims: claimsOf({ rollen: [left] }) });
    await signIn(origin, name);
    expect(await codeOf(observer)).toBe('UNAUTHENTICATED');
    await provider.know(name, { claims: claimsOf({ rollen: [] }) });
    expect((await refusalFor(name)).text).toContain('rollen');
    const person = await personOf(name);
    const rows = await db
      .select()
      .from(sessions)
      .where(eq(sessions.personId, person?.id ?? ''));
    expect(rows).toEqual([]);
  });
});

describe('a login is refused', () => {
  test('with another state, in another browser, and when it is sent twice', async () => {
    const name = await somebody();
    const visitor = newVisitor();
    const callback = `${origin}/login/callback`;
    const back = async (one: Visitor) =>
      (await one.follow(`${origin}/login`, { login: name, until: callback })).location ?? '';
    const changed = new URL(await back(visitor));
    changed.searchParams.set('state', 'x'.repeat(43));
    expect((await visitor.visit(changed.href)).status).toBe(400);
    const url = await back(visitor);
    expect((await newVisitor().visit(url)).status).toBe(400);
    expect((await visitor.visit(url)).status).toBe(303);
    expect((await visitor.visit(url)).status).toBe(400);
    // The same code once more, in a login of its own.
    const fresh = new URL(await back(visitor));
    fresh.searchParams.set('code', new URL(url).searchParams.get('code') ?? '');
    const replayed = await visitor.visit(fresh.href);
    expect(replayed.status).toBe(401);
    expect(replayed.text).toContain('invalid_grant');
  });

  test('when it took longer than ten minutes', async () => {
    const visitor = newVisitor();
    const until = `${origin}/login/callback`;
    const end = await visitor.follow(`${origin}/login`, { login: await somebody(), until });
    offset = minutes(11);
    expect((await visitor.visit(end.location ?? '')).status).toBe(400);
  });

  test('with another nonce', async () => {
    const visitor = newVisitor();
    const name = await somebody();
    const { location } = await visitor.visit(`${origin}/login`);
    const url = new URL(location ?? '');
    url.searchParams.set('nonce', 'another');
    const end = await visitor.follow(url.href, { login: name });
    expect(end.status).toBe(401);
    expect(end.text).toContain('OAUTH_JWT_CLAIM_COMPARISON_FAILED');
    expect(visitor.cookies(origin).has(sessionCookie)).toBe(false);
  });

  test.each([
    ['of another audience', { aud: 'another-client' }],
    ['of another issuer', { iss: 'https://login.other.test' }],
    ['that has expired', { exp: 1_700_000_000 }],
    ['of another login', { nonce: 'another' }],
  ])('when the ID token is one %s', async (_what, forged) => {
    const { status, text } = await refusalFor(await somebody({}, { forged }));
    expect(status).toBe(401);
    expect(text).toMatch(/OAUTH_\w+/);
    expect(text).not.toContain('eyJ');
  });

  test('when the clocks differ by more than is allowed', async () => {
    const at = (seconds: number) => makeApp({}, () => new Date(Date.now() + seconds * 1000));
    // An ID token lives for 120 seconds here, and 30 are allowed.
    for (const seconds of [140, -25]) {
      site.serve(at(seconds));
      expect((await whoAmI(await signIn(origin, await somebody()))).data.me?.role).toBe('OBSERVER');
    }
    site.serve(at(170));
    const { status, text } = await refusalFor(await somebody());
    expect([status, text]).toEqual([401, expect.stringContaining('TIMESTAMP')]);
  });

  test('without the second factor that is asked for', async () => {
    site.serve(makeApp({ OIDC_ACR: 'loa2 loa3', OIDC_AMR: 'mfa,otp' }));
    for (const weak of [{}, { acr: 'loa1', amr: ['pwd', 'mfa'] }, { acr: 'loa2', amr: ['pwd'] }]) {
      const { status, text } = await refusalFor(await somebody({}, weak));
      expect([status, text]).toEqual([401, expect.stringContaining('second factor')]);
    }
    const name = await somebody({}, { acr: 'loa2', amr: ['pwd', 'otp'] });
    expect((await whoAmI(await signIn(origin, name))).data.me?.role).toBe('OBSERVER');
  });

  test.each([
    ['gemeente', undefined],
    ['gemeente', '0000'],
    ['rollen', ['offline_access']],
    ['rollen', undefined],
    ['beroep', 'astronaut'],
    ['organisatie', undefined],
    ['organisatie', 'Wijkteam <Noord>'],
  ])('naming the claim when %s is %j, and nothing is kept of the person', async (claim, value) => {
    const name = await somebody({ [claim]: value });
    const { status, text } = await refusalFor(name);
    expect(status).toBe(403);
    expect(text).toContain(claim);
    expect(text).not.toContain('<Noord>');
    expect(await personOf(name)).toBeUndefined();
  });

  test('for a while, when one network begins too many', async () => {
    const rates = memoryRates(
      budgetsOf({ mode: 'production', costPerMinute: 200, writesPerMinute: undefined }),
    );
    site.serve(makeApp({}, clock, { counting: { rates, hash: (client) => client } }));
    const visits: number[] = [];
    for (let at = 0; at < 3; at += 1) {
      visits.push((await newVisitor().visit(`${origin}/login`)).status);
    }
    expect(visits).toEqual([303, 303, 429]);
    rates.close();
  });

  test('when the login service cannot be reached, in words', async () => {
    site.serve(makeApp({ OIDC_ISSUER: 'http://127.0.0.1:9' }));
    const { status, text } = await newVisitor().visit(`${origin}/login`);
    expect([status, text]).toEqual([401, expect.stringContaining('cannot be reached')]);
  });
});

describe('an administrator', () => {
  const add = `mutation ($input: AddMemberInput!) { addMember(input: $input) { id role endedOn } }`;
  const end = 'mutation ($id: UUID!) { endMember(id: $id) { endedOn } }';

  test('ends the rights of another at the next request, and never touches the own', async () => {
    const name = await somebody({ rollen: ['beheerder'] });
    const admin = await signIn(origin, name);
    const other = await somebody();
    const visitor = await signIn(origin, other);
    const query = '{ members(first: 100) { edges { node { id subject } } } }';
    const { data } = await askFrom<{
      members: { edges: { node: { id: string; subject: string } }[] };
    }>(admin, origin, query);
    const idOf = (subject: string) =>
      data.members.edges.find(({ node }) => node.subject === subject)?.node.id;
    const ended = await askFrom<{ endMember: object }>(admin, origin, end, { id: idOf(other) });
    expect(ended.data.endMember).toEqual({ endedOn: new Date().toISOString().slice(0, 10) });
    expect(await codeOf(visitor)).toBe('UNAUTHENTICATED');
    const own = { issuer: provider.issuer, subject: name, role: 'REVIEWER' };
    const refusals = [
      await askFrom(admin, origin, add, { input: own }),
      await askFrom(admin, origin, end, { id: idOf(name) }),
    ];
    for (const { errors } of refusals) expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await whoAmI(admin)).data.me?.role).toBe('ADMIN');
  });

  test('gives a person the role again that was ended by hand', async () => {
    const name = await somebody();
    const before = await signIn(origin, name);
    const person = await personOf(name);
    const [row] = await db
      .select()
      .from(memberships)
      .where(eq(memberships.personId, person?.id ?? ''));
    await endMember(db, null, row?.id ?? '', new Date());
    expect(await codeOf(before)).toBe('UNAUTHENTICATED');
    const admin = await signIn(origin, await somebody({ rollen: ['beheerder'] }));
    const input = { issuer: provider.issuer, subject: name, role: 'OBSERVER' };
    const more = { organisation: 'wijkteam-noord', profession: 'WIJKTEAM_WORKER' };
    await askFrom(admin, origin, add, { input: { ...input, ...more } });
    expect((await whoAmI(await signIn(origin, name))).data.me?.role).toBe('OBSERVER');
  });
});

describe('other sites', () => {
  test('cannot use the session of a browser', async () => {
    const visitor = await signIn(origin, await somebody());
    const mutation = 'mutation { signOutEverywhere }';
    for (const headers of [
      {},
      { origin },
      { 'x-wijkbeeld-request': '1' },
      { origin: 'https://evil.test', 'x-wijkbeeld-request': '1' },
      { origin: 'null', 'x-wijkbeeld-request': '1' },
    ] as Record<string, string>[]) {
      const { errors } = await askFrom(visitor, origin, mutation, {}, headers);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const query = encodeURIComponent(mutation);
    const byLink = await visitor.visit(`${origin}/graphql?query=${query}`);
    expect(byLink.status).toBe(405);
    expect((await whoAmI(visitor)).data.me?.role).toBe('OBSERVER');
  });

  test.each([
    'https://evil.test',
    '//evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    '/\t/evil.test',
    'javascript:alert(1)',
    'evil.test',
    `/${'x'.repeat(600)}`,
    '/a\r\nSet-Cookie: x=1',
  ])('are not where a login leads: %j', async (path) => {
    const url = `${origin}/login?returnTo=${encodeURIComponent(path)}`;
    const { status, location } = await newVisitor().visit(url);
    expect([status, location]).toEqual([400, null]);
  });

  test('cannot end sessions: a logout token is checked', async () => {
    const name = await somebody();
    const visitor = await signIn(origin, name);
    const now = Math.floor(Date.now() / 1000);
    const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const good = {
      ...{ iss: provider.issuer, aud: 'wijkbeeld', sub: name, jti: 'one', events: event },
      ...{ iat: now + 1, exp: now + 120 },
    };
    const header = { typ: 'logout+jwt' };
    const send = async (token: string) =>
      (
        await newVisitor().visit(`${origin}/logout/back-channel`, {
          method: 'POST',
          body: new URLSearchParams({ logout_token: token }),
        })
      ).status;
    const wrong = [
      { ...good, aud: 'another' },
      { ...good, iss: 'https://login.other.test' },
      { ...good, events: {} },
      { ...good, nonce: 'x' },
      { ...good, sub: undefined },
      { ...good, iat: now - 400 },
      { ...good, exp: now - 60, iat: now - 120 },
    ];
    for (const claims of wrong) expect(await send(await provider.sign(claims, header))).toBe(400);
    expect(await send(await provider.sign(good, { typ: 'at+jwt' }))).toBe(400);
    const [, body] = (await provider.sign(good, header)).split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    expect(await send(`${none}.${body}.`)).toBe(400);
    expect(await send('')).toBe(400);
    expect((await whoAmI(visitor)).data.me?.role).toBe('OBSERVER');
    const token = await provider.sign(good, header);
    expect(await send(token)).toBe(200);
    expect(await codeOf(visitor)).toBe('UNAUTHENTICATED');
    // Sent again it ends nothing that began later.
    offset = minutes(1);
    const later = await signIn(origin, name);
    expect(await send(token)).toBe(200);
    expect((await whoAmI(later)).data.me?.role).toBe('OBSERVER');
  });
});

test.skipIf(!chromiumPath)('a real browser signs in, asks, and signs out', async () => {
  const name = await somebody();
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(`${origin}/login?returnTo=/livez`);
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${origin}/livez`);
  const ask = () =>
    page.evaluate(async () => {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-wijkbeeld-request': '1' },
        body: JSON.stringify({ query: '{ me { role via } }' }),
      });
      return ((await response.json()) as { data: unknown }).data;
    });
  expect(await ask()).toEqual({ me: { role: 'OBSERVER', via: 'SESSION' } });
  const cookies = await page.context().cookies();
  const own = cookies.find((cookie) => cookie.name === sessionCookie);
  expect(own).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
  const location = await page.evaluate(async () => {
    const headers = { 'x-wijkbeeld-request': '1' };
    const response = await fetch('/logout', { method: 'POST', headers });
    return ((await response.json()) as { location: string }).location;
  });
  await page.goto(location);
  await page.getByRole('button', { name: /yes/i }).click();
  await page.waitForURL(`${origin}/`);
  expect(await ask()).toEqual({ me: null });
});
