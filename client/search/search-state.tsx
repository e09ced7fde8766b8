// How a search stands, in words that are also read aloud.
import { useWords } from '../words/words.ts';
import type { Found } from './use-search.ts';
import { searchWords } from './words.ts';

/** Busy, how many, nothing, no line, or what went wrong with the way on. */
export function SearchState({ found, retry }: { found: Found; retry?: () => void }) {
  const say = useWords(searchWords);
  const { text, hits, isLoading, error } = found;
  const isOffline = error?.code === 'NETWORK';
  const message = isLoading
    ? say('busy')
    : error
      ? say(isOffline ? (hits.length > 0 ? 'offline' : 'offlineNothing') : 'failed')
      : text === ''
        ? ''
        : hits.length === 0
          ? `${say('none', { text })} ${say('noneHelp')}`
          : say('count', { n: hits.length });
  return (
    <>
      <p class="wb-search__state" role="status">
        {message}
      </p>
      {error && retry ? (
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={retry}
        >
          {say('retry')}
        </button>
      ) : null}
    </>
  );
}
