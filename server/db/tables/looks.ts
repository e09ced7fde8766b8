// Which look of the web app a gemeente chose.
import { pgTable, text } from 'drizzle-orm/pg-core';
import { holds, instant, matches } from './columns.ts';

/** One row per gemeente that chose; public. No row: what the operator set. */
export const gemeenteLooks = pgTable(
  'gemeente_looks',
  {
    /** Gemeente. */
    gemeenteCode: text().primaryKey(),
    /** Name of a file of client/themes. */
    look: text().notNull(),
    /** When it was last chosen. */
    changedAt: instant().notNull(),
  },
  () => [
    matches('gemeente_looks_gemeente_code', 'gemeente_code', 'gemeente'),
    holds('gemeente_looks_look', "look ~ '^[a-z0-9-]{1,40}$'"),
  ],
);
