// Whose rights a statement has. Each connection carries the actor in settings that the policies read; they are
// set in one round trip, and only when the one who used the connection before was another.
import { is, sql } from 'drizzle-orm';
import { PgTransaction } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import type { Actor } from '../access/actor.ts';
import type { Door } from '../access/policy.ts';
import type { Db } from './client.ts';
import { passOverLostRollback } from './rollback.ts';
import { appRole } from './row-level-security.ts';

/** Who asks, and by which door. OWNER: the login of the database itself, for migrations and commands. */
export type Acting = 'OWNER' | { readonly actor: Actor | null; readonly door: Door };

const put = {
  name: 'acting',
  text: `select set_config('role', $1, false), set_config('wijkbeeld.role', $2, false),
    set_config('wijkbeeld.gemeente', $3, false), set_config('wijkbeeld.organisation', $4, false),
    set_config('wijkbeeld.person', $5, false), set_config('wijkbeeld.door', $6, false),
    set_config('plan_cache_mode', $7, false)`,
};

/** What is read for every profile is planned once per connection: planning takes as long as reading. */
const plansOf = (door: Door | undefined) => (door === 'MERGE' ? 'force_generic_plan' : 'auto');

function settingsOf(acting: Acting): string[] {
  if (acting === 'OWNER') return ['none', '', '', '', '', '', plansOf(undefined)];
  const { actor, door } = acting;
  const { role = '', gemeenteCode = '', organisationKey, personId = '' } = actor ?? {};
  return [appRole, role, gemeenteCode, organisationKey ?? '', personId, door, plansOf(door)];
}

/** For whom a connection was last used; absent: for nobody that is known. */
const lastActing = new WeakMap<pg.PoolClient, string>();

/** A pool whose connections act as one actor; drizzle takes it for the driver's own. */
export class ActingPool {
  readonly #pool: pg.Pool;
  readonly #settings: string[];
  readonly #key: string;

  constructor(pool: pg.Pool, acting: Acting) {
    this.#pool = pool;
    this.#settings = settingsOf(acting);
    this.#key = this.#settings.join('\n');
  }

  /** A connection that acts as the actor until it is released. */
  async connect(): Promise<pg.PoolClient> {
    const client = await this.#pool.connect();
    passOverLostRollback(client);
    if (lastActing.get(client) === this.#key) return client;
    try {
      lastActing.delete(client);
      await client.query(put, this.#settings);
      lastActing.set(client, this.#key);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async query<Row extends pg.QueryResultRow>(
    query: string | pg.QueryConfig,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>> {
    const client = await this.connect();
    try {
      return await client.query<Row>(query as string, values);
    } finally {
      client.release();
    }
  }

  /** The driver's pool tells of new connections and of those that fail. */
  on(event: 'connect', listener: (client: pg.PoolClient) => void): this {
    this.#pool.on(event, listener);
    return this;
  }
}

/**
 * Runs `work` by another door, as the same actor, inside a transaction: for a change that must look at more than the
 * actor may read, and answers no more of it than disclosure control lets through.
 */
export function throughDoor<Result>(
  db: Db,
  door: Door,
  work: (tx: Db) => Promise<Result>,
): Promise<Result> {
  // At the end of a transaction of its own the door falls back by itself.
  if (!is(db, PgTransaction)) {
    return db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('wijkbeeld.door', ${door}, true)`);
      return work(tx);
    });
  }
  return db.transaction(async (tx) => {
    const [before] = (
      await tx.execute(sql`select current_setting('wijkbeeld.door', true) as door,
        set_config('wijkbeeld.door', ${door}, true)`)
    ).rows as { door: string | null }[];
    const result = await work(tx);
    await tx.execute(sql`select set_config('wijkbeeld.door', ${before?.door ?? ''}, true)`);
    return result;
  });
}
