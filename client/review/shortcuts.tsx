// Keys of one letter for a reviewer who does many notes: shown, switched off with one click (WCAG 2.1.4), and heard only
// inside the note, so that they do not clash with those of a screen reader or with typing.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { areLetterKeysOn, isTyping } from '../components/letter-keys.ts';
import { LetterKeysSwitch } from '../components/letter-keys-switch.tsx';
import { useWords } from '../words/words.ts';
import { reviewWords } from './words.ts';

export type Shortcuts = Readonly<Record<string, () => void>>;

/** Runs what belongs to a key while the focus is inside the region. */
export function useShortcuts(region: RefObject<HTMLElement | null>, shortcuts: Shortcuts): void {
  const known = useRef(shortcuts);
  known.current = shortcuts;
  // Before the next key can come: the focus is there as soon as the note is.
  useLayoutEffect(() => {
    const place = region.current;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      if (!areLetterKeysOn() || isTyping(event.target)) return;
      const run = known.current[event.key.toLowerCase()];
      if (!run) return;
      event.preventDefault();
      run();
    };
    place?.addEventListener('keydown', press);
    return () => place?.removeEventListener('keydown', press);
  });
}

/** The list of keys with the switch. */
export function ShortcutHelp() {
  const say = useWords(reviewWords);
  const keys = [
    ['P', say('keyPublish')],
    ['T', say('keyReturn')],
    ['A', say('keyReject')],
    ['F', say('keyExcerpt')],
    ['J', say('keyNext')],
    ['K', say('keyPrevious')],
    ['Z', say('keyUndo')],
  ];
  return (
    <details class="wb-shortcuts">
      <summary>{say('shortcuts')}</summary>
      <p class="utrecht-paragraph">{say('shortcutsHelp')}</p>
      <LetterKeysSwitch label={say('shortcutsOn')} />
      <ul>
        {keys.map(([letter, what]) => (
          <li key={letter}>
            <kbd>{letter}</kbd> {what}
          </li>
        ))}
      </ul>
    </details>
  );
}
