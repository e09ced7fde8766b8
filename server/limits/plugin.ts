// The limits as a Yoga plugin: sizes when the request is read, weight when it is parsed, cost and budget before it
// runs. Nothing here asks the database, but for a twentieth of a shared budget now and then (rates.ts).
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { isAsyncIterable, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import type { Actor } from '../access/actor.ts';
import { DomainError } from '../errors.ts';
import { noteRequest } from '../http/requests.ts';
import { readBody } from './body.ts';
import type { BudgetName } from './budgets.ts';
import { checkCost, checkSent, type Priced, priceDocument } from './check.ts';
import { networkOf } from './client.ts';
import { isBulk } from './credentials.ts';
import { parseWithinLimits } from './parse.ts';
import type { Charged, Rates } from './rates.ts';

export interface Counting {
  readonly rates: Rates;
  /** Keyed hash of a person or network. */
  readonly hash: (client: string) => string;
}

interface Asked extends YogaInitialContext {
  /** The request as express has it; absent when Yoga is called without a socket. */
  readonly req?: { readonly ip?: string | undefined };
  readonly actor?: Actor | null;
}

const openSubscriptions = 20;

/** A registration system hands in what many people wrote; a person writes alone. */
const writesOf = (actor: Actor | null | undefined): BudgetName => {
  if (!actor) return 'writesOfPublic';
  return actor.via === 'KEY' || actor.via === 'TOKEN' ? 'writesOfProgram' : 'writesOfPerson';
};

/** Holds requests against the limits; counts budgets where there is something to count with. */
export function limiting(schema: GraphQLSchema, counting?: Counting): Plugin {
  const priced = new WeakMap<object, Priced>();
  const answers = new WeakMap<object, Charged>();
  const subscriptions = new Map<string, number>();

  const network = (context: object) => `network ${networkOf((context as Asked).req?.ip)}`;
  const hash = (client: string) => counting?.hash(client) ?? client;
  const clientOf = (context: Asked) =>
    hash(context.actor ? `person ${context.actor.personId}` : network(context));

  const charge = async (context: Asked) => {
    const price = priced.get(context.params);
    if (!price) return;
    const isSignedIn = Boolean(context.actor);
    checkCost(price.cost, isSignedIn);
    noteRequest({ operation: price.operationName, cost: price.cost });
    if (!counting) return;
    const client = clientOf(context);
    if (price.texts > 0) await counting.rates.charge(writesOf(context.actor), client, price.texts);
    const budget = isSignedIn ? 'person' : 'public';
    answers.set(context.params, await counting.rates.charge(budget, client, price.cost));
  };

  const withCost = (context: Asked, result: ExecutionResult): ExecutionResult => {
    const price = priced.get(context.params);
    if (!price) return result;
    const cost = { requested: price.cost, ...answers.get(context.params) };
    return { ...result, extensions: { ...result.extensions, cost } };
  };

  return {
    onPluginInit({ registerContextErrorHandler }) {
      registerContextErrorHandler(({ context, error }) => {
        if (!(error instanceof DomainError) || error.code !== 'UNAUTHENTICATED') return;
        counting?.rates.charge('failedLogins', hash(network(context as object)), 1).catch(() => {});
      });
    },
    onRequestParse({ request, setRequestParser }) {
      if (request.method === 'POST') setRequestParser(readBody);
    },
    onParams({ params, request, context }) {
      checkSent(params, isBulk(params.query, request.headers));
      if (counting && request.headers.has('authorization'))
        counting.rates.refuseSpent('failedLogins', hash(network(context)));
    },
    onParse({ setParseFn, context }) {
      setParseFn(parseWithinLimits);
      return ({ result }) => {
        if (!result || result instanceof Error) return;
        const { params, request } = context as Asked;
        const { operationName, variables } = params;
        const price = priceDocument(schema, result, operationName ?? undefined, variables ?? {});
        // Nobody can be signed in without either; who is, is known when the session has been looked up.
        const isAnonymous = !request.headers.has('authorization') && !request.headers.has('cookie');
        if (isAnonymous) checkCost(price.cost, false);
        priced.set(params, price);
      };
    },
    async onExecute({ args }) {
      const context = args.contextValue as Asked;
      await charge(context);
      return {
        onExecuteDone({ result, setResult }) {
          if (!isAsyncIterable(result)) setResult(withCost(context, result));
        },
      };
    },
    async onSubscribe({ args }) {
      const context = args.contextValue as Asked;
      const client = clientOf(context);
      const open = subscriptions.get(client) ?? 0;
      if (counting && open >= openSubscriptions) throw tooManySubscriptions();
      await charge(context);
      return {
        onSubscribeResult({ result }) {
          if (!isAsyncIterable(result)) return undefined;
          subscriptions.set(client, (subscriptions.get(client) ?? 0) + 1);
          return {
            onEnd() {
              const left = (subscriptions.get(client) ?? 1) - 1;
              if (left > 0) subscriptions.set(client, left);
              else subscriptions.delete(client);
            },
          };
        },
      };
    },
  };
}

const tooManySubscriptions = () =>
  new DomainError(
    'RATE_LIMITED',
    `${openSubscriptions} subscriptions are open already; end one before starting another.`,
    [],
    { retryAfter: 10, budget: 'subscriptions', limit: openSubscriptions },
  );
