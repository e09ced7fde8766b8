// Signs (domain 4.2) and the rules for cells without a sign (4.3), as pure functions.
import { describe, expect, test } from 'vitest';
import type { MeasureKind } from '../server/codes/figures.ts';
import { derivable, derivedColumn, deriveFigures } from '../server/monitors/derive.ts';
import { derived } from '../server/monitors/descriptions/cbs-kwb.ts';
import { DecimalSign, readJsonCell, readTextCell } from '../server/monitors/signs.ts';
import { decideStates, type StateContext } from '../server/monitors/states.ts';
import { checkSums } from '../server/monitors/sum-check.ts';
import { emptyCells, type FigureTable, type TableColumn } from '../server/monitors/table.ts';
import { checkPlaceCode, gemeenteOf } from '../server/places/codes.ts';
import { atOnce } from '../server/turns.ts';

const read = (text: string) => {
  const cells = emptyCells(1);
  const isRead = readTextCell(cells, 0, text, new DecimalSign());
  const state = String.fromCharCode(cells.states[0] ?? 0);
  const reason = String.fromCharCode(cells.reasons[0] ?? 0);
  return isRead ? [state, reason, cells.values[0]] : 'refused';
};

describe('signs of StatLine', () => {
  test.each([
    ['12', 'O', '.', 12],
    ['    71.4', 'O', '.', 71.4],
    ['71,4', 'O', '.', 71.4],
    ['0', 'O', '.', 0],
    ['-', 'O', '.', 0],
    ['-3.2', 'O', '.', -3.2],
    ['12*', 'P', '.', 12],
    ['12.5**', 'R', '.', 12.5],
    ['x', 'S', '.', Number.NaN],
    ['-99997', 'M', 'C', Number.NaN],
    ['-99995', 'Y', '.', Number.NaN],
    ['-99991', 'D', '.', Number.NaN],
    ['-99998', 'M', '.', Number.NaN],
    ['-99999999', 'M', '.', Number.NaN],
    ['       .', '!', '.', Number.NaN],
    [',', '!', '.', Number.NaN],
    ['1.234,5', 'O', '.', 1234.5],
    ['1.234.567', 'O', '.', 1_234_567],
    ['0.345', 'O', '.', 0.345],
    ['', '?', '.', Number.NaN],
  ])('%j is %s with reason %s', (text, state, reason, value) => {
    expect(read(text)).toEqual([state, reason, value]);
  });

  test.each(['12a', '1e5', '0x10', 'NaN', '1.2.3', '1.234', '1.234.5', 'onbekend', '*'])(
    '%j is refused, not guessed',
    (text) => expect(read(text)).toBe('refused'),
  );

  test('a file uses one decimal sign', () => {
    const sign = new DecimalSign();
    expect([sign.read('1,5'), sign.read('7'), sign.read('1.5')]).toEqual([1.5, 7, undefined]);
  });

  test('null in JSON is open, a boolean is refused', () => {
    const cells = emptyCells(1);
    const sign = new DecimalSign('.');
    expect(readJsonCell(cells, 0, null, sign)).toBe(true);
    expect(readJsonCell(cells, 0, false, sign)).toBe(false);
    expect(readJsonCell(cells, 0, '    2597', sign)).toBe(true);
    expect(cells.values[0]).toBe(2597);
  });
});

const column = (indicatorKey: string, rest: Partial<TableColumn> = {}): TableColumn => ({
  indicatorKey,
  segment: '',
  period: 2022,
  columnKey: '',
  columnPath: '',
  derivation: '',
  measureKind: 'COUNT' as MeasureKind,
  ...rest,
});

/** Rows of texts; the states that come out, one word per row. */
function table(columns: TableColumn[], rows: Record<string, string[]>): FigureTable {
  const isFilled = columns.map(() => false);
  return {
    columns,
    isFilled,
    rows: Object.entries(rows).map(([code, texts], line) => {
      const cells = emptyCells(columns.length);
      for (const [at, text] of texts.entries()) {
        readTextCell(cells, at, text, new DecimalSign());
        if (text !== '' && text !== '.') isFilled[at] = true;
      }
      const level = checkPlaceCode(code) ?? 'BUURT';
      return { code, level, gemeenteCode: gemeenteOf(code), line, cells };
    }),
  };
}

const typed: StateContext = { emptyColumn: 'NOT_YET', blank: 'UNKNOWN' };

const statesOf = ({ rows }: FigureTable) =>
  Object.fromEntries(
    rows.map(({ code, cells }) => [
      code,
      [...cells.states].map((s, at) => String.fromCharCode(s, cells.reasons[at] ?? 0)).join(' '),
    ]),
  );

