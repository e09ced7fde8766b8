// What went wrong, in words for people, and what they can do.
import type { ApiFailure } from '../api/request.ts';
import { useWords } from '../words/words.ts';
import { Alert } from './alert.tsx';
import { componentWords } from './words.ts';

/** Shows a failure of the API; the sentence of the API itself where that says what to correct. */
export function Failure({ error, retry }: { error: ApiFailure; retry?: () => void }) {
  const say = useWords(componentWords);
  const known = {
    UNAUTHENTICATED: say('signInFirst'),
    FORBIDDEN: say('forbidden'),
    NETWORK: say('network'),
    RATE_LIMITED: say('rateLimited', { seconds: error.retryAfter ?? 60 }),
    INTERNAL_SERVER_ERROR: say('unexpected', { id: error.requestId ?? '' }),
  } as Partial<Record<ApiFailure['code'], string>>;
  return (
    <Alert kind="error">
      <p class="utrecht-paragraph">{known[error.code] ?? error.message}</p>
      {retry ? (
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={retry}
        >
          {say('retry')}
        </button>
      ) : null}
    </Alert>
  );
}
