// What time it is at the server: the clock of a phone may be hours off, and a note says when it was made.

let offset = 0;

/** Learns the difference from the Date header of an answer. */
export function noteServerTime(date: string | null): void {
  const at = Date.parse(date ?? '');
  if (!Number.isNaN(at)) offset = at - Date.now();
}

const longestAge = 366 * 86_400_000;

/**
 * A moment by the clock of this device as the server would have seen it: never in the future, and no older than a year,
 * as only a clock that was turned could say so.
 */
export function asServerTime(deviceTime: number): Date {
  const now = Date.now() + offset;
  return new Date(Math.max(Math.min(deviceTime + offset, now), now - longestAge));
}
