// How the csv of a gemeente is read: which column holds the place, the period and the figures, and what its signs mean. Plain
// data in a JSON file, so that a new file is a new mapping and no new code.
import { basename } from 'node:path';
import * as z from 'zod';
import { codesOf } from '../codes/code-list.ts';
import { valueStates } from '../codes/figures.ts';
import { readJson } from './files.ts';
import { definition } from './generic-indicators.ts';
import { refuseFile } from './refusal.ts';

const column = z.string().trim().min(1);
const codes = z.record(z.string(), z.string());
const year = z.int().min(1900).max(2099);
/** A fixed year, or the column that holds it. */
const yearPart = z.union([year, z.strictObject({ column })]);

const mapping = z.strictObject({
  /** Lines before the header that are not part of the table, empty ones too. */
  skip: z.int().min(0).max(50).default(0),
  decimal: z.enum([',', '.']).optional(),
  place: z.strictObject({
    column,
    /** What stands in the file to place code; what is not listed is taken as it is. */
    codes: codes.default({}),
    /** Put before what is not a code yet: `WK0518` before `29`. */
    prefix: z.string().default(''),
  }),
  /** Division year of the codes. */
  year: yearPart,
  /** Year the figures are about; absent: the division year. */
  period: yearPart.optional(),
  segment: z.strictObject({ column, codes: codes.default({}) }).optional(),
  /** Where each line is about one indicator: the column that names it. */
  indicator: z.strictObject({ column, codes: codes.default({}) }).optional(),
  /** What stands in place of a number: `<10` SUPPRESSED, `n.b.` MISSING. */
  states: z.record(z.string(), z.enum(codesOf(valueStates)).exclude(['OK'])).default({}),
  figures: z
    .array(
      z.strictObject({
        /** Key; absent when the lines name it. */
        indicator: z.string().optional(),
        value: column,
        lower: column.optional(),
        upper: column.optional(),
        denominator: column.optional(),
        segment: z.string().default(''),
        /** Multiplies value and bounds: 0.001 makes euros into thousands of euros. */
        factor: z.number().positive().default(1),
        /** Stands before or after each value and bound: `%`, `€`. */
        unitSign: z.string().trim().default(''),
      }),
    )
    .min(1),
  /** Definitions of indicators that are not known yet, as in the indicators file. */
  indicators: z.array(definition).default([]),
});

export type Mapping = z.infer<typeof mapping>;

/** Reads a mapping file; all that is wrong with it is named at once. */
export async function readMapping(path: string): Promise<Mapping> {
  const file = basename(path);
  const result = mapping.safeParse(await readJson(path, 'Correct it and try again.'));
  if (!result.success) {
    const problems = result.error.issues.map(
      (issue) => `${issue.path.join('.') || 'mapping'}: ${issue.message}`,
    );
    throw refuseFile({ file }, `${problems.slice(0, 20).join('; ')}.`);
  }
  const { figures, indicator } = result.data;
  const nameless = figures.some((figure) => figure.indicator === undefined);
  if (nameless !== (indicator !== undefined)) {
    throw refuseFile(
      { file },
      'say either `indicator` with the column that names it, or an `indicator` with each of the `figures`.',
    );
  }
  return result.data;
}
