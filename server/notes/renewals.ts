// When a process reads kept totals anew though nothing changed. An answer that had to read takes longer, and a reader who
// asks all the time sees that: of a change that nobody is told about it must not tell. So there are renewals at random
// instants, in one second of thirty, each independent of all others: a change among them adds one of the same kind. All server
// processes have the same instants under a key that readers lack; else only a change would slow all of them at once.
import { createHmac } from 'node:crypto';

const meanSeconds = 30;
/** Nobody waits longer for a renewal than this; one in ten thousand would. */
const mostSeconds = 300;

/** The next instant at which what is kept of a gemeente is read anew, after `now`; both in ms since 1970. */
export function nextRenewal(key: Buffer, gemeenteCode: string, now: number): number {
  const second = Math.floor(now / 1000);
  for (let ahead = 0; ahead < mostSeconds; ahead += 1) {
    const drawn = createHmac('sha256', key)
      .update(`${gemeenteCode} ${second + ahead}`)
      .digest();
    if (drawn.readUInt32BE() % meanSeconds !== 0) continue;
    // Anywhere in the second, as changes are: a slow answer at another place in it would be no renewal.
    const at = (second + ahead) * 1000 + (drawn.readUInt32BE(4) % 1000);
    if (at > now) return at;
  }
  return (second + mostSeconds) * 1000;
}
