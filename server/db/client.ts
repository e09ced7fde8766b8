// The one way to the database. PostgreSQL through `pg` when there is an address; without one the embedded
// PGlite, to which the same `pg` driver speaks its wire protocol (embedded.ts). What differs between
// the two stays in this folder.
import { type SQL, sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { openEmbedded } from './embedded.ts';
import { readFloatArraysFast } from './float-arrays.ts';

readFloatArraysFast();

/** Reads and writes; a transaction fits as well. */
export type Db = Pick<
  NodePgDatabase,
  | 'select'
  | 'selectDistinct'
  | 'selectDistinctOn'
  | '$count'
  | 'with'
  | 'insert'
  | 'update'
  | 'delete'
  | 'execute'
  | 'transaction'
  | '_'
>;

/** Reads only: insert, update and transaction are refused by the compiler. */
export type ReadDb = Pick<
  NodePgDatabase,
  'select' | 'selectDistinct' | 'selectDistinctOn' | '$count' | 'with' | '_'
>;

export interface Database {
  readonly kind: 'postgres' | 'embedded';
  readonly db: Db;
  /** Reads for profiles and maps; a read replica where one is set. */
  readonly readDb: ReadDb;
  /** The driver's own pool, for COPY, LISTEN and benchmarks. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** postgres://… ; undefined: embedded. */
  readonly url?: string | undefined;
  /** Read replica; undefined: the same database. */
  readonly readUrl?: string | undefined;
  /** Folder of the embedded database; ignored with a url. `memory:` keeps nothing. */
  readonly folder: string;
  /** Connections per process on PostgreSQL. */
  readonly poolSize?: number;
  /** Called with the text of each statement that drizzle sends. */
  readonly onStatement?: ((text: string) => void) | undefined;
  /** Dump of an embedded data folder to start from (tests). */
  readonly embeddedDump?: string | undefined;
}

/** Opens the database; refuses an embedded folder that another process holds. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const logger = options.onStatement ? { logQuery: options.onStatement } : false;
  const asDrizzle = (pool: pg.Pool) => drizzle(pool, { casing: 'snake_case', logger });
  if (options.url === undefined) {
    const embedded = await openEmbedded(options.folder, options.embeddedDump);
    const db = asDrizzle(embedded.pool);
    return { kind: 'embedded', db, readDb: db, pool: embedded.pool, close: embedded.close };
  }
  const pool = openPool(options.url, options.poolSize);
  const readPool = options.readUrl ? openPool(options.readUrl, options.poolSize) : pool;
  return {
    kind: 'postgres',
    db: asDrizzle(pool),
    readDb: asDrizzle(readPool),
    pool,
    close: async () => {
      await pool.end();
      if (readPool !== pool) await readPool.end();
    },
  };
}

function openPool(url: string, max = 10): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'wijkbeeld' });
  // An idle connection that the server drops must not end the process; the next query reconnects.
  pool.on('error', () => {});
  return pool;
}

/**
 * Rows of a hand-written statement, prepared once per connection under its name. The name must belong to
 * exactly one text. Rows come as the driver gives them: snake_case columns, bigint as text.
 */
export async function namedRows<Row>(db: ReadDb, name: string, query: SQL): Promise<Row[]> {
  const session = (db as unknown as WithSession).session;
  const dialect = (db as unknown as WithSession).dialect;
  const prepared = session.prepareQuery(dialect.sqlToQuery(query), undefined, name, false);
  const result = await prepared.execute();
  return (result as { rows: Row[] }).rows;
}

/** Rows of a statement that is used too seldom to be worth preparing. */
export async function rowsOf<Row>(db: ReadDb, query: SQL): Promise<Row[]> {
  const result = await (db as unknown as Db).execute(query);
  return (result as unknown as { rows: Row[] }).rows;
}

/** A JavaScript array as one array parameter; drizzle would spread it into a list. */
export const arrayParam = (
  values: readonly unknown[],
  type: 'text' | 'integer' | 'uuid' = 'text',
) => sql`${sql.param(values)}::${sql.raw(type)}[]`;

interface WithSession {
  dialect: { sqlToQuery(query: SQL): { sql: string; params: unknown[] } };
  session: {
    prepareQuery(
      query: { sql: string; params: unknown[] },
      fields: undefined,
      name: string,
      isResponseInArrayMode: boolean,
    ): { execute(): Promise<unknown> };
  };
}
