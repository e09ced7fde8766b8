import { expect, test } from 'vitest';
import { releaseStatuses, stateReasons, valueStates } from '../server/codes/figures.ts';
import {
  type FigureCell,
  packRow,
  reasonLetters,
  releaseLetters,
  stateLetters,
  unpackCell,
} from '../server/figures/packing.ts';

const known = (value: number, rest: Partial<FigureCell> = {}) =>
  ({
    state: 'OK',
    value,
    releaseStatus: 'DEFINITIVE',
    lower: null,
    upper: null,
    denominator: null,
    ...rest,
  }) as FigureCell;

test('every cell comes out of a packed row as it went in', () => {
  const cells: FigureCell[] = [
    known(0),
    known(-1.5, { releaseStatus: 'PROVISIONAL', lower: -2, upper: -1 } as Partial<FigureCell>),
    known(12, { releaseStatus: 'REVISED_PROVISIONAL', denominator: 40 } as Partial<FigureCell>),
  ];
  for (const state of Object.keys(valueStates)) {
    if (state === 'OK') continue;
    for (const reason of [null, ...Object.keys(stateReasons)]) {
      for (const basis of ['SOURCE', 'RULE']) {
        cells.push({ state, value: null, reason, basis } as FigureCell);
      }
    }
  }
  const row = packRow(cells);
  expect(row.states).toHaveLength(cells.length);
  expect(row.reasons).toHaveLength(cells.length);
  expect(cells.map((_cell, at) => unpackCell(row, at + 1))).toEqual(cells);
});

test('zero is a value and unknown is not zero', () => {
  const row = packRow([known(0), { state: 'MISSING', value: null, reason: null, basis: 'SOURCE' }]);
  expect(row.values).toEqual([0, null]);
  expect(row.states).toBe('OM');
});

test('bounds and denominators are left out where no cell has one', () => {
  expect(packRow([known(1)])).toMatchObject({ lowers: null, uppers: null, denominators: null });
});

test('letters are one character each and differ', () => {
  const letters = [...Object.values(releaseLetters), ...Object.values(stateLetters)];
  expect(new Set(letters).size).toBe(letters.length);
  expect(Object.keys(releaseLetters)).toEqual(Object.keys(releaseStatuses));
  expect(new Set(Object.values(reasonLetters)).size).toBe(Object.keys(stateReasons).length);
});

test('there is no figure beyond the row', () => {
  expect(unpackCell(packRow([known(1)]), 2)).toBeUndefined();
});
