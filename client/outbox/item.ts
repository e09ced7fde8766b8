// What waits on the device to be sent, and the rules by which it moves. Pure.
import type {
  ConfirmFieldNoteInput,
  LogFieldNoteInput,
  ReviseFieldNoteInput,
  WithdrawFieldNoteInput,
} from '../generated/graphql.ts';

/** A change of the author's own making, with what the API takes for it. Every id in it was made on the device. */
export type Change =
  | { readonly kind: 'LOG'; readonly input: LogFieldNoteInput }
  | { readonly kind: 'CONFIRM'; readonly input: ConfirmFieldNoteInput }
  | { readonly kind: 'REVISE'; readonly input: ReviseFieldNoteInput }
  | { readonly kind: 'WITHDRAW'; readonly input: WithdrawFieldNoteInput };

/** Why the server refused, as it said. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly fields: readonly { readonly field: string; readonly message: string }[];
  /** For a change that came after one from another device: the version that stands now. */
  readonly currentVersion?: number;
}

export type OutboxItem = Change & {
  /** Of this item; for LOG the id of the note itself. */
  readonly id: string;
  /** Key of the person who wrote it: it is sent as nobody else. */
  readonly owner: string;
  /** Place in the queue of this device: rises by one, whatever the clock does. */
  readonly order: number;
  /** Milliseconds by the clock of the device. */
  readonly queuedAt: number;
  /** Times it was handed to the network; 0: certainly unknown to the server. */
  readonly attempts: number;
  /** Not before this moment, in milliseconds by the clock of the device. */
  readonly nextAt: number;
  /** The writer changed it after it may have arrived. */
  readonly isCorrected?: boolean;
  /** Set: parked until the writer has looked at it. */
  readonly refusal?: Refusal;
};

/** The note that an item is about. */
export const noteOf = (item: Change): string =>
  item.kind === 'CONFIRM' ? item.input.noteId : item.input.id;

/** A change with the id of its item. */
export type NewChange = Change & { readonly id: string };

/** New items at the end of what the device has, whoever wrote that. */
export function queued(
  all: readonly OutboxItem[],
  changes: readonly NewChange[],
  owner: string,
  now: number,
): OutboxItem[] {
  const last = Math.max(0, ...all.map(({ order }) => order));
  return changes.map((change, at) => ({
    ...change,
    ...{ owner, order: last + 1 + at, queuedAt: now, attempts: 0, nextAt: 0 },
  }));
}

/** A parked item as the writer corrected it, ready to be sent again. */
export function corrected(item: OutboxItem, change: Change): OutboxItem {
  const { refusal: _refusal, ...rest } = item;
  const isCorrected = rest.isCorrected === true || rest.attempts > 0;
  return { ...rest, ...change, isCorrected, nextAt: 0 } as OutboxItem;
}

/** Whether the server may know the note of this item: then it has to be told that it is taken back. */
export const mayHaveArrived = (item: OutboxItem): boolean =>
  item.kind !== 'LOG' || item.attempts > 0;

const firstWait = 2_000;
const longestWait = 5 * 60_000;

/** Milliseconds to wait after so many tries: doubling, spread by `random` (0 to 1) so that phones do not come at once. */
export function waitAfter(attempts: number, random: number): number {
  const whole = Math.min(longestWait, firstWait * 2 ** Math.max(0, attempts - 1));
  return Math.round(whole / 2 + (whole / 2) * random);
}

/** Whether an item may be sent now; a moment further off than the longest wait comes of a clock that was put back. */
export const isDue = ({ nextAt }: OutboxItem, now: number): boolean =>
  nextAt <= now || nextAt > now + longestWait;
