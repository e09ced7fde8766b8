// Which of many tests may be called findings (domain.md 20.5). The family is all tests of one
// indicator and period in the gemeente; the caller keeps families apart.

import { type Refusal, refuse } from './refusal.ts';

/** Both lists stand in the order of the p-values that came in. */
export type FalseDiscovery = {
  readonly adjusted: readonly number[];
  readonly findings: readonly boolean[];
};

/**
 * Benjamini-Hochberg step-up (1995, J. R. Statist. Soc. B 57: 289-300): among the findings at most
 * a share `q` is expected to be chance. Refuses an empty family, since a robust z gives no p-value,
 * and numbers outside 0..1.
 */
export function benjaminiHochberg(pValues: readonly number[], q = 0.05): FalseDiscovery | Refusal {
  const k = pValues.length;
  if (k === 0) return refuse('NO_P_VALUES');
  if (!(q > 0 && q < 1) || !pValues.every((p) => p >= 0 && p <= 1)) {
    return refuse('INVALID_VALUE', { k, q });
  }
  const ascending = pValues
    .map((_p, index) => index)
    .sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1));
  const adjusted = new Array<number>(k).fill(1);
  const findings = new Array<boolean>(k).fill(false);
  let smallest = 1;
  let hasPassed = false;
  // From the largest down, so that each takes the best of all that come after it.
  for (let rank = k; rank > 0; rank -= 1) {
    const index = ascending[rank - 1] ?? 0;
    const p = pValues[index] ?? 1;
    smallest = Math.min(smallest, p * (k / rank));
    hasPassed ||= p <= (rank * q) / k;
    adjusted[index] = smallest;
    findings[index] = hasPassed;
  }
  return { adjusted, findings };
}
