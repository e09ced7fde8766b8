// The two numbers that everything a process keeps of profiles rests on. Triggers raise them with each change, so what is
// kept under them is right in every server process.
import { sql } from 'drizzle-orm';
import { namedRows, type ReadDb } from '../db/client.ts';
import { groundVersion } from '../notes/totals.ts';

export interface Versions {
  /** Of sources, indicators, editions, places and what is live. */
  readonly catalogue: number;
  /** Of all that counts on the ground in the gemeente; null by a door that does not see all of it. */
  readonly ground: string | null;
}

/** The versions that hold now. */
export async function loadVersions(db: ReadDb, gemeenteCode: string): Promise<Versions> {
  const [row] = await namedRows<Versions>(
    db,
    'profile_versions',
    sql`select (select version from catalogue_versions) as catalogue, ${groundVersion(gemeenteCode)} as ground`,
  );
  return row ?? { catalogue: 0, ground: null };
}
