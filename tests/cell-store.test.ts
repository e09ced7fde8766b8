// Cells that do not fit in memory: what comes back from the temporary file is what was put in.
import { expect, test } from 'vitest';
import { computeBenchmarks } from '../server/monitors/benchmarks.ts';
import { openCellStore } from '../server/monitors/cell-store.ts';
import { letter, OPEN, setBound } from '../server/monitors/table.ts';

test('rows of many pages keep values, states and which bounds they have, read in any order', () => {
  const store = openCellStore(3, 10_000);
  const rows = Array.from({ length: 1000 }, (_, at) => {
    const code = `BU${String(at).padStart(8, '0')}`;
    const row = store.add({ code, level: 'BUURT', gemeenteCode: 'GM0000', line: at + 2 });
    row.cells.values[1] = at / 7;
    row.cells.states[1] = letter('O');
    if (at % 3 === 0) setBound(row.cells, 'denominators', 1, at);
    return row;
  });
  for (let step = 0; step < 3000; step += 1) {
    const at = (step * 617) % 1000;
    const { values, states, reasons, lowers, denominators } = rows[at]?.cells ?? {};
    expect([values?.[0], values?.[1], states?.[1]]).toEqual([Number.NaN, at / 7, letter('O')]);
    expect([states?.[2], reasons?.[0], lowers]).toEqual([OPEN, letter('.'), null]);
    expect(denominators && [...denominators]).toEqual(
      at % 3 === 0 ? [Number.NaN, at, Number.NaN] : null,
    );
  }
  const changed = rows[5]?.cells;
  if (changed) changed.values[2] = 42;
  for (const row of rows) row.cells.states[0] = letter('M');
  expect(rows[5]?.cells.values[2]).toBe(42);
  expect(rows[999]?.cells.states[0]).toBe(letter('M'));
});

test('what is worked out in turns comes out alike when others put its rows away meanwhile', () => {
  const store = openCellStore(2, 10_000);
  const rows = Array.from({ length: 2000 }, (_none, nth) => {
    const code = `WK9001${String(nth).padStart(4, '0')}`;
    const row = store.add({ code, level: 'WIJK', gemeenteCode: 'GM9001', line: nth + 2 });
    row.cells.values.set([nth, 2 * nth]);
    row.cells.states.fill(letter('O'));
    return row;
  });
  const columns = ['a', 'b'].map((indicatorKey) => ({
    ...{ indicatorKey, segment: '', period: 2024, columnKey: '', columnPath: '', derivation: '' },
    measureKind: 'PERCENT' as const,
  }));
  const work = computeBenchmarks({ columns, rows, isFilled: [true, true] }, 'GM9001', new Map());
  const found = [];
  let turns = 0;
  for (const row of work) {
    if (row) found.push(row);
    turns += 1;
    // Another goes through all of them.
    expect(rows.every(({ cells }) => cells.states.length === 2)).toBe(true);
  }
  expect(turns).toBeGreaterThan(5);
  expect(found).toMatchObject([{ wijken: 2000, counts: [2000, 2000], medians: [999.5, 1999] }]);
});
