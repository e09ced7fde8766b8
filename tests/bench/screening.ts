// Screening against hostile texts: the slowest of many repeated beginnings at each length, and ordinary notes.
import { screenText } from '../../server/privacy/screening.ts';
import { hostileSeeds, repeated } from '../support/hostile-texts.ts';
import { makeNotes } from '../support/screening-templates.ts';

const lengths = [600, 2000, 10_000, 40_000];

/** Milliseconds, the best of five: what the work takes, not what the machine does besides. */
function fastest(text: string): number {
  const times = [0, 1, 2, 3, 4].map(() => {
    const before = performance.now();
    screenText(text);
    return performance.now() - before;
  });
  return Math.min(...times);
}

export function benchScreening(): string[] {
  const notes = makeNotes(4000, 5, true);
  for (const { text } of notes.slice(0, 500)) screenText(text);
  const times = notes.map(({ text }) => {
    const before = performance.now();
    screenText(text);
    return performance.now() - before;
  });
  times.sort((one, other) => one - other);
  const share = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(2);
  const rows = hostileSeeds.map((seed) => ({
    seed,
    times: lengths.map((length) => fastest(repeated(seed, length))),
  }));
  const slowest = lengths.map((length, at) => {
    const row = rows.reduce((worst, one) =>
      (one.times[at] ?? 0) > (worst.times[at] ?? 0) ? one : worst,
    );
    return `${String(length).padStart(8)} ${(row.times[at] ?? 0).toFixed(1).padStart(9)}  ${JSON.stringify(row.seed)}`;
  });
  return [
    `${notes.length} made notes: p50 ${share(0.5)} ms, p95 ${share(0.95)} ms, p99 ${share(0.99)} ms`,
    `slowest of ${rows.length} hostile texts`,
    '  length        ms  repeated',
    ...slowest,
  ];
}
