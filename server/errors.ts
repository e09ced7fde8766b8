// The expected failures of Wijkbeeld, all of them. Anything else is a bug and is masked at the door.
// Messages name the wrong value and the fix. Never note text, names of people or tokens.

export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'QUERY_TOO_COMPLEX',
  'RATE_LIMITED',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface FieldProblem {
  /** Path of the field in the input, as the caller wrote it: `input.placeCode`. */
  readonly field: string;
  readonly message: string;
}

/** A failure that the caller can understand and mend. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[];
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    fields: readonly FieldProblem[] = [],
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.fields = fields;
    this.details = details;
  }
}

/** What GraphQL answers in `extensions`: the code, the first wrong field, and all of them. */
export function errorExtensions(error: DomainError): Record<string, unknown> {
  const first = error.fields[0];
  return {
    ...error.details,
    code: error.code,
    ...(first ? { field: first.field, fields: error.fields } : {}),
  };
}

export const unauthenticated = (message = 'Sign in first: no valid session or token was sent.') =>
  new DomainError('UNAUTHENTICATED', message);

export const forbidden = (message: string) => new DomainError('FORBIDDEN', message);

export const notFound = (what: string, id: string) =>
  new DomainError('NOT_FOUND', `No ${what} ${JSON.stringify(id)}.`);

/** All wrong fields at once, so that a form can place each message. */
export function badInput(problems: readonly FieldProblem[]): DomainError {
  return new DomainError('BAD_USER_INPUT', problems.map((p) => p.message).join(' '), problems);
}

export const conflict = (message: string, details: Record<string, unknown> = {}) =>
  new DomainError('CONFLICT', message, [], details);
