// The one way to the database. PostgreSQL through `pg` when there is an address; without one the embedded
// PGlite, to which the same `pg` driver speaks its wire protocol (embedded.ts). What differs between
// the two stays in this folder.
import { hkdfSync, randomBytes } from 'node:crypto';
import { type DrizzleConfig, is, type SQL, sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { PgTransaction } from 'drizzle-orm/pg-core';
import pg from 'pg';
import type { Actor } from '../access/actor.ts';
import type { Door } from '../access/policy.ts';
import { type Acting, ActingPool } from './acting.ts';
import { embeddedOn, openEmbedded, type Wire } from './embedded.ts';
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
  /** As the login of the database itself: for commands, never for a request. */
  readonly db: Db;
  /** As the login itself too, reads only; a read replica where one is set. */
  readonly readDb: ReadDb;
  /** As the actor of a request: PostgreSQL refuses what the policy table does not give (access/policy.ts). */
  as(actor: Actor | null, door?: Door): Db;
  /** As the actor, for profiles, maps and overviews, which read by the door MERGE; a read replica where one is set. */
  readAs(actor: Actor | null): ReadDb;
  /** Connections as the login itself, for COPY, LISTEN and benchmarks. */
  readonly pool: ActingPool;
  /** Connections by the door SYSTEM, for what the server counts of its own. */
  readonly system: ActingPool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** postgres://… ; undefined: embedded. */
  readonly url?: string | undefined;
  /** Read replica; undefined: the same database. */
  readonly readUrl?: string | undefined;
  /** Folder of the embedded database; ignored with a url or a wire. */
  readonly folder: string;
  /** Connections per process on PostgreSQL. */
  readonly poolSize?: number;
  /** Called with the text of each statement that drizzle sends. */
  readonly onStatement?: ((text: string) => void) | undefined;
  /** An embedded database that is open already (tests). */
  readonly wire?: Wire | undefined;
}

/** Opens the database; refuses an embedded folder that another process holds. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const logger = options.onStatement ? { logQuery: options.onStatement } : false;
  if (options.url === undefined) {
    const { wire, folder } = options;
    const embedded = wire ? embeddedOn(wire) : await openEmbedded(folder);
    return {
      kind: 'embedded',
      ...actingOn(embedded.pool, embedded.pool, logger, randomBytes(32)),
      close: embedded.close,
    };
  }
  const pool = openPool(options.url, options.poolSize);
  const readPool = options.readUrl ? openPool(options.readUrl, options.poolSize) : pool;
  const key = Buffer.from(hkdfSync('sha256', options.url, '', 'wijkbeeld processes', 32));
  return {
    kind: 'postgres',
    ...actingOn(pool, readPool, logger, key),
    close: async () => {
      await pool.end();
      if (readPool !== pool) await readPool.end();
    },
  };
}

/** Actors whose way to the database is kept ready. */
const keptActors = 1000;

const homes = new WeakMap<object, object>();

/** The same for everyone who asks the same database: what a cache of things that all may read is kept by. */
export const homeOf = (db: ReadDb): object => homes.get(db) ?? db;

const sharedKeys = new WeakMap<object, Buffer>();

/** A key that the server processes on one database address have in common and nobody else has; not in the database. */
export const sharedKeyOf = (db: ReadDb): Buffer => sharedKeys.get(homeOf(db)) ?? randomBytes(32);

function actingOn(
  pool: pg.Pool,
  readPool: pg.Pool,
  logger: DrizzleConfig['logger'] & {},
  key: Buffer,
) {
  for (const home of [pool, readPool]) sharedKeys.set(home, key);
  const open = (on: pg.Pool, acting: Acting) => {
    // Drizzle looks at the shape of a pool and uses its query and connect alone.
    const acts = new ActingPool(on, acting) as unknown as pg.Pool;
    const db = drizzle(acts, { casing: 'snake_case', logger });
    homes.set(db, on);
    return db;
  };
  const ready = new Map<string, NodePgDatabase>();
  const keep = (on: pg.Pool, actor: Actor | null, door: Door): NodePgDatabase => {
    const key = JSON.stringify([on === pool, door, actor]);
    const known = ready.get(key) ?? open(on, { actor, door });
    if (ready.size >= keptActors) ready.clear();
    ready.set(key, known);
    return known;
  };
  return {
    db: open(pool, 'OWNER'),
    readDb: open(readPool, 'OWNER'),
    as: (actor: Actor | null, door: Door = 'OWN'): Db => keep(pool, actor, door),
    readAs: (actor: Actor | null): ReadDb => keep(readPool, actor, 'MERGE'),
    pool: new ActingPool(pool, 'OWNER'),
    system: new ActingPool(pool, { actor: null, door: 'SYSTEM' }),
  };
}

function openPool(url: string, max = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'wijkbeeld',
    // Statements of a transaction go out while the one before is worked on: an import is never waited for.
    pipeline: true,
  });
  // An idle connection that the server drops must not end the process; the next query reconnects.
  pool.on('error', () => {});
  // Nor one that it drops in the midst of work: that work fails by itself.
  pool.on('connect', (client) => client.on('error', () => {}));
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

/** Answers statements side by side; on the one connection of a transaction in turn. */
export async function sideBySide<Answers extends readonly unknown[]>(
  db: ReadDb,
  statements: { readonly [Nth in keyof Answers]: () => Promise<Answers[Nth]> },
): Promise<Answers> {
  if (!is(db, PgTransaction)) {
    return (await Promise.all(statements.map((run) => run()))) as unknown as Answers;
  }
  const answers: unknown[] = [];
  for (const run of statements) answers.push(await run());
  return answers as unknown as Answers;
}

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
