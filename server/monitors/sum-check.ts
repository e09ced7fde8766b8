// Sum check (domain chapter 3): parts should about add up to their whole. A warning, never an error: rounding and
// unknown addresses make real gaps. Pure.
import { parentOf } from '../places/codes.ts';
import type { Resting } from '../turns.ts';
import { type FigureTable, isKnown, type TableRow } from './table.ts';

const LISTED = 20;

/** What the parts of a place add up to, per count; NaN once one of them is not known. */
interface Sum {
  readonly parts: Float64Array;
  number: number;
}

/**
 * Sentences about counts whose parts miss the whole by more than 1% and by more than 5 per part. Gemeente by gemeente: the
 * sums of all wijken of a large file at once would outweigh its places.
 */
export function* checkSums({ columns, rows }: FigureTable): Resting<string[]> {
  const counts = columns.flatMap(({ measureKind }, at) => (measureKind === 'COUNT' ? [at] : []));
  const country = rows.find((row) => row.level === 'COUNTRY');
  const ofCountry: Sum = { parts: new Float64Array(counts.length), number: 0 };
  const gemeenten = new Map<string, TableRow[]>();
  for (const row of rows) {
    if (row === country) continue;
    const group = gemeenten.get(row.gemeenteCode);
    if (group) group.push(row);
    else gemeenten.set(row.gemeenteCode, [row]);
  }
  const found: Difference[] = [];
  for (const group of gemeenten.values()) {
    const gemeente = group.find((row) => row.level === 'GEMEENTE');
    if (gemeente) addTo(ofCountry, gemeente, counts);
    addDifferencesIn(found, group, counts, columns);
    yield;
  }
  if (country && ofCountry.number > 0) addDifferences(found, country, ofCountry, counts, columns);
  const warnings = found.sort((a, b) => a.line - b.line).map(({ text }) => text);
  if (warnings.length <= LISTED) return warnings;
  return [
    ...warnings.slice(0, LISTED),
    `${warnings.length - LISTED} more sums differ from their whole.`,
  ];
}

interface Difference {
  readonly line: number;
  readonly text: string;
}

function addDifferencesIn(
  found: Difference[],
  rows: readonly TableRow[],
  counts: readonly number[],
  columns: FigureTable['columns'],
): void {
  const codes = new Set(rows.map((row) => row.code));
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const parent = parentOf(row.code);
    if (parent === null || !codes.has(parent)) continue;
    const sum = sums.get(parent) ?? { parts: new Float64Array(counts.length), number: 0 };
    sums.set(parent, sum);
    addTo(sum, row, counts);
  }
  for (const row of rows) {
    const sum = sums.get(row.code);
    if (sum) addDifferences(found, row, sum, counts, columns);
  }
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
  found: Difference[],
  { code, line, cells }: TableRow,
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
    found.push({
      line,
      text: `${key}: the ${number} parts of ${code} add up to ${sum}, the whole is ${whole}.`,
    });
  }
}
