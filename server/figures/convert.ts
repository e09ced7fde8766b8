// Converts a figure over a border from the parts of earlier places: counts add up, a share or rate is worked out anew from
// its converted numerator and denominator. Medians, averages, scores, distances and amounts have no parts and are refused, as are
// modelled figures. What comes out is an estimate. Pure.
import type { Contribution } from '../places/conversion.ts';
import type { Indicator } from './catalogue.ts';
import type { FigureCell } from './packing.ts';
import { perOf } from './rates.ts';

export const conversionRefusals = [
  'NOTHING_TO_CONVERT',
  'NO_TABLE',
  'NOT_ADDITIVE',
  'NO_PARTS',
  'MODELLED',
] as const;
export type ConversionRefusal = (typeof conversionRefusals)[number];

/** Whether an indicator may be converted at all; null when it may. */
export function refusesConversion(indicator: Indicator): ConversionRefusal | null {
  if (indicator.provenance === 'MODELLED') return 'MODELLED';
  const { measureKind } = indicator;
  return measureKind === 'COUNT' || perOf[measureKind] !== undefined ? null : 'NOT_ADDITIVE';
}

export interface Part extends Pick<Contribution, 'share'> {
  /** Undefined: the edition has no row of that place. */
  readonly cell: FigureCell | undefined;
}

/**
 * The figure of the later place. A part without a value gives its state to the whole, a part that was not delivered makes
 * it MISSING across the border; a rate without denominators is refused. Not rounded, so that nothing is lost.
 */
export function convert(
  indicator: Indicator,
  parts: readonly Part[],
): FigureCell | ConversionRefusal {
  const per = perOf[indicator.measureKind];
  let numerator = 0;
  let people = 0;
  const statuses = new Set<string>();
  for (const { cell, share } of parts) {
    if (!cell) return { state: 'MISSING', value: null, reason: 'BOUNDARY_BREAK', basis: 'RULE' };
    if (cell.state !== 'OK') return { ...cell, basis: 'RULE' };
    statuses.add(cell.releaseStatus);
    if (per === undefined) {
      numerator += share * cell.value;
      continue;
    }
    if (cell.denominator === null) return 'NO_PARTS';
    numerator += (share * (cell.value * cell.denominator)) / per;
    people += share * cell.denominator;
  }
  if (per !== undefined && people <= 0) {
    return { state: 'MISSING', value: null, reason: 'NOT_APPLICABLE', basis: 'RULE' };
  }
  const status = (['PROVISIONAL', 'REVISED_PROVISIONAL'] as const).find((one) => statuses.has(one));
  return {
    state: 'OK',
    value: per === undefined ? numerator : (per * numerator) / people,
    releaseStatus: status ?? 'DEFINITIVE',
    lower: null,
    upper: null,
    denominator: per === undefined ? null : people,
  };
}
