// Measuring: a load of the given number of connections for some seconds, in the measuring process itself or
// over HTTP. Only ratios between two measurements of one run mean anything.

export interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Repeats a task from so many connections at once; times in milliseconds. */
export async function measure(
  task: () => Promise<unknown>,
  connections: number,
  seconds: number,
): Promise<Load> {
  for (let i = 0; i < connections * 3; i += 1) await task();
  const times: number[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < endsAt) {
        const began = performance.now();
        await task();
        times.push(performance.now() - began);
      }
    }),
  );
  const elapsed = (performance.now() - startedAt) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / elapsed, p50: at(0.5), p99: at(0.99) };
}

/** One line of a table. */
export const describeLoad = (name: string, connections: number, load: Load) =>
  `${name.padEnd(34)} ${String(connections).padStart(3)} conn ${load.perSecond.toFixed(0).padStart(7)} req/s` +
  `  p50 ${load.p50.toFixed(1).padStart(6)} ms  p99 ${load.p99.toFixed(1).padStart(6)} ms`;
