// Do people who code the same field note agree on its theme or kind (domain.md 20.11)?
// Nominal codes only. A suggestion of a machine is no coder: leave it out.

import { sum } from 'simple-statistics';
import { type Refusal, refuse } from './refusal.ts';

/** `codings` counts those in notes coded twice or more; alpha: 1 full agreement, 0 chance. */
export type Agreement = {
  readonly alpha: number;
  readonly codings: number;
  readonly units: number;
  readonly verdict: 'RELIABLE' | 'TENTATIVE' | 'UNRELIABLE';
};

/**
 * Krippendorff's alpha for nominal data (Krippendorff 2004, Content Analysis, 2nd ed., chapter 11
 * and p. 241 for the limits 0.800 and 0.667). Each unit is one note with the codes it got, in any
 * order; notes coded once say nothing about agreement and drop out. Refuses fewer than
 * `minimumUnits` notes coded twice, and one code only: nothing varies, so nothing is agreed on.
 */
export function krippendorffAlpha(
  units: readonly (readonly string[])[],
  minimumUnits = 20,
): Agreement | Refusal {
  const pairable = units.filter((codes) => codes.length >= 2);
  if (pairable.length < Math.max(1, minimumUnits)) {
    return refuse('TOO_FEW_UNITS', { units: pairable.length, needed: minimumUnits });
  }
  const agreeing = sum(pairable.map((codes) => samePairs(codes) / (codes.length - 1)));
  const all = pairable.flat();
  const n = all.length;
  const expected = samePairs(all);
  if (expected === n * (n - 1)) return refuse('ONE_CODE_ONLY', { units: pairable.length });
  const alpha = ((n - 1) * agreeing - expected) / (n * (n - 1) - expected);
  return { alpha, codings: n, units: pairable.length, verdict: verdict(alpha) };
}

/** Ordered pairs of equal codes: the sum of n_c (n_c - 1). */
function samePairs(codes: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return sum([...counts.values()].map((count) => count * (count - 1)));
}

function verdict(alpha: number): Agreement['verdict'] {
  if (alpha >= 0.8) return 'RELIABLE';
  return alpha >= 0.667 ? 'TENTATIVE' : 'UNRELIABLE';
}
