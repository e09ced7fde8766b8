// Column types and checks that several tables share.
import { type SQL, sql } from 'drizzle-orm';
import { check, customType, timestamp } from 'drizzle-orm/pg-core';

/** An instant, always with time zone. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' });

/** Raw bytes. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Words of a text with their positions, for full-text search. */
export const searchVector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const patterns = {
  gemeente: '^(GM[0-9]{4}|NL00)$',
  wijk: '^WK[0-9]{4}[0-9A-Z]{2}$',
  place: '^(NL00|GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$',
  noteplace: '^(GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2})$',
} as const;

const literal = (text: string): SQL => sql.raw(`'${text.replaceAll("'", "''")}'`);

/** The column matches the pattern of a kind of code. */
export const matches = (name: string, column: string, pattern: keyof typeof patterns) =>
  check(name, sql`${sql.raw(column)} ~ ${literal(patterns[pattern])}`);

/** The column holds one of a list of codes, or null where it may. */
export const oneOf = (name: string, column: string, codes: readonly string[]) =>
  check(name, sql`${sql.raw(column)} in (${sql.join(codes.map(literal), sql.raw(', '))})`);

/** Every element of the array column is one of a list of codes. */
export const allOf = (name: string, column: string, codes: readonly string[]) =>
  check(
    name,
    sql`${sql.raw(column)} <@ array[${sql.join(codes.map(literal), sql.raw(', '))}]::text[]`,
  );

export const holds = (name: string, condition: string) => check(name, sql.raw(condition));
