// Subscriptions over real processes: two servers on one PostgreSQL, one on the embedded database.
import { randomUUID } from 'node:crypto';
import { expect, inject, test } from 'vitest';
import { amira, bram, esra, joris, noor } from './support/ask.ts';
import { logInput } from './support/make.ts';
import { type Serving, serve } from './support/process.ts';
import { townSettings } from './support/town.ts';

async function post<Data>(
  serving: Serving,
  as: string,
  query: string,
  variables: unknown = {},
): Promise<Data> {
  const response = await fetch(`${serving.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${as}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data: Data;
    errors?: { message: string }[];
  };
  expect(errors).toBeUndefined();
  return data;
}

/** Messages of a subscription as they come, until the test ends. */
async function subscribe(serving: Serving, as: string, query: string) {
  const abort = new AbortController();
  const response = await fetch(`${serving.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${as}`,
    },
    body: JSON.stringify({ query }),
    signal: abort.signal,
  });
  const messages: unknown[] = [];
  const reading = (async () => {
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk);
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const line = event.split('\n').find((one) => one.startsWith('data: {'));
        if (line) messages.push(JSON.parse(line.slice(6)));
      }
    }
  })().catch(() => undefined);
  return {
    messages,
    stop: async () => {
      abort.abort();
      await reading;
    },
  };
}

const log = 'mutation ($input: LogFieldNoteInput!) { logFieldNote(input: $input) { id } }';
const react = 'mutation ($input: AddReactionInput!) { addReaction(input: $input) { id } }';
const review =
  'mutation ($input: ReviewFieldNoteInput!) { reviewFieldNote(input: $input) { status } }';

test('a signal that becomes visible is told in every server process, and a hidden one is not', async () => {
  const settings = await townSettings();
  const writer = await serve(settings);
  const reader = inject('serverUrl') === null ? writer : await serve(settings);
  const subscription = await subscribe(
    reader,
    bram,
    'subscription { signalChanged(within: "WK9001AA") { theme { code } display voices } }',
  );
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const queue = await subscribe(
    reader,
    esra,
    'subscription { reviewQueueChanged(within: "GM9001") { within waiting waitingReactions } }',
  );
  const refused = await subscribe(
    reader,
    bram,
    'subscription { reviewQueueChanged(within: "GM9001") { waiting } }',
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  const publish = async (as: string, more: Record<string, unknown> = {}) => {
    const input = { ...logInput({ placeCode: 'WK9001AA', theme: 'HOUSING' }), ...more };
    await post(writer, as, log, { input });
    await post(writer, esra, review, {
      input: { id: input.id, version: 1, decision: 'PUBLISH', publicationLevel: 'CIRCLE' },
    });
  };
  await publish(noor, { observationText: 'In meer portieken is het vochtig.' });
  await publish(joris, { observationText: 'Hoge stookkosten door tocht in de flats.' });
  await publish(amira, {
    observationText: 'Meer klachten over schimmel in slaapkamers op het spreekuur.',
    sourceType: 'CONTACT_PATTERN',
  });
  const housing = () =>
    subscription.messages.filter((message) => JSON.stringify(message).includes('"HOUSING"'));
  await expect.poll(() => JSON.stringify(housing()), { timeout: 20_000 }).toContain('"SHOWN"');
  const displays = housing().map(
    (message) => /"display":"(\w+)"/.exec(JSON.stringify(message))?.[1],
  );
  expect(displays.at(-1)).toBe('SHOWN');
  // What is too few to show is told when the month has ended: the first two notes send nothing.
  expect(displays).toEqual(['SHOWN']);
  // Each note came to wait and was published: the queue rose by one and fell again.
  const counts = (field: string) =>
    queue.messages.map((message) =>
      Number(new RegExp(`"${field}":(\\d+)`).exec(JSON.stringify(message))?.[1]),
    );
  await expect.poll(() => new Set(counts('waiting')).size, { timeout: 20_000 }).toBeGreaterThan(1);
  const reactions = counts('waitingReactions')[0] ?? 0;
  await post(writer, 'demo:RESIDENT:GM9001', react, {
    input: { id: randomUUID(), statement: 'signal:WK900102:LIVELIHOOD', text: 'Herkenbaar.' },
  });
  await expect
    .poll(() => counts('waitingReactions').at(-1), { timeout: 20_000 })
    .toBe(reactions + 1);
  expect(JSON.stringify(queue.messages)).not.toContain('errors');
  await expect.poll(() => JSON.stringify(refused.messages)).toContain('FORBIDDEN');
  await queue.stop();
  await refused.stop();
  await subscription.stop();
  await reader.stop();
  if (reader !== writer) await writer.stop();
});
