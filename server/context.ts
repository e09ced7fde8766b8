// What every resolver gets.
import type { Actor } from './access/actor.ts';
import type { Db, ReadDb } from './db/client.ts';

export interface Context {
  readonly db: Db;
  /** Reads of profiles, maps and lists; may be a replica. */
  readonly readDb: ReadDb;
  /** Null: the public. */
  readonly actor: Actor | null;
  /** Now, so that tests can stand on another day. */
  readonly now: Date;
}
