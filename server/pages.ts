// Serves the built pages: the start page and GraphiQL, from our own origin only.
import express from 'express';

/**
 * Serves a folder of built pages; hashed names are cached, the rest is asked for anew. The API page is served only
 * where `hasApiPage` says so: its editor needs inline styles.
 */
export function servePages(app: express.Express, folder: string, hasApiPage: boolean): void {
  if (!hasApiPage) {
    app.use('/graphiql', (_request, response) => {
      response
        .status(404)
        .type('text/plain')
        .send('The API page is there in demo and development mode. The schema: /schema.graphql');
    });
  }
  app.use(
    express.static(folder, {
      extensions: ['html'],
      setHeaders: (response, path) => {
        const isHashed = /-[0-9a-zA-Z_-]{8}\.\w+$/.test(path);
        response.set(
          'Cache-Control',
          isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    }),
  );
}
