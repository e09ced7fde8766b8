// Work in turns: what others wait for goes first, and what nobody waits for is done all the same.
import { describe, expect, it } from 'vitest';
import { idleTurn, inTurns, nextTurn, type Resting } from '../server/turns.ts';

/** Keeps the processor for a while longer than a turn lasts. */
function beBusy(): void {
  const end = performance.now() + 6;
  while (performance.now() < end);
}

describe('work in turns', () => {
  function* steps(count: number, onStep = () => {}): Resting<string> {
    for (let nth = 0; nth < count; nth += 1) {
      beBusy();
      onStep();
      yield;
    }
    return 'done';
  }

  it('that nothing waits for lets others go first', async () => {
    let done = 0;
    const patient = inTurns(
      steps(10, () => {
        done += 1;
      }),
      idleTurn,
    );
    for (let turn = 0; turn < 10; turn += 1) {
      beBusy();
      await nextTurn();
    }
    expect(done).toBeLessThan(5);
    expect(await patient).toBe('done');
    expect(done).toBe(10);
  });

  it('that nothing waits for is done although others never rest', async () => {
    let isDone = false;
    const patient = inTurns(steps(3), idleTurn).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      beBusy();
      await nextTurn();
    }
    expect(await patient).toBe('done');
  });

  it('goes on side by side otherwise', async () => {
    const order: string[] = [];
    await Promise.all(['one', 'other'].map((name) => inTurns(steps(3, () => order.push(name)))));
    expect(order).toEqual(['one', 'other', 'one', 'other', 'one', 'other']);
  });
});
