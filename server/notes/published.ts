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
import { type GroundTotals, groundVersion, type Holding, loadGroundTotals } from './totals.ts';

export interface PublishedNotes extends GroundTotals {
  readonly notes: readonly DatedNote[];
  /** How long all of this holds; null: something changed while it was read, or nobody can tell. */
  readonly holding: Holding | null;
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

/** Notes of some places, a list per column: so they are written and read in a third of the time of an object each. */
type NoteColumns = {
  readonly [Column in keyof Omit<DatedNote, 'confirmations'>]: readonly DatedNote[Column][] | null;
};

type DatedVoice = DatedNote['confirmations'][number];

interface PublishedRow {
  /** What the gemeente asks itself; null: nothing. */
  readonly own: OwnThresholds | null;
  readonly version: string | null;
  readonly notes: NoteColumns;
  readonly confirmations: readonly (DatedVoice & { readonly noteId: string })[];
}

/**
 * Notes that counted at one of the moments, latest first; a withdrawn one counts until it was withdrawn. Full texts only
 * for a reader who may read some of them: for others they never leave the database.
 */
export async function loadPublishedNotes(
  db: ReadDb,
  gemeenteCode: string,
  placeCodes: readonly string[],
  moments: GroundMoments,
  withTexts = true,
): Promise<PublishedNotes> {
  const at = sql`${moments.at.toISOString()}::timestamptz`;
  const released = sql`${moments.released.toISOString()}::timestamptz`;
  const counts = (moment: SQL) =>
    sql`(n.published_at <= ${moment} and (n.ended_at is null or n.ended_at > ${moment})
      and n.valid_until > ${moment})`;
  const isHere = sql`n.gemeente_code = ${gemeenteCode} and n.place_code = any(${arrayParam(placeCodes)})`;
  const texts = sql`left join note_texts t on t.gemeente_code = n.gemeente_code and t.note_id = n.id`;
  const [row] = await namedRows<PublishedRow>(
    db,
    withTexts ? 'profile_notes_with_texts' : 'profile_notes',
    sql`select ${groundVersion(gemeenteCode)} as version, ${ownThresholdsOf(gemeenteCode)} as own,
        (select json_build_object(
            'id', json_agg(n.id), 'placeCode', json_agg(n.place_code), 'editionYear', json_agg(n.edition_year),
            'theme', json_agg(n.theme), 'kind', json_agg(n.kind), 'severity', json_agg(n.severity),
            'trend', json_agg(n.trend), 'populationGroups', json_agg(n.population_groups),
            'observedTo', json_agg(n.observed_to), 'publicationLevel', json_agg(n.publication_level),
            'excerpt', json_agg(n.excerpt), 'text', json_agg(n.text),
            'organisationKey', json_agg(n.organisation_key), 'profession', json_agg(n.profession),
            'regime', json_agg(n.regime), 'repeats', json_agg(n.repeats),
            'isNow', json_agg(n.is_now), 'wasReleased', json_agg(n.was_released))
          from (select n.*, ${withTexts ? sql`t.observation_text` : sql`null`} as text,
              ${counts(at)} as is_now, ${counts(released)} as was_released
            from field_notes n ${withTexts ? texts : sql``}
            where ${isHere} and (${counts(at)} or ${counts(released)})
            order by n.observed_to desc, n.id) n) as notes,
        (select coalesce(json_agg(json_build_object('noteId', c.note_id, 'organisationKey', c.organisation_key,
            'profession', c.profession, 'regime', c.regime, 'wasReleased', c.confirmed_at <= ${released})), '[]')
          from field_notes n join note_confirmations c on c.gemeente_code = n.gemeente_code and c.note_id = n.id
          where ${isHere} and c.organisation_key <> n.organisation_key and c.confirmed_at <= ${at}
        ) as confirmations`,
  );
  const { version = null, own = null } = row ?? {};
  const { holding, ...totals } = await loadGroundTotals(db, gemeenteCode, moments.at, version);
  return {
    ...totals,
    notes: row ? notesIn(row) : [],
    thresholds: thresholdsWith(own ?? {}),
    holding:
      version !== null && holding.version === version
        ? { ...holding, from: moments.at.getTime() }
        : null,
  };
}

function notesIn({ notes: columns, confirmations }: PublishedRow): DatedNote[] {
  const confirmed = new Map<string, DatedVoice[]>();
  for (const { noteId, ...voice } of confirmations) {
    const known = confirmed.get(noteId);
    if (known) known.push(voice);
    else confirmed.set(noteId, [voice]);
  }
  const { id } = columns;
  if (id === null) return [];
  // Written out: a wijk may have hundreds, and filling an object by the names of its columns costs several times as much.
  const at = <Value>(column: readonly Value[] | null, nth: number) => column?.[nth] as Value;
  return id.map((noteId, nth) => ({
    id: noteId,
    placeCode: at(columns.placeCode, nth),
    editionYear: at(columns.editionYear, nth),
    theme: at(columns.theme, nth),
    kind: at(columns.kind, nth),
    severity: at(columns.severity, nth),
    trend: at(columns.trend, nth),
    populationGroups: at(columns.populationGroups, nth),
    observedTo: at(columns.observedTo, nth),
    publicationLevel: at(columns.publicationLevel, nth),
    excerpt: at(columns.excerpt, nth),
    text: at(columns.text, nth),
    organisationKey: at(columns.organisationKey, nth),
    profession: at(columns.profession, nth),
    regime: at(columns.regime, nth),
    repeats: at(columns.repeats, nth),
    isNow: at(columns.isNow, nth),
    wasReleased: at(columns.wasReleased, nth),
    confirmations: confirmed.get(noteId) ?? noVoices,
  }));
}

const noVoices: readonly DatedVoice[] = [];
