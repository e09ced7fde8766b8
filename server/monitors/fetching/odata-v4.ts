// Fetches a CBS OData v4 table (domain 6.2): lists of codes and observations, page after page by the next link.

import type { Db } from '../../db/client.ts';
import { badInput, conflict } from '../../errors.ts';
import { checkPlaceCode } from '../../places/codes.ts';
import type { DimensionDescription } from '../descriptions/description.ts';
import type { OpenedDimension } from '../opened-table.ts';
import {
  FaultyAnswer,
  fetchAnswer,
  type JsonDocument,
  SourceFailed,
  sourceFailed,
} from './answer.ts';
import { checksumOf, type Download, openDownload } from './download.ts';
import { bothOf, filterNewest } from './newest-periods.ts';
import type { Downloaded, PlaceTitle } from './odata-v3.ts';
import type { FetchSettings } from './settings.ts';

export interface V4Request {
  /** Address of the service, without the table. */
  readonly address: string;
  readonly tableId: string;
  readonly chooseGemeente: ((places: readonly PlaceTitle[]) => string) | undefined;
  readonly scope: string;
  /** How the dimensions beside the place are read: which periods are not wanted. */
  readonly dimensions: readonly DimensionDescription[];
  /** The table has no places. */
  readonly isNational: boolean;
}

const ROUNDS = 3;
type Entry = Readonly<Record<string, unknown>>;

/** Fetches the table whole and unchanged; throws CONFLICT when the source does not give it. */
export async function downloadV4(
  db: Db,
  request: V4Request,
  settings: FetchSettings,
  onPage: (done: number, total: number | undefined) => void,
): Promise<Downloaded> {
  for (let round = 1; ; round += 1) {
    const before = await fetchMark(request, settings);
    const key = [request.address, request.tableId, 'v4', request.scope].join(' ');
    let done = 0;
    const download = await openDownload(db, key, before, settings, () => {
      done += 1;
      onPage(done, undefined);
    });
    try {
      const gemeente = await fetchAll(download, request);
      if ((await fetchMark(request, settings)) === before) return { ...download, gemeente };
    } catch (error) {
      await download.close();
      const after = await fetchMark(request, settings).catch(() => before);
      if (round >= ROUNDS || after === before) throw error;
      continue;
    }
    await download.close();
    if (round >= ROUNDS) {
      throw conflict(
        `${request.tableId} kept changing at the source while it was fetched. Nothing was changed; try again later.`,
      );
    }
  }
}

async function fetchMark(request: V4Request, settings: FetchSettings): Promise<string> {
  const url = `${request.address}/${request.tableId}/Properties`;
  try {
    const { document } = await fetchAnswer(url, settings, needIdentifier);
    return JSON.stringify(
      ['Identifier', 'Modified', 'Version', 'ObservationsModified', 'ObservationCount'].map(
        (name) => document[name] ?? null,
      ),
    );
  } catch (error) {
    if (error instanceof SourceFailed) throw sourceFailed('Properties', url, error);
    throw error;
  }
}

function needIdentifier(document: JsonDocument): void {
  if (typeof document.Identifier !== 'string') throw new FaultyAnswer('Properties without a table');
}

