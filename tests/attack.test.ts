// The short form of `npm run attack`: part of one town, two variants, two roles and their pair.
import { expect, test } from 'vitest';
import { attackOpenly, attackTown, newTally } from './attack/campaign.ts';
import { testDatabase } from './support/database.ts';

const database = await testDatabase();

test('no role and no pair of roles recovers a hidden cell, and no answer depends on what one holds', async () => {
  const tally = newTally();
  const effort = { attackers: ['observer', 'analyst'], variants: [0, 2], wijken: 4, days: 3 };
  await attackTown(database, 3, tally, { ...effort, again: [] });
  expect(tally.recovered).toEqual([]);
  expect(tally.telling).toEqual([]);
  expect(tally.days).toEqual([]);
  expect(tally.attempts).toBeGreaterThan(100);
  expect(tally.hiddenCells).toBeGreaterThan(5);
  expect(tally.compared).toBeGreaterThan(50);
});

test('thresholds made stricter and looser again recover nothing, before, after or side by side', async () => {
  const tally = newTally();
  const effort = { attackers: ['analyst'], variants: [0, 2], wijken: 3, days: 1 };
  await attackTown(database, 3, tally, { ...effort, again: ['analyst'] });
  expect(tally.recovered).toEqual([]);
  expect(tally.telling).toEqual([]);
  expect(tally.days).toEqual([]);
  expect(tally.attempts).toBeGreaterThan(20);
});

test('the same solver recovers cells from what a reviewer reads and from published totals', async () => {
  const { byReviewer, byTotal } = await attackOpenly(database, 3, 4);
  expect(byReviewer.recovered.length).toBeGreaterThan(byReviewer.attempts / 4);
  expect(byTotal.recovered.length).toBeGreaterThan(byTotal.attempts / 4);
});
