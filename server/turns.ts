// Long work done in turns: meanwhile a server answers, and a database is handed what it stores.
import { setImmediate } from 'node:timers/promises';

/** Work that may rest where it yields, and answers when it is done. */
export type Resting<Result> = Generator<undefined, Result>;

/** Milliseconds of work before the next turn. */
const TURN = 5;

/** When a turn that begins now has lasted long enough. */
export const turnEnd = () => performance.now() + TURN;

/** Lets others have their turn. */
export const nextTurn = (): Promise<void> => setImmediate();

/** Milliseconds after which others have worked, and not just been asked. */
const WORKED = 1;

/** Milliseconds that others may go on before who lets them go first has a turn all the same. */
const PATIENCE = 20;

/** Lets others have their turns until nobody wants one: for work that nothing waits for yet. */
export async function idleTurn(): Promise<void> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    const before = performance.now();
    await nextTurn();
    const now = performance.now();
    if (now - before < WORKED || now > until) return;
  }
}

/** Does the work, and rests every few milliseconds. */
export async function inTurns<Result>(work: Resting<Result>, rest = nextTurn): Promise<Result> {
  for (;;) {
    const end = turnEnd();
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await rest();
  }
}

/** Does the work without resting. */
export function atOnce<Result>(work: Resting<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
