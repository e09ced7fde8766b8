// Published, valid notes of some places as they stood at an instant, with their confirmations: the ground
// side of a profile. One statement; texts go on to disclosure, not to callers.
import { sql } from 'drizzle-orm';
import type { Profession } from '../codes/people.ts';
import { arrayParam, namedRows, type ReadDb } from '../db/client.ts';
import type { PublishedNote } from '../signals.ts';

/** Organisations per wijk and theme over the gemeente, as totals: what the information component needs (20.6). */
export interface VoiceTotals {
  readonly total: number;
  readonly byPlace: Readonly<Record<string, number>>;
  readonly byTheme: Readonly<Record<string, number>>;
}

export interface PublishedNotes {
  readonly notes: readonly PublishedNote[];
  /** Professions of which two or more organisations reported in the gemeente: naming them identifies nobody. */
  readonly commonProfessions: readonly Profession[];
  readonly totals: VoiceTotals;
}

/** A note with the time in which it counted. */
export interface PastNote extends Omit<PublishedNote, 'confirmations'> {
  readonly publishedAt: Date;
  /** Withdrawn or faded; null: counts still. */
  readonly endedAt: Date | null;
  readonly validUntil: Date;
  readonly confirmations: readonly (PublishedNote['confirmations'][number] & {
    readonly confirmedAt: string;
  })[];
}

/** Notes of some places that counted at some time from `from` until `until`. */
export function loadPastNotes(
  db: ReadDb,
  gemeenteCode: string,
  placeCodes: readonly string[],
  from: Date,
  until: Date,
): Promise<PastNote[]> {
  const [start, end] = [from.toISOString(), until.toISOString()];
  return namedRows<PastNote>(
    db,
    'past_notes',
    sql`select n.id, n.place_code as "placeCode", n.edition_year as "editionYear", n.theme, n.kind,
        n.severity, n.trend, n.population_groups as "populationGroups", n.observed_to::text as "observedTo",
        n.publication_level as "publicationLevel", n.excerpt, t.observation_text as text,
        n.organisation_key as "organisationKey", n.profession, n.regime,
        n.published_at as "publishedAt", n.ended_at as "endedAt", n.valid_until as "validUntil",
        (select coalesce(json_agg(json_build_object('organisationKey', c.organisation_key,
            'profession', c.profession, 'regime', c.regime, 'confirmedAt', c.confirmed_at)), '[]')
          from note_confirmations c where c.gemeente_code = n.gemeente_code and c.note_id = n.id
            and c.confirmed_at <= ${end}) as confirmations
      from field_notes n
        left join note_texts t on t.gemeente_code = n.gemeente_code and t.note_id = n.id
      where n.gemeente_code = ${gemeenteCode} and n.place_code = any(${arrayParam(placeCodes)})
        and n.published_at <= ${end} and (n.ended_at is null or n.ended_at > ${start})
        and n.valid_until > ${start}`,
  );
}

/** Notes that were published and still valid at the instant; a withdrawn one counts until it was withdrawn. */
export async function loadPublishedNotes(
  db: ReadDb,
  gemeenteCode: string,
  placeCodes: readonly string[],
  asOf: Date,
): Promise<PublishedNotes> {
  const at = asOf.toISOString();
  const [row] = await namedRows<PublishedNotes>(
    db,
    'profile_notes',
    sql`with valid as materialized (
        select n.id, n.place_code, n.theme, n.profession, n.organisation_key from field_notes n
        where n.gemeente_code = ${gemeenteCode} and n.published_at <= ${at}
          and (n.ended_at is null or n.ended_at > ${at}) and n.valid_until > ${at}
      ), voices as materialized (
        select v.place_code, v.theme, v.profession, v.organisation_key from (
          select place_code, theme, profession, organisation_key from valid
          union all
          select w.place_code, w.theme, o.profession, o.organisation_key from note_confirmations o
            join valid w on w.id = o.note_id
            where o.gemeente_code = ${gemeenteCode} and o.confirmed_at <= ${at}
        ) v group by 1, 2, 3, 4
      ), cells as materialized (
        select v.place_code, v.theme, count(*) as n from (
          select place_code, theme, organisation_key from voices
            where place_code like 'WK%' group by 1, 2, 3
        ) v group by 1, 2
      )
      select
        json_build_object(
          'total', (select coalesce(sum(n), 0) from cells),
          'byPlace', (select coalesce(json_object_agg(c.place_code, c.n), '{}')
            from (select place_code, sum(n) as n from cells group by 1) c),
          'byTheme', (select coalesce(json_object_agg(c.theme, c.n), '{}')
            from (select theme, sum(n) as n from cells group by 1) c)
        ) as totals,
        (select coalesce(json_agg(c.profession), '[]') from (
          select v.profession from (
            select profession, organisation_key from voices group by 1, 2
          ) v group by 1 having count(*) >= 2) c
        ) as "commonProfessions",
        (select coalesce(json_agg(json_build_object(
            'id', n.id, 'placeCode', n.place_code, 'editionYear', n.edition_year, 'theme', n.theme,
            'kind', n.kind, 'severity', n.severity, 'trend', n.trend,
            'populationGroups', n.population_groups, 'observedTo', n.observed_to,
            'publicationLevel', n.publication_level, 'excerpt', n.excerpt, 'text', t.observation_text,
            'organisationKey', n.organisation_key, 'profession', n.profession, 'regime', n.regime,
            'confirmations', (select coalesce(json_agg(json_build_object(
                'organisationKey', c.organisation_key, 'profession', c.profession,
                'regime', c.regime)), '[]')
              from note_confirmations c where c.gemeente_code = n.gemeente_code and c.note_id = n.id
                and c.confirmed_at <= ${at})
          ) order by n.observed_to desc, n.id), '[]')
        from field_notes n
          left join note_texts t on t.gemeente_code = n.gemeente_code and t.note_id = n.id
        where n.gemeente_code = ${gemeenteCode} and n.place_code = any(${arrayParam(placeCodes)})
          and n.published_at <= ${at} and (n.ended_at is null or n.ended_at > ${at})
          and n.valid_until > ${at}) as notes`,
  );
  return (
    row ?? { notes: [], commonProfessions: [], totals: { total: 0, byPlace: {}, byTheme: {} } }
  );
}
