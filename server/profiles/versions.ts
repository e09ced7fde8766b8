// The two numbers that everything a process keeps of profiles rests on. Triggers raise them with each change, so what is
// kept under them is right in every server process.
import { sql } from 'drizzle-orm';
import { homeOf, namedRows, type ReadDb } from '../db/client.ts';
import { groundVersion } from '../notes/totals.ts';

export interface Versions {
  /** Of sources, indicators, editions, places and what is live. */
  readonly catalogue: number;
  readonly gemeenteCode: string;
  /** Of all that counts on the ground in the gemeente; null by a door that does not see all of it. */
  readonly ground: string | null;
  /** When an edition went live or ended, in ms since 1970, in order. */
  readonly liveChanges: readonly number[];
}

type CatalogueState = Pick<Versions, 'catalogue' | 'liveChanges'>;

const kept = new WeakMap<object, CatalogueState>();

/** The versions that hold now; one statement. */
export async function loadVersions(db: ReadDb, gemeenteCode: string): Promise<Versions> {
  const home = homeOf(db);
  const known = kept.get(home) ?? { catalogue: 0, liveChanges: [] };
  const [row] = await namedRows<{
    catalogue: number;
    ground: string | null;
    liveChanges: readonly number[] | null;
  }>(
    db,
    'profile_versions',
    // An instant of the database lies between two milliseconds: rounded up.
    sql`select v.version as catalogue, ${groundVersion(gemeenteCode)} as ground,
        case when v.version <> ${known.catalogue} then array(
          select distinct ceil(1000 * extract(epoch from s.at))::float8 from (
            select live_from as at from edition_spans
            union all select live_to from edition_spans where live_to is not null) s order by 1)
        end as "liveChanges"
      from catalogue_versions v`,
  );
  const { catalogue = 0, ground = null, liveChanges } = row ?? {};
  const state = liveChanges ? { catalogue, liveChanges } : known;
  if (state !== known) kept.set(home, state);
  return { ...state, gemeenteCode, ground };
}

/** The last instant up to `asOf` at which an edition went live or ended; what is live has been the same since. */
export const liveSince = ({ liveChanges }: Versions, asOf: Date): number =>
  liveChanges.findLast((at) => at <= asOf.getTime()) ?? 0;
