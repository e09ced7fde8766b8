// A file that cannot be imported: nothing was changed, and the message names file, line and fix.
import { badInput, type DomainError } from '../errors.ts';

/** Where in which file something is wrong. */
export interface FilePosition {
  readonly file: string;
  /** From 1; absent when the whole file is meant. */
  readonly line?: number | undefined;
}

/** The error for a file that is refused as a whole. */
export function refuseFile(at: FilePosition, message: string): DomainError {
  const where = at.line === undefined ? at.file : `${at.file}, line ${at.line}`;
  return badInput([{ field: 'file', message: `${where}: ${message} Nothing was imported.` }]);
}

/**
 * One rule for malformed lines in every form: they are set aside and the rest stays usable, unless more than a fifth is
 * malformed: then the delimiter is wrong or the file is damaged.
 */
export function refuseMostlyMalformed(
  file: string,
  quarantined: readonly QuarantinedRow[],
  linesRead: number,
): void {
  const malformed = quarantined.filter((row) => row.reason === 'MALFORMED_LINE');
  if (malformed.length * 5 <= linesRead) return;
  throw refuseFile(
    { file, line: malformed[0]?.line },
    `${malformed.length} of ${linesRead} lines do not have the fields of the header: the delimiter is wrong or the file` +
      ' is damaged.',
  );
}

/** ` 3 set aside, the first on line 2: …`: why nothing is left when every row was set aside; empty when none was. */
export function firstReason(quarantined: readonly QuarantinedRow[]): string {
  const [first] = quarantined;
  return first
    ? ` ${quarantined.length} set aside, the first on line ${first.line}: ${first.explanation}`
    : '';
}

/** A row or cell that is set aside, visible, with its reason (domain 6.5). */
export interface QuarantinedRow {
  readonly line: number;
  readonly reason: QuarantineReason;
  /** Names the value and the fix. */
  readonly explanation: string;
  readonly raw: unknown;
}

export type QuarantineReason =
  | 'MALFORMED_LINE'
  | 'UNKNOWN_PLACE'
  | 'UNKNOWN_REGION_TYPE'
  | 'UNKNOWN_REGION_CODE'
  | 'UNKNOWN_AGE_GROUP'
  | 'UNKNOWN_MARGIN'
  | 'UNKNOWN_CATEGORY'
  | 'NEGATIVE_VALUE'
  | 'ABOVE_HUNDRED'
  | 'BAD_MARGINS'
  | 'BAD_GEOMETRY'
  | 'NOT_JSON'
  | 'UNKNOWN_FIELD'
  | 'BAD_FIELD'
  | 'PERSONAL_DATA'
  | 'AGAINST_RULES'
  | 'ID_TAKEN';

/** What each reason means and what can be done, for `quarantine explain`. */
export const quarantineReasons: Readonly<Record<QuarantineReason, string>> = {
  MALFORMED_LINE:
    'The line has more or fewer fields than the header, or a quote that is not closed. Mend the line and' +
    ' import the file again.',
  UNKNOWN_PLACE:
    'The code does not exist in the division year of the file. Import that division first, or correct' +
    ' the code, and import the file again.',
  UNKNOWN_REGION_TYPE:
    'Wijkbeeld knows the country, gemeenten, wijken and buurten. Rows of other region types (GGD regions,' +
    ' provinces) are set aside and never guessed.',
  UNKNOWN_REGION_CODE:
    'The code has none of the forms NL00, GM + 4, WK + 6 or BU + 8 positions, or two columns of the row name' +
    ' different places. Correct it and import the file again.',
  UNKNOWN_AGE_GROUP:
    'The age group is not described for this source. Add its key to the description of the source and' +
    ' import the file again.',
  UNKNOWN_MARGIN:
    'The key of the margins is neither the value nor the lower or upper bound. Add it to the description' +
    ' of the source and import the file again.',
  UNKNOWN_CATEGORY:
    'The category is in no list of codes of the table. Add its list of codes or describe it, and import the' +
    ' file again.',
  ABOVE_HUNDRED: 'A percentage above 100: an error of the source. The figure counts as missing.',
  NEGATIVE_VALUE:
    'A count, percentage or distance cannot be below zero: an error at the source. The figure counts as' +
    ' missing until the source corrects it.',
  BAD_MARGINS:
    'The bounds do not enclose the value, and the figure counts as missing until the source corrects it; or there is no' +
    ' value for them, and they are left out: import the file again when the value is there.',
  BAD_GEOMETRY:
    'The shape is no closed polygon with longitude and latitude. Mend it and import the file again.',
  NOT_JSON:
    'The line is not one JSON object. Write one field note per line and import the file again; notes that' +
    ' were taken over stay as they are.',
  UNKNOWN_FIELD:
    'The line has a field that no field note has. Leave it out or correct its name, and import the file again.',
  BAD_FIELD:
    'A field of the note is missing or holds something that does not belong there. Correct it and import' +
    ' the file again.',
  PERSONAL_DATA:
    'Screening found personal data in a text of the note. Mask it in the file and import it again; the text' +
    ' was not kept.',
  AGAINST_RULES:
    'The note breaks a rule that also holds for notes from a phone. Correct it and import the file again.',
  ID_TAKEN:
    'Another note has the id of this line. Give the note its own id, or none, and import the file again.',
};
