// Is a wijk reported on a theme more than its reporting explains? The information component of WHO-UMC with
// shrinkage (Norén, Hopstadius & Bate 2013; chapter 20.6) over organisations, not notes. It measures share, not
// severity; it never lowers a signal and never replaces coverage. Pure.
import type { VoiceTotals } from './notes/totals.ts';
import { informationComponent } from './statistics/information-component.ts';
import { isRefused } from './statistics/refusal.ts';

export type DisproportionalityRefusal =
  | 'NOT_SHOWN'
  | 'TOTAL_TOO_SMALL'
  | 'TOO_FEW_WIJKEN'
  | 'TOO_FEW_THEMES'
  | 'MASKING';

export interface Disproportionality {
  /** IC025 above 0; null when it was not worked out. */
  readonly isDisproportionate: boolean | null;
  /** Rounded to a tenth, so that the counts behind it cannot be worked out. */
  readonly ic: number | null;
  readonly ic025: number | null;
  readonly refused: DisproportionalityRefusal | null;
}

/** Defaults of 20.6. */
const fewestVoices = 50;
const fewestRows = 3;
const largestShare = 0.5;

/** For a signal that may be shown; expected from wijk total x theme total / grand total. */
export function disproportionalityOf(
  observed: number,
  placeTotal: number,
  themeTotal: number,
  totals: VoiceTotals,
): Disproportionality {
  const places = Object.values(totals.byPlace);
  const themes = Object.values(totals.byTheme);
  if (totals.total < fewestVoices) return refusedBy('TOTAL_TOO_SMALL');
  if (places.length < fewestRows) return refusedBy('TOO_FEW_WIJKEN');
  if (themes.length < fewestRows) return refusedBy('TOO_FEW_THEMES');
  // One wijk or theme with most of the voices hides every other: say so instead of a flag.
  if (Math.max(...places, ...themes) > largestShare * totals.total) return refusedBy('MASKING');
  const found = informationComponent(observed, (placeTotal * themeTotal) / totals.total);
  if (isRefused(found)) return refusedBy('TOTAL_TOO_SMALL');
  return {
    isDisproportionate: found.ic025 > 0,
    ic: tenth(found.ic),
    ic025: tenth(found.ic025),
    refused: null,
  };
}

const tenth = (value: number) => Math.round(value * 10) / 10;

export const refusedBy = (refused: DisproportionalityRefusal): Disproportionality => ({
  isDisproportionate: null,
  ic: null,
  ic025: null,
  refused,
});
