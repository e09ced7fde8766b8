// Search over two server processes on one PostgreSQL. The embedded database has one process, as tests/search.test.ts has.
import { expect, inject, test } from 'vitest';
import { bram, esra, noor } from './support/ask.ts';
import { logInput } from './support/make.ts';
import { freshSettings, type Serving, serve } from './support/process.ts';

async function post<Data>(
  { url }: Serving,
  as: string | null,
  query: string,
  variables: unknown = {},
): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(as ? { authorization: `Bearer ${as}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

const idsIn = async (serving: Serving, as: string | null, text: string): Promise<string[]> => {
  const query = 'query ($text: String!) { search(text: $text) { edges { node { id } } } }';
  type Data = { search: { edges: { node: { id: string } }[] } };
  const { search } = await post<Data>(serving, as, query, { text });
  return search.edges.map(({ node }) => node.id);
};

const isEmbedded = inject('serverUrl') === null;

test.skipIf(isEmbedded)(
  'within two seconds what was published is found in every process, and gone when taken back',
  async () => {
    const settings = await freshSettings('demo');
    const writer = await serve(settings);
    const reader = await serve(settings);
    // The reader has indexes of before.
    expect(await idsIn(reader, null, 'kroonluchter')).toEqual([]);
    expect(await idsIn(reader, null, 'haven')).toContain('PLACE:WK900102');
    const observationText = 'In het buurthuis hangt nu een kroonluchter.';
    const input = logInput({ placeCode: 'WK900102', theme: 'LIVELIHOOD', observationText });
    await post(
      writer,
      noor,
      'mutation ($input: LogFieldNoteInput!) { logFieldNote(input: $input) { id } }',
      { input },
    );
    await post(
      writer,
      esra,
      'mutation ($input: ReviewFieldNoteInput!) { reviewFieldNote(input: $input) { status } }',
      {
        input: {
          ...{ id: input.id, version: 1, decision: 'PUBLISH' },
          ...{ publicationLevel: 'PUBLIC', excerpt: 'Er hangt een kroonluchter.' },
        },
      },
    );
    const both = async () => [
      await idsIn(reader, null, 'kroonluchter'),
      await idsIn(reader, bram, 'kroonluchters'),
    ];
    const soon = { timeout: 2000, interval: 100 };
    await expect.poll(both, soon).toEqual([[`STATEMENT:${input.id}`], [`FIELD_NOTE:${input.id}`]]);
    await post(
      writer,
      noor,
      'mutation ($id: UUID!) { withdrawFieldNote(input: { id: $id }) { id } }',
      { id: input.id },
    );
    await expect.poll(both, soon).toEqual([[], []]);
  },
  180_000,
);
