import { bigint, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** One line per change and per sensitive read, written in the same transaction, chained by hash. */
export const auditLines = pgTable(
  'audit_lines',
  {
    /** Gemeente the line belongs to; NL00 for the system. */
    gemeenteCode: text().notNull(),
    /** Number within the gemeente's chain, from 1, without gaps. */
    number: bigint({ mode: 'number' }).notNull(),
    /** When. */
    at: instant().notNull(),
    /** What happened: NOTE_LOGGED, EDITION_PUBLISHED, … */
    event: text().notNull(),
    /** Pseudonym of who did it; `system` for the program itself. */
    actor: text().notNull(),
    /** Role in which it was done. */
    role: text().notNull(),
    /** Kind of thing it was done to. */
    objectType: text().notNull(),
    /** Id or code of the thing. */
    objectId: text().notNull(),
    /** Codes and numbers that explain the line; never texts of notes, names or tokens. */
    details: jsonb().notNull(),
    /** Hash of the line before; 64 zeros for the first. */
    previousHash: text().notNull(),
    /** SHA-256 over previousHash and the fields above, in a fixed order. */
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.number] }),
    index('audit_lines_object').on(t.gemeenteCode, t.objectType, t.objectId),
  ],
);

/** Last line of each chain: appending locks this row, and a cut-off tail shows. */
export const auditHeads = pgTable('audit_heads', {
  /** Gemeente of the chain. */
  gemeenteCode: text().primaryKey(),
  /** Number of the last line. */
  number: bigint({ mode: 'number' }).notNull(),
  /** Hash of the last line. */
  hash: text().notNull(),
});
