// The generic csv of figures and of places as connectors.
import type { Connector } from '../connector.ts';
import { type FiguresOptions, parseFigures } from '../generic-figures.ts';
import { parsePlaces } from '../generic-places.ts';
import { readMapping } from '../mapping.ts';

export interface FiguresRequest extends Omit<FiguresOptions, 'onRow' | 'corrections'> {
  readonly path: string;
  /** File that holds the mapping; read once, so that a replay has the mapping of then. */
  readonly mappingPath?: string | undefined;
}

/** `indicator,place,year,period,value,state,…`, or any csv with a mapping: one edition per division year. */
export const figuresCsv: Connector<FiguresRequest> = {
  name: 'figures',
  restored: 'FILE',
  discover: async (_db, { mappingPath, ...request }) =>
    mappingPath === undefined ? request : { ...request, mapping: await readMapping(mappingPath) },
  fetch: async (_db, { path }) => ({ path }),
  parse: (db, path, { path: _path, ...request }, { onRow, corrections }) =>
    parseFigures(db, path, { ...request, corrections, ...(onRow ? { onRow } : {}) }),
};

/** `code,name,level,parent,year,population`: one edition per division year. */
export const placesCsv: Connector<{ readonly path: string }> = {
  name: 'places',
  restored: 'FILE',
  discover: async (_db, request) => request,
  fetch: async (_db, { path }) => ({ path }),
  parse: (db, path, _request, { corrections }) => parsePlaces(db, path, corrections),
};
