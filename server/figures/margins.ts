// The margins of one figure: those of the source, or an interval from the counts behind a share (Wilson) or rate (Byar),
// domain 20.1 and 20.2. Never from a modelled percentage. Pure.
import type { MeasureKind, Provenance } from '../codes/figures.ts';
import { byarInterval, type Interval, wilsonInterval } from '../statistics/intervals.ts';
import { isRefused } from '../statistics/refusal.ts';
import type { FigureCell } from './packing.ts';
import { perOf } from './rates.ts';

export const marginRefusals = [
  'NO_VALUE',
  'NOT_A_SHARE_OR_RATE',
  'MODELLED',
  'CONVERTED',
  'NO_DENOMINATOR',
  'NUMERATOR_ABOVE_DENOMINATOR',
] as const;
export type MarginRefusal = (typeof marginRefusals)[number];

export const marginMethods = ['SOURCE', 'WILSON', 'BYAR', 'POISSON_EXACT'] as const;

interface KnownMargins {
  readonly refused: null;
  /** 95% bounds in the unit of the value. */
  readonly lower: number;
  readonly upper: number;
  readonly method: 'SOURCE' | Interval['method'];
  /** Count behind the figure; null for bounds of the source. */
  readonly numerator: number | null;
  /** What it is counted among; null for bounds of the source. */
  readonly denominator: number | null;
  /** The counts are multiples of five, as rounding by a source leaves them: the interval leaves that rounding out. */
  readonly leavesRoundingOut: boolean;
}

export type Margins = KnownMargins | { readonly refused: MarginRefusal };

const refused = (why: MarginRefusal): Margins => ({ refused: why });

/** The margins of a figure, or why it has none; the provenance is that of the indicator, before anything was worked out. */
export function marginsOf(
  cell: FigureCell,
  { measureKind, provenance }: { measureKind: MeasureKind; provenance: Provenance },
): Margins {
  if (cell.state !== 'OK') return refused('NO_VALUE');
  const { value, lower, upper, denominator } = cell;
  if (lower !== null && upper !== null) {
    const none = { numerator: null, denominator: null, leavesRoundingOut: false };
    return { refused: null, lower, upper, method: 'SOURCE', ...none };
  }
  if (provenance === 'MODELLED') return refused('MODELLED');
  return countedMargins(value, denominator, measureKind);
}

/** Interval from the counts behind a share or rate; a share or rate only, with a base above 0. */
export function countedMargins(
  value: number,
  denominator: number | null,
  measureKind: MeasureKind,
): Margins {
  const per = perOf[measureKind];
  if (per === undefined) return refused('NOT_A_SHARE_OR_RATE');
  const people = Math.round(denominator ?? 0);
  if (!(people > 0)) return refused('NO_DENOMINATOR');
  const numerator = Math.round((value * people) / per);
  const isShare = measureKind === 'PERCENT';
  const interval = isShare ? wilsonInterval(numerator, people) : byarInterval(numerator);
  if (isRefused(interval)) return refused('NUMERATOR_ABOVE_DENOMINATOR');
  const scale = isShare ? per : per / people;
  return {
    refused: null,
    lower: interval.lower * scale,
    upper: interval.upper * scale,
    method: interval.method,
    numerator,
    denominator: people,
    leavesRoundingOut: numerator % 5 === 0 && people % 5 === 0,
  };
}
