// Runs towns through rules and adds up: outcomes against the truth, everywhere and where coverage is sufficient,
// and what disclosure control hides.
import type { GroundPositionCode, MonitorPositionCode } from '../../server/codes/merge.ts';
import { type Confusion, count, emptyConfusion } from './score.ts';
import { type Scenario, scenarios } from './settings.ts';
import type { Rules } from './subject.ts';
import { makeTown, type Town } from './town.ts';

export interface Evaluation {
  readonly all: Confusion;
  /** Only cells in which the latent power to see a need is sufficient. */
  readonly covered: Confusion;
  /** All cells against the truth in which coverage is a matter of the wijk, not of the theme. */
  readonly byWijk: Confusion;
  readonly towns: number;
  readonly cells: number;
  readonly coveredCells: number;
  readonly cellsWithNotes: number;
  /** Cells with notes that S3 keeps from being shown. */
  readonly hiddenCells: number;
  /** One side right while the other is left out: truth, then said. */
  readonly monitorRight: number;
  readonly groundRight: number;
}

/** Towns from `seed` on. */
export function* townsOf(seed: number, towns: number, scenario: Scenario): Generator<Town> {
  for (let nth = 0; nth < towns; nth += 1) yield makeTown(seed + nth, scenarios[scenario]);
}

export function evaluate(towns: Iterable<Town>, rules: Rules): Evaluation {
  const [all, covered, byWijk] = [emptyConfusion(), emptyConfusion(), emptyConfusion()];
  let [townCount, cells, coveredCells, cellsWithNotes, hiddenCells] = [0, 0, 0, 0, 0];
  let [monitorRight, groundRight] = [0, 0];
  for (const town of towns) {
    townCount += 1;
    for (const [i, verdict] of rules(town).entries()) {
      const truth = town.truths[i];
      if (!truth) throw new Error('A verdict without a truth.');
      cells += 1;
      count(all, truth.outcome, verdict.outcome);
      count(byWijk, truth.outcomeByWijk, verdict.outcome);
      if (verdict.display === 'SHOWN' || verdict.display === 'TOO_FEW') cellsWithNotes += 1;
      if (verdict.display === 'TOO_FEW') hiddenCells += 1;
      if (!truth.isCovered) continue;
      coveredCells += 1;
      count(covered, truth.outcome, verdict.outcome);
      if (isSameMonitor(truth.monitor, verdict.monitor)) monitorRight += 1;
      if (isSameGround(truth.ground, verdict.ground)) groundRight += 1;
    }
  }
  return {
    all,
    covered,
    byWijk,
    towns: townCount,
    cells,
    coveredCells,
    cellsWithNotes,
    hiddenCells,
    monitorRight: monitorRight / Math.max(1, coveredCells),
    groundRight: groundRight / Math.max(1, coveredCells),
  };
}

const isSameMonitor = (truth: MonitorPositionCode, said: MonitorPositionCode) =>
  truth === said || (truth === 'NORMAL' && said === 'FAVOURABLE');
const isSameGround = (truth: GroundPositionCode, said: GroundPositionCode) => truth === said;
