// Imports that are under way, for whoever waits for them.
import { bigint, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { codesOf } from '../../codes/code-list.ts';
import { importPhases } from '../../codes/figures.ts';
import { holds, instant, oneOf } from './columns.ts';

const phases = codesOf(importPhases);

/** One row per import that runs; gone when it ends. A row that is no longer touched is of an import that was broken off. */
export const runningImports = pgTable(
  'running_imports',
  {
    id: uuid().primaryKey(),
    /** Key of the source or id of the table, as the command was given; never the name of a file. */
    source: text().notNull(),
    phase: text({ enum: phases }).notNull(),
    /** How far the phase is. */
    done: bigint({ mode: 'number' }).notNull(),
    /** Null: not known beforehand. */
    total: bigint({ mode: 'number' }),
    startedAt: instant().notNull(),
    /** Every few seconds while it runs. */
    touchedAt: instant().notNull(),
  },
  () => [
    oneOf('running_imports_phase', 'phase', phases),
    holds('running_imports_counts', 'done >= 0 and total >= 0'),
  ],
);
