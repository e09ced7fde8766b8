// The tools for language models, asked by the official client over HTTP: the same rights and disclosure as everywhere.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { budgetsOf } from '../server/limits/budgets.ts';
import { clientHash } from '../server/limits/client.ts';
import { memoryRates } from '../server/limits/rates.ts';
import { askOn, esra, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, openCell, publishNote, today } from './support/make.ts';
import { makeEdition } from './support/make-edition.ts';
import { started } from './support/started.ts';

const database = await testDatabase();
const now = () => today;
const base = await started({ database, now });

beforeAll(async () => {
  await makePlaces(database);
  await makeEdition(database, { year: 2025, figures: { population: { WK900101: 4000 } } });
  const ask = askOn(database, now);
  await openCell(ask, esra, { placeCode: 'WK900101', theme: 'MEANING' });
  await publishNote(ask, noor, esra, { placeCode: 'WK900101', theme: 'HOUSING' });
});

async function connect(token?: string, url = base) {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const client = new Client({ name: 'test', version: '1.0.0' });
  const transport = new StreamableHTTPClientTransport(new URL(`${url}/mcp`), {
    requestInit: { headers },
  });
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  onTestFinished(() => client.close());
  return async (name: string, input: Record<string, unknown>) => {
    const answer = await client.callTool({ name, arguments: input });
    const [{ text = '' } = {}] = answer.content as { text?: string }[];
    return { isError: answer.isError === true, text, found: answer.structuredContent as never };
  };
}

interface Explained {
  signal: { display: string; voices: string | null };
  concordance: { outcome: string; sentence: string };
  reasons: { reasons: { rule: string }[] };
}

test('lists its tools with what they take, all of them reading only', async () => {
  const client = new Client({ name: 'test', version: '1.0.0' });
  const transport = new StreamableHTTPClientTransport(new URL(`${base}/mcp`));
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  onTestFinished(() => client.close());
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['find_place', 'wijk_profile', 'explain_concordance', 'search']),
  );
  expect(tools.filter(({ annotations }) => annotations?.readOnlyHint !== true)).toEqual([]);
});

test('finds a place, reads its profile and explains an outcome', async () => {
  const call = await connect();
  const places = (await call('find_place', { search: 'WK9001', within: 'GM9001' })).found as {
    places: { code: string }[];
  };
  expect(places.places.map(({ code }) => code)).toContain('WK900101');
  const profile = (await call('wijk_profile', { code: 'WK900101' })).found as {
    themes: { theme: { code: string } }[];
  };
  expect(profile.themes).toHaveLength(17);
  const input = { code: 'WK900101', theme: 'MEANING', language: 'EN' };
  const explained = (await call('explain_concordance', input)).found as Explained;
  expect(explained.signal.display).toBe('SHOWN');
  expect(explained.reasons.reasons.length).toBeGreaterThan(0);
});

test('searches what the caller may read', async () => {
  const { found } = await (await connect())('search', { text: 'loneliness', kinds: ['THEME'] });
  const { hits } = found as { hits: { kind: string; code: string }[] };
  expect(hits).toContainEqual(expect.objectContaining({ kind: 'THEME', code: 'SOCIAL_NETWORK' }));
});

test('tells the public nothing of a hidden cell, and a reviewer what a reviewer may see', async () => {
  const input = { code: 'WK900101', theme: 'HOUSING' };
  const asPublic = (await (await connect())('explain_concordance', input)).found as Explained;
  const asReviewer = (await (await connect(esra))('explain_concordance', input)).found as Explained;
  expect(asPublic.signal).toMatchObject({ voices: null });
  expect(asPublic.signal.display).not.toBe('SHOWN');
  expect(asReviewer.signal.display).not.toBe(asPublic.signal.display);
});

test.each<[string, string | undefined, string, Record<string, unknown>, RegExp]>([
  ['an unknown wijk', undefined, 'wijk_profile', { code: 'WK999999' }, /^NOT_FOUND/],
  ['a wrong code', undefined, 'wijk_profile', { code: 'Haven' }, /^BAD_USER_INPUT/],
  ['an unknown token', 'wbk_none', 'wijk_profile', { code: 'WK900101' }, /^UNAUTHENTICATED/],
  ['an unknown theme', undefined, 'explain_concordance', { code: 'WK900101', theme: 'X' }, /theme/],
])('refuses %s in words that help', async (_what, token, name, input, words) => {
  const { isError, text } = await (await connect(token))(name, input);
  expect(isError).toBe(true);
  expect(text).toMatch(words);
});

test('takes nothing from pages of other sites, and only POST', async () => {
  const headers = { 'content-type': 'application/json', origin: 'https://elsewhere.example' };
  const foreign = await fetch(`${base}/mcp`, { method: 'POST', headers, body: '{}' });
  expect(foreign.status).toBe(403);
  expect((await fetch(`${base}/mcp`)).status).toBe(405);
});

test('is held to the budget of the network', async () => {
  const budgets = budgetsOf({ mode: 'production', costPerMinute: 300, writesPerMinute: 1 });
  const counting = { rates: memoryRates(budgets), hash: clientHash(undefined) };
  const call = await connect(undefined, await started({ database, now, counting }));
  const answers = [];
  for (let at = 0; at < 6; at += 1)
    answers.push(
      await call('wijk_profile', { code: 'WK900101' }).catch((error) => ({ text: String(error) })),
    );
  expect(answers.map(({ text }) => text).join()).toMatch(/RATE_LIMITED|429/);
});
