// Signals as they change, for one subscriber: only what this actor can see, and only when that changed. What stays
// hidden sends nothing, so that the moment of a message tells no more than its content.
import type { Actor } from '../access/actor.ts';
import type { ReadDb } from '../db/client.ts';
import type { News } from '../news.ts';
import { gemeenteOf } from '../places/codes.ts';
import type { Signal } from '../profiles/merge.ts';
import { loadProfilesWithin } from './grid.ts';

/** Changed signals within a gemeente or wijk, from now on. Refuses a place that does not exist. */
export async function* watchSignals(
  db: ReadDb,
  actor: Actor | null,
  within: string,
  news: News,
  clock: () => Date,
): AsyncGenerator<Signal, void, void> {
  const changes = news.listen();
  const seen = new Map<string, string>();
  const look = async () => {
    const profiles = await loadProfilesWithin(db, actor, { within }, clock());
    return profiles.flatMap((profile) => profile.themes.map((theme) => theme.signal));
  };
  for (const signal of await look()) seen.set(keyOf(signal), faceOf(signal));
  for await (const { gemeenteCode, placeCode } of changes) {
    const concerns =
      gemeenteCode === null ||
      (gemeenteCode === gemeenteOf(within) && (within.startsWith('GM') || within === placeCode));
    if (!concerns) continue;
    for (const signal of await look()) {
      const face = faceOf(signal);
      if (seen.get(keyOf(signal)) === face) continue;
      seen.set(keyOf(signal), face);
      yield signal;
    }
  }
}

const keyOf = ({ place, theme }: Signal) => `${place.code} ${theme}`;

/** What the subscriber sees of a signal. */
const faceOf = ({ place: _place, ...rest }: Signal) => JSON.stringify(rest);
