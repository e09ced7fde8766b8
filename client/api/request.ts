// One request to the API: an operation of our own by its hash (trusted documents), with the session of this browser.
import { demoToken } from '../app/demo-token.ts';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { noteServerTime } from './server-clock.ts';

/** What went wrong, by the code of the API; NETWORK when no readable answer came. */
export type FailureCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'INTERNAL_SERVER_ERROR'
  | 'NETWORK';

export interface ApiFailure {
  readonly code: FailureCode;
  /** The sentence of the API; empty for NETWORK. */
  readonly message: string;
  /** Path of the wrong input, such as `input.observationText`. */
  readonly field: string | undefined;
  /** To be named to the administrator. */
  readonly requestId: string | undefined;
  /** Seconds to wait, for RATE_LIMITED. */
  readonly retryAfter: number | undefined;
  /** Everything the API added to its error. */
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Thrown by `ask`; carries what the API said. */
export class ApiError extends Error implements ApiFailure {
  readonly code: FailureCode;
  readonly field: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
  constructor(code: FailureCode, message: string, extensions: Readonly<Record<string, unknown>>) {
    super(message);
    this.code = code;
    this.extensions = extensions;
    this.field = typeof extensions.field === 'string' ? extensions.field : undefined;
    this.requestId = typeof extensions.requestId === 'string' ? extensions.requestId : undefined;
    this.retryAfter = typeof extensions.retryAfter === 'number' ? extensions.retryAfter : undefined;
  }
}

/** True when the failure is of the API and carries this code. */
export const isCode = (failure: unknown, code: FailureCode): boolean =>
  failure instanceof ApiError && failure.code === code;

/** The hash by which the server knows an operation of ours. */
export const hashOf = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
): string => String(document.__meta__?.hash);

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** How an operation travels: as JSON, or as a stream of events for a subscription. */
export interface Sending {
  readonly accept?: string;
  readonly signal?: AbortSignal | undefined;
  /** Goes on when the page is closed. */
  readonly keepalive?: boolean;
  /** Key of Me.deviceKey: the server refuses it as anyone else. */
  readonly person?: string | undefined;
}

/** Sends an operation of ours; answers what fetch answers. */
export function sendOperation<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  { accept, signal, keepalive = false, person }: Sending = {},
): Promise<Response> {
  const token = demoToken();
  return fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: accept ?? 'application/graphql-response+json, application/json',
      'x-wijkbeeld-request': '1',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(person === undefined ? {} : { 'x-wijkbeeld-person': person }),
    },
    body: JSON.stringify({ documentId: hashOf(document), variables }),
    keepalive,
    ...(signal ? { signal } : {}),
  });
}

/**
 * Asks the API. Success is `data` without `errors`; everything else is thrown as ApiError, also when an answer came
 * with HTTP 200. Refuses nothing itself.
 */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  sending: Sending = {},
): Promise<Result> {
  const answer = await sendOperation(document, variables, sending).then(
    readAnswer,
    (reason: unknown) => {
      if (sending.signal?.aborted) throw reason;
      throw new ApiError('NETWORK', '', {});
    },
  );
  const [error] = answer.errors ?? [];
  if (error) {
    const extensions = error.extensions ?? {};
    throw new ApiError(
      (extensions.code as FailureCode | undefined) ?? 'INTERNAL_SERVER_ERROR',
      error.message,
      extensions,
    );
  }
  if (answer.data === undefined || answer.data === null) throw new ApiError('NETWORK', '', {});
  return answer.data as Result;
}

/** An answer that is not of the API (a page of a proxy, a torn line) is as good as none. */
async function readAnswer(response: Response): Promise<Answer> {
  noteServerTime(response.headers.get('date'));
  try {
    return (await response.json()) as Answer;
  } catch {
    throw new ApiError('NETWORK', '', {});
  }
}
