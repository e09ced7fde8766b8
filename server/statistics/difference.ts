// Does a figure differ from its reference, when the source gives 95% margins (domain.md 20.3)?
// Never by looking whether intervals overlap: that is not a test. Many tests on one screen go
// through false-discovery.ts.

import { twoSidedNormalP, Z_95 } from './distributions.ts';
import { isRefused, type Refusal, refuse } from './refusal.ts';

/** Bounds are a 95% interval in the unit of the value; null where the source gives none. */
export type FigureWithMargins = {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** `d` in standard errors, positive when the figure lies above the reference; `p` two-sided. */
export type Difference = { readonly d: number; readonly p: number };

/**
 * z-test of two independent estimates, with standard errors read back from the margins (Altman &
 * Bland 2003, BMJ 326: 219). A wijk is part of its gemeente, so against the gemeente it is usually
 * cautious. Refuses without margins, with bounds that do not enclose the value, and when neither
 * side has any margin to speak of.
 */
export function differenceTest(
  figure: FigureWithMargins,
  reference: FigureWithMargins,
): Difference | Refusal {
  const first = standardError(figure);
  if (isRefused(first)) return first;
  const second = standardError(reference);
  if (isRefused(second)) return second;
  const error = Math.hypot(first, second);
  if (error === 0) return refuse('NO_SPREAD');
  const d = (figure.value - reference.value) / error;
  return { d, p: twoSidedNormalP(d) };
}

function standardError({ value, lower, upper }: FigureWithMargins): number | Refusal {
  if (lower === null || upper === null) return refuse('NO_MARGINS');
  if (!Number.isFinite(value) || !Number.isFinite(lower) || !Number.isFinite(upper)) {
    return refuse('INVALID_VALUE');
  }
  if (lower > value || value > upper) return refuse('INVALID_MARGINS', { value, lower, upper });
  return (upper - lower) / (2 * Z_95);
}
