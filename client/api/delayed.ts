// Changes that are sent after a moment in which they can still be undone. They live outside the pages, so that going to
// another page loses nothing; closing the window or signing out sends them at once. What fails stays until it succeeds
// or is let go.
import { useEffect, useState } from 'preact/hooks';
import { onSignOut } from '../app/session.tsx';
import type { ApiError } from './request.ts';
import { asApiError } from './use-change.ts';
import { refreshAnswers } from './use-query.ts';

/** Milliseconds in which a change can be undone. */
export const undoTime = 10_000;

export interface DelayedChange {
  /** What it changes: a second change of the same thing takes the place of the first. */
  readonly key: string;
  /** What will be done, in a sentence. */
  readonly title: string;
  readonly send: (keepalive: boolean) => Promise<unknown>;
}

export interface Delayed extends DelayedChange {
  readonly state: 'WAITING' | 'SENDING' | 'FAILED';
  readonly error?: ApiError;
}

let changes: readonly Delayed[] = [];
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const watchers = new Set<() => void>();
/** Done already, and perhaps still in an answer from before. */
const sent = new Set<string>();

function put(next: readonly Delayed[]): void {
  changes = next;
  for (const watcher of watchers) watcher();
}

const without = (key: string) => changes.filter((one) => one.key !== key);

const stopTimer = (key: string) => {
  clearTimeout(timers.get(key));
  timers.delete(key);
};

/** Sends the change after the time to undo it. */
export function sendLater(change: DelayedChange): void {
  stopTimer(change.key);
  sent.delete(change.key);
  put([...without(change.key), { ...change, state: 'WAITING' }]);
  timers.set(
    change.key,
    setTimeout(() => void sendNow(change.key), undoTime),
  );
}

/** Sends the change now; also a second time, after it failed. */
export async function sendNow(key: string, keepalive = false): Promise<void> {
  const change = changes.find((one) => one.key === key);
  if (!change || change.state === 'SENDING') return;
  stopTimer(key);
  const { error: _error, ...rest } = change;
  put(changes.map((one) => (one.key === key ? { ...rest, state: 'SENDING' } : one)));
  try {
    await change.send(keepalive);
    sent.add(key);
    put(without(key));
    refreshAnswers();
  } catch (failure) {
    const error = asApiError(failure);
    put(changes.map((one) => (one.key === key ? { ...rest, state: 'FAILED', error } : one)));
  }
}

/** Takes a change back before it is sent, or lets go of one that failed. */
export function undo(key: string): void {
  if (changes.find((one) => one.key === key)?.state === 'SENDING') return;
  stopTimer(key);
  put(without(key));
}

const sendAll = (keepalive: boolean) =>
  Promise.all(changes.map(({ key }) => sendNow(key, keepalive)));

addEventListener('pagehide', () => void sendAll(true));
onSignOut(async () => {
  await sendAll(false);
  return changes.length === 0;
});

export interface DelayedView {
  readonly changes: readonly Delayed[];
  /** Whether a thing has been changed or is about to be. */
  readonly isTaken: (key: string) => boolean;
}

/** What waits, is under way or failed; the page is drawn again when that changes. */
export function useDelayed(): DelayedView {
  const [, redraw] = useState(0);
  useEffect(() => {
    const watcher = () => redraw((now) => now + 1);
    watchers.add(watcher);
    return () => void watchers.delete(watcher);
  }, []);
  return { changes, isTaken: (key) => sent.has(key) || changes.some((one) => one.key === key) };
}
