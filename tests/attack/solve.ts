// What a reader who knows the rules can hold possible: smallest and largest value of an unknown under all that was
// published, by (integer) linear programming (HiGHS).
import { createRequire } from 'node:module';

type LoadHighs = typeof import('highs').default;
const load = createRequire(import.meta.url)('highs') as LoadHighs;
const highs = await load();

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A linear programme: constraints over named unknowns, whole numbers from 0 to `most`. */
export interface Programme {
  readonly constraints: readonly string[];
  readonly unknowns: readonly string[];
  /** Unknowns that are 0 or 1. */
  readonly choices: readonly string[];
}

/** Largest value any unknown is thought to have: far beyond what a town holds. */
export const most = 60;
const solved = new Map<string, Interval | null>();

/** The feasible interval of a target; null when what was published contradicts itself. */
export function intervalOf(programme: Programme, target: string): Interval | null {
  const { constraints, unknowns, choices } = programme;
  const body = [
    'Subject To',
    ...constraints.map((constraint, at) => ` c${at}: ${constraint}`),
    'Bounds',
    ...unknowns.map((unknown) => ` 0 <= ${unknown} <= ${most}`),
    ...(unknowns.length > 0 ? ['General', ` ${unknowns.join(' ')}`] : []),
    ...(choices.length > 0 ? ['Binary', ` ${choices.join(' ')}`] : []),
    'End',
  ].join('\n');
  const key = `${target}\n${body}`;
  const known = solved.get(key);
  if (known !== undefined) return known;
  const low = highs.solve(`Minimize\n obj: ${target}\n${body}`);
  const high = highs.solve(`Maximize\n obj: ${target}\n${body}`);
  const isSolved = low.Status === 'Optimal' && high.Status === 'Optimal';
  const interval = isSolved
    ? { low: Math.round(low.ObjectiveValue), high: Math.round(high.ObjectiveValue) }
    : null;
  solved.set(key, interval);
  return interval;
}
