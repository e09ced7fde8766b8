// A subscription lasts no longer than the rights by which it was opened: who asked is found out again before anything is
// sent, and each minute when nothing is. When a session or key is over, or acts otherwise than before, the subscriber is
// told so and the subscription ends.
import { type ExecutionResult, GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import type { Actor } from '../access/actor.ts';
import { DomainError, unauthenticated } from '../errors.ts';

/** How often rights are looked at while nothing happens, in ms. */
export const recheckMs = 60_000;

type Asked = YogaInitialContext & { readonly actor?: Actor | null };

/** A Yoga plugin; `whoAsks` finds out who sent a request, as of now, and refuses who may not. */
export function lastingRights(whoAsks: (request: Request) => Promise<Actor | null>): Plugin {
  return {
    onSubscribe({ args }) {
      const { request, actor } = args.contextValue as Asked;
      // The public has no rights to lose.
      if (!actor) return undefined;
      const check = async () => {
        const now = await whoAsks(request);
        if (JSON.stringify(now) !== JSON.stringify(actor))
          throw unauthenticated('Your rights changed: subscribe again.');
      };
      return {
        onSubscribeResult({ result, setResult }) {
          if (isAsyncIterable<ExecutionResult>(result)) setResult(whileAllowed(result, check));
        },
      };
    },
  };
}

async function* whileAllowed(
  source: AsyncIterable<ExecutionResult>,
  check: () => Promise<void>,
): AsyncGenerator<ExecutionResult, void, void> {
  const events = source[Symbol.asyncIterator]();
  const over = refusedLater(check);
  try {
    for (;;) {
      const next = await Promise.race([events.next(), over.refusal]);
      if (next instanceof DomainError) return yield refused(next);
      if (next.done) return;
      const refusal = await refusalOf(check);
      if (refusal) return yield refused(refusal);
      yield next.value;
    }
  } finally {
    over.stop();
    // Not waited for: a source that waits for news ends when there is some.
    void events.return?.()?.catch(() => undefined);
  }
}

const refused = (error: DomainError): ExecutionResult => ({
  errors: [new GraphQLError(error.message, { originalError: error })],
});

/** Why the one who asks may not any more; undefined while they may. */
async function refusalOf(check: () => Promise<void>): Promise<DomainError | undefined> {
  try {
    await check();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function refusedLater(check: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined;
  const refusal = new Promise<DomainError>((resolve) => {
    timer = setInterval(async () => {
      // A database that cannot be asked just now takes nobody's rights; nothing is sent meanwhile.
      const found = await refusalOf(check).catch(() => undefined);
      if (found) resolve(found);
    }, recheckMs).unref();
  });
  return { refusal, stop: () => clearInterval(timer) };
}
