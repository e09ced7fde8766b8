// Why a note or reaction is returned or rejected: the writer reads it.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { codesOf } from '../../server/codes/code-list.ts';
import { reviewReasons } from '../../server/codes/notes.ts';
import { Choice } from '../components/choice.tsx';
import type { ReviewReason } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useWords } from '../words/words.ts';
import { reviewWords } from './words.ts';

interface ReasonFormProps {
  readonly legend: string;
  readonly help: string;
  readonly confirm: string;
  /** True when words are erased by it. */
  readonly isFinal: boolean;
  readonly onReason: (reason: ReviewReason) => void;
  readonly onCancel: () => void;
}

/** Takes the focus when it opens. */
export function ReasonForm(props: ReasonFormProps) {
  const { legend, help, confirm, isFinal, onReason, onCancel } = props;
  const say = useWords(reviewWords);
  const nameOf = useNames();
  const [reason, setReason] = useState<ReviewReason>();
  const [isMissing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <form
      class="wb-panel"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(!reason);
        if (reason) onReason(reason);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <Choice
        legend={legend}
        value={reason}
        onChange={setReason}
        options={codesOf(reviewReasons).map((value) => ({
          value,
          label: nameOf(reviewReasons, value),
        }))}
        error={isMissing && !reason ? say('reasonMissing') : undefined}
      />
      <p class="utrecht-paragraph">{help}</p>
      <div class="wb-buttons">
        <button
          type="submit"
          class={`utrecht-button utrecht-button--primary-action${isFinal ? ' utrecht-button--danger' : ''}`}
        >
          {confirm}
        </button>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={onCancel}
        >
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}
