// What came of handing an item to the server. Pure.
import type { Refusal } from './item.ts';

/** What came of sending one item. */
export type Outcome =
  | { readonly state: 'DONE'; readonly version?: number }
  | { readonly state: 'REFUSED'; readonly refusal: Refusal }
  /** Nobody, or somebody else, is signed in. */
  | { readonly state: 'SIGN_IN' }
  /** No answer, or one that is not of the API: perhaps stored, perhaps not. */
  | { readonly state: 'UNREACHABLE' }
  /** The server asks for patience or failed on this item. */
  | { readonly state: 'LATER'; readonly afterMs?: number; readonly isOnlyThis: boolean };

/**
 * Reads what the API answered, by its code and never by HTTP status: a server that fails also answers 200, and an
 * answer without data is none.
 */
export function outcomeOfFailure(failure: {
  readonly code: string;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}): Outcome {
  const { code, message, extensions } = failure;
  switch (code) {
    case 'UNAUTHENTICATED':
      return { state: 'SIGN_IN' };
    case 'NETWORK':
      return { state: 'UNREACHABLE' };
    case 'RATE_LIMITED': {
      const seconds = extensions.retryAfter;
      const wait = typeof seconds === 'number' ? { afterMs: seconds * 1000 } : {};
      return { state: 'LATER', isOnlyThis: false, ...wait };
    }
    case 'BAD_USER_INPUT':
    case 'NOT_FOUND':
    case 'FORBIDDEN':
    case 'CONFLICT':
    case 'QUERY_TOO_COMPLEX': {
      if (extensions.otherPerson === true) return { state: 'SIGN_IN' };
      // A newer server no longer knows this version of the app: the note is fine, the app has to be renewed.
      if (extensions.field === 'documentId') return { state: 'LATER', isOnlyThis: false };
      const fields = Array.isArray(extensions.fields) ? extensions.fields : [];
      const version = extensions.currentVersion;
      const stands = typeof version === 'number' ? { currentVersion: version } : {};
      return { state: 'REFUSED', refusal: { code, message, fields, ...stands } };
    }
    default:
      return { state: 'LATER', isOnlyThis: true };
  }
}
