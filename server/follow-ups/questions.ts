// Which differences between monitor and ground still wait for a dialogue (chapter 14.4). Pure.
import type { ConcordanceOutcome } from '../codes/merge.ts';
import type { ThemeCode } from '../codes/themes.ts';
import type { Interpretation } from './load.ts';

/** Outcomes that open an interpretation question. */
export const differences = [
  'SIGNAL_ABOVE_FIGURE',
  'SIGNAL_WITHOUT_FIGURE',
  'FIGURE_ABOVE_SIGNAL',
] as const satisfies readonly ConcordanceOutcome[];

export interface OutcomeOfTheme {
  readonly placeCode: string;
  readonly theme: ThemeCode;
  readonly outcome: ConcordanceOutcome;
  /** Day (YYYY-MM-DD) of the newest figure or note behind it; null when unknown: every dialogue is later. */
  readonly since: string | null;
}

type Explained = Pick<Interpretation, 'placeCode' | 'theme' | 'outcome' | 'heldOn'>;

/**
 * The differences that no dialogue held on or after their day explains. An interpretation of another outcome leaves
 * the question open; one that names no outcome closes it.
 */
export function openQuestions<Outcome extends OutcomeOfTheme>(
  outcomes: readonly Outcome[],
  interpretations: readonly Explained[],
): Outcome[] {
  const isDifference = ({ outcome }: Outcome) => differences.some((one) => one === outcome);
  const isExplained = ({ placeCode, theme, outcome, since }: Outcome) =>
    interpretations.some(
      (one) =>
        one.placeCode === placeCode &&
        one.theme === theme &&
        (one.outcome === null || one.outcome === outcome) &&
        (since === null || one.heldOn >= since),
    );
  return outcomes.filter((one) => isDifference(one) && !isExplained(one));
}
