// The catalogue for browsers, which search it offline as one types. Its address holds the hash of its content, so it may
// be kept for ever; `catalogue.json` leads to the address of now.
import express from 'express';
import type { ReadDb } from '../db/client.ts';
import { hashOfCatalogue, packedCatalogue } from './kept-catalogue.ts';

/** Answers `GET /catalogue.json` and `GET /catalogue-<hash>.json`; everything in them is public. */
export function searchRoutes(db: ReadDb): express.Router {
  const router = express.Router();
  router.get('/catalogue.json', async (_request, response) => {
    const hash = await hashOfCatalogue(db);
    response.set('Cache-Control', 'no-cache').redirect(302, `/search/catalogue-${hash}.json`);
  });
  router.get('/catalogue-:hash.json', async (request, response) => {
    const { hash, packed } = await packedCatalogue(db);
    if (request.params.hash !== hash) {
      response.status(404).set('Cache-Control', 'no-store').type('text/plain');
      response.send('This catalogue was replaced. The one of now: /search/catalogue.json');
      return;
    }
    response.vary('Accept-Encoding').set({
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Type': 'application/json; charset=utf-8',
    });
    const asked = request.acceptsEncodings(['br', 'gzip', 'identity']);
    const encoding = asked === 'br' || asked === 'gzip' ? asked : 'identity';
    // Each encoding is a representation of its own.
    const etag = `"${hash}-${encoding}"`;
    response.set('ETag', etag);
    if (request.get('if-none-match')?.includes(etag)) {
      response.status(304).end();
      return;
    }
    if (encoding !== 'identity') response.set('Content-Encoding', encoding);
    response.send(Buffer.from(packed[encoding]));
  });
  return router;
}
