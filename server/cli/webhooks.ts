// `wijkbeeld webhooks …`: what the operator does with webhooks of any gemeente.
import type { Command } from 'commander';
import { deliveryStatuses } from '../codes/webhooks.ts';
import {
  type Delivery,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  replayDelivery,
  resumeWebhook,
  type Webhook,
} from '../webhooks/manage.ts';
import type { CliIo } from './io.ts';
import { asUuid } from './words.ts';

/** Adds the commands about webhooks to the program. */
export function registerWebhooks(program: Command, io: CliIo): void {
  const webhooks = program
    .command('webhooks')
    .description('other systems that are told of changes');
  webhooks
    .command('list')
    .description('list all webhooks, never their secrets')
    .action(async () => {
      const { readDb } = await io.database();
      const lines: string[] = [];
      for (let after: string | null = null; ; ) {
        const page = await listWebhooks(readDb, null, { first: 500, after });
        lines.push(...page.webhooks.map(describeWebhook));
        after = page.webhooks.at(-1)?.id ?? null;
        if (!page.hasMore) break;
      }
      io.out(lines.length === 0 ? 'There are no webhooks.' : lines.join('\n'));
    });
  webhooks
    .command('dead')
    .description('list the newest hundred messages to a webhook that were given up')
    .argument('<webhook>', 'number of the webhook', asUuid)
    .action(async (id: string) => {
      const { db } = await io.database();
      const page = { status: 'DEAD', first: 100, after: null } as const;
      const { deliveries } = await listDeliveries(db, null, id, page);
      const lines = deliveries.map(describeDelivery);
      io.out(lines.length === 0 ? 'None was given up.' : lines.join('\n'));
    });
  webhooks
    .command('replay')
    .description('send a message once more, under the same event id')
    .argument('<event>', 'number of the event', asUuid)
    .action(async (id: string) => {
      const { db } = await io.database();
      io.out(`Waits again: ${describeDelivery(await replayDelivery(db, null, id, new Date()))}`);
    });
  webhooks
    .command('resume')
    .description('send again to a webhook that was paused')
    .argument('<webhook>', 'number of the webhook', asUuid)
    .action(async (id: string) => {
      const { db } = await io.database();
      io.out(describeWebhook(await resumeWebhook(db, null, id, new Date())));
    });
  webhooks
    .command('remove')
    .description('take a webhook away, with all messages to it')
    .argument('<webhook>', 'number of the webhook', asUuid)
    .action(async (id: string) => {
      const { db } = await io.database();
      io.out(`Removed: ${describeWebhook(await removeWebhook(db, null, id, new Date()))}`);
    });
}

function describeWebhook({ id, gemeenteCode, role, topics, failures, pausedAt, url }: Webhook) {
  const state = pausedAt ? `paused since ${pausedAt.toISOString()}` : `${failures} failures`;
  // Without its query, which may hold a token of the receiver.
  const { origin, pathname } = new URL(url);
  return `${id}  ${gemeenteCode}  ${role}  ${topics.join(',')}  ${state}  ${origin}${pathname}`;
}

function describeDelivery({ id, topic, status, attempts, lastFailure, createdAt }: Delivery) {
  const what = deliveryStatuses[status].en;
  return `${id}  ${createdAt.toISOString()}  ${topic}  ${attempts} attempts  ${lastFailure ?? '-'}  ${what}`;
}
