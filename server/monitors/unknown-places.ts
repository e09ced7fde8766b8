// Figures for places that the division does not know: set aside row by row, or the whole file refused when the
// division itself seems to be missing.
import type { Db } from '../db/client.ts';
import { findKnownCodes, findKnownYears } from '../places/division.ts';
import { type QuarantinedRow, refuseFile } from './refusal.ts';
import type { ParsedEdition } from './table.ts';

/** More unknown places than this share: the division is missing rather than a place. */
const UNKNOWN_LIMIT = 0.2;

/**
 * Moves the rows of unknown places from the table to quarantine; refuses the file when more than a fifth is unknown,
 * naming the division to import first.
 */
export async function separateUnknownPlaces(tx: Db, parsed: ParsedEdition): Promise<void> {
  const { table, divisionYear } = parsed;
  const unknown = await findUnknown(tx, {
    year: divisionYear,
    file: parsed.files[0]?.name ?? '',
    places: table.rows,
  });
  parsed.quarantined.push(...unknown.quarantined);
  const kept = table.rows.filter((row) => unknown.known.has(row.code));
  table.rows.splice(0, table.rows.length, ...kept);
}

/** Which of these places the division year knows, and quarantine rows for the others. */
export async function findUnknown(
  tx: Db,
  {
    year,
    file,
    places,
  }: { year: number; file: string; places: readonly { code: string; line: number }[] },
): Promise<{ known: Set<string>; quarantined: QuarantinedRow[] }> {
  const codes = places.map((place) => place.code);
  const known = await findKnownCodes(tx, year, codes);
  const unknown = places.filter((place) => !known.has(place.code));
  if (unknown.length > places.length * UNKNOWN_LIMIT) {
    const years = await findKnownYears(tx, codes);
    throw refuseFile(
      { file },
      `${unknown.length} of ${places.length} places (first ${unknown[0]?.code}) do not exist in the division` +
        ` of ${year}. Import that division first (import cbs with KWB ${year}, or import places).` +
        ` Known for these gemeenten: ${years.length > 0 ? years.join(', ') : 'no year at all'}.`,
    );
  }
  return {
    known,
    quarantined: unknown.map(({ code, line }) => ({
      line,
      reason: 'UNKNOWN_PLACE',
      explanation: `${code} does not exist in the division of ${year}.`,
      raw: { code },
    })),
  };
}
