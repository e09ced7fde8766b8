// Forgets on this device the notes whose words were erased on the server (retention, withdrawal).
import { ask } from '../api/request.ts';
import { ErasedNotesDocument } from '../generated/graphql.ts';
import { deviceStore, keep, recall } from './device-store.ts';
import { noteOf } from './item.ts';

const name = 'erased-asked-on';
const wholeDay = 86_400_000;

/** Asks at most once an hour, from the day before the last answer on. Throws when the server cannot be reached. */
export async function forgetErased(owner: string): Promise<void> {
  const last = await recall<number>('kept', owner, name);
  const now = Date.now();
  if (last !== undefined && last <= now && now - last < wholeDay / 24) return;
  const since = new Date((last ?? now) - wholeDay).toISOString().slice(0, 10);
  const { erasedNotes } = await ask(ErasedNotesDocument, { since }, { person: owner });
  const erased = new Set(erasedNotes);
  for (const item of await deviceStore.list(owner)) {
    if (erased.has(noteOf(item))) await deviceStore.change(item.id, () => undefined);
  }
  await keep('kept', owner, name, now);
}
