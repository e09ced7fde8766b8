// Serves the built pages from our own origin only: the web app under each of its addresses, and GraphiQL. Text travels
// packed, as the build left it beside each file.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import express from 'express';

export interface PageSettings {
  /** Folder that the build of the client filled. */
  readonly folder: string;
  /** False: /graphiql/ is not served; its editor needs inline styles. */
  readonly hasApiPage: boolean;
  /** Look for a gemeente, or for who asks for none: a file of client/themes. */
  readonly lookOf: (gemeente: string | undefined) => Promise<string>;
}

const hashedName = /-[0-9a-zA-Z_-]{8}\.\w+$/;

/** Serves a folder of built pages; hashed names are cached, the rest is asked for anew. */
export function servePages(app: express.Express, { folder, hasApiPage, lookOf }: PageSettings) {
  if (!hasApiPage) {
    app.use('/graphiql', (_request, response) => {
      response
        .status(404)
        .type('text/plain')
        .send('The API page is there in demo and development mode. The schema: /schema.graphql');
    });
  }
  const send = packedSender(folder);
  app.get('/theme.css', async (request, response) => {
    const { gemeente } = request.query;
    const look = await lookOf(typeof gemeente === 'string' ? gemeente : undefined);
    send(request, response, `themes/${look}.css`);
  });
  const known = readKnownPages(folder);
  app.get(/^\/(?:([a-z]+)(\/[\w-]+)?)?$/, (request, response, next) => {
    const part = request.params[0] ?? '';
    if (!known.has(part)) return next();
    send(request, response, `pages/${part || 'start'}.html`);
  });
  app.use((request, response, next) => {
    const file = request.path.slice(1);
    if (!send.isPacked(file)) return next();
    send(request, response, file);
  });
  app.use(
    express.static(folder, {
      extensions: ['html'],
      setHeaders: (response, path) => response.set('Cache-Control', caching(path)),
    }),
  );
}

const caching = (path: string) =>
  hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

const encodings = { br: '.br', gzip: '.gz' } as const;

/** Sends a file of the folder, packed where the build packed it and the browser takes that. */
function packedSender(folder: string) {
  // Once: nothing of an address ever reaches the file system by way of this list.
  const packed = new Set(
    (existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]) : [])
      .filter((name) => name.endsWith('.br'))
      .map((name) => name.slice(0, -'.br'.length).split(sep).join('/')),
  );
  const send = (request: express.Request, response: express.Response, file: string) => {
    const headers: Record<string, string> = { 'Cache-Control': caching(file) };
    let sent = file;
    if (packed.has(file)) {
      response.vary('Accept-Encoding').type(file.slice(file.lastIndexOf('.')));
      const encoding = request.acceptsEncodings(['br', 'gzip', 'identity']);
      if (encoding === 'br' || encoding === 'gzip') {
        headers['Content-Encoding'] = encoding;
        sent = file + encodings[encoding];
      }
    }
    response.sendFile(join(folder, sent), { cacheControl: false, headers });
  };
  return Object.assign(send, { isPacked: (file: string) => packed.has(file) });
}

/** First parts of the addresses of the app, as the build wrote them down; none without a build. */
function readKnownPages(folder: string): ReadonlySet<string> {
  const file = join(folder, 'pages.json');
  return new Set(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []);
}
