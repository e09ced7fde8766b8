// Ordinary least squares with an intercept, for the expected use of provisions (domain.md 14.5). Solved by Householder
// reflections (Golub 1965, Numerische Mathematik 7: 206-216), which keep the digits that normal equations lose.

import { sum } from 'simple-statistics';
import { type Refusal, refuse } from './refusal.ts';

export type Regression = {
  readonly intercept: number;
  /** One per predictor, in the order given. */
  readonly coefficients: readonly number[];
  /** Square root of the residual sum of squares over n - predictors - 1. */
  readonly residualDeviation: number;
  /** Share of the variance that the predictors explain. */
  readonly rSquared: number;
  readonly points: number;
};

/** A predictor is a mixture of the others when this little of it is left (relative to its length). */
const LEAST_LEFT = 1e-9;

/**
 * Fits y on the predictors of each point. Refuses numbers that are not finite, fewer than ten points per predictor
 * (Harrell 2015, Regression Modeling Strategies, section 4.4), and predictors or outcomes that do not vary on their own.
 */
export function fitLinear(
  points: readonly { readonly x: readonly number[]; readonly y: number }[],
): Regression | Refusal {
  const predictors = points[0]?.x.length ?? 0;
  const isSound = points.every(
    ({ x, y }) => x.length === predictors && Number.isFinite(y) && x.every(Number.isFinite),
  );
  if (!isSound || predictors === 0) return refuse('INVALID_VALUE');
  const needed = Math.max(10 * predictors, predictors + 2);
  if (points.length < needed) return refuse('TOO_FEW_POINTS', { points: points.length, needed });
  const columns = [
    points.map(() => 1),
    ...Array.from({ length: predictors }, (_, at) => points.map(({ x }) => x[at] ?? 0)),
  ];
  const y = points.map((point) => point.y);
  const solved = solve(columns, y);
  if (!solved) return refuse('NO_SPREAD');
  const mean = sum(y) / y.length;
  const total = sum(y.map((value) => (value - mean) ** 2));
  if (total <= LEAST_LEFT ** 2 * sum(y.map((value) => value ** 2))) return refuse('NO_SPREAD');
  const [intercept = 0, ...coefficients] = solved;
  const residuals = points.map((point) => point.y - predict({ intercept, coefficients }, point.x));
  const unexplained = sum(residuals.map((residual) => residual ** 2));
  return {
    intercept,
    coefficients,
    residualDeviation: Math.sqrt(unexplained / (points.length - predictors - 1)),
    rSquared: 1 - unexplained / total,
    points: points.length,
  };
}

/** The value that a fit expects at these predictors. */
export const predict = (
  { intercept, coefficients }: Pick<Regression, 'intercept' | 'coefficients'>,
  x: readonly number[],
): number => intercept + sum(coefficients.map((coefficient, at) => coefficient * (x[at] ?? 0)));

/** Coefficients by Householder reflections; null when a column adds nothing to those before it. */
function solve(given: readonly (readonly number[])[], outcome: readonly number[]): number[] | null {
  const columns = given.map((column) => [...column]);
  const y = [...outcome];
  const lengths = columns.map((column) => norm(column, 0));
  for (const [at, column] of columns.entries()) {
    const length = norm(column, at);
    if (length <= LEAST_LEFT * (lengths[at] ?? 0)) return null;
    const head = column[at] ?? 0;
    const mirror = column.map((value, row) => (row < at ? 0 : value));
    mirror[at] = head + (head < 0 ? -length : length);
    const size = sum(mirror.map((value) => value ** 2));
    for (const target of [...columns.slice(at), y]) {
      const step = (2 * sum(mirror.map((value, row) => value * (target[row] ?? 0)))) / size;
      for (let row = at; row < target.length; row += 1) {
        target[row] = (target[row] ?? 0) - step * (mirror[row] ?? 0);
      }
    }
  }
  const coefficients = columns.map(() => 0);
  for (let at = columns.length - 1; at >= 0; at -= 1) {
    const known = sum(coefficients.map((value, other) => value * (columns[other]?.[at] ?? 0)));
    coefficients[at] = ((y[at] ?? 0) - known) / (columns[at]?.[at] ?? 1);
  }
  return coefficients;
}

const norm = (column: readonly number[], from: number) =>
  Math.sqrt(sum(column.slice(from).map((value) => value ** 2)));
