// What the signals of a gemeente that may be shown add up to. The same for every wijk and every reader, so a process
// keeps it as long as nothing changed: the database raises a number with each change (`ground_versions`), and the answer
// says until when time alone changes nothing. So it is right in every server process.
import { sql } from 'drizzle-orm';
import type { Profession } from '../codes/people.ts';
import { homeOf, namedRows, type ReadDb, sharedKeyOf } from '../db/client.ts';
import { scopeOf, shownCells } from '../privacy/cells.ts';
import { nextRenewal } from './renewals.ts';

/**
 * Organisations per wijk and theme over the signals of the gemeente that may be shown: what the information
 * component needs (20.6). Hidden cells are left out: from enough components their totals could be solved.
 */
export interface VoiceTotals {
  readonly total: number;
  /** By the wijk's first code and year. */
  readonly byPlace: Readonly<Record<string, number>>;
  readonly byTheme: Readonly<Record<string, number>>;
}

export interface GroundTotals {
  /** Professions on shown signals of the gemeente, with the number of their organisations. */
  readonly professions: Readonly<Partial<Record<Profession, number>>>;
  /** Professions on signals that the product's own thresholds let show. */
  readonly heard: readonly Profession[];
  readonly totals: VoiceTotals;
}

/** What the totals of a gemeente rest on, as one text; null but by the door that sees all of it. */
export const groundVersion = (gemeenteCode: string) =>
  sql`case when current_setting('wijkbeeld.door', true) = 'MERGE' then
    (select string_agg(gemeente_code || ' ' || version, ', ' order by gemeente_code)
      from ground_versions where gemeente_code in ('NL00', ${gemeenteCode})) end`;

/** As long as this holds, what was worked out from the ground of a gemeente would come out the same. */
export interface Holding {
  readonly version: string | null;
  /** In ms since 1970, as all below. */
  readonly from: number;
  /** The next instant at which something begins or ends to count; null: none is known. */
  readonly changesAt: number | null;
  /** When it is worked out anew all the same (renewals.ts). */
  readonly keptUntil: number;
}

interface HeldTotals extends GroundTotals {
  readonly holding: Holding;
}

/** Gemeenten per process. */
const most = 1000;
const kept = new WeakMap<object, Map<string, HeldTotals>>();

/** The totals as of `at`, and how long they hold; one statement, none when they are known of this version. */
export async function loadGroundTotals(
  db: ReadDb,
  gemeenteCode: string,
  at: Date,
  version: string | null,
): Promise<HeldTotals> {
  const home = homeOf(db);
  const known = kept.get(home) ?? new Map<string, HeldTotals>();
  kept.set(home, known);
  const found = known.get(gemeenteCode);
  if (found && holdsAt(found.holding, version, at)) return found;
  const { version: read, changesAt, ...totals } = await readTotals(db, gemeenteCode, at);
  const keptUntil = nextRenewal(sharedKeyOf(db), gemeenteCode, Date.now());
  const fresh = { ...totals, holding: { version: read, from: at.getTime(), changesAt, keptUntil } };
  if (read === null) return fresh;
  if (known.size >= most) known.clear();
  known.set(gemeenteCode, fresh);
  return fresh;
}

/** Whether it holds for what is asked as of `at`, under the version that the database gives now. */
export const holdsAt = (holding: Holding, version: string | null, at: Date): boolean =>
  version !== null &&
  holding.version === version &&
  at.getTime() >= holding.from &&
  (holding.changesAt === null || at.getTime() < holding.changesAt) &&
  Date.now() < holding.keptUntil;

interface ReadTotals extends GroundTotals, Pick<Holding, 'version' | 'changesAt'> {}

async function readTotals(db: ReadDb, gemeenteCode: string, at: Date): Promise<ReadTotals> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const [row] = await namedRows<ReadTotals>(
    db,
    'ground_totals',
    sql`with recursive ${shownCells(scopeOf({ at, released: at }, gemeenteCode))},
        wijken as (select distinct s.*, r.root_code from shown s join roots r using (root)
          where r.code like 'WK%')
      select ${groundVersion(gemeenteCode)} as version,
        json_build_object(
          'total', (select coalesce(sum(organisations), 0) from wijken),
          'byPlace', (select coalesce(json_object_agg(c.root_code, c.n), '{}')
            from (select root_code, sum(organisations) as n from wijken group by 1) c),
          'byTheme', (select coalesce(json_object_agg(c.theme, c.n), '{}')
            from (select theme, sum(organisations) as n from wijken group by 1) c)
        ) as totals,
        (select coalesce(json_object_agg(c.profession, c.n), '{}') from (
          select v.profession, count(*) as n
          from (select profession, organisation_key from voices group by 1, 2) v group by 1) c
        ) as professions,
        array(select distinct h.profession from heard h
          where (h.root, h.theme) in (select root, theme from open) order by 1) as heard,
        floor(1000 * extract(epoch from least(
          (select least(
              min(n.published_at) filter (where n.published_at > ${moment}),
              min(n.ended_at) filter (where n.ended_at > ${moment}),
              min(n.valid_until) filter (where n.valid_until > ${moment}))
            from field_notes n where n.gemeente_code = ${gemeenteCode} and n.published_at is not null),
          (select min(c.confirmed_at) from note_confirmations c
            where c.gemeente_code = ${gemeenteCode} and c.confirmed_at > ${moment}),
          (select min(s.live_from) from edition_spans s where s.live_from > ${moment}),
          (select min(s.live_to) from edition_spans s where s.live_to > ${moment})
        )))::float8 as "changesAt"`,
  );
  return (
    row ?? {
      version: null,
      changesAt: null,
      professions: {},
      heard: [],
      totals: { total: 0, byPlace: {}, byTheme: {} },
    }
  );
}
