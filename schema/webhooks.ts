// Webhooks: other systems that are told of changes, and the messages to them.
import {
  addWebhook,
  type Delivery,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  replayDelivery,
  resumeWebhook,
  type Webhook as WebhookView,
} from '../server/webhooks/manage.ts';
import { builder } from './builder.ts';
import { DeliveryStatus, Role, WebhookTopic } from './codes.ts';
import { connectionOf, connectionTypes, isText, pageSize, readCursor } from './page.ts';

const Webhook = builder.objectRef<WebhookView>('Webhook').implement({
  description: 'An address that is told of changes, as far as its maker may see them.',
  fields: (t) => ({
    id: t.expose('id', { type: 'UUID', description: 'Number, made by the client.' }),
    url: t.exposeString('url', { description: 'Where messages go.' }),
    topics: t.field({
      type: [WebhookTopic],
      description: 'What it is told.',
      resolve: ({ topics }) => topics,
    }),
    role: t.expose('role', { type: Role, description: 'Role of its maker, in which it sees.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    failures: t.exposeInt('failures', {
      description: 'Failed attempts since the last delivery.',
    }),
    pausedAt: t.expose('pausedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when nothing is sent, after twenty failures in a row; null: it is sent.',
    }),
  }),
});

const MadeWebhook = builder
  .objectRef<{ webhook: WebhookView; secret: string }>('MadeWebhook')
  .implement({
    description: 'A webhook as it was added.',
    fields: (t) => ({
      webhook: t.field({
        type: Webhook,
        description: 'What is kept of it.',
        resolve: ({ webhook }) => webhook,
      }),
      secret: t.exposeString('secret', {
        description: 'Secret under which its messages are signed; answered here only.',
      }),
    }),
  });

const WebhookDelivery = builder.objectRef<Delivery>('WebhookDelivery').implement({
  description: 'One message to a webhook, and how far it has come.',
  fields: (t) => ({
    id: t.expose('id', {
      type: 'UUID',
      description: 'Number of the event, the same in each attempt and replay.',
    }),
    topic: t.expose('topic', { type: WebhookTopic, description: 'What it is about.' }),
    status: t.expose('status', { type: DeliveryStatus, description: 'How far it has come.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    attempts: t.exposeInt('attempts', { description: 'Attempts so far.' }),
    nextAt: t.expose('nextAt', {
      type: 'DateTime',
      description: 'While it waits: not tried before this.',
    }),
    lastFailure: t.exposeString('lastFailure', {
      nullable: true,
      description: 'Why the last attempt failed, such as `HTTP 500` or TIMEOUT; null: it did not.',
    }),
    deliveredAt: t.expose('deliveredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was delivered; null: not yet.',
    }),
  }),
});

const AddWebhookInput = builder.inputType('AddWebhookInput', {
  description: 'Where changes are to be told. The gemeente is the own one.',
  fields: (t) => ({
    id: t.field({
      type: 'UUID',
      required: true,
      description: 'Made by the client: sending twice never makes two.',
    }),
    url: t.string({
      required: true,
      description: 'Public https address without name, password or #; at most 500 characters.',
    }),
    topics: t.field({
      type: [WebhookTopic],
      required: true,
      description: 'What to tell; REVIEW_QUEUE for reviewers only.',
    }),
  }),
});

const roles = ['ADMIN', 'REVIEWER'] as const;
const scope = ['MANAGE', 'REVIEW'] as const;
const isDeliveryKey = (value: unknown): value is [createdAt: string, id: string] =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every(isText) &&
  /^\d{4}-\d\d-\d\dT[\d:.]+Z [0-9a-f-]{36}$/.test(value.join(' '));

const [webhookConnection, webhookEdge] = connectionTypes('Webhook');
const WebhookConnection = builder.connectionObject(
  { type: Webhook, ...webhookConnection },
  webhookEdge,
);
const [deliveryConnection, deliveryEdge] = connectionTypes('WebhookDelivery');
const DeliveryConnection = builder.connectionObject(
  { type: WebhookDelivery, ...deliveryConnection },
  deliveryEdge,
);

builder.queryFields((t) => ({
  webhooks: t.withAuth({ roles }).connection(
    {
      type: Webhook,
      scope,
      description:
        'Webhooks of the own gemeente; for a reviewer the own ones. In the order of their ids.',
      resolve: async (_root, args, { db, actor }) => {
        const page = { first: pageSize(args), after: readCursor(args, isText) };
        const { webhooks, hasMore } = await listWebhooks(db, actor, page);
        return connectionOf(webhooks, hasMore, ({ id }) => id);
      },
    },
    WebhookConnection as never,
  ),
  webhookDeliveries: t.withAuth({ roles }).connection(
    {
      type: WebhookDelivery,
      scope,
      description:
        'Messages to one webhook, newest first; those that were given up by `status: DEAD`.',
      args: {
        webhook: t.arg({ type: 'UUID', required: true, description: 'The webhook.' }),
        status: t.arg({ type: DeliveryStatus, description: 'Only these.' }),
      },
      resolve: async (_root, { webhook, status, ...args }, { db, actor }) => {
        const page = { status, first: pageSize(args), after: readCursor(args, isDeliveryKey) };
        const { deliveries, hasMore } = await listDeliveries(db, actor, webhook, page);
        return connectionOf(deliveries, hasMore, ({ createdAt, id }) => [createdAt, id]);
      },
    },
    DeliveryConnection as never,
  ),
}));

builder.mutationFields((t) => ({
  addWebhook: t.withAuth({ roles }).field({
    type: MadeWebhook,
    scope,
    description:
      'Adds an address that is told of changes from now on, as far as whoever adds it may see them. The same again answers the same.',
    args: {
      input: t.arg({ type: AddWebhookInput, required: true, description: 'The webhook.' }),
    },
    resolve: (_root, { input }, { db, actor, now, webhookRules }) =>
      addWebhook(db, actor, input, webhookRules, now),
  }),
  removeWebhook: t.withAuth({ roles }).field({
    type: Webhook,
    scope,
    description: 'Takes a webhook away, with all messages to it.',
    args: { id: t.arg({ type: 'UUID', required: true, description: 'The webhook.' }) },
    resolve: (_root, { id }, { db, actor, now }) => removeWebhook(db, actor, id, now),
  }),
  resumeWebhook: t.withAuth({ roles }).field({
    type: Webhook,
    scope,
    description: 'Sends again to a webhook that was paused; what waited goes first.',
    args: { id: t.arg({ type: 'UUID', required: true, description: 'The webhook.' }) },
    resolve: (_root, { id }, { db, actor, now }) => resumeWebhook(db, actor, id, now),
  }),
  replayWebhookDelivery: t.withAuth({ roles }).field({
    type: WebhookDelivery,
    scope,
    description:
      'Sends a message once more, under the same event id; one that waits stays as it is.',
    args: { id: t.arg({ type: 'UUID', required: true, description: 'Number of the event.' }) },
    resolve: (_root, { id }, { db, actor, now }) => replayDelivery(db, actor, id, now),
  }),
}));
