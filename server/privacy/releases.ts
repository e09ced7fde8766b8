// When the ground side moves for who does not review it (S5 over time). Pure.
//
// * The present: a signal that may be shown is shown as it stands now, the note published a minute ago included.
//   What may not be shown (whether a hidden cell holds anything, and who has been looking) is told as it stood
//   when the last calendar month ended.
// * The past (`asOf` before today): everything on the ground side as it stood at the end of the last month
//   that had ended by then.
//
// So the day on which a hidden cell changed cannot be found by asking every day, and no two answers about a hidden
// cell lie closer together than a month. Figures keep their own days: their sources publish them by day.
// A reviewer reads the notes themselves, so for a reviewer nothing is coarse.
import { dayOf } from '../notes/calendar.ts';

/** Instants as of which a reader is told about the ground. */
export interface GroundMoments {
  /** Signals that may be shown, and everything for a reviewer. */
  readonly at: Date;
  /** Whether a hidden cell holds anything, and who has been looking. */
  readonly released: Date;
}

/** The moments for one reader; `asOf` is never later than `now`. */
export function groundMoments(isReviewer: boolean, asOf: Date, now: Date): GroundMoments {
  if (isReviewer) return { at: asOf, released: asOf };
  const released = monthStart(asOf);
  return { at: asOf.getTime() === now.getTime() ? now : released, released };
}

/** The beginning of the Dutch calendar month of an instant: the end of the last whole month before it. */
export function monthStart(instant: Date): Date {
  const month = dayOf(instant).slice(0, 7);
  // On the first of a month the Netherlands keep summer time from April to October.
  const isSummer = month.slice(5) >= '04' && month.slice(5) <= '10';
  return new Date(`${month}-01T00:00:00${isSummer ? '+02:00' : '+01:00'}`);
}

/** The last day that is part of the released state. */
export const lastReleasedDay = (released: Date): string => dayOf(new Date(released.getTime() - 1));
