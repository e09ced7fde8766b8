// Before a server answers: the tables and policies of this version are there, and the login it uses is not stronger
// than they are.
import type { Config } from '../config.ts';
import { SettingsError } from '../config.ts';
import type { ActingPool } from './acting.ts';
import { type Database, openDatabase } from './client.ts';
import { migrateDatabase } from './migrate.ts';
import { appRole, policyVersion, versionIn } from './row-level-security.ts';

/** Brings the database up to date where this process may, and refuses to serve on one that is not. */
export async function prepareDatabase(database: Database, config: Config): Promise<void> {
  if (config.databaseOwnerUrl) {
    const owner = await openDatabase({ url: config.databaseOwnerUrl, folder: '', poolSize: 1 });
    try {
      await migrateDatabase(owner.pool);
    } finally {
      await owner.close();
    }
  }
  const strength =
    database.kind === 'embedded' ? 'owns the tables' : await strengthOf(database.pool);
  if (strength !== null && config.mode === 'production') {
    throw new SettingsError(
      `DATABASE_URL: this login ${strength}, so PostgreSQL would not hold it to the policy table. ` +
        `Make one that is only a member of ${appRole} (README, "Settings"), and set DATABASE_OWNER_URL for migrations.`,
    );
  }
  if (strength !== null && !config.databaseOwnerUrl) await migrateDatabase(database.pool);
  const client = await database.pool.connect();
  try {
    if ((await versionIn(client)) === policyVersion) return;
  } finally {
    client.release();
  }
  throw new SettingsError(
    'The database is of another version than this program: run `wijkbeeld migrate` with DATABASE_OWNER_URL.',
  );
}

/** Why PostgreSQL would not hold this login to the policies; null when it does. */
async function strengthOf(pool: ActingPool): Promise<string | null> {
  const { rows } = await pool.query<{ super: boolean; bypasses: boolean; owns: boolean }>(
    `select r.rolsuper as super, r.rolbypassrls as bypasses,
      coalesce((select pg_has_role(session_user, c.relowner, 'member') from pg_class c
        where c.oid = to_regclass('public.field_notes')),
        has_schema_privilege(session_user, 'public', 'create')) as owns
    from pg_roles r where r.rolname = session_user`,
  );
  if (rows[0]?.super) return 'is a superuser';
  if (rows[0]?.bypasses) return 'bypasses row-level security';
  return rows[0]?.owns ? 'owns the tables' : null;
}
