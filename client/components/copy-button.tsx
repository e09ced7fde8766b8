// A button that copies a text and says that it did.
import { useState } from 'preact/hooks';
import { useWords, words } from '../words/words.ts';

const copyWords = words(
  { copy: 'Kopieer', copied: 'Gekopieerd.' },
  { copy: 'Copy', copied: 'Copied.' },
);

interface CopyButtonProps {
  readonly text: string;
  /** What the button copies, for who does not see it; absent: what stands before it says so. */
  readonly about?: string;
  readonly isPrimary?: boolean;
}

/** Puts the text on the clipboard. */
export function CopyButton({ text, about, isPrimary = false }: CopyButtonProps) {
  const say = useWords(copyWords);
  const [isCopied, setCopied] = useState(false);
  return (
    <>
      <button
        type="button"
        class={`utrecht-button utrecht-button--${isPrimary ? 'primary-action' : 'subtle'}`}
        aria-label={about ? `${say('copy')}: ${about}` : undefined}
        onClick={async () => {
          await navigator.clipboard.writeText(text);
          setCopied(true);
        }}
      >
        {say('copy')}
      </button>
      <span role="status">{isCopied ? say('copied') : ''}</span>
    </>
  );
}
