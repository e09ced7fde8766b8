// The generic figures csv as a connector.
import type { Connector } from '../connector.ts';
import { type FiguresOptions, parseFigures } from '../generic-figures.ts';

export interface FiguresRequest extends Omit<FiguresOptions, 'onRow'> {
  readonly path: string;
}

/** `indicator,place,year,period,value,state,…`: one edition per division year. */
export const figuresCsv: Connector<FiguresRequest> = {
  discover: async (_db, request) => request,
  fetch: async (_db, { path }) => ({ path }),
  parse: (db, path, { path: _path, ...options }, { onRow }) =>
    parseFigures(db, path, { ...options, ...(onRow ? { onRow } : {}) }),
};
