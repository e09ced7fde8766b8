// Stores the packed rows of an edition.
import type { Db } from '../db/client.ts';
import { insertPacked } from '../db/packed-rows.ts';
import { benchmarkRows, figureRows } from '../db/tables.ts';
import { idleTurn } from '../turns.ts';
import type { BenchmarkRow } from './benchmarks.ts';
import { testDifferences } from './differences.ts';
import type { FigureTable, TableRow } from './table.ts';

/**
 * Inserts rows of an edition in the order of the primary key, telling how far it is. Differences are tested on the way,
 * gemeente by gemeente, while the database stores the one before.
 */
export async function insertFigureRows(
  tx: Db,
  editionId: number,
  { rows, columns }: FigureTable,
  isModelled: (indicatorKey: string) => boolean,
  onRows?: (done: number, total: number) => void,
): Promise<void> {
  function* packed() {
    for (const ofGemeente of byGemeente(rows)) {
      const adjusted = testDifferences(ofGemeente, columns, isModelled);
      for (const row of ofGemeente) {
        const { cells } = row;
        // Named one by one: spreading objects took longer than writing the numbers out.
        yield {
          gemeenteCode: row.gemeenteCode,
          placeCode: row.code,
          editionId,
          level: row.level,
          values: cells.values,
          states: cells.states,
          reasons: cells.reasons,
          lowers: cells.lowers,
          uppers: cells.uppers,
          denominators: cells.denominators,
          adjustedP: adjusted.get(row) ?? null,
        };
      }
    }
  }
  await insertPacked(tx, figureRows, packed(), {
    onRows: (done) => done > 0 && onRows?.(done, rows.length),
  });
}

/** Gemeenten in the order of their codes, and so their places. */
function byGemeente(rows: readonly TableRow[]): TableRow[][] {
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const group = groups.get(row.gemeenteCode);
    if (group) group.push(row);
    else groups.set(row.gemeenteCode, [row]);
  }
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([, group]) => group.sort((a, b) => compare(a.code, b.code)));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Inserts the positions of an edition; they are worked out while nothing else is to be done. */
export function insertBenchmarks(
  tx: Db,
  editionId: number,
  rows: Iterable<BenchmarkRow | undefined>,
): Promise<void> {
  function* packed() {
    for (const row of rows) yield row && { editionId, ...row };
  }
  return insertPacked(tx, benchmarkRows, packed(), { rest: idleTurn });
}
