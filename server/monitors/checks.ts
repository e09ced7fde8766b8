// What is looked at between parsing and staging: warnings for a person to weigh, never a refusal. Pure.
import { checkSums } from './sum-check.ts';
import type { ParsedEdition } from './table.ts';

/** The edition with the warnings of the checks that it needs no database for. */
export const checkEdition = (parsed: ParsedEdition): ParsedEdition => ({
  ...parsed,
  warnings: [...parsed.warnings, ...checkSums(parsed.table)],
});
