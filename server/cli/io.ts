// What the commands may do to the outside world. cli.ts provides it, tests provide a silent one.

import type { Database } from '../db/client.ts';
import type { FetchSettings } from '../monitors/fetching/settings.ts';

export interface Progress {
  readonly done: number;
  /** Absent: the size is not known beforehand. */
  readonly total?: number;
  /** What is counted: rows, places. */
  readonly unit: string;
  /** What is going on, in a few words. */
  readonly label: string;
}

export interface CliIo {
  /** One block of text for standard output, without the closing line end. */
  out(text: string): void;
  /** Shows how far a long task is; null takes the bar away. */
  progress(state: Progress | null): void;
  readonly isTerminal: boolean;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Where figures are fetched. */
  readonly fetching: FetchSettings;
  /** Opens the database on first use; the caller of the command closes it. */
  database(): Promise<Database>;
}
