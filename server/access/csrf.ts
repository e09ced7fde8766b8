// Requests that another site makes with the cookie of a browser of ours. Pure.
import { badInput, forbidden } from '../errors.ts';

/** A header that no form and no plain link can send; its value does not matter. */
export const requestHeader = 'x-wijkbeeld-request';

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses a request by cookie that may change something and does not show that our own pages made it: it
 * needs both our header and an Origin that is ours. GET and HEAD pass, for they never change anything.
 */
export function refuseForged(method: string, headers: Headers, origin: string): void {
  if (safeMethods.includes(method)) return;
  if (headers.get('origin') !== origin) {
    throw forbidden(`Requests with a session come from ${origin} only: the header Origin differs.`);
  }
  if (headers.get(requestHeader) === null) {
    throw forbidden(`Requests with a session carry the header ${requestHeader}: 1.`);
  }
}

const longestPath = 500;

/**
 * The path to go back to after login, with its query. Refuses everything that a browser could take for
 * another site: only what stays on `origin` and begins with one slash is left.
 */
export function checkReturnPath(given: unknown, origin: string): string {
  if (given === undefined || given === '') return '/';
  const problem = {
    field: 'returnTo',
    message: 'returnTo is a path of this site that begins with one slash, such as /wijk/WK900101.',
  };
  if (typeof given !== 'string' || given.length > longestPath) throw badInput([problem]);
  // Browsers read a backslash as a slash and skip tabs and line ends.
  const isPath = /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(given);
  if (!isPath || !URL.canParse(given, origin)) throw badInput([problem]);
  const url = new URL(given, origin);
  if (url.origin !== origin || url.pathname.startsWith('//')) throw badInput([problem]);
  const path = `${url.pathname}${url.search}${url.hash}`;
  if (path.length > longestPath) throw badInput([problem]);
  return path;
}
