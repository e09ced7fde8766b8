// A request that is wrong in itself: syntax, validation, variables, size. One code, a sentence that helps, and
// nothing of the texts in it sent back.
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { errorExtensions } from '../errors.ts';
import { overLimit } from '../limits/check.ts';
import { limits } from '../limits/table.ts';
import { withoutValue } from '../variables.ts';

const ownCodes = new Set(['BAD_USER_INPUT', 'QUERY_TOO_COMPLEX', 'RATE_LIMITED']);

/** The error of graphql or Yoga as this API says it. */
export function asBadInput(error: GraphQLError): GraphQLError {
  const http = error.extensions.http as { status?: number } | undefined;
  if (http?.status === 413) {
    const refusal = overLimit('bulkBytes', `more than ${limits.bulkBytes.most}`);
    return new GraphQLError(refusal.message, {
      extensions: { ...errorExtensions(refusal), http: { status: 413 } },
    });
  }
  const code = String(error.extensions.code);
  return new GraphQLError(wordsOf(error), {
    ...(error.nodes ? { nodes: error.nodes } : {}),
    extensions: {
      code: ownCodes.has(code) ? code : 'BAD_USER_INPUT',
      ...(http ? { http } : {}),
    },
  });
}

/** A Yoga plugin that gives validation errors the same code and takes written values out of them. */
export function plainValidation(): Plugin {
  return {
    onValidate() {
      return ({ valid, result, setResult }) => {
        if (!valid) setResult((result as readonly GraphQLError[]).map(asBadInput));
      };
    },
  };
}

/** Words of the schema may be named; values that were written may not: they can be a note text. */
function wordsOf({ message, locations }: GraphQLError): string {
  if (message.startsWith('Syntax Error')) {
    const [at] = locations ?? [];
    const place = at ? ` (line ${at.line}, column ${at.column})` : '';
    const words = message.replace(/\b(Name|String|BlockString|Int|Float) ".*"/s, '$1');
    return `${words.replace(/\.$/, '')}${place}.`;
  }
  const [untilValue] = message.split(/, found /, 1);
  if (/^Expected value of type/.test(message)) return `${untilValue}.`;
  return /cannot represent|JSON/.test(message) ? withoutValue(message) : message;
}
