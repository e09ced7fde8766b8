// Which answers of the GraphQL door may be kept: what the public reads by GET. A browser may hold it but asks again each
// time (`no-cache`), so that withdrawn words are gone at once; the ETag spares sending it again. Everything else is
// `no-store`, as the headers of every answer say.
import type { ExecutionResult } from 'graphql';
import { isAsyncIterable, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import { etagOf, hasAlready } from './etag.ts';

/** A Yoga plugin; weak ETags, because what is said of cost and budget differs from answer to answer. */
export function keptAnswers(): Plugin {
  const etags = new WeakMap<Request, string>();
  return {
    onExecute({ args }) {
      const { request } = args.contextValue as YogaInitialContext;
      if (!isPublicRead(request)) return undefined;
      return {
        onExecuteDone({ result }) {
          if (isAsyncIterable(result)) return;
          const { data, errors } = result as ExecutionResult;
          if (data && !errors) etags.set(request, etagOf(JSON.stringify(data)));
        },
      };
    },
    onResponse({ request, response, setResponse, fetchAPI }) {
      const etag = etags.get(request);
      if (!etag) return;
      const headers = {
        ETag: `W/${etag}`,
        'Cache-Control': 'private, no-cache',
        Vary: 'Accept, Authorization, Cookie',
      };
      if (hasAlready(request.headers.get('if-none-match'), etag))
        setResponse(new fetchAPI.Response(null, { status: 304, headers }));
      else for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    },
  };
}

const isPublicRead = ({ method, headers }: Request) =>
  method === 'GET' && !headers.has('authorization') && !headers.has('cookie');
