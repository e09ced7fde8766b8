// Looks what changed for a webhook since it last looked, and writes the messages and what was seen in one
// transaction: whatever news was missed meanwhile, nothing is told twice and nothing is lost. It sees what its maker
// may see, no more: what stays hidden sends nothing.
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { Credential, Role } from '../codes/people.ts';
import type { WebhookTopic } from '../codes/webhooks.ts';
import { type Database, type Db, rowsOf } from '../db/client.ts';
import { webhookDeliveries } from '../db/tables.ts';
import { countReviewQueue } from '../notes/read.ts';
import { loadProfilesWithin } from '../overview/grid.ts';
import type { Signal } from '../profiles/profile.ts';
import { countReactionQueue } from '../reactions/list.ts';
import { stillStands } from './standing.ts';

export interface LookFacts {
  readonly now: Date;
  /** Where this server is reached, without a slash at the end; '' : links are paths. */
  readonly publicUrl: string;
  readonly hasDemoPeople: boolean;
}

interface Watching {
  gemeente_code: string;
  id: string;
  topics: WebhookTopic[];
  person_id: string;
  role: Role;
  via: Credential;
  seen: Record<string, Record<string, string>>;
  version: number;
}

/** Key to a hash of what is seen under it. */
type Seen = Record<string, string>;

/** What there is to say of one key. */
type Payload = Readonly<Record<string, unknown>>;

/** What is seen now, and what would be told of a key that changed. */
interface View {
  readonly seen: Seen;
  readonly tell: (key: string) => Payload;
}

/**
 * Looks for every webhook of a gemeente (null: of all) that tells one of these topics, unless a look has begun since
 * `heardAt`, by the clock of the database. Answers how many messages were written.
 */
export async function lookForChanges(
  database: Pick<Database, 'as' | 'readAs'>,
  topics: readonly WebhookTopic[],
  gemeenteCode: string | null,
  heardAt: string | null,
  facts: LookFacts,
): Promise<number> {
  const db = database.as(null, 'SYSTEM');
  const due = await rowsOf<Watching>(
    db,
    sql`select w.gemeente_code, w.id, w.topics, w.person_id, w.role, w.via, w.seen, w.version from webhooks w
      where w.topics && ${sql.param([...topics])}::text[]
        and (${gemeenteCode}::text is null or w.gemeente_code = ${gemeenteCode})
        and (${heardAt}::timestamptz is null or w.looked_at is null or w.looked_at < ${heardAt}::timestamptz)
        and ${stillStands(facts.now, facts.hasDemoPeople)}
      order by w.gemeente_code, w.id`,
  );
  let written = 0;
  for (const one of due) written += await lookForOne(database, one, topics, facts);
  return written;
}

async function lookForOne(
  database: Pick<Database, 'as' | 'readAs'>,
  one: Watching,
  wanted: readonly WebhookTopic[],
  facts: LookFacts,
): Promise<number> {
  const db = database.as(null, 'SYSTEM');
  const [begun] = await rowsOf<{ at: string }>(db, sql`select clock_timestamp()::text as at`);
  const seen = { ...one.seen };
  const messages: { topic: WebhookTopic; payload: Payload }[] = [];
  for (const topic of one.topics.filter((each) => wanted.includes(each))) {
    const view = await views[topic](database, actorOf(one), facts);
    const before = one.seen[topic];
    seen[topic] = view.seen;
    // The first look says how things stand; what changes after it is told.
    if (!before) continue;
    const keys = new Set([...Object.keys(before), ...Object.keys(view.seen)]);
    for (const key of [...keys].sort())
      if (before[key] !== view.seen[key]) messages.push({ topic, payload: view.tell(key) });
  }
  return db.transaction((tx) => write(tx, one, seen, messages, begun?.at ?? '', facts));
}

/** Writes both or neither; neither when another process looked in the meantime, which then tells it. */
async function write(
  tx: Db,
  one: Watching,
  seen: Record<string, Seen>,
  messages: readonly { topic: WebhookTopic; payload: Payload }[],
  begun: string,
  { now }: LookFacts,
): Promise<number> {
  const won = await rowsOf(
    tx,
    sql`update webhooks set seen = ${JSON.stringify(seen)}::jsonb, looked_at = ${begun}::timestamptz, version = version + 1
      where gemeente_code = ${one.gemeente_code} and id = ${one.id} and version = ${one.version} returning id`,
  );
  if (won.length === 0) return 0;
  if (messages.length > 0)
    await tx.insert(webhookDeliveries).values(
      messages.map(({ topic, payload }) => ({
        ...{ gemeenteCode: one.gemeente_code, id: randomUUID(), webhookId: one.id, topic },
        ...{ payload, status: 'WAITING' as const, createdAt: now, attempts: 0, nextAt: now },
      })),
    );
  return messages.length;
}

const actorOf = ({ person_id, role, gemeente_code, via }: Watching): Actor => ({
  ...{ personId: person_id, role, gemeenteCode: gemeente_code, via },
  ...{ organisationKey: null, profession: null, scopes: ['READ'], credentialId: null },
});

const hashOf = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);

const keyOf = ({ place, theme }: Signal) => `${place.code} ${theme}`;

type Look = (
  database: Pick<Database, 'as' | 'readAs'>,
  actor: Actor,
  facts: LookFacts,
) => Promise<View>;

const views: Readonly<Record<WebhookTopic, Look>> = {
  SIGNALS: async (database, actor, { now, publicUrl }) => {
    const within = actor.gemeenteCode;
    const profiles = await loadProfilesWithin(database.readAs(actor), actor, { within }, now);
    const signals = profiles.flatMap(({ themes }) => themes.map(({ signal }) => signal));
    return {
      seen: Object.fromEntries(
        signals.map((signal) => {
          const { place: _place, ...rest } = signal;
          return [keyOf(signal), hashOf(rest)];
        }),
      ),
      tell: (key) => {
        const [placeCode = '', theme = ''] = key.split(' ');
        const profile = `${publicUrl}/api/v1/wijken/${placeCode}/profile`;
        return { placeCode, theme, links: { profile } };
      },
    };
  },
  REVIEW_QUEUE: async (database, actor, { publicUrl }) => {
    const db = database.as(actor);
    const { newest, waiting, oldestOn } = await countReviewQueue(db, actor, actor.gemeenteCode);
    const waitingReactions = await countReactionQueue(db, actor, actor.gemeenteCode);
    const counts = { waiting, waitingReactions, oldestOn };
    return {
      // One in and one out leaves the number as it was: the newest tells them apart.
      seen: { queue: hashOf([counts, newest]) },
      tell: () => ({ ...counts, links: { queue: `${publicUrl}/review` } }),
    };
  },
  PUBLICATIONS: async (database, { gemeenteCode }, { publicUrl }) => {
    const live = await rowsOf<{ id: number; source_key: string; table_id: string }>(
      database.as(null, 'SYSTEM'),
      sql`select e.id, e.source_key, e.table_id from editions e
        join edition_spans s on s.edition_id = e.id and s.live_to is null
        where e.scope in ('NL00', ${gemeenteCode})`,
    );
    const seen = Object.fromEntries(live.map((one) => [`${one.id}`, 'live']));
    return {
      seen,
      tell: (key) => {
        const edition = live.find(({ id }) => `${id}` === key);
        return {
          editionId: Number(key),
          change: edition ? 'PUBLISHED' : 'TAKEN_BACK',
          ...(edition ? { source: edition.source_key, table: edition.table_id } : {}),
          links: { sources: `${publicUrl}/api/v1/sources` },
        };
      },
    };
  },
};
