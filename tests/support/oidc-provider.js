// A real OpenID Connect provider in a process of its own, for tests: node oidc-provider.js '<settings as JSON>'.
// Its first line is its address. Beside the standard it has three doors for tests: PUT /accounts/<id> says what
// it knows of a person, POST /sign signs any token with its key, and an account may be given claims that its
// ID token should not have (`forged`).
import { createServer } from 'node:http';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';

const settings = JSON.parse(process.argv[2] ?? '{}');
const { origin, clients } = settings;
const accounts = new Map();
const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const kid = 'test-key';
const jwk = { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' };

const server = createServer();
await new Promise((resolve) => server.listen(settings.port ?? 0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const login = {
  redirect_uris: [`${origin}/login/callback`],
  post_logout_redirect_uris: [`${origin}/`],
  backchannel_logout_uri: `${origin}/logout/back-channel`,
  backchannel_logout_session_required: true,
  grant_types: ['authorization_code'],
};
const known = clients.map((client) => ({ ...(client.isMachine ? {} : login), ...client.metadata }));
const claimNames = ['sub', 'sid', 'acr', 'amr', 'gemeente', 'organisatie', 'rollen', 'beroep'];

const provider = new Provider(issuer, {
  clients: known,
  jwks: { keys: [jwk] },
  cookies: { keys: ['only-for-tests'] },
  acrValues: ['loa1', 'loa2'],
  claims: { openid: claimNames },
  clockTolerance: 15,
  // Without its guard against loopback addresses, where the site under test is.
  fetch: (url, { dispatcher: _guard, ...options }) => fetch(url, options),
  ttl: {
    IdToken: 120,
    AccessToken: 300,
    ClientCredentials: 300,
    Session: 3600,
    Interaction: 600,
    Grant: 3600,
    AuthorizationCode: 60,
  },
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    clientCredentials: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: (_ctx, audience) => ({
        audience,
        scope: 'wijkbeeld:read wijkbeeld:log-notes',
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
  findAccount: (_ctx, id) =>
    accounts.has(id)
      ? { accountId: id, claims: async () => ({ sub: id, ...accounts.get(id).claims }) }
      : undefined,
  extraTokenClaims: (_ctx, token) => accounts.get(token.clientId)?.claims,
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  // Nobody is asked for consent: the gemeente gave it for its people.
  loadExistingGrant: async (ctx) => {
    const { client, session } = ctx.oidc;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid');
    grant.addOIDCClaims(claimNames);
    await grant.save();
    return grant;
  },
});
provider.proxy = false;

async function sign(claims, header) {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, ...header }).sign(privateKey);
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

provider.use(async (ctx, next) => {
  const [, door, id] = ctx.path.split('/');
  if (door === 'accounts' && ctx.method === 'PUT') {
    accounts.set(id, JSON.parse(await bodyOf(ctx.req)));
    ctx.status = 204;
  } else if (door === 'sign' && ctx.method === 'POST') {
    const { claims, header } = JSON.parse(await bodyOf(ctx.req));
    ctx.body = await sign(claims, header);
  } else if (door === 'interaction' && ctx.method === 'GET') {
    ctx.type = 'html';
    ctx.body = `<!doctype html><title>Login</title><form method="post"><label>Name <input name="login"></label><button>Sign in</button></form>`;
  } else if (door === 'interaction') {
    const accountId = new URLSearchParams(await bodyOf(ctx.req)).get('login') ?? '';
    const { acr, amr } = accounts.get(accountId) ?? {};
    const result = { login: { accountId, ...(acr ? { acr } : {}), ...(amr ? { amr } : {}) } };
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result));
    ctx.status = 303;
  } else {
    await next();
    if (ctx.path !== '/token' || !ctx.body?.id_token) return;
    const claims = decodeJwt(ctx.body.id_token);
    const { forged } = accounts.get(claims.sub) ?? {};
    if (forged) ctx.body = { ...ctx.body, id_token: await sign({ ...claims, ...forged }) };
  }
});
server.on('request', provider.callback());
process.stdout.write(`${issuer}\n`);
