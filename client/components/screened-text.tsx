// A box for a text that others will read, screened for personal data while it is typed.
import type { ComponentChildren, Ref } from 'preact';
import { useWords } from '../words/words.ts';
import { Field } from './field.tsx';
import { MarkedText } from './marked-text.tsx';
import { screenedWords } from './screened-words.ts';
import { useScreening } from './use-screening.ts';

interface ScreenedTextProps {
  readonly label: string;
  readonly description?: ComponentChildren;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Most characters. */
  readonly longest: number;
  readonly rows?: number;
  readonly box?: Ref<HTMLTextAreaElement>;
}

/** Shows what was found below the box, with one button to replace it all. */
export function ScreenedText(props: ScreenedTextProps) {
  const { label, description, error, value, onChange, longest, rows = 4, box } = props;
  const say = useWords(screenedWords);
  const screened = useScreening(value);
  return (
    <>
      <Field label={label} description={description} error={error}>
        {(control) => (
          <textarea
            {...control}
            {...(box ? { ref: box } : {})}
            class="utrecht-textarea utrecht-textarea--html-textarea"
            rows={rows}
            maxLength={longest}
            value={value}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </Field>
      {screened && screened.marks.length > 0 ? (
        <div role="status">
          <p class="wb-small-heading">{say('screeningFound')}</p>
          <MarkedText text={screened.text} marks={screened.marks} />
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => onChange(screened.masked)}
          >
            {say('mask')}
          </button>
        </div>
      ) : null}
    </>
  );
}
