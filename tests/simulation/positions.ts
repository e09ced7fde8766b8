// From the figures of a town to a position per indicator and wijk, through the product's own statistics: what
// publishing an edition works out once (benchmarks, adjusted p) and reading a profile then uses.
import type { FigureCell } from '../../server/figures/packing.ts';
import { type IndicatorPosition, positionOf } from '../../server/figures/position.ts';
import type { BenchmarkRow } from '../../server/figures/rows.ts';
import { differenceTest } from '../../server/statistics/difference.ts';
import { benjaminiHochberg } from '../../server/statistics/false-discovery.ts';
import { isRefused } from '../../server/statistics/refusal.ts';
import { robustPosition } from '../../server/statistics/robust-z.ts';
import type { Reference, SimFigure, SimIndicator } from './monitors.ts';
import type { ObservedTown } from './town.ts';

export interface PlacedIndicator {
  readonly indicator: SimIndicator;
  /** Per wijk. */
  readonly positions: readonly IndicatorPosition[];
}

export function placeIndicators({ monitors }: ObservedTown): PlacedIndicator[] {
  return monitors.indicators.map((indicator, i) => {
    const figures = monitors.figures[i] ?? [];
    const reference = monitors.references[i] ?? { gemeente: null, elsewhere: [] };
    const known = figures.flatMap((figure) => figure.value ?? []);
    const benchmarks = {
      gemeente: benchmarkOf('GM', known),
      country: benchmarkOf('NL00', [...known, ...reference.elsewhere]),
    };
    const adjusted = adjustedPs(figures, reference);
    return {
      indicator,
      positions: figures.map((figure, wijk) =>
        positionOf(indicator, cellOf(figure), 1, benchmarks, adjusted[wijk] ?? null),
      ),
    };
  });
}

function cellOf({ state, value }: SimFigure): FigureCell {
  return state === 'OK' && value !== null
    ? { state, value, releaseStatus: 'DEFINITIVE', lower: null, upper: null, denominator: null }
    : { state: 'MISSING', value: null, reason: null, basis: 'SOURCE' };
}

function benchmarkOf(gemeenteCode: string, values: readonly number[]): BenchmarkRow | undefined {
  const found = robustPosition(values);
  if (isRefused(found)) return undefined;
  return {
    gemeenteCode,
    editionId: 1,
    wijken: found.count,
    counts: [found.count],
    medians: [found.median],
    deviations: [found.mad],
    quintiles: found.quintiles,
  };
}

/** Difference from the gemeente per wijk (20.3), adjusted over its wijken (20.5); null without margins. */
function adjustedPs(figures: readonly SimFigure[], { gemeente }: Reference): (number | null)[] {
  const tested = figures.map((figure) => {
    if (figure.value === null || gemeente === null) return null;
    const { value, lower, upper } = figure;
    const difference = differenceTest({ value, lower, upper }, gemeente);
    return isRefused(difference) ? null : difference.p;
  });
  const adjusted = benjaminiHochberg(tested.filter((p) => p !== null));
  if (isRefused(adjusted)) return tested;
  let next = 0;
  return tested.map((p) => (p === null ? null : (adjusted.adjusted[next++] ?? null)));
}
