// Logistic regression over the letters of words, in pieces of two to five, each piece hashed to one of a fixed number
// of weights. Learned by plain stochastic descent with a fixed order, so that the same lists give the same weights.
import { piecesOf, weightCount } from '../../server/privacy/screening/name-sound.ts';

export interface Example {
  readonly key: string;
  readonly isName: boolean;
  /** How much it counts. */
  readonly share: number;
}

const rounds = 12;
const firstRate = 0.35;
/** Pulls weights that tell little to zero, which zips well. */
const pull = 0.0000016;

export function learn(examples: readonly Example[]): Float64Array {
  const weights = new Float64Array(weightCount);
  const squares = new Float64Array(weightCount).fill(1);
  const order = shuffled(examples);
  for (let round = 0; round < rounds; round += 1) {
    for (const { key, isName, share } of order) {
      const pieces = piecesOf(key);
      let score = 0;
      for (const piece of pieces) score += weights[piece] ?? 0;
      const slope = (1 / (1 + Math.exp(-score)) - (isName ? 1 : 0)) * share;
      for (const piece of pieces) {
        const weight = weights[piece] ?? 0;
        const square = (squares[piece] ?? 1) + slope * slope;
        squares[piece] = square;
        const next = weight - (firstRate / Math.sqrt(square)) * slope;
        weights[piece] = Math.sign(next) * Math.max(0, Math.abs(next) - pull * firstRate);
      }
    }
  }
  return weights;
}

/** The same order every time: by a generator with a fixed seed. */
export function shuffled<T>(list: readonly T[]): T[] {
  const order = [...list];
  let seed = 20_240_229;
  for (let at = order.length - 1; at > 0; at -= 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const other = seed % (at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}
