// Published notes of some places at the moments a reader is told of, with their confirmations, and what the
// shown signals of the gemeente add up to: the ground side of a profile. One statement, and one for the totals when
// they are not kept; what a reader may know of it is decided in privacy/ground.ts.
import { type SQL, sql } from 'drizzle-orm';
import { arrayParam, namedRows, type ReadDb } from '../db/client.ts';
import { type OwnThresholds, type Thresholds, thresholdsWith } from '../privacy/disclosure.ts';
import type { DatedNote } from '../privacy/ground.ts';
import type { GroundMoments } from '../privacy/releases.ts';
import type { PublishedNote } from '../signals.ts';
import { ownThresholdsOf } from '../thresholds/load.ts';
import { type GroundTotals, groundVersion, loadGroundTotals } from './totals.ts';

export interface PublishedNotes extends GroundTotals {
  readonly notes: readonly DatedNote[];
  /** Those of the gemeente today, read with the notes. */
  readonly thresholds: Thresholds;
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
  const at = sql`${moments.at.toISOString()}::timestamptz`;
  const released = sql`${moments.released.toISOString()}::timestamptz`;
  const counts = (moment: SQL) =>
    sql`(n.published_at <= ${moment} and (n.ended_at is null or n.ended_at > ${moment})
      and n.valid_until > ${moment})`;
  const [row] = await namedRows<{
    version: string | null;
    own: OwnThresholds | null;
    notes: DatedNote[];
  }>(
    db,
    'profile_notes',
    sql`select ${groundVersion(gemeenteCode)} as version, ${ownThresholdsOf(gemeenteCode)} as own,
        (select coalesce(json_agg(json_build_object(
            'id', n.id, 'placeCode', n.place_code, 'editionYear', n.edition_year, 'theme', n.theme,
            'kind', n.kind, 'severity', n.severity, 'trend', n.trend,
            'populationGroups', n.population_groups, 'observedTo', n.observed_to,
            'publicationLevel', n.publication_level, 'excerpt', n.excerpt, 'text', t.observation_text,
            'organisationKey', n.organisation_key, 'profession', n.profession, 'regime', n.regime,
            'repeats', n.repeats, 'isNow', ${counts(at)}, 'wasReleased', ${counts(released)},
            'confirmations', (select coalesce(json_agg(json_build_object(
                'organisationKey', c.organisation_key, 'profession', c.profession,
                'regime', c.regime, 'wasReleased', c.confirmed_at <= ${released})), '[]')
              from note_confirmations c where c.gemeente_code = n.gemeente_code and c.note_id = n.id
                and c.organisation_key <> n.organisation_key and c.confirmed_at <= ${at})
          ) order by n.observed_to desc, n.id), '[]')
        from field_notes n
          left join note_texts t on t.gemeente_code = n.gemeente_code and t.note_id = n.id
        where n.gemeente_code = ${gemeenteCode} and n.place_code = any(${arrayParam(placeCodes)})
          and (${counts(at)} or ${counts(released)})) as notes`,
  );
  const { notes = [], version = null, own = null } = row ?? {};
  const totals = await loadGroundTotals(db, gemeenteCode, moments.at, version);
  return { notes, thresholds: thresholdsWith(own ?? {}), ...totals };
}
