// The generic format for indicators: a JSON array of definitions, applied at once.
import { basename } from 'node:path';
import * as z from 'zod';
import { appendAudit } from '../audit.ts';
import { codesOf } from '../codes/code-list.ts';
import { directions, measureKinds, provenances, smallCounts } from '../codes/figures.ts';
import { themes } from '../codes/themes.ts';
import type { Db } from '../db/client.ts';
import {
  addIndicators,
  differingFields,
  findSource,
  type Indicator,
  loadIndicators,
  recordSource,
  replaceIndicators,
} from '../indicators.ts';
import { slugOf } from './columns.ts';
import { readJson } from './files.ts';
import { refuseFile } from './refusal.ts';
import { inTransaction, type RunOptions } from './run.ts';

/** One indicator of the file. */
export const definition = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/, 'must be lower case letters, digits, - and _'),
  title: z.string().trim().min(1),
  unit: z.string(),
  measureKind: z.enum(codesOf(measureKinds)),
  direction: z.enum(codesOf(directions)),
  theme: z.enum(codesOf(themes)).nullable().default(null),
  sensitive: z.boolean().default(false),
  publisher: z.string().trim().min(1).default('unknown'),
  licence: z.string().trim().min(1).default('unknown'),
  provenance: z.enum(codesOf(provenances)).default('MEASURED'),
  definition: z.string().default(''),
  population: z.string().default(''),
  decimals: z.int().min(0).max(6).optional(),
  breakYears: z.array(z.int()).default([]),
  /** Counts of the gemeente itself, rounded and made secret here (S6); without it the publisher has protected them. */
  smallCounts: z.enum(codesOf(smallCounts)).nullable().default(null),
  /** Key of the source; without it one is made from the publisher. */
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]*$/)
    .optional(),
});
type Definition = z.infer<typeof definition>;

export interface IndicatorsOutcome {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  /** Definitions of another source that were kept as they are. */
  readonly warnings: readonly string[];
}

/** Adds and changes definitions; all wrong fields of the file are named at once and refuse it. */
export async function importIndicators(
  db: Db,
  path: string,
  options: Omit<RunOptions, 'publish'>,
): Promise<IndicatorsOutcome> {
  const file = basename(path);
  const definitions = checkDefinitions(file, await readJson(path));
  return inTransaction(db, options.dryRun, async (tx) => {
    const sources = new Map(definitions.map((d) => [sourceKeyOf(d), d]));
    for (const [key, { publisher, licence }] of sources) {
      if (await findSource(tx, key)) continue;
      const attribution = `Bron: ${publisher}`;
      await recordSource(tx, {
        key,
        title: publisher,
        publisher,
        licence,
        attribution,
        address: null,
      });
    }
    const known = await loadIndicators(
      tx,
      definitions.map((d) => d.key),
    );
    const added: Indicator[] = [];
    const changed: Indicator[] = [];
    const warnings: string[] = [];
    for (const [at, one] of definitions.entries()) {
      const wanted = asIndicator(one, at);
      const before = known.get(one.key);
      if (!before) added.push(wanted);
      else if (before.sourceKey !== wanted.sourceKey) {
        warnings.push(keepForeign(file, wanted, before));
      } else if (differingFields(before, wanted).length > 0) changed.push(wanted);
    }
    await addIndicators(tx, added);
    await replaceIndicators(tx, changed);
    if (added.length + changed.length > 0) {
      await appendAudit(
        tx,
        {
          gemeenteCode: 'NL00',
          event: 'INDICATORS_IMPORTED',
          actor: 'system',
          role: 'SYSTEM',
          objectType: 'file',
          objectId: file,
          details: { added: added.map((i) => i.key), changed: changed.map((i) => i.key) },
        },
        options.now,
      );
    }
    return { read: definitions.length, added: added.length, changed: changed.length, warnings };
  });
}

function checkDefinitions(file: string, document: unknown): Definition[] {
  if (!Array.isArray(document)) {
    throw refuseFile({ file }, 'it must be a JSON array of indicators.');
  }
  const problems: string[] = [];
  const seen = new Set<string>();
  const definitions = document.flatMap((entry: unknown, at) => {
    const result = definition.safeParse(entry);
    const key = String((entry as { key?: unknown } | null)?.key ?? '');
    const name = `indicator ${at + 1} (${key})`;
    if (seen.has(key)) problems.push(`${name}: the key stands in the file twice`);
    seen.add(key);
    if (result.success) return [result.data];
    for (const issue of result.error.issues) {
      problems.push(`${name}, ${issue.path.join('.') || 'fields'}: ${issue.message}`);
    }
    return [];
  });
  if (problems.length > 0) throw refuseFile({ file }, `${problems.slice(0, 20).join('; ')}.`);
  return definitions;
}

const sourceKeyOf = (one: Definition) => one.source ?? (slugOf(one.publisher) || 'unknown');

const wholeNumbers = new Set(['COUNT', 'AMOUNT_1000_EUR']);

export const asIndicator = (one: Definition, at: number): Indicator => ({
  key: one.key,
  sourceKey: sourceKeyOf(one),
  title: one.title,
  definition: one.definition,
  unit: one.unit,
  measureKind: one.measureKind,
  direction: one.direction,
  theme: one.theme,
  sensitive: one.sensitive,
  smallCounts: one.smallCounts,
  provenance: one.provenance,
  population: one.population,
  decimals: one.decimals ?? (wholeNumbers.has(one.measureKind) ? 0 : 1),
  sortOrder: at,
  breakYears: one.breakYears,
});

/** An indicator of another source is not redefined; the same figures under other rules would not be one series. */
function keepForeign(file: string, wanted: Indicator, before: Indicator): string {
  if (wanted.measureKind !== before.measureKind) {
    throw refuseFile(
      { file },
      `${wanted.key} is ${before.measureKind} (${before.unit}) of source ${before.sourceKey}; this file calls` +
        ` it ${wanted.measureKind} (${wanted.unit}). Use another key.`,
    );
  }
  return `${wanted.key} is known from source ${before.sourceKey}: its definition was kept.`;
}
