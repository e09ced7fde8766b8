// Webhooks of a serving process: looks when there is news, looks at everything on the hour and at the start (news is
// lost while a connection is down), and delivers what waits. Every process does so; locks let one do each thing.
import { sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { WebhookTopic } from '../codes/webhooks.ts';
import { type Database, rowsOf } from '../db/client.ts';
import { describeFailure } from '../http/failure.ts';
import type { Change, News, Subject } from '../news.ts';
import { deliverNext } from './deliver.ts';
import { type LookFacts, lookForChanges } from './look.ts';

export interface WebhookSettings {
  readonly publicUrl: string;
  /** Demo and development on loopback: demo people, and receivers on this machine. */
  readonly isDemo: boolean;
}

/** Many changes come together: the look waits this long for the others. */
const gatherMs = 500;
const pollMs = 1_000;
const hourMs = 3_600_000;

const everything: readonly WebhookTopic[] = ['SIGNALS', 'REVIEW_QUEUE', 'PUBLICATIONS'];

const topics: Readonly<Record<Subject, readonly WebhookTopic[]>> = {
  SIGNAL: ['SIGNALS'],
  REVIEW: ['REVIEW_QUEUE'],
  PUBLICATION: ['PUBLICATIONS'],
};
const topicsOf = ({ subject }: Change) => (subject === null ? everything : topics[subject]);

/** Works until the news is closed and it is stopped, in that order; a failure is logged and tried again. */
export function startWebhooks(
  database: Database,
  news: News,
  log: Logger,
  settings: WebhookSettings,
): { stop: () => Promise<void> } {
  const db = database.as(null, 'SYSTEM');
  const changes = news.listen();
  let isStopped = false;
  const facts = (): LookFacts => ({
    now: new Date(),
    publicUrl: settings.publicUrl,
    hasDemoPeople: settings.isDemo,
  });
  const safely = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      if (!isStopped) log.error(describeFailure(error), 'webhooks: a step failed');
    }
  };
  const look = (topics: readonly WebhookTopic[], gemeente: string | null, heardAt: string | null) =>
    safely(() => lookForChanges(database, topics, gemeente, heardAt, facts()));

  const listening = (async () => {
    await look(everything, null, null);
    let next = changes.next();
    for (;;) {
      const first = await next;
      if (first.done) return;
      await pause(gatherMs);
      const heard: Change[] = [first.value];
      next = changes.next();
      // What came meanwhile is answered by the same look.
      for (let more = await soon(next); more; more = await soon(next)) {
        heard.push(more);
        next = changes.next();
      }
      await safely(() => lookAtAll(heard));
    }
  })();

  const lookAtAll = async (heard: readonly Change[]) => {
    const [clock] = await rowsOf<{ at: string }>(db, sql`select clock_timestamp()::text as at`);
    const byKey = new Map(
      heard.map((change) => [`${change.subject} ${change.gemeenteCode}`, change]),
    );
    for (const change of byKey.values())
      await look(topicsOf(change), change.gemeenteCode, clock?.at ?? null);
  };

  let delivering: Promise<void> | undefined;
  const deliver = () => {
    // A slow round takes the place of the next ones: rounds that queue up would leave the database no rest.
    delivering ??= (async () => {
      await safely(async () => {
        const delivery = { clock: () => new Date(), allowsLoopback: settings.isDemo };
        // One that was just added is looked at for the first time: what changes from now on is told.
        await lookForChanges(database, everything, null, '-infinity', facts());
        while (!isStopped && (await deliverNext(db, delivery)));
      });
      delivering = undefined;
    })();
  };
  const timers = [
    setInterval(deliver, pollMs),
    setInterval(() => void look(everything, null, null), hourMs),
  ];
  for (const timer of timers) timer.unref();
  return {
    stop: async () => {
      isStopped = true;
      for (const timer of timers) clearInterval(timer);
      await delivering;
      await listening;
    },
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** What is there already; undefined when nothing is, or nothing will be. */
async function soon(next: Promise<IteratorResult<Change, void>>): Promise<Change | undefined> {
  const found = await Promise.race([next, pause(0)]);
  return found && !found.done ? found.value : undefined;
}
