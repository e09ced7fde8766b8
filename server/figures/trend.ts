// The tested trend of a series (Mann-Kendall, Sen), over the part after its last break: a definition that changed, and a
// border, where the series itself begins. Pure.
import type { PlaceLinkKind } from '../codes/figures.ts';
import { isRefused } from '../statistics/refusal.ts';
import { type Trend as TestedTrend, testTrend } from '../statistics/trend.ts';
import type { Indicator } from './catalogue.ts';
import type { FigureCell } from './packing.ts';

export const trendRefusals = [
  'TOO_FEW_POINTS',
  'MODELLED',
  'DEFINITION_BREAK',
  'BORDER_BREAK',
] as const;
export type TrendRefusal = (typeof trendRefusals)[number];

/** A border that changed: figures of division years before it are of another area. */
export interface BorderBreak {
  /** First division year on the new side. */
  readonly year: number;
  readonly kind: PlaceLinkKind;
}

/** Where a series stops, seen from its newest figure. */
export interface SeriesBreak {
  readonly year: number;
  readonly kind: 'BORDER' | 'DEFINITION';
  /** How the place follows its predecessor; null for a definition. */
  readonly link: PlaceLinkKind | null;
}

export interface Trend {
  /** RISING, FALLING or NO_CLEAR_CHANGE; null when no trend was tested. */
  readonly change: TestedTrend['change'] | null;
  readonly refused: TrendRefusal | null;
  readonly slopePerYear: number | null;
  readonly p: number | null;
  /** Years with a value after the last break. */
  readonly points: number;
  readonly method: TestedTrend['method'] | null;
  /** First and last of those years; null without any. */
  readonly from: number | null;
  readonly until: number | null;
  readonly breaks: readonly SeriesBreak[];
}

interface Point {
  readonly cell: FigureCell;
  readonly period: number;
}

/** Tests the known values after the last break; refused for modelled figures and with fewer than five of them. */
export function trendOf(
  indicator: Pick<Indicator, 'provenance' | 'breakYears'>,
  series: readonly Point[],
  borders: readonly BorderBreak[],
): Trend {
  const known = series.flatMap(({ cell, period }) =>
    cell.state === 'OK' ? [{ year: period, value: cell.value }] : [],
  );
  const [first, last] = [known[0]?.year ?? 0, known.at(-1)?.year ?? 0];
  const definitions = indicator.breakYears.filter((year) => year > first && year <= last);
  const points = known.filter(({ year }) => year >= Math.max(first, ...definitions));
  const breaks = [
    ...borders.map(({ year, kind }) => ({ year, kind: 'BORDER' as const, link: kind })),
    ...definitions.map((year) => ({ year, kind: 'DEFINITION' as const, link: null })),
  ].sort((a, b) => a.year - b.year);
  const span = {
    points: points.length,
    from: points[0]?.year ?? null,
    until: points.at(-1)?.year ?? null,
    breaks,
  };
  if (indicator.provenance === 'MODELLED') return refused('MODELLED', span);
  const tested = testTrend(points);
  if (isRefused(tested)) return refused(whyTooFew(breaks), span);
  const { change, slope, p, method } = tested;
  return { change, refused: null, slopePerYear: slope, p, method, ...span };
}

const refused = (
  why: TrendRefusal,
  span: Pick<Trend, 'points' | 'from' | 'until' | 'breaks'>,
): Trend => ({
  ...{ change: null, refused: why, slopePerYear: null, p: null, method: null },
  ...span,
});

/** The break that cut the series short, if one did. */
function whyTooFew(breaks: readonly SeriesBreak[]): TrendRefusal {
  const [last] = breaks.slice(-1);
  if (!last) return 'TOO_FEW_POINTS';
  return last.kind === 'BORDER' ? 'BORDER_BREAK' : 'DEFINITION_BREAK';
}
