// The question before signing out: what is on this device only goes with it, so it is named first.
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { saveAsFile } from './to-file.ts';
import { useOutbox } from './use-outbox.ts';
import { outboxWords } from './words.ts';

/** Opens over the page; Escape stays signed in. */
export function LeaveDialog({ onAnswer }: { onAnswer: (mayLeave: boolean) => void }) {
  const say = useWords(outboxWords);
  const { items } = useOutbox();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="wb-dialog" ref={dialog} aria-labelledby="blijf" onCancel={() => onAnswer(false)}>
      <h2 class="utrecht-heading-2" id="blijf">
        {say('leaveTitle')}
      </h2>
      <p>{say('leaveText', { n: items.length })}</p>
      <div class="wb-actions">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          onClick={() => onAnswer(false)}
        >
          {say('stay')}
        </button>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => saveAsFile(items)}
        >
          {say('toFile')}
        </button>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => onAnswer(true)}
        >
          {say('leave')}
        </button>
      </div>
    </dialog>
  );
}
