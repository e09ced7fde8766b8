// Who residents can call.
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { holds, instant, matches } from './columns.ts';

/** The team of a gemeente, or of a wijk that has its own; public. Never a person. */
export const contacts = pgTable(
  'contacts',
  {
    /** Gemeente it belongs to. */
    gemeenteCode: text().notNull(),
    /** The gemeente or the wijk that it is for. */
    placeCode: text().notNull(),
    /** Name of the team. */
    name: text().notNull(),
    /** Its telephone number, as it is shown. */
    phone: text().notNull(),
    /** Where one can walk in; null: nowhere. */
    address: text(),
    /** When it was last changed. */
    changedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.placeCode] }),
    matches('contacts_gemeente_code', 'gemeente_code', 'gemeente'),
    matches('contacts_place_code', 'place_code', 'noteplace'),
    holds('contacts_place_in_gemeente', 'substr(place_code, 3, 4) = substr(gemeente_code, 3, 4)'),
  ],
);
