// Sum check (domain chapter 3): parts should about add up to their whole. A warning, never an error: rounding and
// unknown addresses make real gaps. Pure.
import { parentOf } from '../places/codes.ts';
import { type FigureTable, isKnown, type TableRow } from './table.ts';

const LISTED = 20;

/** What the parts of a place add up to, per count; NaN once one of them is not known. */
interface Sum {
  readonly parts: Float64Array;
  number: number;
}

/** Sentences about counts whose parts miss the whole by more than 1% and by more than 5 per part. */
export function checkSums({ columns, rows }: FigureTable): string[] {
  const counts = columns.flatMap(({ measureKind }, at) => (measureKind === 'COUNT' ? [at] : []));
  const codes = new Set(rows.map((row) => row.code));
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const parent = parentOf(row.code);
    if (parent === null || !codes.has(parent)) continue;
    const sum = sums.get(parent) ?? { parts: new Float64Array(counts.length), number: 0 };
    sums.set(parent, sum);
    addTo(sum, row, counts);
  }
  const warnings: string[] = [];
  for (const row of rows) {
    const sum = sums.get(row.code);
    if (!sum) continue;
    addDifferences(warnings, row, sum, counts, columns);
  }
  if (warnings.length <= LISTED) return warnings;
  return [
    ...warnings.slice(0, LISTED),
    `${warnings.length - LISTED} more sums differ from their whole.`,
  ];
}

function addTo(sum: Sum, { cells }: TableRow, counts: readonly number[]): void {
  const { values, states } = cells;
  const { parts } = sum;
  sum.number += 1;
  for (let nth = 0; nth < counts.length; nth += 1) {
    const at = counts[nth] ?? -1;
    parts[nth] = (parts[nth] ?? 0) + (isKnown(states[at]) ? (values[at] ?? 0) : Number.NaN);
  }
}

function addDifferences(
  warnings: string[],
  { code, cells }: TableRow,
  { parts, number }: Sum,
  counts: readonly number[],
  columns: FigureTable['columns'],
): void {
  const { values, states } = cells;
  for (let nth = 0; nth < counts.length; nth += 1) {
    const at = counts[nth] ?? -1;
    const sum = parts[nth] ?? Number.NaN;
    if (Number.isNaN(sum) || !isKnown(states[at])) continue;
    const whole = values[at] ?? 0;
    if (Math.abs(sum - whole) <= Math.max(Math.abs(whole) / 100, 5 * number)) continue;
    const key = columns[at]?.indicatorKey;
    warnings.push(
      `${key}: the ${number} parts of ${code} add up to ${sum}, the whole is ${whole}.`,
    );
  }
}
