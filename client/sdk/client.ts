// The typed client of Wijkbeeld, for Node 20 and browsers, without dependencies. Calls are tried again when that can
// help; that is safe for mutations too, because whoever calls makes the id: the same id is the same thing.

import { readEvents } from './events.ts';
import { WijkbeeldError } from './failure.ts';
import {
  type Answer,
  acceptsEvents,
  acceptsJson,
  dataOf,
  postJson,
  readData,
} from './transport.ts';

export interface ClientSettings {
  /** Address of the server, such as https://wijkbeeld.example.nl. */
  readonly url: string;
  /** Key or token; absent: the public. */
  readonly token?: string | undefined;
  /** How often a call is tried; 5 by default. */
  readonly attempts?: number;
  /** Wait before the second attempt, doubled for each next one; 500 ms by default. */
  readonly firstWaitMs?: number;
  readonly fetch?: typeof fetch;
}

/** An operation with the types of its answer and variables, as generated; or just its text. */
export interface Operation<Result, Variables> {
  toString(): string;
  /** Never there: it carries the types. */
  readonly __apiType?: ((variables: Variables) => Result) | undefined;
}

export interface Client {
  /** Asks once, or several times where that can help. Throws WijkbeeldError. */
  ask<Result, Variables>(
    operation: Operation<Result, Variables>,
    variables: Variables,
  ): Promise<Result>;
  /** Every item of a connection, page after page. */
  items<Result, Variables, Item>(
    operation: Operation<Result, Variables>,
    variables: Variables,
    pick: (result: Result) => Connection<Item>,
  ): AsyncGenerator<Item, void, void>;
  /** What a subscription tells, until `signal` ends it; connects again when the connection is lost. */
  subscribe<Result, Variables>(
    operation: Operation<Result, Variables>,
    variables: Variables,
    signal: AbortSignal,
  ): AsyncGenerator<Result, void, void>;
}

export interface Connection<Item> {
  readonly edges: readonly { readonly node: Item }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly endCursor?: string | null | undefined;
  };
}

const longestWaitMs = 60_000;

/** Puts a client together; asks nothing yet. */
export function createClient(settings: ClientSettings): Client {
  const { attempts = 5, firstWaitMs = 500 } = settings;
  const send = settings.fetch ?? fetch;
  const address = `${settings.url.replace(/\/$/, '')}/graphql`;
  const post = (accept: string, query: string, variables: unknown, signal?: AbortSignal) =>
    postJson(
      send,
      address,
      { query, variables },
      {
        headers: {
          accept,
          ...(settings.token ? { authorization: `Bearer ${settings.token}` } : {}),
        },
        ...(signal ? { signal } : {}),
      },
    ).catch(() => {
      throw new WijkbeeldError('NETWORK', `${settings.url} cannot be reached.`);
    });
  const waitBefore = (attempt: number, error: WijkbeeldError) =>
    pause(
      (error.retryAfter ?? 0) * 1000 || Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1)),
    );

  async function ask<Result, Variables>(
    operation: Operation<Result, Variables>,
    variables: Variables,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await readData(await post(acceptsJson, `${operation}`, variables))) as Result;
      } catch (error) {
        const mayPass = error instanceof WijkbeeldError && error.isPassing;
        if (!mayPass || attempt >= attempts) throw error;
        await waitBefore(attempt, error);
      }
    }
  }

  return {
    ask,
    async *items(operation, variables, pick) {
      for (let after: string | null = null; ; ) {
        const { edges, pageInfo } = pick(await ask(operation, { ...variables, after }));
        for (const { node } of edges) yield node;
        after = pageInfo.endCursor ?? null;
        if (!pageInfo.hasNextPage) return;
      }
    },
    async *subscribe<Result, Variables>(
      operation: Operation<Result, Variables>,
      variables: Variables,
      signal: AbortSignal,
    ): AsyncGenerator<Result, void, void> {
      for (let attempt = 1; !signal.aborted; attempt += 1) {
        try {
          const response = await post(acceptsEvents, `${operation}`, variables, signal);
          if (!response.headers.get('content-type')?.startsWith(acceptsEvents))
            await readData(response);
          for await (const text of readEvents(response)) {
            attempt = 1;
            yield dataOf(JSON.parse(text) as Answer) as Result;
          }
        } catch (error) {
          if (signal.aborted) return;
          if (error instanceof WijkbeeldError && !error.isPassing) throw error;
          if (attempt >= attempts) throw error;
          // The connection was lost: what changed meanwhile is read again by whoever asks.
        }
        if (!signal.aborted) await waitBefore(attempt, new WijkbeeldError('NETWORK', ''));
      }
    },
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
