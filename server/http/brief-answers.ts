// Answers to the public, kept for half a second: when many ask the same at once, it is worked out once. Only what nobody
// signed in asked and only queries, so that no answer can cross rights; what the signed in read is looked up each time,
// for their reading is logged. So short that nothing has to be taken out: every server process forgets by itself, erased
// words too, long before the two seconds that are promised.
import { createHash } from 'node:crypto';
import { type ExecutionResult, getOperationAST, OperationTypeNode } from 'graphql';
import { isAsyncIterable, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import type { Actor } from '../access/actor.ts';

/** How long an answer is kept, in ms. What search keeps of statements (a second) comes on top. */
export const keptMs = 500;
/** Answers kept at once; a map of a large gemeente has some hundreds of kB. */
const mostAnswers = 100;

interface Kept {
  readonly from: number;
  readonly answer: Promise<ExecutionResult>;
}

type Asked = YogaInitialContext & { readonly actor?: Actor | null };

/** A Yoga plugin; after the ones that choose how a query is executed. An answer that was kept says how old it is. */
export function briefAnswers(): Plugin {
  const kept = new Map<string, Kept>();
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { actor, params, request } = args.contextValue as Asked;
      const isSigned = request.headers.has('authorization') || request.headers.has('cookie');
      const operation = getOperationAST(args.document, args.operationName);
      const isRead = operation?.operation === OperationTypeNode.QUERY;
      if (actor !== null || isSigned || !isRead || !params.query) return;
      const asked = [params.query, args.operationName ?? '', args.variableValues ?? {}];
      const key = createHash('sha256').update(JSON.stringify(asked)).digest('base64');
      setExecuteFn(async (executed) => {
        const known = kept.get(key);
        if (known) {
          const ageMs = Math.round(performance.now() - known.from);
          const result = await known.answer;
          return { ...result, extensions: { ...result.extensions, kept: { ageMs } } };
        }
        const answer = (async () => executeFn(executed))() as Promise<ExecutionResult>;
        if (kept.size < mostAnswers) keep(kept, key, answer);
        return answer;
      });
    },
  };
}

/** From the moment the work began: what is told is never older than that. */
function keep(kept: Map<string, Kept>, key: string, answer: Promise<ExecutionResult>): void {
  kept.set(key, { from: performance.now(), answer });
  const timer = setTimeout(() => kept.delete(key), keptMs).unref();
  const forget = () => {
    clearTimeout(timer);
    kept.delete(key);
  };
  answer.then((result) => {
    if (result.errors || isAsyncIterable(result)) forget();
  }, forget);
}
