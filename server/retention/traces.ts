// What erased rows leave in the files of the database until it cleans up. PostgreSQL does that by itself in time; the
// embedded database has nobody else who does, so its files are written anew.
import type { Database } from '../db/client.ts';

const tables = [
  ...['field_notes', 'note_texts', 'note_revisions', 'note_reviews', 'authors', 'reactions'],
  ...['erased_contributions', 'quarantine', 'audit_lines', 'logbook_lines'],
  ...['people', 'memberships', 'sessions', 'api_keys', 'webhooks', 'webhook_deliveries'],
];

/**
 * Gives the space of erased rows back, and takes the planner's samples anew, in which numbers of people stand. Embedded: also overwrites the files and lets go of the write-ahead log. On
 * PostgreSQL the log, its archive and backups follow the retention of the one who runs the server.
 */
export async function wipeTraces({ kind, pool }: Pick<Database, 'kind' | 'pool'>): Promise<void> {
  if (kind === 'postgres') {
    // Tables of which the login is not the owner are passed over with a warning of the database.
    await pool.query(`vacuum (analyze) ${tables.join(', ')}`);
    await renewWords(pool);
    return;
  }
  await pool.query(`vacuum (full, analyze) ${tables.join(', ')}`);
  await pool.query('set wal_recycle = off');
  await pool.query('select pg_switch_wal()');
  await pool.query('checkpoint');
  await pool.query('select pg_switch_wal()');
  await pool.query('checkpoint');
}

/** An index of words keeps each word it ever held, without saying of which text, until it is made anew. */
async function renewWords(pool: Database['pool']): Promise<void> {
  const { rows } = await pool.query<{ isOwner: boolean }>(
    `select pg_has_role(relowner, 'USAGE') as "isOwner" from pg_class where oid = 'note_texts_words'::regclass`,
  );
  if (rows[0]?.isOwner) await pool.query('reindex index concurrently note_texts_words');
}
