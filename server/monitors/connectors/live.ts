// Tables fetched from the services of CBS and RIVM, OData v3 or v4.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { badInput } from '../../errors.ts';
import { checkPlaceCode } from '../../places/codes.ts';
import type { PackedPlaces } from '../../places/packed-places.ts';
import type { Connector } from '../connector.ts';
import { describeTable } from '../descriptions/all.ts';
import { type Downloaded, downloadV3, type PlaceTitle } from '../fetching/odata-v3.ts';
import { downloadV4 } from '../fetching/odata-v4.ts';
import type { FetchSettings } from '../fetching/settings.ts';
import { type OdataV3Set, openOdataV3 } from '../forms/odata-v3.ts';
import { openOdataV4 } from '../forms/odata-v4.ts';
import { country, settleDivision } from '../national.ts';
import { parseTable } from '../parse-table.ts';
import { pickGemeente } from '../saved-files.ts';

export interface LiveRequest {
  readonly tableId: string;
  readonly version: 'v3' | 'v4';
  /** Code, name or alias; looked up in the list of places of the table itself. */
  readonly gemeente?: string | undefined;
}

/** Fetches whole tables or one gemeente; goes on where an earlier attempt was broken off. */
export const liveTable = (settings: FetchSettings): Connector<LiveRequest> => ({
  name: 'live',
  restored: 'FOLDER',
  discover: async (_db, request) => request,
  fetch: async (db, request, { onFetch }) => {
    const done = await download(request);
    return { path: done.folder, finish: done.forget, close: done.close };

    function download({ tableId, version, gemeente }: LiveRequest): Promise<Downloaded> {
      const description = describeTable(tableId, '')?.description;
      const chooseGemeente =
        gemeente === undefined
          ? undefined
          : (places: readonly PlaceTitle[]) => pick(gemeente, places);
      const { dimensions = [], isNational = false } = description ?? {};
      if (isNational && gemeente !== undefined) {
        const message = `${tableId} is about the whole country only: leave --gemeente out.`;
        throw badInput([{ field: 'gemeente', message }]);
      }
      const scope = gemeente ?? country.code;
      const common = { tableId, chooseGemeente, scope, dimensions, isNational };
      const tell = onFetch ?? (() => {});
      const { addresses } = settings;
      if (version === 'v4') {
        return downloadV4(db, { ...common, address: addresses.CBS4 }, settings, tell);
      }
      const address = addresses[description?.service ?? 'CBS'];
      const dataSet = description?.dataSet ?? 'TypedDataSet';
      return downloadV3(db, { ...common, address, dataSet }, settings, tell);
    }
  },
  parse: async (db, path, { version, gemeente }, { onRow, corrections }) => {
    const opened =
      version === 'v4'
        ? await openOdataV4(path, gemeente === undefined ? { isWhole: true } : {})
        : await openOdataV3(fetchedSet(path));
    const code = gemeente === undefined ? undefined : pick(gemeente, titlesOf(opened.names));
    const read = { gemeente: code, corrections, ...(onRow ? { onRow } : {}) };
    return [await settleDivision(db, await parseTable(opened, read))];
  },
});

const titlesOf = (names: PackedPlaces | undefined): PlaceTitle[] =>
  [...(names ?? [])].map(({ code, name: title }) => ({ code, title }));

const pick = (gemeente: string, places: readonly PlaceTitle[]) =>
  pickGemeente(
    gemeente,
    places.flatMap(({ code, title }) =>
      checkPlaceCode(code) === 'GEMEENTE' ? [[code, title] as const] : [],
    ),
  );

/** The pages of a live import in a folder, in the order in which they belong. */
function fetchedSet(folder: string): OdataV3Set {
  const names = readdirSync(folder).sort();
  const pages = (set: string) =>
    names
      .filter((name) => name === `${set}.json` || name.startsWith(`${set}-`))
      .map((name) => join(folder, name));
  const dataSet = ['TypedDataSet', 'UntypedDataSet'].flatMap(pages);
  return {
    dataSet,
    properties: join(folder, 'DataProperties.json'),
    infos: join(folder, 'TableInfos.json'),
    places: pages,
    codes: pages,
  };
}
