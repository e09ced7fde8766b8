// Something is on its way; said to screen readers too.
import { useWords } from '../words/words.ts';
import { componentWords } from './words.ts';

/** Shown after a moment only, so that quick answers do not flicker (by the style sheet). */
export function Loading() {
  const say = useWords(componentWords);
  return (
    <p class="wb-loading" role="status">
      {say('loading')}
    </p>
  );
}
