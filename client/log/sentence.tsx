// The one sentence: what is seen, with the own words of the observer; screened while it is typed.

import { Field } from '../components/field.tsx';
import { useWords } from '../words/words.ts';
import { type NoteDraft, textAim, textLimit } from './note-draft.ts';
import { useScreening } from './use-screening.ts';
import { logWords } from './words.ts';

interface SentenceProps {
  /** Id of the box, for links from an error summary. */
  readonly id: string;
  readonly label: string;
  readonly kind: NoteDraft['kind'];
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly error: string | undefined;
}

/** A box of three lines with a counter; the microphone is that of the keyboard of the phone. */
export function Sentence({ id, label, kind, text, onChange, error }: SentenceProps) {
  const say = useWords(logWords);
  const screened = useScreening(text);
  const Findings = screened.rules?.Findings;
  const length = [...text.trim()].length;
  const example = say(
    kind === 'STRENGTH' ? 'exampleStrength' : kind === 'TREND' ? 'exampleTrend' : 'exampleProblem',
  );
  return (
    <>
      <Field id={id} label={label} description={say('textHint', { example })} error={error}>
        {(control) => (
          <textarea
            {...control}
            class="utrecht-textarea utrecht-textarea--html-textarea"
            rows={3}
            value={text}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </Field>
      <p class="wb-hint wb-counter">
        {say(length > textAim ? 'counterAim' : 'counter', { n: length, most: textLimit })}
      </p>
      {Findings ? <Findings screened={screened} onReplace={onChange} /> : null}
    </>
  );
}
