// Webhooks as the people of a gemeente keep them: add, list, remove, resume, and replay what was given up.
import { and, asc, desc, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { auditAccess, doerOf } from '../access/audit.ts';
import { codesOf } from '../codes/code-list.ts';
import { type DeliveryStatus, type WebhookTopic, webhookTopics } from '../codes/webhooks.ts';
import { throughDoor } from '../db/acting.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { webhookDeliveries, webhooks } from '../db/tables.ts';
import { badInput, conflict, forbidden, notFound } from '../errors.ts';
import { type AddressRules, refusalOfAddress } from './address.ts';
import { secretOf } from './signature.ts';

const mostPerGemeente = 20;

export type Webhook = Pick<
  typeof webhooks.$inferSelect,
  'gemeenteCode' | 'id' | 'url' | 'topics' | 'role' | 'createdAt' | 'failures' | 'pausedAt'
>;

export interface Delivery {
  readonly id: string;
  readonly webhookId: string;
  readonly topic: WebhookTopic;
  readonly status: DeliveryStatus;
  readonly createdAt: Date;
  readonly attempts: number;
  readonly nextAt: Date;
  readonly lastFailure: string | null;
  readonly deliveredAt: Date | null;
}

export interface NewWebhook {
  /** Made by the caller: sending twice never makes two. */
  readonly id: string;
  readonly url: string;
  readonly topics: readonly WebhookTopic[];
}

const columns = {
  gemeenteCode: webhooks.gemeenteCode,
  id: webhooks.id,
  url: webhooks.url,
  topics: webhooks.topics,
  role: webhooks.role,
  createdAt: webhooks.createdAt,
  failures: webhooks.failures,
  pausedAt: webhooks.pausedAt,
};

/**
 * Adds a webhook that sees what its maker may see, and answers the secret of its signatures. The same id and input
 * again answers the same webhook. Refuses addresses that are not public, and REVIEW_QUEUE to who does not review.
 */
export async function addWebhook(
  db: Db,
  maker: Actor,
  input: NewWebhook,
  rules: AddressRules,
  now: Date,
): Promise<{ webhook: Webhook; secret: string }> {
  const refusal = refusalOfAddress(input.url, rules);
  if (refusal) throw refusal;
  const topics = codesOf(webhookTopics).filter((topic) => input.topics.includes(topic));
  if (topics.length === 0)
    throw badInput([{ field: 'input.topics', message: 'Give at least one topic.' }]);
  if (topics.includes('REVIEW_QUEUE') && maker.role !== 'REVIEWER')
    throw forbidden('Only a reviewer, or a key of one, is told what waits for review.');
  const { gemeenteCode } = maker;
  const url = new URL(input.url).href;
  return throughDoor(db, 'SYSTEM', async (tx) => {
    const existing = await tx.$count(webhooks, eq(webhooks.gemeenteCode, gemeenteCode));
    const { personId, role, via } = maker;
    const [made] = await tx
      .insert(webhooks)
      .values({
        ...{ gemeenteCode, id: input.id, url, topics, personId, role, via, createdAt: now },
        ...{ seen: {}, version: 0, failures: 0 },
      })
      .onConflictDoNothing()
      .returning(columns);
    const webhook = made ?? (await findSame(tx, maker, { id: input.id, url, topics }));
    if (made) {
      if (existing >= mostPerGemeente)
        throw conflict(`${gemeenteCode} has ${existing} webhooks; remove one first.`);
      const line = { event: 'WEBHOOK_ADDED', objectType: 'webhook', objectId: input.id } as const;
      await auditAccess(tx, doerOf(maker, gemeenteCode), { ...line, details: { topics } }, now);
    }
    return { webhook, secret: await secretOf(tx, gemeenteCode, input.id) };
  });
}

async function findSame(tx: Db, maker: Actor, { id, url, topics }: NewWebhook): Promise<Webhook> {
  const [row] = await tx
    .select({ ...columns, personId: webhooks.personId })
    .from(webhooks)
    .where(and(eq(webhooks.gemeenteCode, maker.gemeenteCode), eq(webhooks.id, id)));
  const isSame =
    row &&
    row.personId === maker.personId &&
    row.url === url &&
    String(row.topics) === String(topics);
  if (!isSame) throw conflict(`The webhook ${id} is another one; make a new id.`, { id });
  return row;
}

/** Whose webhooks: an administrator keeps all of the gemeente, others their own; null is the operator. */
function ownedBy(keeper: Actor | null): SQL | undefined {
  if (!keeper) return undefined;
  const here = eq(webhooks.gemeenteCode, keeper.gemeenteCode);
  return keeper.role === 'ADMIN' ? here : and(here, eq(webhooks.personId, keeper.personId));
}

export interface WebhookPage {
  readonly first: number;
  /** Id of the last one of the page before. */
  readonly after: string | null;
}

/** Webhooks in the order of their ids. */
export async function listWebhooks(
  db: ReadDb,
  keeper: Actor | null,
  { first, after }: WebhookPage,
): Promise<{ webhooks: Webhook[]; hasMore: boolean }> {
  const rows = await db
    .select(columns)
    .from(webhooks)
    .where(and(ownedBy(keeper), after ? gt(webhooks.id, after) : undefined))
    .orderBy(asc(webhooks.id))
    .limit(first + 1);
  return { webhooks: rows.slice(0, first), hasMore: rows.length > first };
}

/** The webhook, locked; refuses one that is not the keeper's. */
async function takeWebhook(tx: Db, keeper: Actor | null, id: string): Promise<Webhook> {
  const [row] = await tx
    .select(columns)
    .from(webhooks)
    .where(and(ownedBy(keeper), eq(webhooks.id, id)))
    .for('update');
  if (!row) throw notFound('webhook', id);
  return row;
}

/** Takes a webhook away with all messages to it. */
export async function removeWebhook(db: Db, keeper: Actor | null, id: string, now: Date) {
  return throughDoor(db, 'SYSTEM', async (tx) => {
    const webhook = await takeWebhook(tx, keeper, id);
    await tx
      .delete(webhooks)
      .where(and(eq(webhooks.gemeenteCode, webhook.gemeenteCode), eq(webhooks.id, id)));
    const line = { event: 'WEBHOOK_REMOVED', objectType: 'webhook', objectId: id } as const;
    await auditAccess(tx, doerOf(keeper, webhook.gemeenteCode), line, now);
    return webhook;
  });
}

/** Sends again to a webhook that was paused after failures; what waited goes first. */
export async function resumeWebhook(db: Db, keeper: Actor | null, id: string, now: Date) {
  return throughDoor(db, 'SYSTEM', async (tx) => {
    const webhook = await takeWebhook(tx, keeper, id);
    await tx
      .update(webhooks)
      .set({ failures: 0, pausedAt: null })
      .where(and(eq(webhooks.gemeenteCode, webhook.gemeenteCode), eq(webhooks.id, id)));
    if (webhook.pausedAt) {
      const line = { event: 'WEBHOOK_RESUMED', objectType: 'webhook', objectId: id } as const;
      await auditAccess(tx, doerOf(keeper, webhook.gemeenteCode), line, now);
    }
    return { ...webhook, failures: 0, pausedAt: null };
  });
}

export interface DeliveryPage {
  readonly status?: DeliveryStatus | null | undefined;
  readonly first: number;
  /** Moment (as it was answered) and id of the last one of the page before. */
  readonly after: readonly [createdAt: string, id: string] | null;
}

const deliveryColumns = {
  id: webhookDeliveries.id,
  webhookId: webhookDeliveries.webhookId,
  topic: webhookDeliveries.topic,
  status: webhookDeliveries.status,
  createdAt: webhookDeliveries.createdAt,
  attempts: webhookDeliveries.attempts,
  nextAt: webhookDeliveries.nextAt,
  lastFailure: webhookDeliveries.lastFailure,
  deliveredAt: webhookDeliveries.deliveredAt,
};

/** Messages to one webhook, newest first. */
export async function listDeliveries(
  db: Db,
  keeper: Actor | null,
  webhookId: string,
  { status, first, after }: DeliveryPage,
): Promise<{ deliveries: Delivery[]; hasMore: boolean }> {
  return throughDoor(db, 'SYSTEM', async (tx) => {
    const { gemeenteCode } = await takeWebhook(tx, keeper, webhookId);
    const rows = await tx
      .select(deliveryColumns)
      .from(webhookDeliveries)
      .where(
        and(
          eq(webhookDeliveries.gemeenteCode, gemeenteCode),
          eq(webhookDeliveries.webhookId, webhookId),
          status ? eq(webhookDeliveries.status, status) : undefined,
          after
            ? sql`(${webhookDeliveries.createdAt}, ${webhookDeliveries.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
      .limit(first + 1);
    return { deliveries: rows.slice(0, first), hasMore: rows.length > first };
  });
}

/** Sends a message once more, under the same event id: one that was given up, or one that was delivered. */
export async function replayDelivery(
  db: Db,
  keeper: Actor | null,
  id: string,
  now: Date,
): Promise<Delivery> {
  return throughDoor(db, 'SYSTEM', async (tx) => {
    const here = keeper ? eq(webhookDeliveries.gemeenteCode, keeper.gemeenteCode) : undefined;
    const [found] = await tx
      .select({ ...deliveryColumns, gemeenteCode: webhookDeliveries.gemeenteCode })
      .from(webhookDeliveries)
      .where(and(here, eq(webhookDeliveries.id, id)))
      .for('update');
    if (!found) throw notFound('delivery', id);
    await takeWebhook(tx, keeper, found.webhookId);
    if (found.status === 'WAITING') return found;
    const again = { status: 'WAITING' as const, attempts: 0, nextAt: now, deliveredAt: null };
    await tx
      .update(webhookDeliveries)
      .set({ ...again, leasedUntil: null })
      .where(
        and(eq(webhookDeliveries.gemeenteCode, found.gemeenteCode), eq(webhookDeliveries.id, id)),
      );
    const line = {
      event: 'WEBHOOK_REPLAYED',
      objectType: 'webhook',
      objectId: found.webhookId,
    } as const;
    await auditAccess(tx, doerOf(keeper, found.gemeenteCode), { ...line, details: { id } }, now);
    return { ...found, ...again };
  });
}
