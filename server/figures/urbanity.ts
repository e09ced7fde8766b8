// The wijken of the country that are as urban as this one: median and spread of the same figure in the same edition. Of
// wijken, not of people: medians need no weights. No order of wijken comes out of it.
import type { MeasureKind } from '../codes/figures.ts';
import type { ReadDb } from '../db/client.ts';
import { aggregatedFrom } from './availability.ts';
import type { IndicatorFigure } from './indicator-figures.ts';
import { type BenchmarkRow, loadUrbanityRows } from './rows.ts';

export const urbanityRefusals = [
  'NO_URBANITY',
  'COUNT_NOT_COMPARED',
  'NOT_NATIONAL',
  'TOO_FEW_WIJKEN',
  'TOO_FEW_KNOWN',
] as const;
export type UrbanityRefusal = (typeof urbanityRefusals)[number];

export interface UrbanityBenchmark {
  /** Class of CBS, 1 very urban to 5 not urban; null when not known. */
  readonly urbanity: number | null;
  readonly refused: UrbanityRefusal | null;
  readonly median: number | null;
  /** Value below which a fifth of the wijken lies, and above which a fifth lies. */
  readonly lowestFifth: number | null;
  readonly highestFifth: number | null;
  readonly known: number | null;
  readonly wijken: number | null;
}

const fewestWijken = 8;

/** Against the wijken of the same urbanity; refused with fewer than eight, or less than 80% of them known (chapter 4). */
function urbanityBenchmark(
  urbanity: number | null,
  measureKind: MeasureKind,
  row: BenchmarkRow | undefined,
  slot: number,
): UrbanityBenchmark {
  const known = row?.counts[slot - 1] ?? null;
  const head = { urbanity, known, wijken: row?.wijken ?? null };
  const refuse = (refused: UrbanityRefusal): UrbanityBenchmark => ({
    ...head,
    ...{ refused, median: null, lowestFifth: null, highestFifth: null },
  });
  if (urbanity === null) return refuse('NO_URBANITY');
  if (measureKind === 'COUNT') return refuse('COUNT_NOT_COMPARED');
  if (!row) return refuse('NOT_NATIONAL');
  if (known === null || known < fewestWijken) return refuse('TOO_FEW_WIJKEN');
  if (known / row.wijken < aggregatedFrom) return refuse('TOO_FEW_KNOWN');
  const fifth = (at: number) => row.quintiles[(slot - 1) * 4 + at] ?? null;
  const median = row.medians[slot - 1] ?? null;
  return { ...head, refused: null, median, lowestFifth: fifth(0), highestFifth: fifth(3) };
}

/** The wijken of the same urbanity, for the edition and column of the current figure. */
export async function urbanityOf(db: ReadDb, { current, indicator, wijken }: IndicatorFigure) {
  const { urbanity, catalogueVersion } = wijken.urbanity;
  const rows = urbanity === null ? [] : await loadUrbanityRows(db, catalogueVersion, urbanity);
  const row = rows.find((one) => one.editionId === current.edition?.id);
  return urbanityBenchmark(urbanity, indicator.measureKind, row, current.at?.column.slot ?? 0);
}
