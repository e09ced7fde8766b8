// Fetches a CBS OData v3 table (domain 6.1): split per gemeente and paged, because a query above 10,000 fails; the state
// of the table is asked again at the end, because a table may change while it is fetched.

import type { Db } from '../../db/client.ts';
import { badInput, conflict } from '../../errors.ts';
import { checkPlaceCode, gemeenteOf, tidyPlaceCode } from '../../places/codes.ts';
import type { DimensionDescription } from '../descriptions/description.ts';
import { country } from '../national.ts';
import type { OpenedDimension } from '../opened-table.ts';
import { fetchAnswer, type JsonDocument, SourceFailed, sourceFailed } from './answer.ts';
import { checksumOf, type Download, openDownload } from './download.ts';
import { bothOf, filterNewest } from './newest-periods.ts';
import {
  acceptRows,
  needColumns,
  needIdentifier,
  needUnique,
  placeOf,
  type RowCheck,
  refuseRepeats,
  rowsOf,
  typeOf,
} from './odata-v3-answers.ts';
import type { FetchSettings } from './settings.ts';

export interface V3Request {
  /** Address of the service, without the table. */
  readonly address: string;
  readonly tableId: string;
  readonly dataSet: 'TypedDataSet' | 'UntypedDataSet';
  /** Picks the gemeente from the list of places; undefined: the whole country. */
  readonly chooseGemeente: ((places: readonly PlaceTitle[]) => string) | undefined;
  /** Tells one request from another in the store. */
  readonly scope: string;
  /** How the dimensions beside the place are read: which periods are not wanted. */
  readonly dimensions: readonly DimensionDescription[];
  /** The table has no places: every row is about the country. */
  readonly isNational: boolean;
}

export interface PlaceTitle {
  readonly code: string;
  readonly title: string;
}

export interface Downloaded extends Pick<Download, 'folder' | 'forget' | 'close'> {
  readonly gemeente: string | undefined;
}

/** CBS words the limit as 10,000 cells; another reading is 10,000 records. This keeps both. */
const MOST_CELLS = 10_000;
const ROUNDS = 3;

