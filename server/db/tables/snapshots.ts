// Citable snapshots of what the public saw of a profile.
import { date, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { holds, instant, matches } from './columns.ts';

/** A snapshot; a trigger refuses every change and removal. It holds no words of notes or reactions. */
export const snapshots = pgTable(
  'snapshots',
  {
    /** Gemeente of the wijk. */
    gemeenteCode: text().notNull(),
    /** Number, made by the client; part of the address. */
    id: uuid().notNull(),
    /** Wijk. */
    placeCode: text().notNull(),
    /** Division year of the profile. */
    year: integer().notNull(),
    /** Day as of whose end it was answered, or as of madeAt where that came first. */
    asOf: date({ mode: 'string' }).notNull(),
    /** When it was made. */
    madeAt: instant().notNull(),
    /** Canonical JSON: keys sorted, nothing of the request. */
    content: text().notNull(),
    /** SHA-256 of the content, 64 hexadecimal digits. */
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.id] }),
    uniqueIndex('snapshots_id').on(t.id),
    matches('snapshots_place_code', 'place_code', 'wijk'),
    holds('snapshots_hash', `hash ~ '^[0-9a-f]{64}$'`),
  ],
);
