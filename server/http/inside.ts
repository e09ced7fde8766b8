// Asks the GraphQL door from inside the server, for other faces of the same API: the same rights, limits, budgets and
// masking, charged to the network of the request that came in.
import type express from 'express';
import type { YogaServerInstance } from 'graphql-yoga';
import type { Context } from '../context.ts';

export interface InsideFailure {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

export interface InsideAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly InsideFailure[];
}

/** Asks one query; as the public unless `authorization` is handed on. */
export type AskInside = (
  request: Pick<express.Request, 'ip'>,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  authorization?: string,
) => Promise<InsideAnswer>;

export const askInside =
  (yoga: YogaServerInstance<Record<string, unknown>, Context>): AskInside =>
  async (request, query, variables, authorization) => {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(authorization ? { authorization } : {}),
    };
    const body = JSON.stringify({ query, variables });
    // The address is never used: nothing is sent over a network.
    const address = 'http://inside/graphql';
    const response = await yoga.fetch(address, { method: 'POST', headers, body }, { req: request });
    return (await response.json()) as InsideAnswer;
  };
