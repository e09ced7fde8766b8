// The simulation itself: the same seed gives the same town, the truth does not depend on what was drawn by chance,
// scores add up, and the present rules stay above what they once reached (short form of `npm run simulate`).
import { describe, expect, test } from 'vitest';
import { screenText } from '../server/privacy/screening.ts';
import { boost } from './simulation/boosting.ts';
import { asInProduct, candidate } from './simulation/candidates.ts';
import { evaluate, townsOf } from './simulation/evaluate.ts';
import { featuresOf } from './simulation/evidence.ts';
import { chance, randomFrom } from './simulation/random.ts';
import { count, emptyConfusion, macroF1, scoresOf } from './simulation/score.ts';
import { scenarios } from './simulation/settings.ts';
import { currentRules, evidenceOf, judgeCell } from './simulation/subject.ts';
import { makeTown } from './simulation/town.ts';
import { truthOf } from './simulation/truth.ts';

const towns = 12;
const first = 31_000;

describe('towns', () => {
  test('the same seed gives the same town, another seed another', () => {
    expect(makeTown(5, scenarios.standard)).toEqual(makeTown(5, scenarios.standard));
    expect(makeTown(5, scenarios.standard).notes).not.toEqual(
      makeTown(6, scenarios.standard).notes,
    );
  });

  test('hold what monitors and the ground are like', () => {
    const made = [...townsOf(1, 40, 'standard')];
    const states = new Set(
      made.flatMap((town) => town.monitors.figures.flat().map((one) => one.state)),
    );
    expect(states).toEqual(new Set(['OK', 'SUPPRESSED', 'MISSING', 'NOT_DELIVERED']));
    expect(made.some((town) => town.wijken.length < 8)).toBe(true);
    expect(made.some((town) => town.wijken.some((wijk) => wijk.inhabitants < 100))).toBe(true);
    const origins = new Set(made.flatMap((town) => town.notes.map((note) => note.origin)));
    expect(origins).toEqual(new Set(['NEED', 'CHATTER', 'STRENGTH', 'ECHO', 'RUMOUR']));
    const truths = new Set(made.flatMap((town) => town.truths.map((truth) => truth.outcome)));
    expect(truths.size).toBe(7);
  });

  test('no simulated text holds anything the screening stops', () => {
    const texts = new Set(
      [...townsOf(1, 5, 'standard')].flatMap((town) => town.notes.map((note) => note.text ?? '')),
    );
    for (const text of texts) {
      expect(
        screenText(text).filter((finding) => finding.hard),
        text,
      ).toEqual([]);
    }
  });

  test('notes without writing anything leave the truth as it is', () => {
    const silent = makeTown(7, { ...scenarios.standard, echoes: 0, rumours: 0, chatterRate: 0 });
    const loud = makeTown(7, { ...scenarios.standard, echoes: 9, rumours: 9, chatterRate: 3 });
    expect(loud.notes.length).toBeGreaterThan(2 * silent.notes.length);
    expect(loud.truths.map((one) => one.outcome)).toEqual(silent.truths.map((one) => one.outcome));
  });
});

test('a need that nobody was in a position to see is a matter of coverage, not of silence', () => {
  const { cells, organisations } = makeTown(8, scenarios.standard);
  const raised = cells.find((cell) => cell.need !== 'NONE');
  if (!raised) throw new Error('A town without needs.');
  const truth = (shown: Parameters<typeof truthOf>[1], people: typeof organisations) =>
    truthOf(raised, shown, people, scenarios.standard).outcome;
  expect(truth(['RAISED'], [])).toBe('INSUFFICIENT_COVERAGE');
  expect(truth([], [])).toBe('NO_DATA');
  const everywhere = organisations.map((one) => ({
    ...one,
    remit: new Map([[raised.theme, 1]]),
    wijken: new Map([[raised.wijk, 1]]),
  }));
  expect(truth(['RAISED', 'NOTHING'], everywhere)).toBe('CONFIRMED');
  expect(truth(['RAISED', 'NOTHING', 'NOTHING'], everywhere)).toBe('SIGNAL_ABOVE_FIGURE');
  expect(truth(['RAISED', 'AGAINST'], everywhere)).toBe('SIGNAL_ABOVE_FIGURE');
  expect(truth([], everywhere)).toBe('SIGNAL_WITHOUT_FIGURE');
});

test('scores are those of the textbook', () => {
  const confusion = emptyConfusion();
  for (let i = 0; i < 3; i += 1) count(confusion, 'CONFIRMED', 'CONFIRMED');
  count(confusion, 'CONFIRMED', 'NO_CONCERN');
  count(confusion, 'NO_CONCERN', 'CONFIRMED');
  for (let i = 0; i < 5; i += 1) count(confusion, 'NO_CONCERN', 'NO_CONCERN');
  const [confirmed] = scoresOf(confusion);
  expect(confirmed).toMatchObject({ cells: 4, precision: 0.75, recall: 0.75, f1: 0.75 });
  expect(macroF1(confusion)).toBeCloseTo((0.75 + 10 / 12) / 2, 12);
});

describe('rules', () => {
  test('the copy for trials says the same as the product where no rule was changed', () => {
    const town = makeTown(first, scenarios.standard);
    expect(candidate(asInProduct)(town)).toEqual(currentRules(town));
  });

  test('the present rules do not fall below what they reached', () => {
    const found = evaluate(townsOf(first, towns, 'standard'), currentRules);
    expect(macroF1(found.covered)).toBeGreaterThan(0.8);
    expect(macroF1(found.all)).toBeGreaterThan(0.6);
    expect(macroF1(evaluate(townsOf(first, towns, 'clear'), currentRules).covered)).toBeGreaterThan(
      0.8,
    );
  });
});

describe('the ceiling', () => {
  test('trees learn what is there and nothing from chance', () => {
    const random = randomFrom(1, 'trees');
    const made = (isRelated: boolean) =>
      Array.from({ length: 800 }, () => {
        const [x, y, z] = [random(), random(), random()];
        const label = Number(isRelated ? x > 0.5 !== y > 0.3 : random() > 0.5);
        return { features: [x, chance(random, 0.1) ? Number.NaN : y, z], label };
      });
    const rightShare = (isRelated: boolean) => {
      const model = boost(made(isRelated), {
        ...{ classes: 2, rounds: 20, depth: 3, rate: 0.3 },
        ...{ share: 0.9, leastWeight: 1, ridge: 1 },
      });
      const judged = made(isRelated);
      const right = judged.filter(({ features, label }) => {
        const [no = 0, yes = 0] = model(features);
        return Number(yes > no) === label;
      });
      return right.length / judged.length;
    };
    expect(rightShare(true)).toBeGreaterThan(0.85);
    expect(rightShare(false)).toBeLessThan(0.6);
  });

  test('learns nothing from notes that may not be shown, unless that is what is asked', () => {
    const cells = evidenceOf(makeTown(first, scenarios.standard));
    const hidden = cells.filter((cell) => judgeCell(cell).display === 'TOO_FEW');
    expect(hidden.length).toBeGreaterThan(5);
    for (const cell of hidden) {
      const silent = { ...cell, notes: [] };
      for (const scope of ['CELL', 'WIJK'] as const) {
        expect(featuresOf(cell, [], scope)).toEqual(featuresOf(silent, [], scope));
      }
      expect(featuresOf(cell, [], 'HIDDEN')).not.toEqual(featuresOf(silent, [], 'HIDDEN'));
    }
  });
});
