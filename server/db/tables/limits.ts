import { bigint, index, integer, pgTable, varchar } from 'drizzle-orm/pg-core';

/**
 * What clients used of their budgets in the running minute, shared by all server processes; the columns are those of
 * rate-limiter-flexible. Unlogged: no write-ahead log, empty after a crash and on a standby, which only begins the
 * budgets anew. Unused by the embedded database.
 */
export const rateLimits = pgTable(
  'rate_limits',
  {
    /** Budget and keyed hash of the client; never an address or a person. */
    key: varchar({ length: 255 }).primaryKey(),
    points: integer().notNull().default(0),
    /** End of the window, milliseconds since 1970; the row is removed within 15 seconds after it. */
    expire: bigint({ mode: 'number' }),
  },
  (t) => [index('rate_limits_expire').on(t.expire)],
);
