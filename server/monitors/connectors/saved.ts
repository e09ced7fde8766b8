// Files that somebody saved: a CBS table in any of its forms, and the untyped csv of RIVM.
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { ReadDb } from '../../db/client.ts';
import type { Connector } from '../connector.ts';
import { health } from '../descriptions/rivm-health.ts';
import { isV4Folder, openOdataV4 } from '../forms/odata-v4.ts';
import { openUntypedCsv } from '../forms/untyped-csv.ts';
import { settleDivision } from '../national.ts';
import { parseTable } from '../parse-table.ts';
import { findDataFile, openSaved, resolveGemeente } from '../saved-files.ts';

export interface SavedRequest {
  /** A file, or the folder it is in. */
  readonly path: string;
  /** Code, name or alias; a code once it is settled. */
  readonly gemeente?: string | undefined;
  readonly year?: number | undefined;
  readonly tableId?: string | undefined;
}

async function settleGemeente(db: ReadDb, request: SavedRequest): Promise<SavedRequest> {
  if (request.gemeente === undefined) return request;
  return { ...request, gemeente: await resolveGemeente(db, request.gemeente, request.path) };
}

const isFolder = (path: string) =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** A folder, or the first of its files when they were restored. */
const isV4 = (path: string) => isFolder(path) || /^Observations/.test(basename(path));

/** An OData v3 or v4 set, or a csv of the StatLine portal. */
export const savedTable: Connector<SavedRequest> = {
  name: 'saved-table',
  restored: 'FILE',
  discover: async (db, request) => {
    const settled = await settleGemeente(db, request);
    if (isFolder(settled.path) && isV4Folder(readdirSync(settled.path))) return settled;
    return { ...settled, path: findDataFile(settled.path, settled.gemeente) };
  },
  fetch: async (_db, { path }) => ({ path }),
  parse: async (db, path, { gemeente, year, tableId }, { onRow, corrections }) => {
    const opened = isV4(path)
      ? await openOdataV4(isFolder(path) ? path : dirname(path))
      : await openSaved(path, { year, tableId });
    const read = { gemeente, corrections, ...(onRow ? { onRow } : {}) };
    return [await settleDivision(db, await parseTable(opened, read))];
  },
};

/** The UntypedDataSet csv of RIVM's health table. */
export const savedHealth: Connector<SavedRequest> = {
  name: 'saved-health',
  restored: 'FILE',
  discover: settleGemeente,
  fetch: async (_db, { path }) => ({ path }),
  parse: async (_db, path, { gemeente, year, tableId }, { onRow, corrections }) => [
    await parseTable(await openUntypedCsv(path, health, { year, tableId }), {
      gemeente,
      corrections,
      ...(onRow ? { onRow } : {}),
    }),
  ],
};
