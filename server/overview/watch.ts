// What changes while a subscriber listens: signals as this actor can see them, and a reviewer's queue. Only what the
// subscriber sees and only when that changed: what stays hidden sends nothing. What changes by the calendar (a month
// ends, a note fades) is told on the hour, not with the next news: that would tell when something hidden was written.
import { type Actor, isReviewerOf } from '../access/actor.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { forbidden } from '../errors.ts';
import type { Change, Heard, News, Subject } from '../news.ts';
import { countReviewQueue } from '../notes/read.ts';
import { gemeenteOf } from '../places/codes.ts';
import { loadChainOfWijk } from '../profiles/chains.ts';
import type { Signal } from '../profiles/profile.ts';
import { countReactionQueue } from '../reactions/list.ts';
import { loadProfilesWithin } from './grid.ts';

/** Changed signals within a gemeente or wijk, from now on. Refuses a place that does not exist. */
export async function* watchSignals(
  db: ReadDb,
  actor: Actor | null,
  within: string,
  news: News,
  clock: () => Date,
): AsyncGenerator<Signal, void, void> {
  const heard = news.listen();
  const seen = new Map<string, string>();
  const look = async () => {
    const profiles = await loadProfilesWithin(db, actor, { within }, clock());
    return profiles.flatMap((profile) => profile.themes.map((theme) => theme.signal));
  };
  try {
    for (const signal of await look()) seen.set(keyOf(signal), faceOf(signal));
    for await (const _change of withHours(changesWithin(db, within, heard, 'SIGNAL'))) {
      for (const signal of await look()) {
        const face = faceOf(signal);
        if (seen.get(keyOf(signal)) === face) continue;
        seen.set(keyOf(signal), face);
        yield signal;
      }
    }
  } finally {
    await heard.return();
  }
}

const hour = 60 * 60 * 1000;

/** The changes, and once an hour a change of everything. */
async function* withHours(changes: AsyncGenerator<Change, void, void>): AsyncGenerator<Change> {
  let waiting = changes.next();
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined;
      const tick = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), hour).unref();
      });
      const next = await Promise.race([waiting, tick]);
      clearTimeout(timer);
      if (next === undefined) {
        yield { gemeenteCode: null, placeCode: null, subject: null };
        continue;
      }
      if (next.done) return;
      yield next.value;
      waiting = changes.next();
    }
  } finally {
    // Not waited for: it may be waiting itself, for news that its reader ends next.
    void changes.return();
  }
}

const keyOf = ({ place, theme }: Signal) => `${place.code} ${theme}`;

/** What the subscriber sees of a signal. */
const faceOf = ({ place: _place, ...rest }: Signal) => JSON.stringify(rest);

/** What waits for a reviewer; the reviewer's own contributions are left to a colleague. */
export interface ReviewQueue {
  readonly within: string;
  /** Field notes that wait. */
  readonly waiting: number;
  /** Reactions that wait. */
  readonly waitingReactions: number;
  /** Day of the note that waits longest; null when none waits. */
  readonly oldestOn: string | null;
}

/** The queue whenever it changed, from now on; for reviewers of the gemeente. */
export async function* watchReviewQueue(
  db: Db,
  actor: Actor,
  within: string,
  news: News,
): AsyncGenerator<ReviewQueue, void, void> {
  if (!isReviewerOf(actor, gemeenteOf(within))) {
    throw forbidden(`You review for ${actor.gemeenteCode}; ${within} lies elsewhere.`);
  }
  const heard = news.listen();
  const look = async () => {
    const { newest, ...notes } = await countReviewQueue(db, actor, within);
    const waitingReactions = await countReactionQueue(db, actor, within);
    return { queue: { within, ...notes, waitingReactions }, newest };
  };
  try {
    let seen = JSON.stringify(await look());
    for await (const _change of changesWithin(db, within, heard, 'REVIEW')) {
      const found = await look();
      // One note in and one out leaves the number as it was: the newest tells them apart.
      const face = JSON.stringify(found);
      if (face === seen) continue;
      seen = face;
      yield found.queue;
    }
  } finally {
    await heard.return();
  }
}

/** What is heard of one subject about a place: about a wijk under whatever code it had. */
async function* changesWithin(
  db: ReadDb,
  within: string,
  heard: Heard,
  subject: Subject,
): AsyncGenerator<Change, void, void> {
  const isGemeente = within.startsWith('GM');
  const chain = isGemeente ? undefined : await loadChainOfWijk(db, within, null);
  const codes = new Set([within, ...(chain?.spans ?? []).map((span) => span.code)]);
  for await (const change of heard) {
    const isAbout = change.subject === null || change.subject === subject;
    const isHere =
      change.gemeenteCode === null ||
      (change.gemeenteCode === gemeenteOf(within) &&
        (isGemeente || change.placeCode === null || codes.has(change.placeCode)));
    if (isAbout && isHere) yield change;
  }
}
