// What a gemeente asks before small numbers are shown, stricter than the product does.
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { codesOf } from '../../codes/code-list.ts';
import { thresholdKinds } from '../../codes/thresholds.ts';
import { largestThresholds, productThresholds } from '../../privacy/disclosure.ts';
import { holds, instant, matches, oneOf } from './columns.ts';

const kinds = codesOf(thresholdKinds);
const caseOf = (values: Readonly<Record<(typeof kinds)[number], number>>) =>
  `case kind ${kinds.map((kind) => `when '${kind}' then ${values[kind]}`).join(' ')} end`;

/** The own threshold of a gemeente, one row per kind; never below the product's. No row: the product's. */
export const disclosureThresholds = pgTable(
  'disclosure_thresholds',
  {
    /** Gemeente. */
    gemeenteCode: text().notNull(),
    /** What is counted. */
    kind: text({ enum: kinds }).notNull(),
    /** Least that is enough; null: what the product asks. A row is never taken away, so that its history goes on. */
    least: integer(),
    /** Rises by one with each change. */
    version: integer().notNull(),
    /** Last change. */
    changedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.kind] }),
    matches('disclosure_thresholds_gemeente_code', 'gemeente_code', 'gemeente'),
    oneOf('disclosure_thresholds_kind', 'kind', kinds),
    holds(
      'disclosure_thresholds_stricter',
      `least between ${caseOf(productThresholds)} and ${caseOf(largestThresholds)}`,
    ),
    holds('disclosure_thresholds_version', 'version >= 1'),
  ],
);

/** Every version of every own threshold, written by a trigger on disclosure_thresholds so that no writer can forget. */
export const disclosureThresholdChanges = pgTable(
  'disclosure_threshold_changes',
  {
    /** Gemeente. */
    gemeenteCode: text().notNull(),
    /** What is counted. */
    kind: text({ enum: kinds }).notNull(),
    /** Version that this change made. */
    version: integer().notNull(),
    /** Least that was enough from then on; null: what the product asks. */
    least: integer(),
    /** Role of the one who changed it; SYSTEM: at the command line. Who it was stands in the audit log. */
    role: text().notNull(),
    /** When. */
    changedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.kind, t.version] }),
    matches('disclosure_threshold_changes_gemeente_code', 'gemeente_code', 'gemeente'),
  ],
);
