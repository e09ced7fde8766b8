// Finds the wijken of a gemeente, reads the profile of one and logs a field note, twice the same.
// WIJKBEELD_URL=http://127.0.0.1:4000 npx tsx client/examples/first-steps.ts
import { randomUUID } from 'node:crypto';
import {
  createClient,
  FindPlacesDocument,
  LogFieldNoteDocument,
  ReadWijkProfileDocument,
  WijkbeeldError,
} from '../sdk/index.ts';

const url = process.env.WIJKBEELD_URL ?? 'http://127.0.0.1:4000';
const gemeente = process.env.WIJKBEELD_GEMEENTE ?? 'GM9001';
// A demo person; in production a key with the scope LOG_NOTES.
const token =
  process.env.WIJKBEELD_TOKEN ?? `demo:OBSERVER:${gemeente}:wijkteam-noord:WIJKTEAM_WORKER`;

const open = createClient({ url });
const places = open.items(
  FindPlacesDocument,
  { level: 'WIJK', within: gemeente },
  (result) => result.places,
);
const codes: string[] = [];
for await (const { code } of places) codes.push(code);
console.log(`${gemeente} has ${codes.length} wijken.`);

const [code = ''] = codes;
const { wijkProfile } = await open.ask(ReadWijkProfileDocument, { code, language: 'EN' });
for (const { theme, concordance } of wijkProfile?.themes ?? [])
  console.log(`${theme.code}: ${concordance.outcome}`);

const observer = createClient({ url, token });
const input = {
  id: randomUUID(),
  placeCode: code,
  theme: 'SOCIAL_NETWORK' as const,
  kind: 'PROBLEM' as const,
  observationText: 'Oudere bewoners komen weinig buiten sinds het buurthuis dicht is.',
  noPersonConfirmed: true,
};
for (const _twice of [1, 2]) {
  const { logFieldNote } = await observer.ask(LogFieldNoteDocument, { input });
  console.log(`Note ${logFieldNote.id === input.id ? 'kept' : 'lost'}: ${logFieldNote.status}`);
}
try {
  await observer.ask(LogFieldNoteDocument, {
    input: { ...input, id: randomUUID(), placeCode: 'WK9' },
  });
} catch (error) {
  if (error instanceof WijkbeeldError) console.log(`Refused: ${error.code} ${error.field}`);
}
