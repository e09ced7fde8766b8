// Starting, stopping and dying, as a user meets them: real processes on free ports.
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { readConfig } from '../server/config.ts';
import { noor } from './support/ask.ts';
import {
  emptyFolder,
  freshSettings,
  fromSources,
  run,
  type Serving,
  serve,
} from './support/process.ts';

const isEmbedded = () => inject('serverUrl') === null;

async function post(serving: Serving, query: string, variables = {}, as: string | null = noor) {
  const response = await fetch(`${serving.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(as ? { authorization: `Bearer ${as}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as {
    data?: Record<string, unknown>;
    errors?: { message: string }[];
  };
}

const placesFile = `code,name,level,parent,year,population
GM9001,Waterrijk,GEMEENTE,,2026,2000
WK900101,Wijk 01 Kade,WIJK,GM9001,2026,1200
WK900102,Wijk 02 Polder,WIJK,GM9001,2026,800
`;

async function withPlaces(mode?: string) {
  const settings = await freshSettings(mode);
  const folder = settings.WIJKBEELD_DATA ?? '';
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'places.csv');
  writeFileSync(file, placesFile);
  return { settings, file };
}

test('help and every command explain themselves, and a wrong command fails', async () => {
  const settings = await freshSettings();
  const help = await run(['--help'], settings);
  expect(help.code).toBe(0);
  for (const word of [
    'serve',
    'seed',
    'import',
    'publish',
    'rollback',
    'quarantine',
    'audit',
    'keys',
    'members',
  ]) {
    expect(help.text).toContain(word);
  }
  const wrong = await run(['inport'], settings);
  expect(wrong.code).not.toBe(0);
  expect(wrong.text).toContain('import');
});

test('a server takes commands while it holds the database, and a second server is told what to do', async () => {
  const { settings: migrated, file } = await withPlaces();
  // From the sources, as where no bundle can be written, and nothing is there yet.
  const settings = { ...migrated, WIJKBEELD_DATA: emptyFolder() };
  const serving = await serve(settings, { program: fromSources });
  const imported = await run(['import', 'places', file, '--publish'], settings);
  expect(imported.text).toMatch(/3/);
  expect(imported.code).toBe(0);
  const { data } = await post(serving, '{ place(code: "WK900101") { name } }');
  expect(data).toEqual({ place: { name: 'Wijk 01 Kade' } });
  if (isEmbedded()) {
    const second = await run(['serve'], settings);
    expect(second.code).toBe(1);
    expect(second.text).toContain(`process ${serving.pid}`);
    expect(second.text).toContain('DATABASE_URL');
  }
  await serving.stop();
}, 180_000);

test('killed while notes are being logged, it loses no note that it acknowledged', async () => {
  const { settings, file } = await withPlaces();
  expect((await run(['import', 'places', file, '--publish'], settings)).code).toBe(0);
  const serving = await serve(settings);
  const acknowledged: string[] = [];
  const mutation = 'mutation ($input: LogFieldNoteInput!) { logFieldNote(input: $input) { id } }';
  const logOn = async () => {
    for (;;) {
      const id = randomUUID();
      const input = {
        ...{
          id,
          placeCode: 'WK900101',
          theme: 'HOUSING',
          kind: 'PROBLEM',
          noPersonConfirmed: true,
        },
        observationText: 'Er is veel vocht in de woningen aan de kade.',
      };
      const answer = await post(serving, mutation, { input });
      if (answer.data?.logFieldNote) acknowledged.push(id);
    }
  };
  const writers = [logOn(), logOn(), logOn()].map((writer) => writer.catch(() => 'cut off'));
  while (acknowledged.length < 40) await new Promise((resolve) => setTimeout(resolve, 10));
  await serving.kill();
  expect(await Promise.all(writers)).toEqual(['cut off', 'cut off', 'cut off']);
  const again = await serve(settings);
  const missing: string[] = [];
  for (const id of acknowledged) {
    const { data } = await post(again, 'query ($id: UUID!) { fieldNote(id: $id) { id } }', { id });
    if (!data?.fieldNote) missing.push(id);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(40);
  expect(missing).toEqual([]);
  const audit = await run(['audit', 'verify'], settings);
  expect(audit.text).toContain('whole');
  expect(audit.code).toBe(0);
  await again.stop();
}, 180_000);

test('wrong settings are all named at once, without the secrets in them', () => {
  const settings = {
    PORT: 'many',
    WIJKBEELD_MODE: 'fun',
    DATABASE_URL: 'mysql://user:geheim@host/db',
  };
  expect(() => readConfig(settings)).toThrow(/PORT/);
  expect(() => readConfig(settings)).toThrow(/WIJKBEELD_MODE/);
  expect(() => readConfig(settings)).toThrow(/DATABASE_URL/);
  expect(() => readConfig(settings)).not.toThrow(/geheim/);
  expect(() => readConfig({ WIJKBEELD_MODE: 'production' })).toThrow(/DATABASE_URL/);
});

// Production needs PostgreSQL, so the suite on the embedded database cannot start it.
test.skipIf(inject('serverUrl') === null)('a demo token does nothing in production', async () => {
  const settings = await freshSettings('production');
  const key = ['--gemeente', 'GM9001', '--label', 'Portaal', '--role', 'RESIDENT'];
  expect((await run(['keys', 'create', ...key, '--scopes', 'READ'], settings)).code).toBe(0);
  const serving = await serve(settings);
  const { errors, data } = await post(serving, '{ me { role } }');
  expect(data?.me ?? null).toBeNull();
  expect(errors?.[0]?.message).toContain('Demo tokens');
  await serving.stop();
});
