// Tables without places: all of their rows are about the Netherlands, whatever the division.
import type { ReadDb } from '../db/client.ts';
import { findKnownYears } from '../places/division.ts';
import type { ParsedEdition } from './table.ts';

/** The country as CBS codes it (domain chapter 3). */
export const country = { code: 'NL00', name: 'Nederland' } as const;

/**
 * Such an edition goes with the newest division that knows the country and is not later than its figures; with the first
 * when all are later. Others are left as they are.
 */
export async function settleDivision(db: ReadDb, parsed: ParsedEdition): Promise<ParsedEdition> {
  const { table, division, divisionYear } = parsed;
  if (division !== undefined || table.rows.some(({ code }) => code !== country.code)) return parsed;
  const years = await findKnownYears(db, [country.code]);
  const known = years.findLast((year) => year <= divisionYear) ?? years[0];
  return known === undefined ? parsed : { ...parsed, divisionYear: known };
}
