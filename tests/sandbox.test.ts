// The sandbox of integrators as an operator starts it: keys that work, an own database, and a fresh start.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { logInput } from './support/make.ts';
import { freshSettings, run, serve } from './support/process.ts';

async function post(url: string, key: string, query: string, variables = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as {
    data?: Record<string, Record<string, unknown> | null> | null;
    errors?: { extensions: { code: string } }[];
  };
}

const keysOf = (printed: string) => printed.match(/\bwbk_\S+/g) ?? [];

test('an integrator logs and reviews in an invented gemeente, and real data is somewhere else', async () => {
  const settings = await freshSettings();
  const left = join(settings.WIJKBEELD_DATA ?? '', 'sandbox', 'of-before');
  mkdirSync(dirname(left), { recursive: true });
  writeFileSync(left, '');
  const words = ['sandbox', '--port', '0', '--fresh'];
  const sandbox = await serve({ ...settings, OIDC_ISSUER: 'https://login.example.nl' }, { words });
  expect(existsSync(left)).toBe(false);
  const [observer = '', reviewer = ''] = keysOf(sandbox.printed());
  const log = 'mutation ($input: LogFieldNoteInput!) { logFieldNote(input: $input) { status } }';
  const input = logInput({ theme: 'MEANING' });
  const logged = await post(sandbox.url, observer, log, { input });
  expect(logged.data?.logFieldNote).toEqual({ status: 'SUBMITTED' });
  const review =
    'mutation ($input: ReviewFieldNoteInput!) { reviewFieldNote(input: $input) { status } }';
  const decision = { id: input.id, version: 1, decision: 'PUBLISH', publicationLevel: 'CIRCLE' };
  const reviewed = await post(sandbox.url, reviewer, review, { input: decision });
  expect(reviewed.data?.reviewFieldNote).toEqual({ status: 'PUBLISHED' });
  await sandbox.stop();

  // The server beside it knows neither the note nor the key.
  expect(existsSync(join(settings.WIJKBEELD_DATA ?? '', 'sandbox'))).toBe(true);
  const keys = await run(['keys', 'list', '--gemeente', 'GM9001'], settings);
  expect(keys.text).toContain('GM9001 has no keys.');
}, 180_000);
