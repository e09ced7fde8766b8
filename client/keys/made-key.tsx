// A key that was just made: shown once, held by this page only until it is closed.
import { useEffect, useRef } from 'preact/hooks';
import { CopyButton } from '../components/copy-button.tsx';
import { useWords } from '../words/words.ts';
import { keyWords } from './words.ts';
import './keys.css';

export interface Made {
  readonly label: string;
  readonly key: string;
}

interface MadeKeyProps {
  readonly made: Made;
  readonly onClose: () => void;
}

/** The key with a button that copies it; the focus goes to it. */
export function MadeKey({ made, onClose }: MadeKeyProps) {
  const say = useWords(keyWords);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="wb-panel">
      <p class="wb-small-heading">{say('made', { label: made.label })}</p>
      <p>{say('madeHelp')}</p>
      <p>
        <code class="wb-secret" ref={box} tabIndex={-1}>
          {made.key}
        </code>
      </p>
      <div class="wb-buttons">
        <CopyButton text={made.key} isPrimary />
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={onClose}
        >
          {say('close')}
        </button>
      </div>
    </div>
  );
}
