// The outbox of this browser: sends whenever there is a chance, one tab at a time, and tells the pages what waits.
import { deviceStore, enqueue, listAll } from './device-store.ts';
import type { DrainEnd } from './drain.ts';
import {
  type Change,
  corrected,
  mayHaveArrived,
  type NewChange,
  type OutboxItem,
  waitAfter,
} from './item.ts';

export interface OutboxView {
  /** What waits of this person, in order; parked items too. */
  readonly items: readonly OutboxItem[];
  /** Unsent items on this device that somebody else wrote. */
  readonly ofOthers: number;
  /** How the last round ended; undefined before the first. */
  readonly end: DrainEnd | undefined;
  /** The device keeps nothing (private window, full disk): notes are not safe here. */
  readonly isBroken: boolean;
}

let owner: string | undefined;
let view: OutboxView = { items: [], ofOthers: 0, end: undefined, isBroken: false };
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;
let again = false;
let failures = 0;
const watchers = new Set<() => void>();
const channel = new BroadcastChannel('wijkbeeld.outbox');

/** What waits, as last read. */
export const outboxView = (): OutboxView => view;

/** Calls back when what waits has changed; returns how to stop. */
export function watchOutbox(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

async function show(changed: Partial<OutboxView> = {}): Promise<void> {
  try {
    const all = await listAll();
    const own = all.filter((item) => item.owner === owner).sort((a, b) => a.order - b.order);
    view = { ...view, items: own, ofOthers: all.length - own.length, isBroken: false, ...changed };
  } catch {
    view = { ...view, isBroken: true };
  }
  for (const watcher of watchers) watcher();
}

async function tell(): Promise<void> {
  channel.postMessage('changed');
  await show();
}

/** Whose notes are sent from now on; undefined: nobody's. */
export function sendFor(person: string | undefined): void {
  if (person === owner && view.end !== undefined) return;
  owner = person;
  void show({ end: undefined }).then(() => sendNow());
}

/** Stores changes of the person and sends them when that is possible. Resolves once they are safe on the device. */
export async function queue(changes: readonly NewChange[], draftName?: string): Promise<void> {
  if (owner === undefined) throw new Error('Nobody is signed in.');
  await enqueue(owner, changes, Date.now(), draftName);
  await tell();
  void sendNow();
}

/** Puts a corrected item back into the queue. */
export async function correct(id: string, change: Change): Promise<void> {
  await deviceStore.change(id, (item) => corrected(item, change));
  await tell();
  void sendNow();
}

/** Forgets an item for good. */
export async function discard(id: string): Promise<void> {
  await deviceStore.change(id, () => undefined);
  await tell();
}

/** Takes a note back: forgotten when it never left the device, else the server is told. */
export async function takeBack(noteId: string): Promise<void> {
  let isKnown = true;
  await deviceStore.change(noteId, (item) => {
    isKnown = mayHaveArrived(item);
    return isKnown ? item : undefined;
  });
  if (isKnown) {
    await queue([{ id: crypto.randomUUID(), kind: 'WITHDRAW', input: { id: noteId } }]);
  } else {
    await tell();
  }
}

/** Sends what waits, at once when `isUrgent` (the person asks, the line is back), else what is due. */
export function sendNow(isUrgent = false): Promise<void> {
  if (running) {
    again = true;
    return running;
  }
  clearTimeout(timer);
  running = round(isUrgent).finally(() => {
    running = undefined;
    if (again) {
      again = false;
      void sendNow();
    }
  });
  return running;
}

async function round(isUrgent: boolean): Promise<void> {
  const person = owner;
  if (person === undefined) return show();
  let end: DrainEnd;
  try {
    if (isUrgent) await hurry(person);
    // Loaded only now: a form can be used before anything can be sent.
    const { drainOnce } = await import('./round.ts');
    end = await inOneTab(() => drainOnce(person));
  } catch {
    end = 'UNREACHABLE';
  }
  failures = end === 'UNREACHABLE' ? failures + 1 : 0;
  channel.postMessage('changed');
  await show({ end });
  if (end === 'WAITING' || end === 'UNREACHABLE') timer = setTimeout(sendNow, nextWait(end));
}

/** Until the first item is due, or longer each time the server is not there. */
function nextWait(end: DrainEnd): number {
  if (end === 'UNREACHABLE') return Math.min(60_000, waitAfter(failures, Math.random()));
  const due = view.items.filter((item) => !item.refusal).map((item) => item.nextAt - Date.now());
  return Math.min(60_000, Math.max(500, Math.min(...due)));
}

/** Waits of a bad line are over when the line is back. */
async function hurry(person: string): Promise<void> {
  for (const { id, nextAt } of await deviceStore.list(person)) {
    if (nextAt > 0) await deviceStore.change(id, (item) => ({ ...item, nextAt: 0 }));
  }
}

/** Without locks (an insecure address) tabs may send twice, which the server takes once. */
const inOneTab = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks ? navigator.locks.request('wijkbeeld.outbox', work) : work();

channel.addEventListener('message', () => void show());
addEventListener('online', () => void sendNow(true));
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void sendNow(true);
});
