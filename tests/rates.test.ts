// Budgets that several server processes share.
import { expect, onTestFinished, test } from 'vitest';
import { budgetsOf } from '../server/limits/budgets.ts';
import { sharedRates } from '../server/limits/rates.ts';
import { testDatabase } from './support/database.ts';

const database = await testDatabase();
const budgets = budgetsOf({
  mode: 'production',
  costPerMinute: undefined,
  writesPerMinute: undefined,
});

/** What counts in one server process. */
function aProcess() {
  const rates = sharedRates(budgets, database.system);
  onTestFinished(() => rates.close());
  return (points: number) => rates.charge('public', 'a reader', points);
}

test('many requests at once at one process leave their reader a budget at another', async () => {
  const [first, second] = [aProcess(), aProcess()];
  await Promise.all(Array.from({ length: 40 }, () => first(10)));
  const { limit, remaining } = await second(10);
  expect(remaining).toBeGreaterThan(limit * 0.8);
});

test('together they give no more than the budget, however many ask at once', async () => {
  const [first, second] = [aProcess(), aProcess()];
  const { points } = budgets.public;
  const asked = Array.from({ length: 60 }, (_, nth) => (nth % 2 ? first : second)(points / 40));
  const answers = await Promise.allSettled(asked);
  const given = answers.filter(({ status }) => status === 'fulfilled').length;
  // The test before used some of it in the same minute.
  expect(given).toBeLessThanOrEqual(40);
  expect(given).toBeGreaterThan(30);
});
