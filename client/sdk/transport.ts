// How one operation travels and what an answer means: the core of the typed client, and of our own pages.
import { type FailureCode, WijkbeeldError } from './failure.ts';

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

export const acceptsJson = 'application/graphql-response+json, application/json';
export const acceptsEvents = 'text/event-stream';

/** Sends a body as JSON; answers and fails as `send` does, a fetch. */
export const postJson = (
  send: typeof fetch,
  address: string,
  body: unknown,
  { headers, ...more }: RequestInit & { readonly headers: Readonly<Record<string, string>> },
): Promise<Response> =>
  send(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...more,
  });

/** What an answer holds. One that is not of the API (a page of a proxy, a torn line) is as good as none. */
export async function readData(response: Response): Promise<unknown> {
  const answer = await response.json().catch(() => {
    throw new WijkbeeldError('NETWORK', `The answer (HTTP ${response.status}) cannot be read.`);
  });
  return dataOf(answer as Answer);
}

/** Success is `data` without `errors`; the HTTP status says less. */
export function dataOf({ data, errors }: Answer): unknown {
  const [error] = errors ?? [];
  if (error) {
    const code = (error.extensions?.code as FailureCode | undefined) ?? 'INTERNAL_SERVER_ERROR';
    throw new WijkbeeldError(code, error.message, error.extensions);
  }
  if (data === undefined || data === null)
    throw new WijkbeeldError('NETWORK', 'The answer holds neither data nor errors.');
  return data;
}
