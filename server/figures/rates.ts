// How a figure came about, typed: as delivered, a rate worked out from counts of the same edition and period, or converted
// over a border. The words in `edition_columns.derivation` follow one grammar, written and read here. Pure.
import type { MeasureKind } from '../codes/figures.ts';
import type { Edition, EditionColumn, Indicator } from './catalogue.ts';
import { type FigureCell, type PackedRow, unpackCell } from './packing.ts';

/** How many people or things a relative measure is expressed per; a measure that is not here has no counts behind it. */
export const perOf: Readonly<Partial<Record<MeasureKind, number>>> = {
  PERCENT: 100,
  PER_1000: 1000,
  PER_10000: 10_000,
};

/** `per` times the numerator by the sum of the denominators: indicators of the same edition, segment and period. */
export interface Rate {
  readonly numeratorKey: string;
  readonly per: number;
  readonly denominatorKeys: readonly string[];
}

/** `social-assistance per 1000 of population`: what `edition_columns.derivation` keeps of a rate. */
export const rateText = ({ numeratorKey, per, denominatorKeys }: Rate) =>
  `${numeratorKey} per ${per} of ${denominatorKeys.join(' + ')}`;

/** The rate that these words describe; undefined for a figure as delivered. */
export function readRate(text: string): Rate | undefined {
  const [, numeratorKey, per, denominators] = /^(\S+) per (\d+) of (.+)$/.exec(text) ?? [];
  if (!numeratorKey || !denominators) return undefined;
  return { numeratorKey, per: Number(per), denominatorKeys: denominators.split(' + ') };
}

export const methodKinds = ['AS_DELIVERED', 'RATE_FROM_COUNTS', 'CONVERTED'] as const;
export type MethodKind = (typeof methodKinds)[number];

/** One figure that went into another. */
export interface MethodInput {
  readonly role: 'NUMERATOR' | 'DENOMINATOR';
  readonly indicator: Indicator;
  /** Null where the parts were not read along, as on a map. */
  readonly cell: FigureCell | null;
}

export interface Method {
  readonly kind: MethodKind;
  /** In words; empty when as delivered. */
  readonly formula: string;
  readonly per: number | null;
  readonly inputs: readonly MethodInput[];
}

/** How the figure in a column came about, with its inputs from the same row. */
export function methodOf(
  derivation: string,
  at: {
    readonly edition: Edition;
    readonly column: EditionColumn;
    readonly row?: PackedRow;
  } | null,
): Method {
  const rate = readRate(derivation);
  if (!rate) {
    const kind = derivation === '' ? 'AS_DELIVERED' : 'CONVERTED';
    return { kind, formula: derivation, per: null, inputs: [] };
  }
  const input = (role: MethodInput['role'], key: string): MethodInput[] => {
    const column = at?.edition.columns.find(
      (one) =>
        one.indicator.key === key &&
        one.segment === at.column.segment &&
        one.period === at.column.period &&
        one.part === at.column.part,
    );
    if (!column) return [];
    return [
      {
        role,
        indicator: column.indicator,
        cell: at?.row ? (unpackCell(at.row, column.slot) ?? null) : null,
      },
    ];
  };
  return {
    kind: 'RATE_FROM_COUNTS',
    formula: `${rate.per} × ${rate.numeratorKey} / (${rate.denominatorKeys.join(' + ')})`,
    per: rate.per,
    inputs: [
      ...input('NUMERATOR', rate.numeratorKey),
      ...rate.denominatorKeys.flatMap((key) => input('DENOMINATOR', key)),
    ],
  };
}
