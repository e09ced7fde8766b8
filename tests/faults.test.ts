// The short form of `npm run faults`.
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { expect, inject, onTestFinished, test } from 'vitest';
import { ActingPool } from '../server/db/acting.ts';
import { killedImport } from './faults/kill.ts';
import { faultyImport } from './faults/sweep.ts';
import { testDatabase } from './support/database.ts';
import { freshSettings } from './support/process.ts';

const database = await testDatabase();

/** Chosen so that both ends occur, each after several faults; without waiting the outcome follows from the seed alone. */
const seeds = { 1004: 'published', 1008: 'published', 1006: 'refused', 1010: 'refused' } as const;

test('an import under random faults is right or changes nothing', async () => {
  for (const [seed, outcome] of Object.entries(seeds)) {
    const result = await faultyImport(database, Number(seed), { isTimeless: true });
    expect(result).toMatchObject({ outcome, problem: '' });
    expect(result.faults).toBeGreaterThan(3);
  }
});

const onPostgres = inject('serverUrl') !== null;

test.skipIf(onPostgres)('a killed import leaves the old edition or the new one', async () => {
  const settings = await freshSettings();
  expect((await killedImport({ settings, before: null, shift: 1, delayMs: 120 })).problem).toBe('');
});

test('what made a transaction fail is told, though its connection is gone and cannot roll back', async () => {
  const asked: string[] = [];
  const released: unknown[] = [];
  const gone = new Error('Connection terminated');
  const connect = async () => ({
    query: async (query: string | { text: string }) => {
      asked.push(typeof query === 'string' ? query : query.text);
      if (/^(rollback|commit)/.test(asked.at(-1) ?? '')) throw gone;
      return { rows: [] };
    },
    release: (isBroken?: boolean) => released.push(isBroken),
  });
  const db = drizzle(new ActingPool({ connect } as never, 'OWNER') as never);
  const first = new Error('The first of all');
  const failing = async () => {
    throw first;
  };
  await expect(db.transaction(failing)).rejects.toBe(first);
  await expect(db.transaction((tx) => tx.transaction(failing))).rejects.toBe(first);
  await expect(db.transaction(async () => 1)).rejects.toMatchObject({ query: 'commit' });
  expect(asked).toContain('rollback to savepoint sp1');
  expect(released).toEqual([true, true, true]);
});

test.runIf(onPostgres)(
  'a connection that breaks under a statement fails what was asked on it, and the process goes on',
  async () => {
    const broken: string[] = [];
    const hear = (error: Error) => void broken.push(error.message);
    process.on('uncaughtExceptionMonitor', hear);
    onTestFinished(() => void process.off('uncaughtExceptionMonitor', hear));
    const last = database.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
    });
    await expect(last).rejects.toMatchObject({ cause: { code: '57P01' } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(broken).toEqual([]);
    expect((await database.db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
  },
);

test.runIf(onPostgres)(
  'an import that is killed in the midst of publishing leaves what was, and goes through when repeated',
  async () => {
    const killing = { settings: await freshSettings(), before: null, shift: 1, delayMs: undefined };
    const killed = await killedImport({ ...killing, whilePublishing: 'divisions' });
    expect(killed).toMatchObject({ problem: '', outcome: 'old', live: null });
    expect(await killedImport(killing)).toMatchObject({ problem: '', outcome: 'new' });
  },
  120_000,
);
