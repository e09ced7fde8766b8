// What a call of the typed client can fail with: one kind of error, told apart by its code.

export type FailureCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'INTERNAL_SERVER_ERROR'
  /** No answer that can be read came. */
  | 'NETWORK';

/** A failure as the API told it. */
export class WijkbeeldError extends Error {
  readonly code: FailureCode;
  /** Everything the API added: field, fields, requestId, retryAfter, … */
  readonly extensions: Readonly<Record<string, unknown>>;
  constructor(
    code: FailureCode,
    message: string,
    extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'WijkbeeldError';
    this.code = code;
    this.extensions = extensions;
  }

  /** Path of the first wrong input, such as `input.observationText`. */
  get field(): string | undefined {
    const { field } = this.extensions;
    return typeof field === 'string' ? field : undefined;
  }

  /** To be named to the administrator, for a failure that was not expected. */
  get requestId(): string | undefined {
    const { requestId } = this.extensions;
    return typeof requestId === 'string' ? requestId : undefined;
  }

  /** Seconds that the API asks to wait; undefined: it does not. */
  get retryAfter(): number | undefined {
    const { retryAfter } = this.extensions;
    return typeof retryAfter === 'number' ? retryAfter : undefined;
  }

  /** Whether the same call may succeed later, unchanged. */
  get isPassing(): boolean {
    return ['NETWORK', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR'].includes(this.code);
  }
}
