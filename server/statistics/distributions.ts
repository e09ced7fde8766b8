// Probabilities of the normal and chi-squared distributions, to about 1e-11.
// simple-statistics has a normal table of four digits that ends at 3.09, a probit off by 0.003 at
// 0.975 and no chi-squared quantile, so only its gammaln (Lanczos, about 1e-15) is used.

import { gammaln } from 'simple-statistics';

/** z of a two-sided 95% interval, as domain.md fixes it. */
export const Z_95 = 1.959964;

const PRECISION = 1e-16;
const MOST_TERMS = 10_000;

/**
 * Regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P, each from its own expansion
 * so that small tails keep their digits: the series for x < a + 1, else Legendre's continued
 * fraction by Lentz's method (Press et al., Numerical Recipes, 3rd ed. 2007, section 6.2).
 */
function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  const factor = Math.exp(a * Math.log(x) - x - gammaln(a));
  if (x < a + 1) {
    const lower = factor * gammaSeries(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = factor * gammaFraction(a, x);
  return { lower: 1 - upper, upper };
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let total = term;
  for (let n = 1; n < MOST_TERMS && term > total * PRECISION; n += 1) {
    term *= x / (a + n);
    total += term;
  }
  return total;
}

function gammaFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b || tiny);
    c = b + an / c || tiny;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return fraction;
}

/** P(|Z| >= |z|) for a standard normal Z; far tails stay exact in relative terms. */
export function twoSidedNormalP(z: number): number {
  return incompleteGamma(0.5, (z * z) / 2).upper;
}

/**
 * The x with P(chi-squared with `degrees` degrees of freedom <= x) = probability, which lies
 * between 0 and 1, by bisection of P(degrees/2, x/2): slow next to Newton, but it cannot miss.
 */
export function chiSquaredQuantile(probability: number, degrees: number): number {
  const cumulative = (x: number) => incompleteGamma(degrees / 2, x / 2).lower;
  let low = 0;
  let high = Math.max(1, degrees);
  while (cumulative(high) < probability && high < Number.MAX_SAFE_INTEGER) high *= 2;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (cumulative(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
