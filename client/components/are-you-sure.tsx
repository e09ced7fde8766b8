// A button for what cannot be taken back: it asks once more, in the place where it stands.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { componentWords } from './words.ts';

interface AreYouSureProps {
  /** Word on the button. */
  readonly word: string;
  /** What it is about, for whoever hears the button alone. */
  readonly about: string;
  /** What it does. */
  readonly question: string;
  readonly confirm: string;
  readonly isBusy?: boolean;
  readonly onSure: () => void;
}

/** The question gets the focus; refusing brings the button back. */
export function AreYouSure(props: AreYouSureProps) {
  const { word, about, question, confirm, isBusy = false, onSure } = props;
  const say = useWords(componentWords);
  const [isAsking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking) first.current?.focus();
  }, [isAsking]);
  if (!isAsking)
    return (
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        aria-label={`${word}: ${about}`}
        onClick={() => setAsking(true)}
      >
        {word}
      </button>
    );
  return (
    <div class="wb-panel">
      <p role="status">{question}</p>
      <div class="wb-buttons">
        <button
          type="button"
          ref={first}
          class="utrecht-button utrecht-button--primary-action utrecht-button--danger"
          disabled={isBusy}
          onClick={onSure}
        >
          {confirm}
        </button>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => setAsking(false)}
        >
          {say('notNow')}
        </button>
      </div>
    </div>
  );
}
