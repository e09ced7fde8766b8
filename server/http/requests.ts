// What is known of the request being answered: its id, for masked errors, and what its log line says. Never the
// address, the query, the variables or who asks.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

interface RequestNote {
  readonly id: string;
  operation?: string | undefined;
  cost?: number;
}

const running = new AsyncLocalStorage<RequestNote>();

/** Id of the request being answered, the one in its header `x-request-id`; a fresh one outside a request. */
export const requestId = (): string => running.getStore()?.id ?? randomUUID();

/** Adds what the log line of this request says; an operation name only when its document was accepted. */
export function noteRequest(facts: { operation: string | undefined; cost: number }): void {
  const note = running.getStore();
  if (note) Object.assign(note, facts);
}

/** Gives each request an id, sends it in `x-request-id`, and logs one line when the answer is out. */
export function followRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const note: RequestNote = { id: randomUUID() };
    const began = performance.now();
    response.set('X-Request-Id', note.id);
    response.once('close', () => {
      log.info(
        {
          requestId: note.id,
          method: request.method,
          operation: note.operation?.slice(0, 60),
          cost: note.cost,
          status: response.statusCode,
          ms: Math.round(performance.now() - began),
        },
        'request',
      );
    });
    running.run(note, next);
  };
}
