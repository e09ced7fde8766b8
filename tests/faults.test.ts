// The short form of `npm run faults`.
import { expect, test } from 'vitest';
import { killedImport } from './faults/kill.ts';
import { faultyImport } from './faults/sweep.ts';
import { testDatabase } from './support/database.ts';
import { freshSettings } from './support/process.ts';

const database = await testDatabase();

test('an import under random faults is right or changes nothing', async () => {
  const outcomes = new Set<string>();
  for (let seed = 1001; seed <= 1004; seed += 1) {
    const { problem, outcome } = await faultyImport(database, seed);
    expect([seed, problem]).toEqual([seed, '']);
    outcomes.add(outcome);
  }
  // Which of the two depends on how fast the machine is: a slow one runs into time limits.
  expect(['published', 'refused']).toEqual(expect.arrayContaining([...outcomes]));
});

test('a killed import leaves the old edition or the new one', async () => {
  const settings = await freshSettings();
  expect((await killedImport({ settings, before: null, shift: 1, delayMs: 120 })).problem).toBe('');
});
