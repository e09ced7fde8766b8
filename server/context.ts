// What every resolver gets.
import type { Actor } from './access/actor.ts';
import type { SessionLimits } from './access/sessions.ts';
import type { Db, ReadDb } from './db/client.ts';
import type { News } from './news.ts';
import type { AddressRules } from './webhooks/address.ts';

export interface Context {
  /** As the actor: the database itself refuses rows that the actor may not reach. */
  readonly db: Db;
  /** Reads of profiles, maps and overviews by the door MERGE; may be a replica. */
  readonly readDb: ReadDb;
  /** Null: the public. */
  readonly actor: Actor | null;
  /** Now, so that tests can stand on another day. */
  readonly now: Date;
  /** The time at any later moment, for what goes on after the request. */
  readonly clock: () => Date;
  /** What changed, in every server process; undefined where nothing can be subscribed to. */
  readonly news: News | undefined;
  /** How long sessions last; undefined where there are none. */
  readonly sessionLimits: SessionLimits | undefined;
  /** Where webhooks may send to. */
  readonly webhookRules: AddressRules;
  /** Trace of the request, 32 hexadecimal digits. */
  readonly traceId: string;
}