/** Fetches the table whole and unchanged; throws CONFLICT when the source does not give it. */
export async function downloadV3(
  db: Db,
  request: V3Request,
  settings: FetchSettings,
  onPage: (done: number, total: number | undefined) => void,
): Promise<Downloaded> {
  for (let round = 1; ; round += 1) {
    const before = await fetchMark(request, settings);
    const key = [request.address, request.tableId, request.dataSet, request.scope].join(' ');
    let done = 0;
    let total: number | undefined;
    const download = await openDownload(db, key, before, settings, () => {
      done += 1;
      onPage(done, total === undefined ? undefined : Math.max(total, done));
    });
    try {
      const gemeente = await fetchAll(download, request, (pages) => {
        total = pages;
      });
      if ((await fetchMark(request, settings)) === before) return { ...download, gemeente };
    } catch (error) {
      await download.close();
      // A table that changes under way gives pages that do not fit each other: begin again if that is why.
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

const urlOf = ({ address, tableId }: V3Request, set: string, query = '') =>
  `${address}/${tableId}/${set}?$format=json${query}`;

/** Everything by which the source shows that a table is another than before. */
async function fetchMark(request: V3Request, settings: FetchSettings): Promise<string> {
  const url = urlOf(request, 'TableInfos');
  try {
    const { document } = await fetchAnswer(url, settings, needIdentifier);
    const [info = {}] = rowsOf(document);
    return JSON.stringify(
      ['Identifier', 'Updated', 'Modified', 'MetaDataModified', 'RecordCount', 'ColumnCount'].map(
        (name) => info[name] ?? null,
      ),
    );
  } catch (error) {
    if (error instanceof SourceFailed) throw sourceFailed('TableInfos', url, error);
    throw error;
  }
}

async function fetchAll(
  download: Download,
  request: V3Request,
  tell: (pages: number) => void,
): Promise<string | undefined> {
  const get = async (set: string, accept: (document: JsonDocument) => void) =>
    rowsOf(await download.page({ name: set, what: set, url: urlOf(request, set), accept }));
  await get('TableInfos', needIdentifier);
  const properties = await get('DataProperties', needColumns);
  const regionKey = request.isNational
    ? ''
    : String(
        properties.find((entry) => /Geo(Detail|Dimension)$/.test(typeOf(entry)))?.Key ??
          'WijkenEnBuurten',
      );
  const places = request.isNational
    ? [{ code: country.code, title: country.name }]
    : await fetchPlaces(download, request, regionKey);
  const others = properties.filter((entry) => /(^|\.)(Time)?Dimension$/.test(typeOf(entry)));
  const lists: OpenedDimension[] = [];
  for (const { Key: name } of others) {
    const codes = await get(String(name), needUnique('Key'));
    const titles = new Map(codes.map(({ Key, Title }) => [String(Key).trim(), String(Title)]));
    lists.push({ name: String(name), at: -1, titles });
  }
  let periods = filterNewest(lists, request.dimensions);
  const keys = new Set([
    'ID',
    ...properties.map((entry) => String(entry.Key ?? '')).filter((key) => key !== ''),
  ]);
  const gemeente = request.chooseGemeente?.(places);
  const parts = partsOf(places, gemeente);
  if (gemeente !== undefined && !places.some(({ code }) => code === gemeente)) {
    const message = `${request.tableId} has no figures of ${gemeente}.`;
    throw badInput([{ field: 'gemeente', message }]);
  }
  const pageSize = Math.max(1, Math.floor(MOST_CELLS / keys.size));
  tell(3 + others.length + parts.reduce((n, part) => n + Math.ceil((part.size + 1) / pageSize), 0));
  const rows: RowCheck = { keys, regionKey, seen: new Map(), places: new Set() };
  let number = 0;
  const fetchNext = (part: Part, periods: string) =>
    fetchPart(download, request, { ...part, periods, number: number++, pageSize, regionKey }, rows);
  for (const part of parts) periods = await fetchNext(part, periods);
  // A place without any of the newest periods may have older ones.
  if (periods !== '') {
    for (const code of absentPlaces(parts, rows)) await fetchNext(partOf(code, [code]), '');
  }
  refuseGaps(request, absentPlaces(parts, rows));
  return gemeente;
}

const PLACES_PER_PAGE = 2000;

/** The list of places is long itself: paged, and whole when a page is not full. */
async function fetchPlaces(
  download: Download,
  request: V3Request,
  regionKey: string,
): Promise<PlaceTitle[]> {
  const places: PlaceTitle[] = [];
  const seen = new Map<string, number>();
  for (let skip = 0; ; skip += PLACES_PER_PAGE) {
    const document = await download.page({
      name: `${regionKey}-${String(skip).padStart(6, '0')}`,
      what: 'the list of places',
      url: urlOf(request, regionKey, `&$top=${PLACES_PER_PAGE}&$skip=${skip}`),
      accept: (given) => {
        if (skip === 0 || rowsOf(given).length > 0) needUnique('Key')(given);
        refuseRepeats(
          rowsOf(given).map(({ Key }) => String(Key)),
          seen,
          skip,
        );
      },
    });
    const page = rowsOf(document);
    for (const { Key, Title } of page) {
      seen.set(String(Key), skip);
      places.push({ code: tidyPlaceCode(String(Key)), title: String(Title ?? '').trim() });
    }
    if (page.length < PLACES_PER_PAGE) return places;
  }
}

interface Part {
  readonly filter: string;
  readonly codes: readonly string[];
  readonly size: number;
}

/** One query per gemeente and level; the country comes along, because it shows which columns are filled at all. */
function partsOf(places: readonly PlaceTitle[], gemeente: string | undefined): Part[] {
  const groups = new Map<string, string[]>();
  for (const { code } of places) {
    const level = checkPlaceCode(code);
    if (!level || (gemeente && level !== 'COUNTRY' && gemeenteOf(code) !== gemeente)) continue;
    const isOne = level === 'COUNTRY' || level === 'GEMEENTE';
    const start = isOne ? code : `${code.slice(0, 2)}${gemeenteOf(code).slice(2)}`;
    groups.set(start, [...(groups.get(start) ?? []), code]);
  }
  return [...groups].map(([start, codes]) => partOf(start, codes));
}

const partOf = (start: string, codes: readonly string[]): Part => ({
  filter:
    /^(WK|BU)/.test(start) && !codes.includes(start)
      ? `startswith({place},'${start}')`
      : // Only the padded code is found.
        `{place} eq '${start.padEnd(10)}'`,
  codes,
  size: codes.length,
});

/** The periods that were asked for: those that were wanted, or all. */
async function fetchPart(
  download: Download,
  request: V3Request,
  part: Part & { periods: string; number: number; pageSize: number; regionKey: string },
  rows: RowCheck,
): Promise<string> {
  const place = part.regionKey === '' ? '' : part.filter.replace('{place}', part.regionKey);
  const both = bothOf(place, part.periods);
  const filter = both === '' ? '' : `&$filter=${encodeURIComponent(both)}`;
  // A kept page of another choice of periods is another page.
  const choice = part.periods === '' ? '' : `-${checksumOf(part.periods).slice(0, 8)}`;
  const codes = new Set(part.codes);
  let top = part.pageSize;
  for (let skip = 0; ; ) {
    const page = part.number * 1e7 + skip;
    const wanted = top;
    let document: JsonDocument;
    try {
      document = await download.page({
        name: `${request.dataSet}-${String(part.number).padStart(5, '0')}-${String(skip).padStart(7, '0')}-${wanted}${choice}`,
        what: `${request.dataSet} of ${part.codes[0]}`,
        url: urlOf(request, request.dataSet, `${filter}&$top=${wanted}&$skip=${skip}`),
        accept: (given) => acceptRows(rowsOf(given), rows, codes, page, wanted),
        leavesFailure: true,
      });
    } catch (error) {
      if (!(error instanceof SourceFailed)) throw error;
      // Too much for one query is a 500 as well: ask for less before giving up.
      if (error.status !== 500 || top <= 5) {
        // A service that does not know this filter on periods gives all of them.
        if (part.periods !== '' && skip === 0 && [400, 500, 501].includes(error.status)) {
          return fetchPart(download, request, { ...part, periods: '' }, rows);
        }
        throw sourceFailed(`${request.dataSet} of ${part.codes[0]}`, request.address, error);
      }
      top = Math.max(1, Math.floor(top / 4));
      continue;
    }
    const given = rowsOf(document);
    for (const row of given) {
      rows.seen.set(String(row.ID), page);
      rows.places.add(placeOf(row, rows.regionKey));
    }
    if (given.length < wanted) return part.periods;
    skip += given.length;
  }
}

const absentPlaces = (parts: readonly Part[], rows: RowCheck) =>
  parts.flatMap(({ codes }) => codes.filter((code) => !rows.places.has(code)));

/** Only complete imports go on: every place of the table's own list has come. */
function refuseGaps({ tableId }: V3Request, absent: readonly string[]): void {
  if (absent.length === 0) return;
  throw conflict(
    `${tableId} came without ${absent.length} of its places (first ${absent[0]}). Nothing was changed; give the same` +
      ' command again.',
  );
}
