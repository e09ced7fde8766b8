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
  await Promise.all(Array.from({ length: connections }, () => task()));
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

/**
 * Loads in turn, in short rounds, so that what else the machine does falls on each alike; sums of the rounds. Each round
 * begins with half as long of the same load uncounted: of a server that waited while the others had their turn one would
 * measure how it begins again, not how it goes on.
 */
export async function measureInTurn<Name extends string>(
  tasks: Readonly<Record<Name, () => Promise<unknown>>>,
  connections: number,
  seconds: number,
): Promise<Record<Name, Load>> {
  const rounds = 4;
  const names = Object.keys(tasks) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, [] as Load[]])) as Record<
    Name,
    Load[]
  >;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      await measure(tasks[name], connections, seconds / rounds / 2);
      found[name].push(await measure(tasks[name], connections, seconds / rounds));
    }
  }
  const mean = (loads: readonly Load[], pick: (load: Load) => number) =>
    loads.reduce((sum, load) => sum + pick(load), 0) / loads.length;
  const merge = (loads: readonly Load[]): Load => ({
    perSecond: mean(loads, (load) => load.perSecond),
    p50: mean(loads, (load) => load.p50),
    p99: Math.max(...loads.map((load) => load.p99)),
  });
  return Object.fromEntries(names.map((name) => [name, merge(found[name])])) as Record<Name, Load>;
}

/** Answers the items one after another, from the first again after the last. */
export function inTurn<Item>(items: readonly Item[]): () => Item {
  let nth = 0;
  return () => {
    const item = items[nth % items.length];
    nth += 1;
    if (item === undefined) throw new Error('There is nothing to take turns with.');
    return item;
  };
}

/** One measurement held against another, with what it should be. */
export const ratio = (
  name: string,
  one: number | undefined,
  other: number | undefined,
  target?: string,
): string => {
  const value = (one ?? Number.NaN) / (other ?? Number.NaN);
  return `${name}: ${value.toFixed(2)}${target ? ` (target: ${target})` : ''}`;
};
