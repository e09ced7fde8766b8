// Sends one message. No redirect is followed, nothing of the answer is kept but its status.
import { type RequestOptions, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import { type AddressRules, guardedLookup, hostOf, mayReach } from './address.ts';

export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Kinds of failure that are told; others are NO_CONNECTION. */
const told = new Set(['PRIVATE_ADDRESS', 'TIMEOUT', 'ENOTFOUND', 'ECONNREFUSED']);

/** Null when the receiver took it (a status of 200 to 299); else why not: `HTTP 500`, TIMEOUT, PRIVATE_ADDRESS, … */
export function send(
  { url: text, headers, body }: Message,
  rules: AddressRules,
  timeoutMs: number,
): Promise<string | null> {
  const url = new URL(text);
  const host = hostOf(url);
  // A literal address is connected to without a lookup.
  if (isIP(host) && !mayReach(host, rules)) return Promise.resolve('PRIVATE_ADDRESS');
  const open = url.protocol === 'https:' ? requestSecure : requestPlain;
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
    lookup: guardedLookup(rules),
    // A connection of its own: one that is kept would be used again without a lookup.
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
  };
  return new Promise((resolve) => {
    const request = open(url, options, (response) => {
      const status = response.statusCode ?? 0;
      response.destroy();
      resolve(status >= 200 && status < 300 ? null : `HTTP ${status}`);
    });
    request.once('error', (error: NodeJS.ErrnoException) => {
      const kind =
        error.name === 'AbortError' || error.name === 'TimeoutError' ? 'TIMEOUT' : error.code;
      resolve(kind && told.has(kind) ? kind : 'NO_CONNECTION');
    });
    request.end(body);
  });
}
