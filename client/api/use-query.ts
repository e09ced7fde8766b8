// A query as a hook: what is known at once, then what the server says now (stale while revalidate), in memory only.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { ApiError, ask, hashOf } from './request.ts';

interface Known {
  readonly data: unknown;
  readonly at: number;
}

const answers = new Map<string, Known>();
const listeners = new Set<() => void>();

/** How many answers are kept; the oldest goes first. */
const mostAnswers = 60;

/** Forgets every answer, because whoever asks has changed or something was changed; open pages ask again. */
export function forgetAnswers(): void {
  answers.clear();
  refreshAnswers();
}

/** Open pages ask again and show what they knew until the answer comes: something was changed. */
export function refreshAnswers(): void {
  for (const listener of listeners) listener();
}

export interface Query<Result> {
  readonly data: Result | undefined;
  readonly error: ApiError | undefined;
  /** True while the server is being asked, also when older data is shown. */
  readonly isLoading: boolean;
  readonly refresh: () => void;
}

/** Asks when the page opens and when the variables change; `undefined` variables ask nothing. */
export function useQuery<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | undefined,
): Query<Result> {
  const key =
    variables === undefined ? undefined : `${hashOf(document)}${JSON.stringify(variables)}`;
  const [, redraw] = useState(0);
  const state = useRef<{ key: string | undefined; error?: ApiError; isLoading: boolean }>({
    key: undefined,
    isLoading: false,
  });
  const [round, setRound] = useState(0);
  const refresh = useCallback(() => setRound((now) => now + 1), []);
  useEffect(() => {
    listeners.add(refresh);
    return () => void listeners.delete(refresh);
  }, [refresh]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the variables; a round asks again.
  useEffect(() => {
    if (key === undefined || variables === undefined) return;
    const stop = new AbortController();
    state.current = { key, isLoading: true };
    redraw((now) => now + 1);
    ask(document, variables, { signal: stop.signal }).then(
      (data) => {
        keep(key, data);
        state.current = { key, isLoading: false };
        redraw((now) => now + 1);
      },
      (failure: unknown) => {
        if (stop.signal.aborted) return;
        const error = failure instanceof ApiError ? failure : new ApiError('NETWORK', '', {});
        state.current = { key, error, isLoading: false };
        redraw((now) => now + 1);
      },
    );
    return () => stop.abort();
  }, [key, round]);
  const isOwn = state.current.key === key;
  return {
    data: key === undefined ? undefined : (answers.get(key)?.data as Result | undefined),
    error: isOwn ? state.current.error : undefined,
    isLoading: key !== undefined && (!isOwn || state.current.isLoading),
    refresh,
  };
}

function keep(key: string, data: unknown): void {
  answers.delete(key);
  answers.set(key, { data, at: Date.now() });
  const [oldest] = answers.keys();
  if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest);
}
