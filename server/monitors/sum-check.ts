// Sum check (domain chapter 3): parts should about add up to their whole. A warning, never an error: rounding and
// unknown addresses make real gaps. Pure.
import { parentOf } from '../places/codes.ts';
import { type FigureTable, isKnown, type TableRow } from './table.ts';

const LISTED = 20;

/** Sentences about counts whose parts miss the whole by more than 1% and by more than 5 per part. */
export function checkSums({ columns, rows }: FigureTable): string[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const children = new Map<TableRow, TableRow[]>();
  for (const row of rows) {
    const parent = byCode.get(parentOf(row.code) ?? '');
    if (parent) children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  const warnings: string[] = [];
  for (const [parent, parts] of children) {
    for (const [at, column] of columns.entries()) {
      if (column.measureKind !== 'COUNT' || !isKnown(parent.cells.states[at])) continue;
      if (!parts.every((part) => isKnown(part.cells.states[at]))) continue;
      const whole = parent.cells.values[at] ?? 0;
      const sum = parts.reduce((total, part) => total + (part.cells.values[at] ?? 0), 0);
      if (Math.abs(sum - whole) <= Math.max(Math.abs(whole) / 100, 5 * parts.length)) continue;
      warnings.push(
        `${column.indicatorKey}: the ${parts.length} parts of ${parent.code} add up to ${sum}, the whole is ${whole}.`,
      );
    }
  }
  if (warnings.length <= LISTED) return warnings;
  return [
    ...warnings.slice(0, LISTED),
    `${warnings.length - LISTED} more sums differ from their whole.`,
  ];
}
