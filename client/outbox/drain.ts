// Sends what waits, in order, one tab at a time. Knows nothing of browsers: storage, network and clock are handed in,
// so that ten thousand random schedules of faults can be played on it (npm run offline).
import { isDue, noteOf, type OutboxItem, waitAfter } from './item.ts';
import type { Outcome } from './outcome.ts';

/** What the device keeps. Each promise is kept when it resolves: it survives a crash from then on. */
export interface OutboxStore {
  /** Items of a person, by `order`. */
  readonly list: (owner: string) => Promise<OutboxItem[]>;
  /**
   * Changes an item by what is there at this moment, or removes it (undefined), in one step that no other tab comes
   * between. An item that is gone stays gone.
   */
  readonly change: (
    id: string,
    change: (item: OutboxItem) => OutboxItem | undefined,
  ) => Promise<void>;
}

export interface OutboxServer {
  /** The person that requests go out as now; null: nobody; undefined: no answer. */
  readonly findOwner: () => Promise<string | null | undefined>;
  /** Sends one item as its owner; never throws. */
  readonly send: (item: OutboxItem) => Promise<Outcome>;
}

export interface Surroundings {
  /** Milliseconds by the clock of the device, which may jump. */
  readonly now: () => number;
  /** Between 0 and 1. */
  readonly random: () => number;
}

/** How a round ended. WAITING: something is left for later. */
export type DrainEnd = 'EMPTY' | 'WAITING' | 'UNREACHABLE' | 'SIGN_IN';

/**
 * Sends every item of `owner` that is due, oldest first. An item whose note still has an earlier item waiting or parked
 * waits for it. Items leave the device only after the server has said that it has them.
 */
export async function drain(
  owner: string,
  store: OutboxStore,
  server: OutboxServer,
  { now, random }: Surroundings,
): Promise<DrainEnd> {
  const first = (await store.list(owner)).filter((item) => !item.refusal);
  if (first.length === 0) return 'EMPTY';
  const signedIn = await server.findOwner();
  if (signedIn === undefined) return 'UNREACHABLE';
  if (signedIn !== owner) return 'SIGN_IN';
  const heldBack = new Set<string>();
  let end: DrainEnd = 'EMPTY';
  for (const known of await store.list(owner)) {
    if (known.refusal || heldBack.has(noteOf(known)) || !isDue(known, now())) {
      heldBack.add(noteOf(known));
      if (!known.refusal) end = 'WAITING';
      continue;
    }
    // Counted before it leaves: from here on it may have arrived, whatever happens to this tab.
    const item = await claim(store, known.id);
    if (!item) {
      // Another tab delivered or parked it meanwhile: what follows on it is for the next round.
      heldBack.add(noteOf(known));
      end = 'WAITING';
      continue;
    }
    const outcome = await server.send(item);
    if (outcome.state === 'SIGN_IN') return 'SIGN_IN';
    let left: OutboxItem | undefined;
    await store.change(item.id, (current) => {
      left = after(current, item, outcome, now(), random());
      return left;
    });
    if (outcome.state === 'UNREACHABLE') return 'UNREACHABLE';
    if (outcome.state === 'LATER' && !outcome.isOnlyThis) return 'WAITING';
    if (outcome.state !== 'DONE') heldBack.add(noteOf(item));
    if (left && !left.refusal) end = 'WAITING';
  }
  return end;
}

/** The item as it stands at the moment of sending; undefined when it is gone or was parked meanwhile. */
async function claim(store: OutboxStore, id: string): Promise<OutboxItem | undefined> {
  let claimed: OutboxItem | undefined;
  await store.change(id, (current) => {
    if (current.refusal) {
      claimed = undefined;
      return current;
    }
    claimed = { ...current, attempts: current.attempts + 1 };
    return claimed;
  });
  return claimed;
}

/** The item after this outcome; undefined: it is delivered. */
function after(
  current: OutboxItem,
  sent: OutboxItem,
  outcome: Outcome,
  now: number,
  random: number,
): OutboxItem | undefined {
  switch (outcome.state) {
    case 'DONE':
      return afterDelivery(current, sent, outcome);
    case 'REFUSED':
      // Taking back what never arrived is done. What the writer changed meanwhile gets its own try.
      if (sent.kind === 'WITHDRAW' && outcome.refusal.code === 'NOT_FOUND') return undefined;
      return isSame(current, sent) ? { ...current, refusal: outcome.refusal } : current;
    case 'UNREACHABLE':
    case 'LATER': {
      const wait =
        (outcome.state === 'LATER' ? outcome.afterMs : undefined) ??
        waitAfter(current.attempts, random);
      return { ...current, nextAt: now + wait };
    }
    default:
      return current;
  }
}

/**
 * The same id answers the note that is there and changes nothing. When the writer corrected a note that had perhaps
 * arrived before, the correction goes on as a change of it; the server takes one that changes nothing as done.
 */
function afterDelivery(
  current: OutboxItem,
  sent: OutboxItem,
  { version }: Extract<Outcome, { state: 'DONE' }>,
): OutboxItem | undefined {
  if (isSame(current, sent) && !current.isCorrected) return undefined;
  if (current.kind !== 'LOG') return isSame(current, sent) ? undefined : current;
  const { asDraft: _draft, recordedAt: _recorded, ...content } = current.input;
  const { id, owner, order, queuedAt } = current;
  const input = { ...content, version: version ?? 1 };
  return { id, owner, order, queuedAt, attempts: 0, nextAt: 0, kind: 'REVISE', input };
}

const isSame = (one: OutboxItem, other: OutboxItem): boolean =>
  one.kind === other.kind && JSON.stringify(one.input) === JSON.stringify(other.input);
