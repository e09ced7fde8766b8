// How much a word sounds like the name of a person and how little like Dutch, for the names that no list knows. A
// logistic regression over the letters of a word in pieces of two to five, learned by `npm run screen:learn`; the
// names that it would miss are known by a Bloom filter beside it, and the Dutch words, places and brands that either
// would take for a name by a second one. The sound alone decides nothing; what stands around the word must fit too.
import { packedNames, packedOthers, packedWeights, unit } from './name-sound-weights.ts';

/** As many weights as pieces are hashed to. */
export const weightCount = 1 << 15;
const shortest = 2;
const longest = 5;
/** Bits of the filter that each word sets. */
export const filterProbes = 7;
/** The lowest score that any rule asks for: words of others above it are in their filter. */
export const lowestScore = -1;
/** The score of a name that is in the filter of names, where every name below it is. */
export const filterScore = 2;

/** FNV-1a, of `text` from `start` to `end`. */
function hash(text: string, start: number, end: number, seed: number): number {
  let value = seed;
  for (let at = start; at < end; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 0;
}

/** The numbers of the weights that the letters of a word ask for, "^" its start and "$" its end. */
export function piecesOf(key: string): number[] {
  const framed = `^${key}$`;
  const pieces: number[] = [];
  for (let start = 0; start < framed.length; start += 1)
    for (let end = start + shortest; end <= Math.min(framed.length, start + longest); end += 1)
      pieces.push(hash(framed, start, end, 0x811c9dc5) % weightCount);
  return pieces;
}

/** The bits of a filter of `size` bits that stand for a word. */
export function probesOf(key: string, size: number): number[] {
  const first = hash(key, 0, key.length, 0x9747b28c);
  const step = hash(key, 0, key.length, 0x1b873593) | 1;
  return Array.from({ length: filterProbes }, (_, at) => ((first + at * step) >>> 0) % size);
}

/** Whether a filter holds a word; of what it never held, one in some hundred. */
export function isHeld(filter: Uint8Array, key: string): boolean {
  return probesOf(key, filter.length * 8).every(
    (bit) => ((filter[bit >> 3] ?? 0) >> (bit & 7)) & 1,
  );
}

interface Sound {
  weights: Int8Array;
  names: Uint8Array;
  others: Uint8Array;
}

let sound: Sound | undefined;

function unpack(): Sound {
  const letters = packedWeights.replace(/\s/g, '');
  return {
    weights: Int8Array.from(letters, (letter) => letter.charCodeAt(0) - 77),
    names: bytesOf(packedNames),
    others: bytesOf(packedOthers),
  };
}

const bytesOf = (packed: string) =>
  Uint8Array.from(atob(packed.replace(/\s/g, '')), (one) => one.charCodeAt(0));

const heard = new Map<string, number>();
/** Words remembered, so that a note typed further need not be heard again. */
const mostHeard = 2000;

/**
 * Above 1 a word is rather a name, above 2 hardly Dutch; minus nine for a word that is known to be something else, and
 * for what is too short or too long to tell.
 */
export function nameSound(key: string): number {
  const known = heard.get(key);
  if (known !== undefined) return known;
  if (heard.size >= mostHeard) heard.clear();
  const score = listen(key);
  heard.set(key, score);
  return score;
}

function listen(key: string): number {
  if (!/^[a-z]{3,16}$/.test(key)) return -9;
  sound ??= unpack();
  const { weights, names, others } = sound;
  let sum = 0;
  for (const piece of piecesOf(key)) sum += weights[piece] ?? 0;
  const heardScore = sum * unit;
  const score = heardScore < filterScore && isHeld(names, key) ? filterScore : heardScore;
  return score >= lowestScore && isHeld(others, key) ? -9 : score;
}
