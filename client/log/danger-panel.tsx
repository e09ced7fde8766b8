// Where to go when a person is in danger (rule S16): always at hand, and nothing about that person is logged here.
import { useWords } from '../words/words.ts';
import { logWords } from './words.ts';

/** Folded to one line; open when `isOpen`, because something urgent is being written. */
export function DangerPanel({ isOpen }: { isOpen: boolean }) {
  const say = useWords(logWords);
  return (
    <details class="wb-danger" open={isOpen}>
      <summary>{say('danger')}</summary>
      <ul>
        <li>
          <a class="utrecht-link" href="tel:112">
            {say('danger112')}
          </a>
        </li>
        <li>
          <a class="utrecht-link" href="tel:08002000">
            {say('dangerHome')}
          </a>
        </li>
        <li>{say('dangerConfused')}</li>
        <li>{say('dangerTeam')}</li>
      </ul>
      <p>{say('dangerAnonymous')}</p>
      <p>
        <strong>{say('dangerHere')}</strong>
      </p>
    </details>
  );
}
