// A registration system hands in many field notes at once.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { mostNotesAtOnce } from '../server/notes/log-many.ts';
import { askOn, bram, joris, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { logInput, makePlaces, refusalOf, sendNote, today } from './support/make.ts';

const database = await testDatabase();
await makePlaces(database);
const ask = askOn(database, () => today);

interface Item {
  index: number;
  id: string;
  note: { id: string; status: string } | null;
  refusal: { code: string; field: string | null; message: string } | null;
}
const sendMany = (as: string | null, notes: object[]) =>
  ask<{ logFieldNotes: Item[] }>(
    as,
    `mutation Hand($notes: [LogFieldNoteInput!]!) { logFieldNotes(notes: $notes) {
      index id note { id status } refusal { code field message } } }`,
    { notes },
  );
const notesOf = async (as: string) => {
  const { data } = await ask<{ fieldNotes: { edges: { node: { id: string } }[] } }>(
    as,
    '{ fieldNotes(first: 100) { edges { node { id } } } }',
  );
  return data.fieldNotes.edges.map(({ node }) => node.id).sort();
};

test('each note is stored or refused by itself, and sending all again changes nothing', async () => {
  const notes = [
    logInput(),
    logInput({ observationText: 'Mail naar j.jansen@voorbeeld.nl over de buurt.' }),
    logInput({ placeCode: 'WK900199' }),
    logInput({ kind: 'STRENGTH', severity: null }),
  ];
  const { data } = await sendMany(noor, notes);
  const items = data.logFieldNotes;
  expect(items.map(({ index, id }) => [index, id])).toEqual(
    notes.map(({ id }, index) => [index, id]),
  );
  expect(items.map(({ note }) => note?.status ?? null)).toEqual([
    'SUBMITTED',
    null,
    null,
    'SUBMITTED',
  ]);
  expect(items[1]?.refusal).toMatchObject({ code: 'BAD_USER_INPUT', field: 'observationText' });
  const alone = refusalOf(await sendNote(ask, noor, notes[2]));
  expect(items[2]?.refusal).toMatchObject({ code: alone.code, field: 'placeCode' });
  expect(JSON.stringify(items)).not.toContain('jansen');
  const before = await notesOf(noor);
  const again = await sendMany(noor, notes);
  expect(again.data.logFieldNotes).toEqual(items);
  expect(await notesOf(noor)).toEqual(before);
});

test('a taken id is refused alone, without a word about the other note', async () => {
  const mine = logInput();
  await sendMany(noor, [mine]);
  const { data } = await sendMany(joris, [mine, logInput()]);
  expect(data.logFieldNotes.map(({ refusal }) => refusal?.code ?? null)).toEqual([
    'CONFLICT',
    null,
  ]);
});

test.each([
  ['an empty list', () => []],
  [
    'an id named twice',
    () => {
      const note = logInput();
      return [note, { ...logInput(), id: String(note.id).toUpperCase() }];
    },
  ],
  ['more than the most', () => Array.from({ length: mostNotesAtOnce + 1 }, () => short())],
])('%s is refused as a whole and stores nothing', async (_what, make) => {
  const before = await notesOf(noor);
  const refused = refusalOf(await sendMany(noor, make()));
  expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', field: 'notes' });
  expect(await notesOf(noor)).toEqual(before);
});

/** A note with what is needed only, as a registration system sends it. */
const short = () => {
  const { placeCode, theme, kind, observationText, noPersonConfirmed } = logInput();
  return { id: randomUUID(), placeCode, theme, kind, observationText, noPersonConfirmed };
};

test('as many as are allowed pass the limits in one call', async () => {
  const notes = Array.from({ length: mostNotesAtOnce }, short);
  const { data } = await sendMany(joris, notes);
  expect(data.logFieldNotes.filter(({ note }) => note !== null)).toHaveLength(mostNotesAtOnce);
});

test('whoever may not log one note may not log many', async () => {
  expect(refusalOf(await sendMany(bram, [short()]))).toMatchObject({ code: 'FORBIDDEN' });
  expect(refusalOf(await sendMany(null, [short()]))).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a large call without a token is refused at the door', async () => {
  const answer = await sendMany(null, Array.from({ length: mostNotesAtOnce }, short));
  expect(refusalOf(answer)).toMatchObject({ code: 'QUERY_TOO_COMPLEX' });
});
