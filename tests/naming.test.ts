// How a writer may be named beside words: by profession, by regime, or not at all.
import { describe, expect, test } from 'vitest';
import { type Profession, regimeOfProfession } from '../server/codes/people.ts';
import { productThresholds } from '../server/privacy/disclosure.ts';
import { namingOf, type Writer } from '../server/privacy/naming.ts';

const writer = (organisationKey: string, profession: Profession): Writer => ({
  ...{ organisationKey, profession, regime: regimeOfProfession(profession) },
});
const [north, south] = [writer('noord', 'WIJKTEAM_WORKER'), writer('zuid', 'WIJKTEAM_WORKER')];
const [gp, pharmacist] = [writer('praktijk', 'GP'), writer('apotheek', 'PHARMACIST')];
const [housing, school] = [
  writer('woonstad', 'HOUSING_CONSULTANT'),
  writer('school', 'TEACHER_CARE_COORDINATOR'),
];
const debts = writer('schuldhulp', 'DEBT_COUNSELLOR');

const namesOf = (writers: Writer[], reader: string | null = null, thresholds = productThresholds) =>
  writers
    .map(namingOf(writers, reader, thresholds))
    .map(({ profession, regime }) => profession ?? regime);

describe('a writer is named', () => {
  test.each([
    [
      'by profession where two organisations share it',
      [north, south],
      ['WIJKTEAM_WORKER', 'WIJKTEAM_WORKER'],
    ],
    ['by regime where they share only that', [gp, pharmacist], ['MEDICAL', 'MEDICAL']],
    ['not at all where one has it', [gp], [null]],
    ['not at all where each has another', [gp, housing], [null, null]],
    [
      'beside two without a name',
      [north, south, gp, housing],
      ['WIJKTEAM_WORKER', 'WIJKTEAM_WORKER', null, null],
    ],
    ['by nothing where one alone would be left over', [north, south, gp], [null, null, null]],
    [
      'by nothing where one of its regime would be left over',
      [north, south, debts],
      [null, null, null],
    ],
    [
      'by each as exactly as it can be',
      [north, south, gp, pharmacist, housing, school],
      ['WIJKTEAM_WORKER', 'WIJKTEAM_WORKER', 'MEDICAL', 'MEDICAL', null, null],
    ],
    ['not more by writing more', [gp, gp, gp], [null, null, null]],
  ] as const)('%s', (_how, writers, names) => {
    expect(namesOf([...writers])).toEqual(names);
  });

  test('to a colleague only where two others share it, as that one knows what the own organisation wrote', () => {
    expect(namesOf([north, south], 'noord')).toEqual([null, null]);
    const third = writer('west', 'WIJKTEAM_WORKER');
    expect(namesOf([north, south, third], 'noord')).toEqual(Array(3).fill('WIJKTEAM_WORKER'));
    expect(namesOf([north, south], 'elders')).toEqual(Array(2).fill('WIJKTEAM_WORKER'));
  });

  test('so that every name, and no name, stands for two organisations or more', () => {
    const all = [north, south, gp, pharmacist, housing, school, debts];
    for (let chosen = 1; chosen < 2 ** all.length; chosen++) {
      const writers = all.filter((_, at) => chosen & (1 << at));
      const behind = new Map<string | null, Set<string>>();
      namesOf(writers).forEach((name, at) => {
        behind.set(name, (behind.get(name) ?? new Set()).add(writers[at]?.organisationKey ?? ''));
      });
      const isAlone = new Set(writers.map((one) => one.organisationKey)).size === 1;
      for (const organisations of behind.values()) {
        if (!isAlone) expect(organisations.size).toBeGreaterThanOrEqual(2);
      }
    }
  });
});

test('where a gemeente asks more organisations, names that fewer share are left out and none is added', () => {
  const strict = { ...productThresholds, ORGANISATIONS: 3 };
  const third = writer('oost', 'WIJKTEAM_WORKER');
  const all = [north, south, third, gp, pharmacist, debts, housing];
  expect(namesOf(all, null, strict)).toEqual([
    ...['WIJKTEAM_WORKER', 'WIJKTEAM_WORKER', 'WIJKTEAM_WORKER', null, null, null, null],
  ]);
  // Two left without a name would be told apart from the three.
  expect(namesOf([north, south, third, gp, pharmacist], null, strict)).toEqual([
    ...[null, null, null, null, null],
  ]);
  // All three doctors by their regime? Before the change two of them had a profession: the third would be known.
  const doctors = [gp, writer('dokters', 'GP'), pharmacist];
  expect(namesOf([...doctors, debts, housing])).toEqual(['GP', 'GP', null, null, null]);
  expect(namesOf([...doctors, debts, housing], null, strict)).toEqual([
    ...[null, null, null, null, null],
  ]);
});
