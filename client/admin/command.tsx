// A command for the operator of the server, to copy: what it does is not done from the website.
import { useState } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { adminWords } from './words.ts';

/** The command as it is typed in the folder of the server. */
export function Command({ words }: { words: string }) {
  const say = useWords(adminWords);
  const [isCopied, setCopied] = useState(false);
  const text = `npm run wijkbeeld -- ${words}`;
  return (
    <p class="wb-command">
      <code>{text}</code>{' '}
      <button
        type="button"
        class="utrecht-button utrecht-button--subtle"
        aria-label={`${say('copy')}: ${text}`}
        onClick={async () => {
          await navigator.clipboard.writeText(text);
          setCopied(true);
        }}
      >
        {say('copy')}
      </button>
      <span role="status">{isCopied ? say('copied') : ''}</span>
    </p>
  );
}
