// What a person corrects of a file without changing it: codes of places and categories, lines to leave out. Applied while
// the file is read again (replay), so that every figure still traces back to the file as it came.
import { basename } from 'node:path';
import * as z from 'zod';
import type { NamedLine } from './csv.ts';
import { readJson } from './files.ts';
import type { OpenedTable, RegionLine } from './opened-table.ts';
import { refuseFile } from './refusal.ts';

const corrections = z.strictObject({
  /** Code or name in the file to place code. */
  places: z.record(z.string(), z.string()).default({}),
  /** Region type in the file to one of Land, Gemeente, Wijk, Buurt. */
  types: z.record(z.string(), z.string()).default({}),
  /** Per dimension: code in the file to a code that is described. */
  categories: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Numbers of lines that are not taken over. */
  leaveOut: z.array(z.int().min(1)).default([]),
});

export type Corrections = z.infer<typeof corrections>;

/** Reads a file of corrections; all that is wrong with it is named at once. */
export async function readCorrections(path: string): Promise<Corrections> {
  const result = corrections.safeParse(await readJson(path, 'Correct it and try again.'));
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) => `${issue.path.join('.') || 'corrections'}: ${issue.message}`,
  );
  throw refuseFile({ file: basename(path) }, `${problems.slice(0, 20).join('; ')}.`);
}

/** Reads a file again as it is. */
export const noCorrections: Corrections = corrections.parse({});

const text = (value: unknown) => String(value ?? '').trim();

/** The table with its lines corrected; a place without a code is found by its name when that is in the corrections. */
export function correctTable(opened: OpenedTable, given: Corrections | undefined): OpenedTable {
  if (!given) return opened;
  return { ...opened, lines: correctLines(opened, given) };
}

async function* correctLines(opened: OpenedTable, given: Corrections): AsyncGenerator<RegionLine> {
  const { codeAt, secondCodeAt = -1, nameAt, typeAt, dimensions } = opened;
  const leaveOut = new Set(given.leaveOut);
  for await (const line of opened.lines) {
    if (leaveOut.has(line.line)) continue;
    if (!line.fields) {
      yield line;
      continue;
    }
    const fields = [...line.fields];
    const name = nameAt < 0 ? '' : text(fields[nameAt]);
    const place = given.places[text(fields[codeAt])] ?? given.places[name];
    if (place !== undefined) {
      fields[codeAt] = place;
      if (secondCodeAt >= 0) fields[secondCodeAt] = place;
    }
    if (typeAt >= 0) fields[typeAt] = given.types[text(fields[typeAt])] ?? fields[typeAt];
    for (const { name: dimension, at } of dimensions) {
      fields[at] = given.categories[dimension]?.[text(fields[at])] ?? fields[at];
    }
    yield { ...line, fields };
  }
}

/** Lines of a generic csv with the codes in one of its columns corrected. */
export async function* correctNamed(
  lines: AsyncIterable<NamedLine>,
  given: Corrections | undefined,
  column: string,
): AsyncGenerator<NamedLine> {
  const leaveOut = new Set(given?.leaveOut);
  for await (const line of lines) {
    if (leaveOut.has(line.line)) continue;
    const { field } = line;
    if (!given || !field) yield line;
    else {
      const corrected = (name: string) =>
        name === column ? (given.places[field(name)] ?? field(name)) : field(name);
      yield { ...line, field: corrected };
    }
  }
}
