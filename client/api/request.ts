// One request to the API: an operation of our own by its hash (trusted documents), with the session of this browser.
import { demoToken } from '../app/demo-token.ts';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { type FailureCode, WijkbeeldError } from '../sdk/failure.ts';
import { acceptsJson, postJson, readData } from '../sdk/transport.ts';
import { noteServerTime } from './server-clock.ts';

/** Thrown by `ask`; NETWORK when no readable answer came. */
export { WijkbeeldError as ApiError };
export type ApiFailure = Pick<WijkbeeldError, 'code' | 'message' | 'retryAfter' | 'requestId'>;

/** True when the failure is of the API and carries this code. */
export const isCode = (failure: unknown, code: FailureCode): boolean =>
  failure instanceof WijkbeeldError && failure.code === code;

/** The hash by which the server knows an operation of ours. */
export const hashOf = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
): string => String(document.__meta__?.hash);

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
  return postJson(
    fetch,
    '/graphql',
    { documentId: hashOf(document), variables },
    {
      headers: {
        accept: accept ?? acceptsJson,
        'x-wijkbeeld-request': '1',
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(person === undefined ? {} : { 'x-wijkbeeld-person': person }),
      },
      keepalive,
      ...(signal ? { signal } : {}),
    },
  );
}

/**
 * Asks the API once. Success is `data` without `errors`; everything else is thrown as ApiError, also when an answer came
 * with HTTP 200. Who tries again is the outbox for what is sent and the page for what is read: both know whether anyone
 * waits. Refuses nothing itself.
 */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  sending: Sending = {},
): Promise<Result> {
  const response = await sendOperation(document, variables, sending).catch((reason: unknown) => {
    throw sending.signal?.aborted ? reason : new WijkbeeldError('NETWORK', '');
  });
  noteServerTime(response.headers.get('date'));
  return (await readData(response)) as Result;
}
