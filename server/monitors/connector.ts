// The road of every import: discover → fetch → parse → check → stage → publish. A connector says how the first three go;
// checking, staging and publishing are the same for all.
import type { Db, ReadDb } from '../db/client.ts';
import type { Corrections } from './corrections.ts';
import { type RunOptions, type RunOutcome, runEditions } from './run.ts';
import type { ParsedEdition } from './table.ts';

/** Called while something long goes on. */
export interface Watch {
  readonly onFetch?: (done: number, total: number | undefined) => void;
  readonly onRow?: (done: number) => void;
}

/** What a parser is told beside the request. */
export interface ParseOptions extends Watch {
  /** Of a person who replays an import. */
  readonly corrections?: Corrections | undefined;
}

/** One way in which figures reach us; a request is plain data, so that it can be kept and repeated. */
export interface Connector<Request> {
  /** Kept with an edition, to find the connector again. */
  readonly name: string;
  /** Settles what is meant: which file or table, which gemeente. Refuses what cannot be told. */
  readonly discover: (db: ReadDb, request: Request) => Promise<Request>;
  /** Brings it to this machine: the path of a file or folder, and what to do when all is done with it. */
  readonly fetch: (db: Db, request: Request, watch: Watch) => Promise<Fetched>;
  /** Reads what was fetched; touches nothing. */
  readonly parse: (
    db: ReadDb,
    path: string,
    request: Request,
    options: ParseOptions,
  ) => Promise<ParsedEdition[]>;
  /** Path to parse among the files that were kept, restored to a folder: the first file, or the folder. */
  readonly restored: 'FILE' | 'FOLDER';
}

export interface Fetched {
  readonly path: string;
  /** Throws away what was kept only for this import; called once it has been staged. */
  readonly finish?: (tx: Db) => Promise<void>;
  /** Called however it ends. */
  readonly close?: () => Promise<void>;
}

/** Takes one request through all stages; nothing is changed when one of them fails. */
export async function importFrom<Request>(
  db: Db,
  connector: Connector<Request>,
  request: Request,
  options: RunOptions & Watch,
): Promise<RunOutcome[]> {
  const settled = await connector.discover(db, request);
  const fetched = await connector.fetch(db, settled, options);
  try {
    const parsed = await connector.parse(db, fetched.path, settled, options);
    return await runEditions(db, parsed, {
      ...options,
      request: { connector: connector.name, request: settled },
      ...(fetched.finish ? { finish: fetched.finish } : {}),
    });
  } finally {
    await fetched.close?.();
  }
}
