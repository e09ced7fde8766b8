// The REST face, held against what can be tested of the Dutch API Design Rules 2.2; the rule stands in the name.
import { beforeAll, expect, test } from 'vitest';
import { budgetsOf } from '../server/limits/budgets.ts';
import { clientHash } from '../server/limits/client.ts';
import { memoryRates } from '../server/limits/rates.ts';
import { askOn, esra, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, openCell, publishNote, today } from './support/make.ts';
import { makeEdition } from './support/make-edition.ts';
import { started } from './support/started.ts';

const statements: string[] = [];
const database = await testDatabase((text) => statements.push(text));
const now = () => today;
const url = await started({
  database,
  now,
  web: { publicUrl: 'https://wijkbeeld.example.nl' },
});

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { name: string; in: string; description: string }[];
  readonly responses: Record<string, { content: Record<string, { schema: Schema }> }>;
}

interface OpenApi {
  readonly openapi: string;
  readonly info: { version: string; contact: Record<string, string> };
  readonly servers: readonly { url: string }[];
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, Schema> };
}

const get = (path: string, init: RequestInit = {}) => fetch(`${url}/api/v1${path}`, init);
const read = async <Body>(path: string) => (await (await get(path)).json()) as Body;
let api: OpenApi;

beforeAll(async () => {
  await makePlaces(database);
  await makeEdition(database, {
    year: 2025,
    figures: {
      loneliness: { WK900101: 40, WK900102: 'SUPPRESSED', GM9001: 35 },
      population: { WK900101: 4000, GM9001: 40_000 },
    },
  });
  const ask = askOn(database, now);
  await openCell(ask, esra, { placeCode: 'WK900101', theme: 'SOCIAL_NETWORK' });
  await publishNote(ask, noor, esra, { placeCode: 'WK900102', theme: 'ACCESS_TO_SERVICES' });
  api = await read<OpenApi>('/openapi.json');
});

const everyPath = [
  '/places?within=GM9001&first=2',
  '/places/WK900101',
  '/gemeenten',
  '/gemeenten/GM9001/wijken?first=3',
  '/wijken/WK900101/profile?language=EN',
  '/themes',
  '/indicators',
  '/indicators/loneliness/figures?within=GM9001&level=WIJK',
  '/sources',
];

test('publish-openapi, doc-openapi, semver, uri-version, doc-openapi-contact', async () => {
  expect(api.openapi).toMatch(/^3\.0\.\d$/);
  expect(api.info.version).toMatch(/^1\.\d+\.\d+$/);
  expect(api.servers[0]?.url).toBe('https://wijkbeeld.example.nl/api/v1');
  expect(Object.keys(api.info.contact).sort()).toEqual(['email', 'name', 'url']);
  expect((await get('/openapi.json')).headers.get('content-type')).toMatch(/^application\/json/);
});

test('path-segments-kebab-case, query-keys-camel-case, no-trailing-slash, http-methods: in the description', () => {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  expect(operations).toHaveLength(everyPath.length);
  for (const { path, method, operation } of operations) {
    expect(method).toBe('get');
    expect(path).toMatch(/^(\/([a-z0-9-]+|\{[a-z][a-zA-Z0-9]*\}))+$/);
    for (const one of operation.parameters) {
      expect(one.name).toMatch(/^[a-z][a-zA-Z0-9]*$/);
      expect(one.description).not.toBe('');
    }
    for (const status of ['400', '404', '429', '500'])
      expect(operation.responses).toHaveProperty(status);
  }
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(
    operations.length,
  );
});

/** Where an answer is not what the description says. */
function differences(schema: Schema, value: unknown, path: string): string[] {
  const [inner] = schema.allOf ?? [];
  if (inner) return value === null && schema.nullable ? [] : differences(inner, value, path);
  const named = schema.$ref && api.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
  if (named) return differences(named, value, path);
  if (value === null) return schema.nullable ? [] : [`${path} is null`];
  if (schema.enum) return schema.enum.includes(String(value)) ? [] : [`${path} is ${value}`];
  if (schema.type === 'array') {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((one, at) => differences(schema.items ?? {}, one, `${path}.${at}`));
  }
  if (schema.type === 'object') {
    const own = Object.keys(value as object).sort();
    const promised = [...(schema.required ?? [])].sort();
    if (String(own) !== String(promised)) return [`${path} has ${own}, not ${promised}`];
    return own.flatMap((key) =>
      differences(
        schema.properties?.[key] ?? {},
        (value as Record<string, unknown>)[key],
        `${path}.${key}`,
      ),
    );
  }
  const isRight =
    schema.type === 'integer' ? Number.isInteger(value) : typeof value === schema.type;
  return isRight ? [] : [`${path} is not ${schema.type}`];
}

