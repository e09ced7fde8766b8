// After saving: that it is safe on the device, whether it has gone, and ten seconds to take it back.
import { useEffect, useRef, useState } from 'preact/hooks';
import { pathTo } from '../app/paths.ts';
import { takeBack } from '../outbox/outbox.ts';
import { useOutbox } from '../outbox/use-outbox.ts';
import { useWords } from '../words/words.ts';
import { savedWords } from './saved-words.ts';

const undoTime = 10_000;

export interface SavedNote {
  readonly noteId: string;
  readonly wijk: string;
}

interface SavedNoticeProps {
  readonly saved: SavedNote;
  readonly onAnother: () => void;
}

/** Gets the focus when it appears. */
export function SavedNotice({ saved, onAnother }: SavedNoticeProps) {
  const say = useWords(savedWords);
  const { items } = useOutbox();
  const [canUndo, setCanUndo] = useState(true);
  const [isUndone, setUndone] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each saved note begins anew.
  useEffect(() => {
    setCanUndo(true);
    setUndone(false);
    box.current?.focus();
    const timer = setTimeout(() => setCanUndo(false), undoTime);
    return () => clearTimeout(timer);
  }, [saved.noteId]);
  const isWaiting = items.some(({ id }) => id === saved.noteId);
  const undo = async () => {
    setUndone(true);
    await takeBack(saved.noteId);
  };
  return (
    <div class="utrecht-alert utrecht-alert--ok wb-saved" role="status" tabIndex={-1} ref={box}>
      <div class="utrecht-alert__content">
        {isUndone ? (
          <p>{say('undone')}</p>
        ) : (
          <>
            <p class="utrecht-heading-3">{say('saved')}</p>
            <p>{say(isWaiting ? 'notSent' : 'sent')}</p>
          </>
        )}
        <div class="wb-actions">
          {canUndo && !isUndone ? (
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              onClick={() => void undo()}
            >
              {say('undo')}
            </button>
          ) : null}
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={onAnother}
          >
            {say('another', { wijk: saved.wijk })}
          </button>
          <a class="utrecht-link" href={pathTo('myNotes')}>
            {say('toMyNotes')}
          </a>
        </div>
      </div>
    </div>
  );
}
