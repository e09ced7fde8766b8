// Failures of the REST face (RFC 9457), from the same expected failures as GraphQL.
import type { Response } from 'express';
import type { InsideFailure } from '../http/inside.ts';
import { requestId } from '../http/requests.ts';

const kinds: Readonly<Record<string, readonly [status: number, title: string]>> = {
  BAD_USER_INPUT: [400, 'Bad request'],
  QUERY_TOO_COMPLEX: [400, 'Too much at once'],
  NOT_FOUND: [404, 'Not found'],
  FORBIDDEN: [403, 'Forbidden'],
  METHOD_NOT_ALLOWED: [405, 'Method not allowed'],
  NOT_ACCEPTABLE: [406, 'Not acceptable'],
  RATE_LIMITED: [429, 'Too many requests'],
};

/** Answers a failure; what is not expected keeps its details and carries the number of the request. */
export function answerProblem(response: Response, { message, extensions }: InsideFailure): void {
  const code = String(extensions?.code ?? 'INTERNAL_SERVER_ERROR');
  const [status, title] = kinds[code] ?? [500, 'Unexpected failure'];
  const fields = extensions?.fields as { field: string; message: string }[] | undefined;
  if (extensions?.retryAfter) response.set('Retry-After', String(extensions.retryAfter));
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `/docs/errors.html#${code.toLowerCase()}`,
        title,
        status,
        detail: message,
        instance: `urn:uuid:${requestId()}`,
        code,
        ...(fields
          ? { invalidParams: fields.map((one) => ({ name: one.field, reason: one.message })) }
          : {}),
      }),
    );
}
