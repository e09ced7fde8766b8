// Fits, when an edition is staged, what use of a provision is expected of a wijk from its composition (domain 14.5). The
// fit is kept and published with every expectation; which wijk differs from it is worked out at reading.
import type { Db } from '../db/client.ts';
import { useModels } from '../db/tables.ts';
import { fitLinear, type Regression } from '../statistics/linear-regression.ts';
import { isRefused } from '../statistics/refusal.ts';
import { expectedUses } from './descriptions/expected-use.ts';
import { type FigureTable, isKnown, type TableRow } from './table.ts';

/** Fewest inhabitants of a wijk that counts: in a smaller one a few people make the rate. */
const fewestInhabitants = 100;

export interface UseModel extends Regression {
  /** Slots, from 1. */
  readonly slot: number;
  readonly predictors: readonly number[];
}

/**
 * One fit per provision, segment and period whose predictors all stand in the table, over the wijken with a hundred
 * inhabitants or more in which everything is known; none where the fit is refused (too few wijken, no spread) or a
 * predictor is sensitive or modelled.
 */
export function fitUseModels(
  table: FigureTable,
  mayPredict: (indicatorKey: string) => boolean,
): UseModel[] {
  const { columns, rows } = table;
  const wijken = rows.filter((row) => row.level === 'WIJK');
  return columns.flatMap((column, slot) => {
    const use = expectedUses.find(({ key }) => key === column.indicatorKey);
    if (!use) return [];
    const slotOf = (key: string) =>
      columns.findIndex(
        (one) =>
          one.indicatorKey === key &&
          one.segment === column.segment &&
          one.period === column.period &&
          (one.part ?? '') === (column.part ?? ''),
      );
    const predictors = use.predictors.map(slotOf);
    const population = slotOf('population');
    if (population < 0 || predictors.includes(-1) || !use.predictors.every(mayPredict)) return [];
    const points = wijken
      .filter((row) => isUsable(row, [slot, population, ...predictors]))
      .filter(({ cells }) => (cells.values[population] ?? 0) >= fewestInhabitants)
      .map(({ cells }) => ({
        x: predictors.map((at) => cells.values[at] ?? 0),
        y: cells.values[slot] ?? 0,
      }));
    const fit = fitLinear(points);
    if (isRefused(fit)) return [];
    return [{ ...fit, slot: slot + 1, predictors: predictors.map((at) => at + 1) }];
  });
}

const isUsable = ({ cells }: TableRow, slots: readonly number[]) =>
  slots.every((at) => isKnown(cells.states[at]));

/** Keeps the fits with their edition. */
export async function insertUseModels(
  tx: Db,
  editionId: number,
  models: readonly UseModel[],
): Promise<void> {
  if (models.length === 0) return;
  await tx.insert(useModels).values(
    models.map((model) => ({
      ...{ editionId, slot: model.slot, predictors: [...model.predictors], wijken: model.points },
      coefficients: [model.intercept, ...model.coefficients],
      residualDeviation: model.residualDeviation,
      rSquared: model.rSquared,
    })),
  );
}
