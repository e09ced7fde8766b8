// Two server processes on one PostgreSQL, one of which is killed: what other systems rely on goes on.
import { randomUUID } from 'node:crypto';
import { expect, inject, test } from 'vitest';
import { createClient, LogFieldNoteDocument, SignalChangedDocument } from '../client/sdk/index.ts';
import { openDatabase } from '../server/db/client.ts';
import { askOn, bram, esra, ilse, noor } from './support/ask.ts';
import { logInput, makePlaces, openCell } from './support/make.ts';
import { makeEdition } from './support/make-edition.ts';
import { freshSettings, run, serve } from './support/process.ts';
import { receiver } from './support/receiver.ts';

const isEmbedded = inject('serverUrl') === null;
const other = isEmbedded ? undefined : await receiver();

/** Settings of a server whose database has places. */
async function settingsWithPlaces(more: Record<string, string> = {}) {
  const settings = await freshSettings();
  const database = await openDatabase({ url: settings.DATABASE_URL, folder: '', poolSize: 2 });
  await makePlaces(database);
  await makeEdition(database, { year: 2025, figures: { population: { WK900101: 4000 } } });
  return { settings: { ...settings, ...more }, database };
}

async function until(isSo: () => unknown, ms = 40_000): Promise<void> {
  const end = Date.now() + ms;
  while (!isSo() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isSo()).toBeTruthy();
}

test.skipIf(isEmbedded)(
  'a message that one process was sending when it was killed is sent by the other, under the same event id',
  { timeout: 120_000 },
  async () => {
    if (!other) return;
    const { settings, database } = await settingsWithPlaces();
    const first = await serve(settings);
    const reviewer = createClient({ url: first.url, token: esra });
    const mutation = 'mutation ($input: AddWebhookInput!) { addWebhook(input: $input) { secret } }';
    const input = { id: randomUUID(), url: other.url, topics: ['REVIEW_QUEUE'] };
    await reviewer.ask(mutation, { input });
    let looked = false;
    void (async () => {
      while (!looked) {
        const { rows } = await database.db.execute<{ looked: boolean }>(
          'select looked_at is not null as looked from webhooks',
        );
        looked = rows[0]?.looked === true;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    })();
    await until(() => looked);
    other.state.answer = 0;
    const observer = createClient({ url: first.url, token: noor });
    await observer.ask(LogFieldNoteDocument, { input: logInput() as never });
    await until(() => other.received.length === 1);
    const second = await serve(settings);
    await first.kill();
    other.state.answer = 204;
    await until(() => other.received.length >= 2);
    const events = other.received.map(({ body }) => body.id);
    expect(new Set(events).size).toBe(1);
    const query = `query ($webhook: UUID!) { webhookDeliveries(webhook: $webhook) { edges { node { status } } } }`;
    const statuses = async () =>
      JSON.stringify(
        await createClient({ url: second.url, token: ilse }).ask(query, { webhook: input.id }),
      );
    let answer = '';
    for (let at = 0; at < 50 && !answer.includes('DELIVERED'); at += 1) answer = await statuses();
    expect(answer).toContain('DELIVERED');
    // What changes from now on is told by the process that is left, once.
    await createClient({ url: second.url, token: noor }).ask(LogFieldNoteDocument, {
      input: logInput() as never,
    });
    await until(() => other.received.length >= 3);
    expect(other.received.at(-1)?.body.data).toMatchObject({ waiting: 2 });
    const list = await run(['webhooks', 'list'], settings);
    expect(list.answer).toContain(`${input.id}  GM9001  REVIEWER  REVIEW_QUEUE  0 failures`);
    const replay = await run(['webhooks', 'replay', events[0] ?? ''], settings);
    expect([replay.code, replay.answer]).toEqual([0, expect.stringContaining('Waits again')]);
    await until(() => other.received.filter(({ body }) => body.id === events[0]).length >= 3);
    await database.close();
  },
);

test.skipIf(isEmbedded)(
  'subscriptions and spent budgets hold across both, and while one is killed',
  { timeout: 120_000 },
  async () => {
    const { settings, database } = await settingsWithPlaces({ COST_PER_MINUTE: '1000' });
    const [first, second] = await Promise.all([serve(settings), serve(settings)]);
    const ending = new AbortController();
    const changes = createClient({ url: second.url }).subscribe(
      SignalChangedDocument,
      { within: 'WK900101' },
      ending.signal,
    );
    const heard = changes.next();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    // Written past both servers: news comes from the database.
    await openCell(askOn(database), esra, { placeCode: 'WK900101', theme: 'MEANING' });
    expect((await heard).value).toMatchObject({ signalChanged: { theme: { code: 'MEANING' } } });
    // What the gemeente asks beyond the product is set through the one and holds in the other.
    const displays = async (isShown: boolean) => {
      for (;;) {
        const { value } = await changes.next();
        const { theme, display } = value?.signalChanged ?? {};
        if (theme?.code === 'MEANING' && (display === 'SHOWN') === isShown) return;
      }
    };
    const administrator = createClient({ url: first.url, token: ilse });
    const reader = createClient({ url: second.url, token: noor });
    const isTold = async () =>
      JSON.stringify(
        await reader.ask(
          '{ signals(within: "WK900101", theme: MEANING) { edges { node { voices } } } }',
          {},
        ),
      ).includes('N2_4');
    const input = '{ gemeente: "GM9001", kind: ORGANISATIONS, least: 3 }';
    await administrator.ask(`mutation { setDisclosureThreshold(input: ${input}) { least } }`, {});
    expect(await isTold()).toBe(false);
    await displays(false);
    await administrator.ask(
      'mutation { undoDisclosureThreshold(gemeente: "GM9001", kind: ORGANISATIONS, version: 1) { least } }',
      {},
    );
    expect(await isTold()).toBe(true);
    await displays(true);

    const statusOf = async (url: string) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          authorization: `Bearer ${bram}`,
        },
        body: JSON.stringify({
          query: '{ wijkProfile(code: "WK900101") { themes { theme { code } } } }',
        }),
      });
      return response.status;
    };
    let answered = 0;
    while ((await statusOf(first.url)) === 200 && answered < 100) answered += 1;
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThan(100);
    // The other process learns of it with the next share that it takes.
    let late = 0;
    while ((await statusOf(second.url)) === 200 && late < 50) late += 1;
    expect(late).toBeLessThanOrEqual(1);
    await first.kill();
    expect(await statusOf(second.url)).toBe(429);
    const again = changes.next();
    await openCell(askOn(database), esra, { placeCode: 'WK900101', theme: 'HOUSING' });
    expect((await again).value).toMatchObject({ signalChanged: { theme: { code: 'HOUSING' } } });
    ending.abort();
    await changes.return();
    await database.close();
  },
);
