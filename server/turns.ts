// Long work done in turns: meanwhile a server answers, and a database is handed what it stores.
import { setImmediate } from 'node:timers/promises';

/** Work that may rest where it yields, and answers when it is done. */
export type Resting<Result> = Generator<undefined, Result>;

/** Milliseconds of work before the next turn. */
const TURN = 5;

/** When a turn that begins now has lasted long enough. */
export const turnEnd = () => performance.now() + TURN;

/** Lets others have their turn. */
export const nextTurn = () => setImmediate();

/** Does the work, and lets others have their turn every few milliseconds. */
export async function inTurns<Result>(work: Resting<Result>): Promise<Result> {
  for (;;) {
    const end = turnEnd();
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await nextTurn();
  }
}

/** Does the work without resting. */
export function atOnce<Result>(work: Resting<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
