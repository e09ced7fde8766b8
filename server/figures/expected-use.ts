// Expected against actual use of Wmo and jeugdzorg (domain 14.5): a lens, not a judgement. What is expected follows from the
// fit that is kept with the edition and the composition of the wijk in the same row. Pure.
import { expectedUses } from '../monitors/descriptions/expected-use.ts';
import type { Edition, EditionColumn, Indicator } from './catalogue.ts';
import { marginsOf } from './margins.ts';
import { type FigureCell, type PackedRow, unpackCell } from './packing.ts';

export const useLabels = ['LOWER_THAN_EXPECTED', 'AS_EXPECTED', 'HIGHER_THAN_EXPECTED'] as const;
export type UseLabel = (typeof useLabels)[number];

export const useRefusals = [
  'NOT_A_PROVISION',
  'NO_MODEL',
  'NO_VALUE',
  'COMPOSITION_UNKNOWN',
] as const;
export type UseRefusal = (typeof useRefusals)[number];

/** A fit as it is kept (table use_models), with what its slots mean. */
export interface PublishedFit {
  readonly intercept: number;
  readonly predictors: readonly { readonly indicator: Indicator; readonly coefficient: number }[];
  readonly wijken: number;
  readonly residualDeviation: number;
  readonly rSquared: number;
}

export interface ExpectedUse {
  readonly label: UseLabel | null;
  readonly refused: UseRefusal | null;
  /** In the unit of the figure, never below 0; null when refused. */
  readonly expected: number | null;
  /** Actual minus expected. */
  readonly residual: number | null;
  /** Residual in standard deviations of the residuals of all wijken. */
  readonly standardised: number | null;
  /** What the expectation rests on: the composition of the wijk, in the order of the fit. */
  readonly inputs: readonly { readonly indicator: Indicator; readonly cell: FigureCell }[];
  readonly fit: PublishedFit | null;
}

const provisions: ReadonlySet<string> = new Set(expectedUses.map(({ key }) => key));
/** From this many standard deviations a difference is named, as far as chance in small counts allows. */
const namedFrom = 1;

const nothing = { label: null, expected: null, residual: null, standardised: null, inputs: [] };

/** The expectation for the figure in one slot of a row, or why there is none. */
export function expectedUseOf(
  edition: Edition | null,
  column: EditionColumn | undefined,
  row: PackedRow | undefined,
): ExpectedUse {
  if (!edition || !column || !row) return { ...nothing, refused: 'NO_VALUE', fit: null };
  const model = edition.models.find((one) => one.slot === column.slot);
  const columnAt = (slot: number) => edition.columns.find((one) => one.slot === slot);
  const fit = model && {
    intercept: model.coefficients[0] ?? 0,
    predictors: model.predictors.flatMap((slot, at) => {
      const indicator = columnAt(slot)?.indicator;
      return indicator ? [{ indicator, coefficient: model.coefficients[at + 1] ?? 0 }] : [];
    }),
    wijken: model.wijken,
    residualDeviation: model.residualDeviation,
    rSquared: model.rSquared,
  };
  const refuse = (refused: UseRefusal): ExpectedUse => ({ ...nothing, refused, fit: fit ?? null });
  if (!provisions.has(column.indicator.key)) return refuse('NOT_A_PROVISION');
  if (!model || !fit) return refuse('NO_MODEL');
  const cell = unpackCell(row, column.slot);
  if (cell?.state !== 'OK') return refuse('NO_VALUE');
  const inputs = model.predictors.flatMap((slot, at) => {
    const found = unpackCell(row, slot);
    const indicator = fit.predictors[at]?.indicator;
    return found?.state === 'OK' && indicator ? [{ indicator, cell: found }] : [];
  });
  if (inputs.length < model.predictors.length) return refuse('COMPOSITION_UNKNOWN');
  const expected = Math.max(
    0,
    inputs.reduce(
      (sum, input, at) => sum + (fit.predictors[at]?.coefficient ?? 0) * (input.cell.value ?? 0),
      fit.intercept,
    ),
  );
  const residual = cell.value - expected;
  const standardised = residual / fit.residualDeviation;
  const isChance = isWithinMargins(cell, expected, edition, column, row);
  const label =
    Math.abs(standardised) < namedFrom || isChance
      ? 'AS_EXPECTED'
      : standardised < 0
        ? 'LOWER_THAN_EXPECTED'
        : 'HIGHER_THAN_EXPECTED';
  return { label, refused: null, expected, residual, standardised, inputs, fit };
}

/** Whether chance alone explains the difference: the expectation lies within the margins of the counted rate. */
function isWithinMargins(
  cell: FigureCell,
  expected: number,
  { columns }: Edition,
  { indicator, period, part, segment }: EditionColumn,
  row: PackedRow,
): boolean {
  if (cell.state !== 'OK') return false;
  const population = columns.find(
    (one) =>
      one.indicator.key === 'population' &&
      one.period === period &&
      one.part === part &&
      one.segment === segment,
  );
  const people = population && unpackCell(row, population.slot);
  // Only a rate of all inhabitants has the inhabitants as its base.
  const isOfAll = indicator.population === 'inwoners' && people?.state === 'OK';
  const denominator = cell.denominator ?? (isOfAll ? people.value : null);
  const margins = marginsOf({ ...cell, denominator }, indicator);
  return margins.refused === null && margins.lower <= expected && expected <= margins.upper;
}
