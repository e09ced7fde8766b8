// Leaves periods out at the source that would be left out here: of monthly tables only the newest months are kept.
import { readPeriod } from '../../figures/periods.ts';
import { describeDimensions } from '../cube-dimensions.ts';
import type { DimensionDescription } from '../descriptions/description.ts';
import type { OpenedDimension } from '../opened-table.ts';

/**
 * A filter that v3 and v4 both know for the periods of a table that are kept; empty when all are. `startswith` finds a code
 * with and without padding (domain 6.1), and a whole year in one condition.
 */
export function filterNewest(
  dimensions: readonly OpenedDimension[],
  descriptions: readonly DimensionDescription[],
): string {
  for (const { name, titles, newest } of describeDimensions(dimensions, descriptions)) {
    if (newest === undefined) continue;
    const codes = [...titles.keys()];
    const isOld = (code: string) => !newest.has(code) && (readPeriod(code)?.part ?? '') !== '';
    if (!codes.some(isOld)) continue;
    const years = [...new Set(codes.map((code) => code.slice(0, 4)))];
    const starts = years.flatMap((year) => {
      const own = codes.filter((code) => code.startsWith(year));
      return own.some(isOld) ? own.filter((code) => !isOld(code)) : [year];
    });
    return starts.map((start) => `startswith(${name},'${start}')`).join(' or ');
  }
  return '';
}

/** Both conditions; the second may be empty. */
export const bothOf = (place: string, periods: string) =>
  periods === '' ? place : place === '' ? periods : `${place} and (${periods})`;
