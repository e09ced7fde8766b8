// What may come to /graphql over HTTP at all (GraphQL over HTTP, September 2025 draft), before anything is read.
// A browser form can send neither application/json nor a cross-site request past this: that is the protection
// against forged requests, whatever the session is made of.
import type { RequestHandler, Response } from 'express';
import { hasCredentials } from '../limits/credentials.ts';
import { limits, sizesFor } from '../limits/table.ts';

const addressCharacters = 8_000;

/** Refuses methods, content types, encodings and sizes that GraphQL over HTTP has no use for. */
export const graphqlDoor: RequestHandler = (request, response, next) => {
  const refuse = (status: number, code: string, message: string) =>
    answer(response, status, code, message);
  const { method, headers } = request;
  if (method === 'OPTIONS') {
    response.status(204).set('Allow', 'GET, POST').end();
    return;
  }
  if (method !== 'GET' && method !== 'POST') {
    response.set('Allow', 'GET, POST');
    refuse(405, 'BAD_USER_INPUT', `Use GET or POST, not ${method}.`);
    return;
  }
  // Browsers say where a request comes from; a link that someone follows is a navigation.
  if (headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate') {
    refuse(403, 'FORBIDDEN', 'Pages of other sites may not ask this API from a browser.');
    return;
  }
  if (request.originalUrl.length > addressCharacters) {
    refuse(
      414,
      'QUERY_TOO_COMPLEX',
      `The address is too long: over ${addressCharacters} characters, use POST.`,
    );
    return;
  }
  if (method === 'GET') {
    next();
    return;
  }
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
    refuse(415, 'BAD_USER_INPUT', 'Send the body as Content-Type: application/json.');
    return;
  }
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') {
    refuse(415, 'BAD_USER_INPUT', 'Send the body without Content-Encoding.');
    return;
  }
  const { most } =
    limits[sizesFor(hasCredentials({ get: (name) => request.get(name) ?? null })).bytes];
  if (Number(headers['content-length'] ?? 0) > most) {
    response.set('Connection', 'close');
    refuse(413, 'QUERY_TOO_COMPLEX', `The body is over ${most} bytes; send less at a time.`);
    return;
  }
  next();
};

function answer(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}
