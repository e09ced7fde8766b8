// Fetches borders from PDOK (domain chapter 3), by OGC API Features or by WFS; pages are kept like those of CBS.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../../db/client.ts';
import { conflict } from '../../errors.ts';
import { FaultyAnswer, type JsonDocument } from './answer.ts';
import { type Download, openDownload } from './download.ts';
import type { FetchSettings } from './settings.ts';

/** Collections of the API, by level. */
export const collections = ['gemeenten', 'wijken', 'buurten'] as const;

/** OGC: API Features, pages by their next link. WFS: pages by number, for services and mirrors that have no other. */
export const services = ['ogc', 'wfs'] as const;
/** Coordinates to ask of a WFS; RD New is converted when it is imported. */
export const coordinateSystems = ['rd', 'wgs84'] as const;

export interface PdokRequest {
  readonly collection: (typeof collections)[number];
  readonly year: number;
  /** Default: ogc. */
  readonly service?: (typeof services)[number] | undefined;
  /** For wfs; default: rd, whose axes nobody swaps. */
  readonly crs?: (typeof coordinateSystems)[number] | undefined;
}

/** How the pages of one service follow each other. */
interface Paging {
  readonly first: string;
  /** The address after this page; undefined: it was the last. `count`: features so far. */
  readonly next: (document: JsonDocument, url: string, count: number) => string | undefined;
}

/** The pages as GeoJSON files in a folder, in their order. */
export async function downloadShapes(
  db: Db,
  request: PdokRequest,
  settings: FetchSettings,
  onPage: (done: number) => void,
): Promise<Pick<Download, 'forget' | 'close'> & { paths: string[] }> {
  const { collection, year } = request;
  const { first, next } =
    request.service === 'wfs' ? wfs(request, settings) : ogc(request, settings);
  let done = 0;
  const download = await openDownload(db, first, '', settings, () => {
    done += 1;
    onPage(done);
  });
  try {
    const seen = new Set<unknown>();
    const totals = new Set<number>();
    let url: string | undefined = first;
    let count = 0;
    for (let page = 0; url !== undefined; page += 1) {
      const own: string = url;
      const document = await download.page({
        name: `shapes-${String(page).padStart(4, '0')}`,
        what: `the ${collection} of ${year}`,
        url: own,
        accept: (given) => acceptFeatures(given, seen, { page, count }),
      });
      const features = document.features as Feature[];
      if (typeof document.numberMatched === 'number') totals.add(document.numberMatched);
      for (const { id } of features) if (id !== undefined) seen.add(id);
      count += features.length;
      url = next(document, own, count);
    }
    await refuseIncomplete(db, download, request, { totals, count });
  } catch (error) {
    await download.close();
    throw error;
  }
  const paths = readdirSync(download.folder)
    .sort()
    .map((name) => join(download.folder, name));
  return { ...download, paths };
}

/** What a service said of the whole must be what came, on every page; kept pages of two states are thrown away. */
async function refuseIncomplete(
  db: Db,
  download: Download,
  { collection, year }: PdokRequest,
  { totals, count }: { readonly totals: ReadonlySet<number>; readonly count: number },
): Promise<void> {
  if (totals.size === 0 || (totals.size === 1 && totals.has(count))) return;
  await download.forget(db);
  throw conflict(
    `The ${collection} of ${year} changed while they were fetched: ${count} came, of ${[...totals].join(' or ')}. Nothing was` +
      ' changed; give the same command again.',
  );
}

const featuresPerPage = 1000;

function ogc({ collection, year }: PdokRequest, { addresses }: FetchSettings): Paging {
  const base = `${addresses.PDOK}/cbs/wijken-en-buurten-${year}/ogc/v1/collections/${collection}/items`;
  return { first: `${base}?f=json&limit=${featuresPerPage}`, next: nextOf };
}

/** No filter in the address: CQL_FILTER is reported not to work (domain chapter 3), so all features come. */
function wfs({ collection, year, crs }: PdokRequest, { addresses }: FetchSettings): Paging {
  const at = (startIndex: number) =>
    `${addresses.PDOK_WFS}/cbs/wijkenbuurten/${year}/wfs/v1_0?${new URLSearchParams({
      ...{ service: 'WFS', version: '2.0.0', request: 'GetFeature' },
      ...{ typeNames: `wijkenbuurten:${collection}`, outputFormat: 'application/json' },
      srsName: crs === 'wgs84' ? 'EPSG:4326' : 'EPSG:28992',
      ...{ count: String(featuresPerPage), startIndex: String(startIndex) },
    })}`;
  return {
    first: at(0),
    next: (document, _url, count) => {
      const total = document.numberMatched;
      const here = (document.features as Feature[]).length;
      const isLast = typeof total === 'number' ? count >= total : here < featuresPerPage;
      return isLast || here === 0 ? undefined : at(count);
    },
  };
}

interface Feature {
  readonly id?: unknown;
}

function acceptFeatures(
  given: JsonDocument,
  seen: ReadonlySet<unknown>,
  { page, count }: { readonly page: number; readonly count: number },
): void {
  if (!Array.isArray(given.features)) throw new FaultyAnswer('an answer without features');
  const features = given.features as Feature[];
  if (page === 0 && features.length === 0) throw new FaultyAnswer('an answer without features');
  const { numberMatched: total } = given;
  if (features.length === 0 && typeof total === 'number' && count < total)
    throw new FaultyAnswer(`no features where ${total - count} were still to come`);
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
