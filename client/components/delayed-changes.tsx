// What is about to be sent, with the way back; and what failed, with the way forward. Stands on every page.
import { sendNow, undo, undoTime, useDelayed } from '../api/delayed.ts';
import { useWords } from '../words/words.ts';
import { delayedWords } from './delayed-words.ts';
import { Failure } from './failure.tsx';
import { componentWords } from './words.ts';

/** Empty while nothing waits. Announced once, not every second. */
export function DelayedChanges() {
  const say = useWords(delayedWords);
  const sayShared = useWords(componentWords);
  const { changes } = useDelayed();
  return (
    <section class="wb-delayed" aria-label={say('delayed')} hidden={changes.length === 0}>
      <ul aria-live="polite">
        {changes.map(({ key, title, state, error }) => (
          <li key={key} class={`wb-delayed__item wb-delayed__item--${state.toLowerCase()}`}>
            <p class="utrecht-paragraph">
              <strong>{title}</strong>{' '}
              {state === 'WAITING' ? say('sentSoon', { seconds: undoTime / 1000 }) : null}
              {state === 'SENDING' ? say('sending') : null}
              {state === 'FAILED' ? say('notSent') : null}
            </p>
            {error ? <Failure error={error} /> : null}
            <div class="wb-buttons">
              {state === 'FAILED' ? (
                <button
                  type="button"
                  class="utrecht-button utrecht-button--primary-action"
                  onClick={() => void sendNow(key)}
                >
                  {sayShared('retry')}
                </button>
              ) : null}
              {state === 'SENDING' ? null : (
                <button
                  type="button"
                  class="utrecht-button utrecht-button--secondary-action"
                  onClick={() => undo(key)}
                >
                  {say(state === 'FAILED' ? 'letGo' : 'undo')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
