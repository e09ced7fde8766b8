// Counts from a municipality's own registers (S6): rounded to fives, and of care users 0 to 7 secret with as many
// cells beside them as it takes (20.10). Done before anything is kept, so that nothing downstream (profile, map,
// benchmark, export, provenance) can hold the count itself. Pure; the secret of the gemeente is given.

import type { SmallCounts } from '../codes/figures.ts';
import { type CellIdentity, roundRandomly } from '../statistics/random-rounding.ts';
import { isRefused } from '../statistics/refusal.ts';

/** Care counts up to this are secret. */
export const largestSecret = 7;
/** Rounding moves a count by at most this. */
const largestError = 4;
/** A care count of 8 or 9 shown as 5 would be known to be 8 or 9, for 5 to 7 are secret. */
const smallestShownCare = 10;

/** The count as it may be known: a multiple of five, null when it is secret. Undefined: it is no count at all. */
export function protectCount(
  rule: SmallCounts,
  count: number,
  cell: CellIdentity,
  secret: string,
): number | null | undefined {
  const rounded = roundRandomly({ count, cell, isRoundedAtSource: false }, secret);
  if (isRefused(rounded)) return undefined;
  if (rule === 'OWN_COUNT') return rounded;
  return count <= largestSecret ? null : Math.max(rounded, smallestShownCare);
}

/** One place in a table of care counts; null: secret. */
export interface CareCell {
  readonly code: string;
  /** The place it is part of; null when that has no total. */
  readonly parent: string | null;
  readonly shown: number | null;
}

/**
 * Places to make secret as well, so that no secret count can be worked out from its total: what a reader who knows
 * the rounding can hold possible must cover all of 0 to 7. First the smallest count beside it, then the total, and
 * so on upward. A count that is only hidden for another's sake never stands alone under a shown total.
 */
export function suppressBeside(cells: readonly CareCell[]): ReadonlySet<string> {
  const shown = new Map(cells.map((cell) => [cell.code, cell.shown]));
  const hidden = new Set<string>();
  const parents = [...new Set(cells.flatMap(({ parent }) => parent ?? []))];
  for (let isStable = false; !isStable; ) {
    isStable = true;
    for (const parent of parents) {
      const total = shown.get(parent) ?? null;
      if (total === null) continue;
      const parts = cells.filter((cell) => cell.parent === parent);
      const open = parts.filter((part) => (shown.get(part.code) ?? null) !== null);
      if (isSafe(total, parts, open, shown, hidden)) continue;
      const [smallest] = open.sort(
        (a, b) => (a.shown ?? 0) - (b.shown ?? 0) || (a.code < b.code ? -1 : 1),
      );
      const chosen = smallest?.code ?? parent;
      shown.set(chosen, null);
      hidden.add(chosen);
      isStable = false;
    }
  }
  return hidden;
}

function isSafe(
  total: number,
  parts: readonly CareCell[],
  open: readonly CareCell[],
  shown: ReadonlyMap<string, number | null>,
  hidden: ReadonlySet<string>,
): boolean {
  const secrets = parts.length - open.length;
  if (secrets === 0) return true;
  const hasSecondary = parts.some((part) => hidden.has(part.code));
  if (hasSecondary && secrets === 1) return false;
  const sum = (move: number) =>
    open.reduce((all, part) => all + Math.max(0, (shown.get(part.code) ?? 0) + move), 0);
  const most = total + largestError - sum(-largestError);
  if (most < largestSecret) return false;
  // Beside a secondary one, of which nothing is known, a secret count can always be 0.
  if (hasSecondary) return true;
  return total - largestError - sum(largestError) - (secrets - 1) * largestSecret <= 0;
}
