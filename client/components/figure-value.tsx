// A figure as people read it: its value, or why there is none. Each state looks and reads different, and zero is a value.
import { stateReasons } from '../../server/codes/figures.ts';
import type { FigureState, StateReason } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { valueText } from '../words/values.ts';
import { useWords } from '../words/words.ts';
import { readingWords } from './reading-words.ts';
import './figure-value.css';

export interface ReadFigure {
  readonly value?: number | null | undefined;
  readonly state: FigureState;
  readonly stateReason?: StateReason | null | undefined;
  readonly provisional?: boolean;
}

interface FigureValueProps {
  readonly figure: ReadFigure;
  readonly unit: string;
  readonly decimals: number;
  /** Says why there is no value in a sentence of its own; otherwise the short word only. */
  readonly isExplained?: boolean;
}

/** The value with its unit, or the state in words. */
export function FigureValue({ figure, unit, decimals, isExplained = false }: FigureValueProps) {
  const say = useWords(readingWords);
  const { formats, language } = useLanguage();
  const { value, state } = figure;
  if (state === 'OK' && typeof value === 'number') {
    return (
      <span class="wb-value">
        <span class="wb-value__number">
          {valueText(value, { unit, decimals }, formats, language)}
        </span>
        {value === 0 ? <span class="wb-value__note"> ({say('zero')})</span> : null}
        {figure.provisional ? <span class="wb-value__note"> {say('provisional')}</span> : null}
        {isExplained && value === 0 ? <span class="wb-value__why"> {say('zero_why')}</span> : null}
      </span>
    );
  }
  return (
    <span class="wb-value">
      <StateWord state={state} />
      {isExplained ? <StateWhy figure={figure} /> : null}
    </span>
  );
}

function StateWord({ state }: { state: FigureState }) {
  const say = useWords(readingWords);
  if (state === 'OK') return null;
  return (
    <span class={`wb-state wb-state--${state.toLowerCase().replace('_', '-')}`}>{say(state)}</span>
  );
}

function StateWhy({ figure: { state, stateReason } }: { figure: ReadFigure }) {
  const say = useWords(readingWords);
  const name = useNames();
  if (state === 'OK') return null;
  const reason = stateReason
    ? say('reason', { reason: name(stateReasons, stateReason).toLowerCase() })
    : '';
  return (
    <span class="wb-value__why">
      {' '}
      {say(`${state}_why`)} {reason}
    </span>
  );
}
