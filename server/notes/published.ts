// Published notes of some places at the moments a reader is told of, with their confirmations, and what the
// shown signals of the gemeente add up to: the ground side of a profile. One statement; what a reader may know of
// it is decided in privacy/ground.ts.
import { sql } from 'drizzle-orm';
import type { Profession } from '../codes/people.ts';
import { arrayParam, namedRows, type ReadDb } from '../db/client.ts';
import { isOneMoment, scopeOf, shownCells } from '../privacy/cells.ts';
import type { DatedNote } from '../privacy/ground.ts';
import type { GroundMoments } from '../privacy/releases.ts';
import type { PublishedNote } from '../signals.ts';

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

export interface PublishedNotes {
  readonly notes: readonly DatedNote[];
  /** Professions on shown signals of the gemeente, with the number of their organisations. */
  readonly professions: Readonly<Partial<Record<Profession, number>>>;
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
        n.organisation_key as "organisationKey", n.profession, n.regime, n.repeats,
        n.published_at as "publishedAt", n.ended_at as "endedAt", n.valid_until as "validUntil",
        (select coalesce(json_agg(json_build_object('organisationKey', c.organisation_key,
            'profession', c.profession, 'regime', c.regime, 'confirmedAt', c.confirmed_at)), '[]')
          from note_confirmations c where c.gemeente_code = n.gemeente_code and c.note_id = n.id
            and c.organisation_key <> n.organisation_key and c.confirmed_at <= ${end}) as confirmations
      from field_notes n
        left join note_texts t on t.gemeente_code = n.gemeente_code and t.note_id = n.id
      where n.gemeente_code = ${gemeenteCode} and n.place_code = any(${arrayParam(placeCodes)})
        and n.published_at <= ${end} and (n.ended_at is null or n.ended_at > ${start})
        and n.valid_until > ${start}`,
  );
}

/** Notes that counted at one of the moments; a withdrawn one counts until it was withdrawn. */
export async function loadPublishedNotes(
  db: ReadDb,
  gemeenteCode: string,
  placeCodes: readonly string[],
  moments: GroundMoments,
): Promise<PublishedNotes> {
  const at = moments.at.toISOString();
  const released = moments.released.toISOString();
  const [row] = await namedRows<PublishedNotes>(
    db,
    isOneMoment(moments) ? 'profile_notes_at' : 'profile_notes_between',
    sql`with recursive ${shownCells(scopeOf(moments, gemeenteCode))},
        wijken as (select distinct s.*, r.root_code from shown s join roots r using (root)
          where r.code like 'WK%')
      select
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
        (select coalesce(json_agg(json_build_object(
            'id', n.id, 'placeCode', n.place_code, 'editionYear', n.edition_year, 'theme', n.theme,
            'kind', n.kind, 'severity', n.severity, 'trend', n.trend,
            'populationGroups', n.population_groups, 'observedTo', n.observed_to,
            'publicationLevel', n.publication_level, 'excerpt', n.excerpt, 'text', t.observation_text,
            'organisationKey', n.organisation_key, 'profession', n.profession, 'regime', n.regime,
            'repeats', n.repeats, 'isNow', c.is_now, 'wasReleased', c.was_released,
            'confirmations', (select coalesce(json_agg(json_build_object(
                'organisationKey', c.organisation_key, 'profession', c.profession,
                'regime', c.regime, 'wasReleased', c.confirmed_at <= ${released}::timestamptz)), '[]')
              from note_confirmations c where c.gemeente_code = n.gemeente_code and c.note_id = n.id
                and c.organisation_key <> n.organisation_key and c.confirmed_at <= ${at}::timestamptz)
          ) order by n.observed_to desc, n.id), '[]')
        from counted c join field_notes n on n.gemeente_code = c.gemeente_code and n.id = c.id
          left join note_texts t on t.gemeente_code = n.gemeente_code and t.note_id = n.id
        where c.place_code = any(${arrayParam(placeCodes)})) as notes`,
  );
  return row ?? { notes: [], professions: {}, totals: { total: 0, byPlace: {}, byTheme: {} } };
}