describe('cells without a sign', () => {
  const population = column('population');

  test('a column without any value is not yet available', () => {
    const births = column('births', { baseKey: 'population', isDeliveredByGemeente: true });
    const figures = table([population, births], { GM9001: ['10', ''], WK900101: ['0', '.'] });
    expect(statesOf(decideStates(figures, typed))).toEqual({ GM9001: 'O. Y-', WK900101: 'O. Y-' });
  });

  test('a column without any value that the source has stopped is discontinued', () => {
    const figures = table([column('old', { isWithdrawn: true })], { GM9001: [''] });
    expect(statesOf(decideStates(figures, typed))).toEqual({ GM9001: 'D-' });
  });

  test('a column without any value of a survey was not measured', () => {
    const figures = table([column('asked')], { GM9001: [''], WK900101: [''] });
    const context: StateContext = { emptyColumn: 'NOT_MEASURED', blank: 'NOT_APPLICABLE' };
    expect(statesOf(decideStates(figures, context))).toEqual({ GM9001: 'MM', WK900101: 'MM' });
  });

  test('no figure for the gemeente means that none of its places was delivered', () => {
    const wmo = column('wmo', { baseKey: 'population', isDeliveredByGemeente: true });
    const figures = table([population, wmo], {
      GM9001: ['10', '5'],
      WK900101: ['4', ''],
      GM9002: ['10', '.'],
      WK900201: ['0', ''],
    });
    expect(statesOf(decideStates(figures, typed))).toEqual({
      GM9001: 'O. O.',
      WK900101: 'O. M-',
      GM9002: 'O. N-',
      WK900201: 'O. N-',
    });
  });

  test('nobody lives there: not applicable, before any threshold', () => {
    const thresholds = [{ baseKey: 'population', below: 10 }];
    const rate = column('rate', { baseKey: 'population', thresholds });
    const figures = table([population, rate], {
      GM9001: ['90', '3'],
      WK900101: ['0', ''],
      WK900102: ['8', ''],
      WK900103: ['10', ''],
      WK900104: ['', ''],
    });
    expect(statesOf(decideStates(figures, typed))).toEqual({
      GM9001: 'O. O.',
      WK900101: 'O. Ma',
      WK900102: 'O. Sb',
      WK900103: 'O. M-',
      WK900104: 'M- M-',
    });
  });

  test('a threshold of one year does not hold in another', () => {
    const thresholds = [{ baseKey: 'population', below: 2500, periods: [2020] }];
    const figures = table([population, column('income', { thresholds })], {
      GM9001: ['90', '3'],
      WK900101: ['80', ''],
    });
    expect(statesOf(decideStates(figures, typed)).WK900101).toBe('O. M-');
  });

  test('a dot is missing by the source, a blank in a file with signs is impossible', () => {
    const figures = table([column('rate')], { GM9001: ['3'], WK900101: ['.'], WK900102: [''] });
    const context: StateContext = { emptyColumn: 'NOT_YET', blank: 'NOT_APPLICABLE' };
    expect(statesOf(decideStates(figures, context))).toMatchObject({
      WK900101: 'M.',
      WK900102: 'MA',
    });
  });
});

describe('derived rates', () => {
  const perThousand = derived.find(({ key }) => key === 'social-assistance-per-1000');
  if (!perThousand) throw new Error('There is no derived indicator.');

  test('are worked out from known parts and carry the state of an unknown one', () => {
    const columns = [column('population'), column('social-assistance', { baseKey: 'population' })];
    const figures = table(columns, {
      GM9001: ['5000', '150'],
      WK900101: ['0', ''],
      WK900102: ['0', '0'],
      WK900103: ['100*', '10'],
      WK900104: ['100', ''],
    });
    decideStates(figures, typed);
    const wider = {
      ...figures,
      columns: [...columns, derivedColumn(perThousand, 2022)],
      rows: figures.rows.map((row) => {
        const cells = emptyCells(3);
        cells.values.set(row.cells.values);
        cells.states.set(row.cells.states);
        cells.reasons.set(row.cells.reasons);
        return { ...row, cells };
      }),
    };
    deriveFigures(wider, [perThousand]);
    expect(wider.rows.map((row) => row.cells.values[2])).toEqual([
      30,
      Number.NaN,
      Number.NaN,
      100,
      Number.NaN,
    ]);
    expect(Object.values(statesOf(wider)).map((states) => states.split(' ')[2])).toEqual([
      'O.',
      'Ma',
      'Ma',
      'P.',
      'M-',
    ]);
    expect(wider.rows[0]?.cells.denominators?.[2]).toBe(5000);
  });

  test('are left out when a part is not in the file', () => {
    expect(derivable(derived, new Set(['population']))).toEqual([]);
  });
});

describe('sum check', () => {
  const columns = [column('population'), column('rate', { measureKind: 'PERCENT' })];

  test('says nothing about rounding', () => {
    const figures = table(columns, { GM9001: ['1000', '5'], WK900101: ['990', '5'] });
    expect(atOnce(checkSums(decideStates(figures, typed)))).toEqual([]);
  });

  test('warns of a real gap, with the numbers', () => {
    const figures = table(columns, {
      GM9001: ['1000', '5'],
      WK900101: ['500', '50'],
      WK900102: ['480', '50'],
    });
    expect(atOnce(checkSums(decideStates(figures, typed)))).toEqual([
      'population: the 2 parts of GM9001 add up to 980, the whole is 1000.',
    ]);
  });

  test('says nothing when a part is unknown', () => {
    const figures = table(columns, {
      GM9001: ['1000', ''],
      WK900101: ['500', ''],
      WK900102: ['', ''],
    });
    expect(atOnce(checkSums(decideStates(figures, typed)))).toEqual([]);
  });
});
