// Where a wijk stands on one indicator among comparable wijken: robust z and fifth (chapters 14.2 and 20.4).
import type { Indicator } from './catalogue.ts';
import type { FigureCell } from './packing.ts';
import type { BenchmarkRow } from './rows.ts';

export const positionBases = ['GEMEENTE', 'COUNTRY'] as const;
export type PositionBasis = (typeof positionBases)[number];

export const positionRefusals = [
  'NO_VALUE',
  'COUNT_NOT_COMPARED',
  'TOO_FEW_WIJKEN',
  'NO_SPREAD',
] as const;
export type PositionRefusal = (typeof positionRefusals)[number];

export interface KnownPosition {
  readonly refused: null;
  /** Robust z: (value - median) / (1.4826 x MAD). */
  readonly z: number;
  /** The same, signed so that + is concern; null for an indicator without judgement. */
  readonly signedZ: number | null;
  readonly basis: PositionBasis;
  readonly median: number;
  readonly deviation: number;
  readonly wijken: number;
  /** Fifth among those wijken, 1 the lowest values. */
  readonly fifth: number;
  /** p of the difference from the gemeente, adjusted for false discoveries; null without margins. */
  readonly adjustedP: number | null;
}

export type IndicatorPosition = KnownPosition | { readonly refused: PositionRefusal };

/** Fewest wijken with a value that a position is worked out against (20.4). */
const fewestWijken = 8;
/** Makes the median absolute deviation comparable with a standard deviation (20.4). */
const madScale = 1.4826;

/** Position against the wijken of the gemeente, else of the country; both from the figure's own edition. */
export function positionOf(
  indicator: Pick<Indicator, 'measureKind' | 'direction'>,
  cell: FigureCell,
  slot: number,
  benchmarks: {
    readonly gemeente?: BenchmarkRow | undefined;
    readonly country?: BenchmarkRow | undefined;
  },
  adjustedP: number | null,
): IndicatorPosition {
  if (indicator.measureKind === 'COUNT') return { refused: 'COUNT_NOT_COMPARED' };
  if (cell.state !== 'OK') return { refused: 'NO_VALUE' };
  const inGemeente = against('GEMEENTE', benchmarks.gemeente, slot);
  const reference =
    inGemeente.refused === null ? inGemeente : against('COUNTRY', benchmarks.country, slot);
  if (reference.refused !== null) return { refused: inGemeente.refused ?? reference.refused };
  const z = (cell.value - reference.median) / (madScale * reference.deviation);
  return {
    ...reference,
    z,
    signedZ: signed(indicator.direction, z),
    fifth: 1 + reference.cuts.filter((cut) => cell.value > cut).length,
    adjustedP,
  };
}

function signed(direction: Indicator['direction'], z: number): number | null {
  if (direction === 'NEUTRAL') return null;
  return direction === 'HIGH_IS_CONCERN' ? z : -z;
}

function against(basis: PositionBasis, row: BenchmarkRow | undefined, slot: number) {
  const at = slot - 1;
  const wijken = row?.counts[at] ?? 0;
  const median = row?.medians[at] ?? null;
  const deviation = row?.deviations[at] ?? null;
  if (row === undefined || wijken < fewestWijken || median === null || deviation === null) {
    return { refused: 'TOO_FEW_WIJKEN' as const };
  }
  // A deviation that is only rounding dust of the numbers themselves is no spread.
  if (deviation <= Math.abs(median) * 1e-12) return { refused: 'NO_SPREAD' as const };
  const cuts = row.quintiles.slice(at * 4, at * 4 + 4).filter((cut) => cut !== null);
  return { refused: null, basis, wijken, median, deviation, cuts };
}
