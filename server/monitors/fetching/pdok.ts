// Fetches borders from the OGC API Features of PDOK (domain chapter 3): pages by their next link, kept like those of CBS.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../../db/client.ts';
import { FaultyAnswer, type JsonDocument } from './answer.ts';
import { type Download, openDownload } from './download.ts';
import type { FetchSettings } from './settings.ts';

/** Collections of the API, by level. */
export const collections = ['gemeenten', 'wijken', 'buurten'] as const;

export interface PdokRequest {
  readonly collection: (typeof collections)[number];
  readonly year: number;
}

/** The pages as GeoJSON files in a folder, in their order. */
export async function downloadShapes(
  db: Db,
  { collection, year }: PdokRequest,
  settings: FetchSettings,
  onPage: (done: number) => void,
): Promise<Pick<Download, 'forget' | 'close'> & { paths: string[] }> {
  const base = `${settings.addresses.PDOK}/cbs/wijken-en-buurten-${year}/ogc/v1/collections/${collection}/items`;
  let done = 0;
  const download = await openDownload(db, base, '', settings, () => {
    done += 1;
    onPage(done);
  });
  try {
    const seen = new Set<unknown>();
    let url: string | undefined = `${base}?f=json&limit=1000`;
    for (let page = 0; url !== undefined; page += 1) {
      const own: string = url;
      const document = await download.page({
        name: `shapes-${String(page).padStart(4, '0')}`,
        what: `the ${collection} of ${year}`,
        url: own,
        accept: (given) => acceptFeatures(given, seen, page),
      });
      for (const { id } of document.features as Feature[]) if (id !== undefined) seen.add(id);
      url = nextOf(document, own);
    }
  } catch (error) {
    await download.close();
    throw error;
  }
  const paths = readdirSync(download.folder)
    .sort()
    .map((name) => join(download.folder, name));
  return { ...download, paths };
}

interface Feature {
  readonly id?: unknown;
}

function acceptFeatures(given: JsonDocument, seen: ReadonlySet<unknown>, page: number): void {
  if (!Array.isArray(given.features)) throw new FaultyAnswer('an answer without features');
  const features = given.features as Feature[];
  if (page === 0 && features.length === 0) throw new FaultyAnswer('an answer without features');
  if (features.some(({ id }) => id !== undefined && seen.has(id))) {
    throw new FaultyAnswer('features that an earlier page gave already');
  }
}

/** The next page at the same address: a mirror may hand on links of the service it copies. */
function nextOf(document: JsonDocument, url: string): string | undefined {
  const links = Array.isArray(document.links) ? (document.links as JsonDocument[]) : [];
  const next = links.find((link) => link.rel === 'next')?.href;
  if (typeof next !== 'string') return undefined;
  const own = new URL(url);
  own.search = new URL(next, url).search;
  return own.href === url ? undefined : own.href;
}
