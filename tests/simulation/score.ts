// How well outcomes fit the truth: confusion matrix, precision, recall and F1 per outcome, macro-F1.
import { codesOf } from '../../server/codes/code-list.ts';
import { type ConcordanceOutcome, concordanceOutcomes } from '../../server/codes/merge.ts';

export const outcomeCodes: readonly ConcordanceOutcome[] = codesOf(concordanceOutcomes);

/** Truth, then what was said, then how often. */
export type Confusion = Readonly<Record<ConcordanceOutcome, Record<ConcordanceOutcome, number>>>;

const perOutcome = <T>(make: () => T) =>
  Object.fromEntries(outcomeCodes.map((code) => [code, make()])) as Record<ConcordanceOutcome, T>;

export const emptyConfusion = (): Confusion => perOutcome(() => perOutcome(() => 0));

export function count(into: Confusion, truth: ConcordanceOutcome, said: ConcordanceOutcome): void {
  into[truth][said] += 1;
}

export interface OutcomeScore {
  readonly outcome: ConcordanceOutcome;
  /** Cells that have this truth. */
  readonly cells: number;
  /** Null when it was never said. */
  readonly precision: number | null;
  /** Null when it was never true. */
  readonly recall: number | null;
  readonly f1: number | null;
}

/** Per outcome, in the order of the list. An outcome that is never true has no F1. */
export function scoresOf(confusion: Confusion): OutcomeScore[] {
  return outcomeCodes.map((outcome) => {
    const right = confusion[outcome][outcome];
    const cells = outcomeCodes.reduce((sum, said) => sum + confusion[outcome][said], 0);
    const said = outcomeCodes.reduce((sum, truth) => sum + confusion[truth][outcome], 0);
    return {
      outcome,
      cells,
      precision: said > 0 ? right / said : null,
      recall: cells > 0 ? right / cells : null,
      f1: cells > 0 ? (2 * right) / (cells + said) : null,
    };
  });
}

/** Mean F1 of the outcomes that occur in the truth, each counting the same. */
export function macroF1(confusion: Confusion): number {
  const known = scoresOf(confusion).flatMap((score) => score.f1 ?? []);
  return known.reduce((sum, f1) => sum + f1, 0) / Math.max(1, known.length);
}

export function accuracy(confusion: Confusion): number {
  let [right, all] = [0, 0];
  for (const truth of outcomeCodes) {
    for (const said of outcomeCodes) {
      all += confusion[truth][said];
      if (truth === said) right += confusion[truth][said];
    }
  }
  return right / Math.max(1, all);
}
