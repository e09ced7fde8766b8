// Operations of our own web app, sent by their hash (trusted documents): a browser with a session may ask these only,
// so that a script smuggled into a page can ask nothing else. Programs with a key ask freely, under their budget.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'graphql-yoga';
import { sessionCookie } from '../access/cookies.ts';
import { badInput, forbidden } from '../errors.ts';

export type TrustedDocuments = ReadonlyMap<string, string>;

/** The operations that the build wrote down, by hash; none without a build. */
export function readTrustedDocuments(folder: string | undefined): TrustedDocuments {
  const file = folder && join(folder, 'trusted-documents.json');
  if (!file || !existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>));
}

/** In the body of a POST, in the address of a GET, so that caches can keep the answer. */
const documentIdOf = (params: object, { method, url }: Request): unknown =>
  method === 'GET'
    ? (new URL(url).searchParams.get('documentId') ?? undefined)
    : (params as { documentId?: unknown }).documentId;

/**
 * Puts the query in the place of `documentId` before anything is weighed. Refuses an unknown hash, a hash beside a
 * query, and, where `onlyTrusted`, a query from a browser with a session.
 */
export function trustedDocuments(documents: TrustedDocuments, onlyTrusted: boolean): Plugin {
  return {
    onParams({ params, request }) {
      const documentId = documentIdOf(params, request);
      if (documentId === undefined) {
        const hasSession = request.headers.get('cookie')?.includes(`${sessionCookie}=`) ?? false;
        if (onlyTrusted && hasSession && !request.headers.has('authorization'))
          throw forbidden(
            'A browser with a session asks by documentId. Use a key for queries of your own (see "Signing in").',
          );
        return;
      }
      const query = typeof documentId === 'string' ? documents.get(documentId) : undefined;
      if (query === undefined || params.query !== undefined)
        throw badInput([
          {
            field: 'documentId',
            message:
              'documentId is not an operation of this version of the web app, or stands beside a query. Reload the page.',
          },
        ]);
      // In place: what was weighed is remembered by this object.
      params.query = query;
    },
  };
}
