// When a process reads kept totals anew though nothing changed. An answer that had to read takes longer, and a reader who
// asks all the time sees that: of a change that nobody is told about it must not tell. So there are renewals at random
// seconds, one in thirty, each independent of all others: a change among them adds one of the same kind. All server
// processes have the same seconds under a key that readers lack; else only a change would slow all of them at once.
import { createHmac } from 'node:crypto';

const meanSeconds = 30;
/** Nobody waits longer for a renewal than this; one in ten thousand would. */
const mostSeconds = 300;

/** The next instant at which what is kept of a gemeente is read anew, after `now`; both in ms since 1970. */
export function nextRenewal(key: Buffer, gemeenteCode: string, now: number): number {
  const second = Math.floor(now / 1000);
  for (let ahead = 1; ahead < mostSeconds; ahead += 1) {
    const drawn = createHmac('sha256', key)
      .update(`${gemeenteCode} ${second + ahead}`)
      .digest();
    if (drawn.readUInt32BE() % meanSeconds === 0) return (second + ahead) * 1000;
  }
  return (second + mostSeconds) * 1000;
}
