// Gradient-boosted trees for several classes (Friedman 2001, with the second-order leaf of Chen & Guestrin 2016): only
// to measure what could be learnt from the evidence. The product has no such thing.
import { type Random, randomFrom } from './random.ts';

export interface Sample {
  /** Every sample has the same features in the same order; NaN is a value of its own. */
  readonly features: readonly number[];
  /** 0 to classes - 1. */
  readonly label: number;
}

export interface BoostingOptions {
  readonly classes: number;
  readonly rounds: number;
  readonly depth: number;
  readonly rate: number;
  /** Share of the samples and of the features that a tree sees. */
  readonly share: number;
  /** Least sum of second derivatives in a leaf, and what is added to it (ridge). */
  readonly leastWeight: number;
  readonly ridge: number;
}

/** Scores per class, to be compared with one another after a softmax. */
export type Model = (features: readonly number[]) => number[];

interface Tree {
  readonly feature: Int16Array;
  /** Largest bin that goes left. */
  readonly cut: Uint8Array;
  readonly value: Float64Array;
}

const bins = 48;

/** Trees on the differences between what is and what was said, one per class and round. */
export function boost(samples: readonly Sample[], options: BoostingOptions): Model {
  const random = randomFrom(samples.length, 'boosting');
  const width = samples[0]?.features.length ?? 0;
  const edges = Array.from({ length: width }, (_, f) =>
    edgesOf(samples.map((one) => one.features[f] ?? Number.NaN)),
  );
  const binned = edges.map((cuts, f) =>
    Uint8Array.from(samples, (one) => binOf(cuts, one.features[f] ?? Number.NaN)),
  );
  const { classes } = options;
  const scores = Array.from({ length: classes }, () => new Float64Array(samples.length));
  const forest: Tree[][] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const kept = samples.map((_, i) => i).filter(() => random() < options.share);
    const shares = softmaxes(scores, samples.length);
    forest.push(
      scores.map((score, label) => {
        const share = shares[label] ?? new Float64Array();
        const slope = Float64Array.from(
          samples,
          (one, i) => (one.label === label ? 1 : 0) - (share[i] ?? 0),
        );
        const weight = share.map((p) => Math.max(1e-6, p * (1 - p)));
        const tree = grow(binned, slope, weight, kept, options, random);
        for (let i = 0; i < samples.length; i += 1) {
          score[i] = (score[i] ?? 0) + options.rate * leafOf(tree, (f) => binned[f]?.[i] ?? 0);
        }
        return tree;
      }),
    );
  }
  return (features) => {
    const bin = edges.map((cuts, f) => binOf(cuts, features[f] ?? Number.NaN));
    return Array.from({ length: classes }, (_, label) =>
      forest.reduce((sum, trees) => {
        const tree = trees[label];
        return tree ? sum + options.rate * leafOf(tree, (f) => bin[f] ?? 0) : sum;
      }, 0),
    );
  };
}

/** Quantiles, each once. */
function edgesOf(values: readonly number[]): number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const cuts = Array.from(
    { length: bins - 2 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / (bins - 1))] ?? 0,
  );
  return [...new Set(cuts)];
}

/** Bin 0 is NaN. */
function binOf(cuts: readonly number[], value: number): number {
  if (Number.isNaN(value)) return 0;
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

function softmaxes(scores: readonly Float64Array[], length: number): Float64Array[] {
  const shares = scores.map(() => new Float64Array(length));
  for (let i = 0; i < length; i += 1) {
    const most = Math.max(...scores.map((score) => score[i] ?? 0));
    const powers = scores.map((score) => Math.exp((score[i] ?? 0) - most));
    const total = powers.reduce((sum, one) => sum + one, 0);
    for (const [label, one] of powers.entries()) (shares[label] ?? [])[i] = one / total;
  }
  return shares;
}

function leafOf({ feature, cut, value }: Tree, binAt: (feature: number) => number): number {
  let node = 0;
  for (let at = feature[0] ?? -1; at >= 0; at = feature[node] ?? -1) {
    node = 2 * node + (binAt(at) <= (cut[node] ?? 0) ? 1 : 2);
  }
  return value[node] ?? 0;
}

/** One tree, as an array in which node n has children 2n + 1 and 2n + 2; feature -1 is a leaf. */
function grow(
  binned: readonly Uint8Array[],
  slope: Float64Array,
  weight: Float64Array,
  samples: readonly number[],
  { depth, share, leastWeight, ridge }: BoostingOptions,
  random: Random,
): Tree {
  const size = 2 ** (depth + 1) - 1;
  const tree = {
    feature: new Int16Array(size).fill(-1),
    cut: new Uint8Array(size),
    value: new Float64Array(size),
  };
  const features = binned.map((_, f) => f).filter(() => random() < share);
  const split = (node: number, inside: readonly number[]): void => {
    let [slopes, weights] = [0, 0];
    for (const i of inside) {
      slopes += slope[i] ?? 0;
      weights += weight[i] ?? 0;
    }
    tree.value[node] = slopes / (weights + ridge);
    if (2 * node + 2 >= size) return;
    let best = { gain: 1e-6, feature: -1, cut: 0 };
    const own = slopes ** 2 / (weights + ridge);
    for (const f of features) {
      const column = binned[f] ?? new Uint8Array();
      const [slopeIn, weightIn] = [new Float64Array(bins), new Float64Array(bins)];
      for (const i of inside) {
        const bin = column[i] ?? 0;
        slopeIn[bin] = (slopeIn[bin] ?? 0) + (slope[i] ?? 0);
        weightIn[bin] = (weightIn[bin] ?? 0) + (weight[i] ?? 0);
      }
      let [left, leftWeight] = [0, 0];
      for (let cut = 0; cut < bins - 1; cut += 1) {
        left += slopeIn[cut] ?? 0;
        leftWeight += weightIn[cut] ?? 0;
        const rightWeight = weights - leftWeight;
        if (leftWeight < leastWeight || rightWeight < leastWeight) continue;
        const gain =
          left ** 2 / (leftWeight + ridge) + (slopes - left) ** 2 / (rightWeight + ridge) - own;
        if (gain > best.gain) best = { gain, feature: f, cut };
      }
    }
    if (best.feature < 0) return;
    tree.feature[node] = best.feature;
    tree.cut[node] = best.cut;
    const column = binned[best.feature] ?? new Uint8Array();
    split(
      2 * node + 1,
      inside.filter((i) => (column[i] ?? 0) <= best.cut),
    );
    split(
      2 * node + 2,
      inside.filter((i) => (column[i] ?? 0) > best.cut),
    );
  };
  split(0, samples);
  return tree;
}