test.each(everyPath)(
  'version-header, security-headers, cors and the described answer on %s',
  async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'api-version': api.info.version,
      'content-type': expect.stringMatching(/^application\/json/),
      'cache-control': expect.stringMatching(/^(public, max-age|private, no-cache)/),
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'strict-transport-security': expect.stringContaining('max-age='),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'access-control-allow-origin': '*',
      etag: expect.any(String),
    });
    const template = Object.keys(api.paths).find((one) =>
      new RegExp(`^${one.replace(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0] ?? ''),
    );
    const described = api.paths[template ?? '']?.get?.responses[200]?.content['application/json'];
    const body = await response.json();
    expect(differences(described?.schema ?? {}, body, '')).toEqual([]);
    const again = await get(path, {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect(again.headers.get('api-version')).toBe(api.info.version);
  },
);

const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(response.headers.get('api-version')).toBe('1.1.0');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const body = (await response.json()) as Record<string, unknown> & {
    invalidParams?: { name: string; reason: string }[];
  };
  expect(body).toMatchObject({
    status: response.status,
    instance: expect.stringMatching(/^urn:uuid:/),
  });
  return {
    status: response.status,
    code: body.code,
    wrong: body.invalidParams?.map(({ name }) => name),
  };
};

test.each<[string, RequestInit, number, string, string[]?]>([
  ['/themes/', {}, 404, 'NOT_FOUND'],
  ['/', {}, 404, 'NOT_FOUND'],
  ['/Themes', {}, 404, 'NOT_FOUND'],
  ['/places/WK999999', {}, 404, 'NOT_FOUND'],
  ['/wijken/WK999999/profile', {}, 404, 'NOT_FOUND'],
  ['/wijken/WK900101/profile?year=1800', {}, 400, 'BAD_USER_INPUT', ['year']],
  ['/wijken/WK900101/profile?year=soon', {}, 400, 'BAD_USER_INPUT', ['year']],
  ['/wijken/WK900101/profile?asOf=2999-01-01', {}, 400, 'BAD_USER_INPUT', ['asOf']],
  ['/wijken/haven/profile', {}, 400, 'BAD_USER_INPUT'],
  ['/places?first=2&first=3', {}, 400, 'BAD_USER_INPUT', ['first']],
  ['/places?level=STREET', {}, 400, 'BAD_USER_INPUT'],
  ['/places?page=2&first=1000', {}, 400, 'BAD_USER_INPUT', ['page']],
  ['/indicators?after=nothing', {}, 400, 'BAD_USER_INPUT', ['after']],
  ['/indicators/loneliness/figures?level=WIJK', {}, 400, 'BAD_USER_INPUT', ['within']],
  ['/indicators/unknown/figures?within=GM9001&level=WIJK', {}, 404, 'NOT_FOUND'],
  ['/themes', { method: 'POST', body: '{}' }, 405, 'METHOD_NOT_ALLOWED'],
  ['/themes', { headers: { accept: 'text/csv' } }, 406, 'NOT_ACCEPTABLE'],
])('problem-details: %s %j', async (path, init, status, code, wrong) => {
  const problem = await problemOf(await get(path, init));
  expect(problem).toMatchObject({ status, code });
  if (wrong) expect(problem.wrong).toEqual(wrong);
});

test('says which methods there are, also to the browser of another site', async () => {
  const options = await get('/themes', { method: 'OPTIONS' });
  expect(options.status).toBe(204);
  expect(options.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  expect(options.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
  const head = await get('/themes', { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('walks a long list page by page, by the link it gives', async () => {
  const codes: string[] = [];
  let next: string | undefined = '/api/v1/gemeenten/GM9001/wijken?first=5';
  while (next) {
    const response: Response = await fetch(url + next);
    const { items } = (await response.json()) as { items: { code: string }[] };
    codes.push(...items.map(({ code }) => code));
    next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
  }
  expect(new Set(codes).size).toBe(12);
  expect(codes).toHaveLength(12);
});

interface ProfileBody {
  themes: { theme: { code: string }; signal: { display: string; voices: string | null } }[];
}

test('whoever asks is nobody: a token changes nothing, and hidden cells stay hidden', async () => {
  const path = '/wijken/WK900102/profile';
  const plain = await (await get(path)).text();
  const withToken = await get(path, { headers: { authorization: `Bearer ${esra}` } });
  expect(await withToken.text()).toBe(plain);
  const { themes } = JSON.parse(plain) as ProfileBody;
  const safety = themes.find(({ theme }) => theme.code === 'ACCESS_TO_SERVICES');
  expect(safety?.signal).toMatchObject({ voices: null });
  expect(safety?.signal.display).not.toBe('SHOWN');
  const open = await read<ProfileBody>('/wijken/WK900101/profile');
  const network = open.themes.find(({ theme }) => theme.code === 'SOCIAL_NETWORK');
  expect(network?.signal.display).toBe('SHOWN');
});

test('a value that is not there says why', async () => {
  const { items } = await read<{ items: { placeCode: string; figure: Record<string, unknown> }[] }>(
    '/indicators/loneliness/figures?within=GM9001&level=WIJK',
  );
  expect(items.map(({ placeCode, figure }) => [placeCode, figure.value, figure.state])).toEqual([
    ['WK900101', 40, 'OK'],
    ['WK900102', null, 'SUPPRESSED'],
  ]);
});

test('is charged to the network that asks, like a query, and says when to come back', async () => {
  const budgets = budgetsOf({ mode: 'production', costPerMinute: 200, writesPerMinute: 1 });
  const counting = { rates: memoryRates(budgets), hash: clientHash(undefined) };
  const limited = await started({ database, now, counting });
  const asked = async () => fetch(`${limited}/api/v1/wijken/WK900101/profile`);
  let last = await asked();
  for (let at = 0; at < 5 && last.ok; at += 1) last = await asked();
  expect(await problemOf(last)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  statements.length = 0;
  expect((await asked()).status).toBe(429);
  expect(statements).toEqual([]);
});