async function fetchAll(download: Download, request: V4Request): Promise<string | undefined> {
  const base = `${request.address}/${request.tableId}`;
  await download.page({
    name: 'Properties',
    what: 'Properties',
    url: `${base}/Properties`,
    accept: needIdentifier,
  });
  const list = (name: string, url: string, what: string, key: string, mayBeEmpty = false) =>
    followLinks(download, { name, url: `${base}/${url}`, what, key, mayBeEmpty });
  const dimensions = await list('Dimensions', 'Dimensions', 'Dimensions', 'Identifier');
  await list('MeasureCodes', 'MeasureCodes', 'MeasureCodes', 'Identifier');
  await list('MeasureGroups', 'MeasureGroups', 'MeasureGroups', 'Id', true);
  const geo = dimensions.find((dimension) => /^Geo/.test(String(dimension.Kind)));
  if (!geo && !request.isNational) {
    const message = `${request.tableId} has no places (GeoDetail): it cannot be imported.`;
    throw badInput([{ field: 'table', message }]);
  }
  let places: PlaceTitle[] = [];
  const others: OpenedDimension[] = [];
  for (const { Identifier } of dimensions) {
    const codes = await list(
      `${Identifier}Codes`,
      `${Identifier}Codes`,
      `${Identifier}Codes`,
      'Identifier',
    );
    if (Identifier === geo?.Identifier) {
      places = codes.map((code) => ({
        code: String(code.Identifier).trim(),
        title: String(code.Title ?? '').trim(),
      }));
    } else {
      const titles = codes.map((code) => [String(code.Identifier).trim(), ''] as const);
      others.push({ name: String(Identifier), at: -1, titles: new Map(titles) });
    }
  }
  const gemeente = request.chooseGemeente?.(places);
  if (gemeente !== undefined && !places.some(({ code }) => code === gemeente)) {
    const message = `${request.tableId} has no figures of ${gemeente}.`;
    throw badInput([{ field: 'gemeente', message }]);
  }
  const periods = filterNewest(others, request.dimensions);
  const choice = periods === '' ? '' : `-${checksumOf(periods).slice(0, 8)}`;
  for (const place of filtersOf(places, gemeente, String(geo?.Identifier))) {
    const filter = bothOf(place, periods);
    const query = filter === '' ? '' : `?$filter=${encodeURIComponent(filter)}`;
    const name = `Observations${place === '' ? '' : `-${/'(\w+)'/.exec(place)?.[1]}`}${choice}`;
    await list(name, `Observations${query}`, 'Observations', 'Id', true);
  }
  return gemeente;
}

/** The whole table at once, or the rows of one gemeente and, to see which columns are filled, of the country. */
function filtersOf(places: readonly PlaceTitle[], gemeente: string | undefined, key: string) {
  if (gemeente === undefined) return [''];
  const digits = gemeente.slice(2);
  const has = (start: string) => places.some(({ code }) => code.startsWith(start));
  return [
    ...places.flatMap(({ code }) =>
      checkPlaceCode(code) === 'COUNTRY' ? [`${key} eq '${code}'`] : [],
    ),
    `${key} eq '${gemeente}'`,
    ...[`WK${digits}`, `BU${digits}`].filter(has).map((start) => `startswith(${key},'${start}')`),
  ];
}

interface List {
  readonly name: string;
  readonly url: string;
  readonly what: string;
  /** Field that no two rows share. */
  readonly key: string;
  readonly mayBeEmpty: boolean;
}

async function followLinks(download: Download, list: List): Promise<Entry[]> {
  const rows: Entry[] = [];
  const seen = new Set<unknown>();
  let url: string | undefined = list.url;
  for (let page = 0; url !== undefined; page += 1) {
    const own: string = url;
    const document = await download.page({
      name: `${list.name}-${String(page).padStart(5, '0')}`,
      what: list.what,
      url: own,
      accept: (given) => acceptRows(given, list, seen, page),
    });
    const given = document.value as Entry[];
    for (const row of given) seen.add(row[list.key]);
    // Observations are many: they are read from their files later.
    if (list.what !== 'Observations') rows.push(...given);
    url = nextOf(document, own);
  }
  return rows;
}

function acceptRows(given: JsonDocument, list: List, seen: ReadonlySet<unknown>, page: number) {
  if (!Array.isArray(given.value)) throw new FaultyAnswer('an answer without rows');
  const keys = (given.value as Entry[]).map((row) => row[list.key]);
  if (keys.length === 0 && page === 0 && !list.mayBeEmpty) {
    throw new FaultyAnswer('an answer without rows');
  }
  if (keys.some((key) => key === undefined || seen.has(key)) || new Set(keys).size < keys.length) {
    throw new FaultyAnswer('rows that an earlier page gave already');
  }
}

/** The next page at the same address: a mirror may hand on links of the service it copies. */
function nextOf(document: JsonDocument, url: string): string | undefined {
  const link = document['@odata.nextLink'];
  if (typeof link !== 'string' || link === '') return undefined;
  const next = new URL(link, url);
  const own = new URL(url);
  own.search = next.search;
  return own.href;
}
