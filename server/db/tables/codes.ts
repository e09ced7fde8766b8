import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/** Every code list of Wijkbeeld with its labels, for SQL users; filled from server/codes at start. */
export const codes = pgTable(
  'codes',
  {
    /** Name of the list: themes, noteKinds, professions, … */
    list: text().notNull(),
    /** The code, upper case. */
    code: text().notNull(),
    /** Place in the list, from 0. */
    sortOrder: integer().notNull(),
    /** Dutch label. */
    labelNl: text().notNull(),
    /** English label. */
    labelEn: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.list, t.code] })],
);
