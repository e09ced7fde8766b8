// Other systems that are told of changes, and the messages to them. Messages hold ids, codes and counts only.
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { codesOf } from '../../codes/code-list.ts';
import { credentials, roles } from '../../codes/people.ts';
import { deliveryStatuses, webhookTopics } from '../../codes/webhooks.ts';
import { allOf, holds, instant, matches, oneOf } from './columns.ts';

/** An address that is told of changes. What it may learn is what its maker may see. */
export const webhooks = pgTable(
  'webhooks',
  {
    /** Gemeente it belongs to. */
    gemeenteCode: text().notNull(),
    /** Number, made by the client. */
    id: uuid().notNull(),
    /** Where messages go. */
    url: text().notNull(),
    /** What it is told. */
    topics: text({ enum: codesOf(webhookTopics) })
      .array()
      .notNull(),
    /** Who made it; a webhook stops with the rights of its maker. */
    personId: uuid().notNull(),
    /** Role of the maker, in which it sees. */
    role: text({ enum: codesOf(roles) }).notNull(),
    /** How the maker proved who it is. */
    via: text({ enum: codesOf(credentials) }).notNull(),
    /** Made at. */
    createdAt: instant().notNull(),
    /** Topic to what was seen last, by key: a hash of what its maker may see. */
    seen: jsonb().$type<Record<string, Record<string, string>>>().notNull(),
    /** When it was last looked for changes; null: never. */
    lookedAt: instant(),
    /** Raised with each look, so that of two processes one writes. */
    version: integer().notNull(),
    /** Failed attempts since the last delivery. */
    failures: integer().notNull(),
    /** Since when nothing is sent, after too many failures; null: it is sent. */
    pausedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.id] }),
    matches('webhooks_gemeente_code', 'gemeente_code', 'gemeente'),
    allOf('webhooks_topics', 'topics', codesOf(webhookTopics)),
    oneOf('webhooks_role', 'role', codesOf(roles)),
    oneOf('webhooks_via', 'via', codesOf(credentials)),
    holds('webhooks_url', `url ~ '^https?://' and char_length(url) <= 500`),
    holds('webhooks_some_topic', 'cardinality(topics) > 0'),
    holds('webhooks_failures', 'failures >= 0'),
  ],
);

/** One message to one webhook. Its id is that of the event: the receiver knows by it what it had already. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    /** Gemeente of the webhook. */
    gemeenteCode: text().notNull(),
    /** Number of the event. */
    id: uuid().notNull(),
    /** The webhook. */
    webhookId: uuid().notNull(),
    /** What it is about. */
    topic: text({ enum: codesOf(webhookTopics) }).notNull(),
    /** The message: ids, codes, counts and links, never texts. */
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    /** How far it has come. */
    status: text({ enum: codesOf(deliveryStatuses) }).notNull(),
    /** Made at. */
    createdAt: instant().notNull(),
    /** Attempts so far. */
    attempts: integer().notNull(),
    /** Not tried before this. */
    nextAt: instant().notNull(),
    /** Until when one process is at it; null: none is. */
    leasedUntil: instant(),
    /** Why the last attempt failed: an HTTP status or a kind of failure; null: it did not. */
    lastFailure: text(),
    /** Delivered at; null: not yet. */
    deliveredAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.id] }),
    foreignKey({
      name: 'webhook_deliveries_webhook',
      columns: [t.gemeenteCode, t.webhookId],
      foreignColumns: [webhooks.gemeenteCode, webhooks.id],
    }).onDelete('cascade'),
    index('webhook_deliveries_due').on(t.status, t.nextAt),
    index('webhook_deliveries_webhook_idx').on(t.gemeenteCode, t.webhookId, t.createdAt),
    oneOf('webhook_deliveries_topic', 'topic', codesOf(webhookTopics)),
    oneOf('webhook_deliveries_status', 'status', codesOf(deliveryStatuses)),
    holds('webhook_deliveries_delivered', `(delivered_at is not null) = (status = 'DELIVERED')`),
    holds('webhook_deliveries_attempts', 'attempts >= 0'),
  ],
);
