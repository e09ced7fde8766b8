// The address of the catalogue of open figures.
import type express from 'express';
import type { ReadDb } from '../db/client.ts';
import { listLiveEditions } from '../figures/indicator-list.ts';
import { catalogueVersion } from '../search/catalogue.ts';
import { catalogueOf } from './dcat.ts';
import { measuredFiles } from './measured.ts';

/** Answers `GET /catalog.jsonld`: public; caches may keep it for an hour. */
export function serveCatalogue(
  app: express.Express,
  db: ReadDb,
  publicUrl: string | undefined,
  clock: () => Date,
): void {
  app.get('/catalog.jsonld', async (request, response) => {
    const address = publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
    const measured = measuredFiles(db, await catalogueVersion(db));
    const editions = await listLiveEditions(db);
    const catalogue = catalogueOf({ editions, address, now: clock(), measured });
    // Without a public address the one of the request stands in it: not for others to get from a cache.
    if (publicUrl) response.set('Cache-Control', 'public, max-age=3600');
    response.type('application/ld+json').send(JSON.stringify(catalogue));
  });
}
