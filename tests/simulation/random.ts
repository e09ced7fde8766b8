// Random numbers of the simulation: the same on every machine, from a seed and the name of what is drawn, so
// that a new draw in one part of a town does not change the other parts.

/** A number in [0, 1). */
export type Random = () => number;

/**
 * sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state with a counter, passes BigCrush. Its state is
 * filled from an FNV-1a hash of seed and label through splitmix32, and the first rounds are thrown away.
 */
export function randomFrom(seed: number, label: string): Random {
  let hash = 0x811c9dc5;
  for (const character of `${seed}/${label}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  const fill = () => {
    hash = (hash + 0x9e3779b9) | 0;
    let t = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
    t = Math.imul(t ^ (t >>> 15), 0x735a2d97);
    return t ^ (t >>> 15);
  };
  let [a, b, c, counter] = [fill(), fill(), fill(), 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

export const uniform = (random: Random, low: number, high: number) => low + (high - low) * random();

/** A whole number from low to high, both included. */
export const integer = (random: Random, low: number, high: number) =>
  low + Math.floor(random() * (high - low + 1));

export const chance = (random: Random, probability: number) => random() < probability;

/** Box and Muller (1958), one of the pair. */
export function normal(random: Random, mean = 0, deviation = 1): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return mean + deviation * radius * Math.cos(2 * Math.PI * random());
}

/** Knuth's multiplication method, in steps so that a large mean does not underflow. */
export function poisson(random: Random, mean: number): number {
  let [count, left] = [0, mean];
  while (left > 0) {
    const step = Math.min(left, 30);
    left -= step;
    const limit = Math.exp(-step);
    for (let product = random(); product > limit; product *= random()) count += 1;
  }
  return count;
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('Nothing can be picked from an empty list.');
  return found;
}

/** A key with a probability in proportion to its weight. */
export function weighted<Key extends string>(
  random: Random,
  weights: Readonly<Partial<Record<Key, number>>>,
): Key {
  const entries = Object.entries(weights) as [Key, number][];
  let left = random() * entries.reduce((total, [, weight]) => total + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  const last = entries.at(-1);
  if (!last) throw new Error('Nothing can be picked without weights.');
  return last[0];
}

/** All elements in a random order (Fisher and Yates). */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [left, right] = [order[last], order[other]];
    if (left !== undefined && right !== undefined) [order[last], order[other]] = [right, left];
  }
  return order;
}
