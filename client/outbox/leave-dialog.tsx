// Before signing out: whatever is on this device only goes with it, so it is named first.
import { useEffect, useRef, useState } from 'preact/hooks';
import { onSignOut } from '../app/session.tsx';
import { useWords } from '../words/words.ts';
import { wipe } from './device-store.ts';
import { outboxView, sendNow } from './outbox.ts';
import { saveAsFile } from './to-file.ts';
import { useOutbox } from './use-outbox.ts';
import { outboxWords } from './words.ts';

/** Tries to send first; asks only when something is left; wipes what is of this person. */
export function LeaveDialog({ owner }: { owner: string }) {
  const say = useWords(outboxWords);
  const { items } = useOutbox();
  const dialog = useRef<HTMLDialogElement>(null);
  const [answer, setAnswer] = useState<(mayLeave: boolean) => void>();
  useEffect(
    () =>
      onSignOut(async () => {
        if (outboxView().items.length > 0) await sendNow(true);
        if (outboxView().items.length > 0) {
          const mayLeave = await new Promise<boolean>((resolve) => {
            setAnswer(() => resolve);
            dialog.current?.showModal();
          });
          dialog.current?.close();
          if (!mayLeave) return false;
        }
        await wipe(owner, Date.now()).catch(() => {});
        return true;
      }),
    [owner],
  );
  return (
    <dialog class="wb-dialog" ref={dialog} aria-labelledby="blijf" onClose={() => answer?.(false)}>
      <h2 class="utrecht-heading-2" id="blijf">
        {say('leaveTitle')}
      </h2>
      <p>{say('leaveText', { n: items.length })}</p>
      <div class="wb-actions">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          onClick={() => answer?.(false)}
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
          onClick={() => answer?.(true)}
        >
          {say('leave')}
        </button>
      </div>
    </dialog>
  );
}
