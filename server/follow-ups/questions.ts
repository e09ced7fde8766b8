// Which differences between monitor and ground still wait for a dialogue (chapter 14.4). Pure.
import type { ConcordanceOutcome } from '../codes/merge.ts';
import type { Interpretation } from './load.ts';

/** Outcomes that open an interpretation question. */
const differences: readonly ConcordanceOutcome[] = [
  'SIGNAL_ABOVE_FIGURE',
  'SIGNAL_WITHOUT_FIGURE',
  'FIGURE_ABOVE_SIGNAL',
];

export const isDifference = (outcome: ConcordanceOutcome) => differences.includes(outcome);

export interface Difference {
  readonly outcome: ConcordanceOutcome;
  /** Interpretations of this wijk and theme. */
  readonly explanations: readonly Pick<Interpretation, 'outcome' | 'recordedAt'>[];
  /** When the outcome became what it is; null when it stood longer than is known. Asked only when it matters. */
  readonly since: () => Date | null;
}

/**
 * Whether a difference waits for a dialogue: no interpretation recorded after it arose explains it. One of another
 * outcome leaves it open; one that names no outcome explains whatever stands.
 */
export function isOpen({ outcome, explanations, since }: Difference): boolean {
  if (!isDifference(outcome)) return false;
  const recorded = explanations
    .filter((one) => one.outcome === null || one.outcome === outcome)
    .map((one) => new Date(one.recordedAt));
  if (recorded.length === 0) return true;
  const arose = since();
  return arose !== null && recorded.every((at) => at < arose);
}
