// ETags of answers that may be kept. Express leaves out the 304 when a request says `Cache-Control: no-cache`, which
// every `fetch` with If-None-Match does; asking again and hearing "the same" is just what such a caller wants.
import { createHash } from 'node:crypto';

/** Changes with the body, and with nothing else. */
export const etagOf = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/** Whether the caller, by its If-None-Match, has this body already. */
export const hasAlready = (ifNoneMatch: string | null | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
