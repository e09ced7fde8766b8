// Delivers what waits: at least once, under the id of the event. Of all server processes one takes a message, by a
// lease that it takes with a row lock; one that dies under way leaves it to another when the lease is over.
import { sql } from 'drizzle-orm';
import { appendAudit } from '../audit.ts';
import type { WebhookTopic } from '../codes/webhooks.ts';
import { type Db, rowsOf } from '../db/client.ts';
import type { AddressRules } from './address.ts';
import { send } from './send.ts';
import { secretOf, signatureOf } from './signature.ts';
import { stillStands } from './standing.ts';

/** Waits between attempts, tripled each time: eight attempts in some nine hours. */
const firstWaitMs = 30_000;
const longestWaitMs = 6 * 3_600_000;
const mostAttempts = 8;
/** Failed attempts in a row, over all messages, after which a webhook is paused. */
const failuresUntilPause = 20;
const timeoutMs = 10_000;
const leaseMs = 15_000;

export interface DeliveryFacts extends AddressRules {
  readonly clock: () => Date;
}

interface Taken {
  gemeente_code: string;
  id: string;
  webhook_id: string;
  topic: WebhookTopic;
  payload: Record<string, unknown>;
  attempts: number;
  created_at: string;
  url: string;
}

/** Tries one message that is due; false when there is none. */
export async function deliverNext(db: Db, facts: DeliveryFacts): Promise<boolean> {
  const taken = await take(db, facts);
  if (!taken) return false;
  const secret = await secretOf(db, taken.gemeente_code, taken.webhook_id);
  const { id, topic, gemeente_code: gemeenteCode, created_at: createdAt } = taken;
  const body = JSON.stringify({ id, topic, gemeenteCode, createdAt, data: taken.payload });
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'Wijkbeeld-Webhooks/1',
    'Wijkbeeld-Event': id,
    'Wijkbeeld-Topic': topic,
    'Wijkbeeld-Signature': signatureOf(secret, body, facts.clock()),
  };
  const failure = await send({ url: taken.url, headers, body }, facts, timeoutMs);
  if (failure === null) await noteDelivered(db, taken, facts.clock());
  else await noteFailure(db, taken, failure, facts.clock());
  return true;
}

async function take(db: Db, { clock, allowsLoopback }: DeliveryFacts): Promise<Taken | undefined> {
  const now = clock();
  const at = now.toISOString();
  const until = new Date(now.getTime() + leaseMs).toISOString();
  const [row] = await rowsOf<Taken>(
    db,
    sql`update webhook_deliveries d set leased_until = ${until}::timestamptz, attempts = d.attempts + 1
      from webhooks w where w.gemeente_code = d.gemeente_code and w.id = d.webhook_id
        and (d.gemeente_code, d.id) = (
          select n.gemeente_code, n.id from webhook_deliveries n
          join webhooks w on w.gemeente_code = n.gemeente_code and w.id = n.webhook_id
          where n.status = 'WAITING' and n.next_at <= ${at}::timestamptz
            and (n.leased_until is null or n.leased_until <= ${at}::timestamptz)
            and w.paused_at is null and ${stillStands(now, allowsLoopback)}
          order by n.next_at, n.id limit 1 for update of n skip locked)
      returning d.gemeente_code, d.id, d.webhook_id, d.topic, d.payload, d.attempts, w.url,
        to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as created_at`,
  );
  return row;
}

async function noteDelivered(db: Db, taken: Taken, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`update webhook_deliveries set status = 'DELIVERED', leased_until = null,
        delivered_at = ${now.toISOString()}::timestamptz, last_failure = null
      where gemeente_code = ${taken.gemeente_code} and id = ${taken.id} and status = 'WAITING'`);
    await tx.execute(sql`update webhooks set failures = 0
      where gemeente_code = ${taken.gemeente_code} and id = ${taken.webhook_id} and failures > 0`);
  });
}

/** Some chance in the wait, so that what failed together does not come back together. */
function nextAttempt(attempts: number, now: Date): Date {
  const wait = Math.min(longestWaitMs, firstWaitMs * 3 ** (attempts - 1));
  return new Date(now.getTime() + wait * (0.9 + Math.random() * 0.2));
}

async function noteFailure(db: Db, taken: Taken, failure: string, now: Date): Promise<void> {
  const isLast = taken.attempts >= mostAttempts;
  await db.transaction(async (tx) => {
    await tx.execute(sql`update webhook_deliveries set leased_until = null, last_failure = ${failure},
        status = ${isLast ? 'DEAD' : 'WAITING'}, next_at = ${nextAttempt(taken.attempts, now).toISOString()}::timestamptz
      where gemeente_code = ${taken.gemeente_code} and id = ${taken.id} and status = 'WAITING'`);
    const [webhook] = await rowsOf<{ failures: number; paused: boolean }>(
      tx,
      sql`update webhooks set failures = failures + 1 where gemeente_code = ${taken.gemeente_code}
        and id = ${taken.webhook_id} returning failures, paused_at is not null as paused`,
    );
    if (!webhook || webhook.paused || webhook.failures < failuresUntilPause) return;
    await tx.execute(sql`update webhooks set paused_at = ${now.toISOString()}::timestamptz
      where gemeente_code = ${taken.gemeente_code} and id = ${taken.webhook_id}`);
    const line = {
      ...{ gemeenteCode: taken.gemeente_code, event: 'WEBHOOK_PAUSED', actor: 'system' },
      ...{ role: 'SYSTEM', objectType: 'webhook', objectId: taken.webhook_id },
    };
    await appendAudit(tx, { ...line, details: { failures: webhook.failures } }, now);
  });
}
