// The mark of an outcome: a square for the figures and a circle for the ground, filled where there is a concern. Told by
// shape, never by colour, and always beside its name.
import { concordanceOutcomes } from '../../server/codes/merge.ts';
import type { ConcordanceOutcome } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useWords } from '../words/words.ts';
import { readingWords } from './reading-words.ts';
import './outcome-mark.css';
import './reading.css';

type Side = 'full' | 'empty' | 'half' | 'unknown';

const sides: Readonly<Record<ConcordanceOutcome, readonly [figures: Side, ground: Side]>> = {
  CONFIRMED: ['full', 'full'],
  SIGNAL_ABOVE_FIGURE: ['empty', 'full'],
  SIGNAL_WITHOUT_FIGURE: ['unknown', 'full'],
  FIGURE_ABOVE_SIGNAL: ['full', 'empty'],
  NO_CONCERN: ['empty', 'empty'],
  INSUFFICIENT_COVERAGE: ['half', 'unknown'],
  NO_DATA: ['unknown', 'unknown'],
};

/** All outcomes in the order in which they are explained. */
export const outcomes = Object.keys(sides) as ConcordanceOutcome[];

/** The mark alone, hidden from screen readers: the name stands beside it, or is added with `isNamed`. */
export function OutcomeMark({
  outcome,
  isNamed = false,
}: {
  outcome: ConcordanceOutcome;
  isNamed?: boolean;
}) {
  const name = useNames();
  const [figures, ground] = sides[outcome];
  return (
    <>
      <svg class="wb-outcome" viewBox="0 0 40 18" width="40" height="18" aria-hidden="true">
        <rect class={`wb-outcome--${figures}`} x="2" y="2" width="14" height="14" />
        {figures === 'half' ? (
          <rect class="wb-outcome--part" x="2" y="9" width="14" height="7" />
        ) : null}
        <circle class={`wb-outcome--${ground}`} cx="30" cy="9" r="7" />
      </svg>
      {isNamed ? <span class="wb-only-read">{name(concordanceOutcomes, outcome)}</span> : null}
    </>
  );
}

/** What each mark means, folded. */
export function OutcomeLegend() {
  const say = useWords(readingWords);
  const name = useNames();
  return (
    <details class="wb-fold">
      <summary>{say('outcomeLegend')}</summary>
      <p class="utrecht-paragraph">{say('outcomeHow')}</p>
      <ul class="wb-legend">
        {outcomes.map((outcome) => (
          <li key={outcome}>
            <OutcomeMark outcome={outcome} /> {name(concordanceOutcomes, outcome)}
          </li>
        ))}
      </ul>
    </details>
  );
}
