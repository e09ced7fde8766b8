import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { bytes, instant, matches } from './columns.ts';

/** One line per change and per sensitive read, written in the same transaction, chained by hash. */
export const auditLines = pgTable(
  'audit_lines',
  {
    /** Gemeente the line belongs to; NL00 for the system. */
    gemeenteCode: text().notNull(),
    /** Number within the gemeente's chain, from 1, without gaps; random and above 2^52 while a line waits to be sealed. */
    number: bigint({ mode: 'number' }).notNull(),
    /** When; for what an observer or resident did the day only. */
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
    /** W3C trace id of the request, 32 hexadecimal digits; null where there was none. */
    traceId: text(),
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
  /** Day of the lines that wait to be sealed; null: none wait. */
  waitingDay: date({ mode: 'string' }),
  /** How many lines wait. */
  waitingCount: integer().notNull().default(0),
  /** Sum of their hashes modulo 2^256, in hexadecimal: shows a change without telling an order. */
  waitingSum: text().notNull().default('0'),
  /** Last line that retention cut off; 0: none. */
  cutNumber: bigint({ mode: 'number' }).notNull().default(0),
  /** Hash of that line: what the first line still there follows. */
  cutHash: text().notNull().default('0'.repeat(64)),
});

/**
 * Keys of the pseudonyms of a gemeente. Nothing but the function keyed_hash reads or fills this table: the keys
 * never leave the database.
 */
export const gemeenteSecrets = pgTable(
  'gemeente_secrets',
  {
    /** The gemeente. */
    gemeenteCode: text().primaryKey(),
    /** 64 random bytes before the text. */
    innerKey: bytes().notNull(),
    /** 64 random bytes before the hash of that. */
    outerKey: bytes().notNull(),
  },
  (_) => [matches('gemeente_secrets_gemeente_code', 'gemeente_code', 'gemeente')],
);
