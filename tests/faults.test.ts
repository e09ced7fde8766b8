// The short form of `npm run faults`.
import { sql } from 'drizzle-orm';
import { expect, inject, onTestFinished, test } from 'vitest';
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
    await expect(last).rejects.toThrow();
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
