// A mutation as a hook: send, know that it is under way, and what was refused.
import { useCallback, useState } from 'preact/hooks';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { ApiError, ask } from './request.ts';
import { refreshAnswers } from './use-query.ts';

export interface Change<Result, Variables> {
  /** Sends; undefined when it was refused (see `error`). Open pages ask again after success. */
  readonly send: (variables: Variables) => Promise<Result | undefined>;
  readonly isBusy: boolean;
  readonly error: ApiError | undefined;
  readonly forgetError: () => void;
}

/** One mutation at a time; a second press while one is under way sends nothing. */
export function useChange<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
): Change<Result, Variables> {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const send = useCallback(
    async (variables: Variables) => {
      if (isBusy) return undefined;
      setBusy(true);
      setError(undefined);
      try {
        const result = await ask(document, variables);
        refreshAnswers();
        return result;
      } catch (failure) {
        setError(asApiError(failure));
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [document, isBusy],
  );
  const forgetError = useCallback(() => setError(undefined), []);
  return { send, isBusy, error, forgetError };
}

/** Whatever was thrown, as a failure of the API. */
export const asApiError = (failure: unknown): ApiError =>
  failure instanceof ApiError ? failure : new ApiError('NETWORK', '', {});
