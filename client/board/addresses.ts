// Addresses of parts of the board.
import { pathTo } from '../app/paths.ts';

/** The page of one signal on the board. */
export const signalAddress = (code: string, theme: string) =>
  `${pathTo('board')}?wijk=${encodeURIComponent(code)}&thema=${encodeURIComponent(theme)}`;
