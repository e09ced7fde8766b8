// Serves the built pages from our own origin only: the web app under each of its addresses, and GraphiQL.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';

export interface PageSettings {
  /** Folder that the build of the client filled. */
  readonly folder: string;
  /** False: /graphiql/ is not served; its editor needs inline styles. */
  readonly hasApiPage: boolean;
  /** Look of the municipality: a file of client/themes. */
  readonly theme: string;
}

const hashedName = /-[0-9a-zA-Z_-]{8}\.\w+$/;

/** Serves a folder of built pages; hashed names are cached, the rest is asked for anew. */
export function servePages(app: express.Express, { folder, hasApiPage, theme }: PageSettings) {
  if (!hasApiPage) {
    app.use('/graphiql', (_request, response) => {
      response
        .status(404)
        .type('text/plain')
        .send('The API page is there in demo and development mode. The schema: /schema.graphql');
    });
  }
  app.get('/theme.css', (_request, response) => {
    response.sendFile(join(folder, 'themes', `${theme}.css`), {
      cacheControl: false,
      headers: { 'Cache-Control': 'no-cache' },
    });
  });
  app.use(
    express.static(folder, {
      extensions: ['html'],
      setHeaders: (response, path) => {
        response.set(
          'Cache-Control',
          hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    }),
  );
  const known = readKnownPages(folder);
  app.get(/^\/([a-z]+)(\/[\w-]+)?$/, (request, response, next) => {
    if (!known.has(request.params[0] ?? '')) return next();
    response.sendFile(join(folder, 'index.html'), {
      cacheControl: false,
      headers: { 'Cache-Control': 'no-cache' },
    });
  });
}

/** First parts of the addresses of the app, as the build wrote them down; none without a build. */
function readKnownPages(folder: string): ReadonlySet<string> {
  const file = join(folder, 'pages.json');
  return new Set(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []);
}
