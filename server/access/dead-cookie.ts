// A browser whose session is over is told so once, and its cookie taken away: from the next request on it is
// the public again, instead of being refused everything until it is closed.
import type { Plugin } from 'graphql-yoga';
import { clearCookie, readCookie, sessionCookie } from './cookies.ts';

/** A Yoga plugin that takes the session cookie away with the answer that refused it. */
export function endDeadCookie(): Plugin {
  return {
    onResponse({ request, response }) {
      if (response.status !== 401 || request.headers.get('authorization') !== null) return;
      if (readCookie(request.headers.get('cookie'), sessionCookie) === undefined) return;
      response.headers.append('Set-Cookie', clearCookie(sessionCookie));
    },
  };
}
