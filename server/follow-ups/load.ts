// The handling of signals, read for profiles: stage, owner, actions, interpretations, known documents, reactions;
// as it stood at an instant. What one reader may see of it is decided in the merge.
import { sql } from 'drizzle-orm';
import { type Actor, mayReadText } from '../access/actor.ts';
import type { ConcordanceOutcome } from '../codes/merge.ts';
import type { FollowUpResult, PublicationLevel, SignalStage } from '../codes/notes.ts';
import type { Profession } from '../codes/people.ts';
import type { ReactionVoice, StatementKind } from '../codes/reactions.ts';
import type { ThemeCode } from '../codes/themes.ts';
import { arrayParam, namedRows, type ReadDb } from '../db/client.ts';

export interface SignalState {
  readonly placeCode: string;
  /** Division year of that code; so below. */
  readonly editionYear: number;
  readonly theme: ThemeCode;
  readonly stage: SignalStage;
  readonly owner: string | null;
  readonly dueOn: string | null;
  /** Rises by one with each change. */
  readonly version: number;
}

/** A published reaction; who wrote it is known to nobody. */
export interface Reaction {
  readonly id: string;
  readonly text: string;
  readonly voice: ReactionVoice;
  /** First day of the month of publication: a day could tell who wrote. */
  readonly publishedOn: string;
}

export interface FollowUp {
  readonly id: string;
  readonly placeCode: string;
  readonly editionYear: number;
  readonly theme: ThemeCode;
  readonly action: string;
  readonly owner: string;
  readonly dueOn: string | null;
  readonly result: FollowUpResult | null;
  readonly publicSentence: string | null;
  readonly fedBackAt: string | null;
  readonly recordedAt: string;
  readonly reactions: readonly Reaction[];
}

export interface Interpretation {
  readonly id: string;
  readonly placeCode: string;
  readonly editionYear: number;
  readonly theme: ThemeCode;
  readonly explanation: string;
  readonly figureRef: string | null;
  /** Outcome it explains; null when it is about the figure only. */
  readonly outcome: ConcordanceOutcome | null;
  readonly professions: readonly Profession[];
  readonly heldOn: string;
  readonly recordedAt: string;
  readonly publicationLevel: PublicationLevel;
  readonly reactions: readonly Reaction[];
}

export interface KnownDocument {
  readonly id: string;
  /** Wijk, or the gemeente for all its wijken. */
  readonly placeCode: string;
  readonly editionYear: number;
  /** Null: about all themes. */
  readonly theme: ThemeCode | null;
  readonly title: string;
  readonly address: string;
  readonly publishedOn: string;
}

/** A reaction to the signal itself. */
export interface SignalReaction extends Reaction {
  readonly placeCode: string;
  readonly editionYear: number;
  readonly theme: ThemeCode;
}

export interface Handling {
  readonly states: readonly SignalState[];
  readonly followUps: readonly FollowUp[];
  readonly interpretations: readonly Interpretation[];
  readonly knownDocuments: readonly KnownDocument[];
  readonly reactions: readonly SignalReaction[];
}

interface LoadedReaction extends SignalReaction {
  readonly statementKind: StatementKind;
  readonly statementId: string | null;
  readonly isCircleOnly: boolean;
}

interface LoadedHandling extends Omit<Handling, 'reactions'> {
  readonly reactions: readonly LoadedReaction[];
}

/**
 * Everything people did with the signals of these places, as it stood at the instant; one statement. Reactions are
 * those this actor may read; interpretations are all of them, for the merge to choose from.
 */
export async function loadHandling(
  db: ReadDb,
  actor: Actor | null,
  gemeenteCode: string,
  placeCodes: readonly string[],
  asOf: Date,
): Promise<Handling> {
  const at = asOf.toISOString();
  const codes = arrayParam(placeCodes);
  const [row] = await namedRows<{ handling: LoadedHandling }>(
    db,
    'profile_handling',
    sql`select json_build_object(
      'states', (select coalesce(json_agg(json_build_object('placeCode', s.place_code,
          'editionYear', s.edition_year, 'theme', s.theme,
          'stage', s.stage, 'owner', s.owner, 'dueOn', s.due_on, 'version', s.version)
          order by s.changed_at desc), '[]')
        from (select distinct on (c.place_code, c.edition_year, c.theme) c.* from signal_state_changes c
          where c.gemeente_code = ${gemeenteCode} and c.place_code = any(${codes})
            and c.changed_at <= ${at}
          order by c.place_code, c.edition_year, c.theme, c.version desc) s),
      'followUps', (select coalesce(json_agg(json_build_object('id', f.id, 'placeCode', f.place_code,
          'editionYear', f.edition_year,
          'theme', f.theme, 'action', f.action, 'owner', f.owner, 'dueOn', f.due_on,
          'result', case when f.fed_back_at <= ${at} then f.result end,
          'publicSentence', case when f.fed_back_at <= ${at} then f.public_sentence end,
          'fedBackAt', case when f.fed_back_at <= ${at} then f.fed_back_at end,
          'recordedAt', f.recorded_at) order by f.recorded_at desc, f.id), '[]')
        from follow_ups f where f.gemeente_code = ${gemeenteCode}
          and f.place_code = any(${codes}) and f.recorded_at <= ${at}),
      'interpretations', (select coalesce(json_agg(json_build_object('id', i.id,
          'placeCode', i.place_code, 'editionYear', i.edition_year, 'theme', i.theme, 'explanation', i.explanation,
          'figureRef', i.figure_ref, 'outcome', i.outcome, 'professions', i.professions,
          'heldOn', i.held_on, 'recordedAt', i.recorded_at, 'publicationLevel', i.publication_level)
          order by i.held_on desc, i.id), '[]')
        from interpretations i where i.gemeente_code = ${gemeenteCode}
          and i.place_code = any(${codes}) and i.recorded_at <= ${at}),
      'knownDocuments', (select coalesce(json_agg(json_build_object('id', d.id,
          'placeCode', d.place_code, 'editionYear', d.edition_year, 'theme', d.theme, 'title', d.title, 'address', d.address,
          'publishedOn', d.published_on) order by d.published_on desc, d.id), '[]')
        from known_documents d where d.gemeente_code = ${gemeenteCode}
          and (d.place_code = any(${codes}) or d.place_code = ${gemeenteCode})
          and d.recorded_at <= ${at}),
      'reactions', (select coalesce(json_agg(json_build_object('id', r.id,
          'statementKind', r.statement_kind, 'statementId', r.statement_id,
          'placeCode', r.place_code, 'editionYear', r.edition_year, 'theme', r.theme, 'voice', r.voice,
          'isCircleOnly', r.is_circle_only, 'text', r.body,
          'publishedOn', r.month) order by r.month desc, r.id), '[]')
        from (select *, to_char(reviewed_at at time zone 'Europe/Amsterdam', 'YYYY-MM-01') as month
          from reactions where gemeente_code = ${gemeenteCode} and place_code = any(${codes})
            and status = 'PUBLISHED' and body is not null and reviewed_at <= ${at}) r)
      ) as handling`,
  );
  if (!row) return nothingHandled;
  const mayReadAll = mayReadText(actor, gemeenteCode, 'CIRCLE', 'MEDICAL');
  const reactions = row.handling.reactions.filter((one) => mayReadAll || !one.isCircleOnly);
  return withReactions({ ...row.handling, reactions });
}

const nothingHandled: Handling = {
  states: [],
  followUps: [],
  interpretations: [],
  knownDocuments: [],
  reactions: [],
};

/** Puts each reaction under its statement. */
function withReactions(loaded: LoadedHandling): Handling {
  const under = (kind: StatementKind, id: string): Reaction[] =>
    loaded.reactions
      .filter((one) => one.statementKind === kind && one.statementId === id)
      .map(({ id, text, voice, publishedOn }) => ({ id, text, voice, publishedOn }));
  return {
    ...loaded,
    followUps: loaded.followUps.map((one) => ({ ...one, reactions: under('FOLLOW_UP', one.id) })),
    interpretations: loaded.interpretations.map((one) => ({
      ...one,
      reactions: under('INTERPRETATION', one.id),
    })),
    reactions: loaded.reactions.filter((one) => one.statementKind === 'SIGNAL'),
  };
}

/** The part of a handling that is about one wijk, whatever its code was then; documents of its gemeente stay. */
export function handlingOfWijk(
  handling: Handling,
  isThisPlace: (code: string, divisionYear: number) => boolean,
): Handling {
  const isOwn = (one: { readonly placeCode: string; readonly editionYear: number }) =>
    isThisPlace(one.placeCode, one.editionYear);
  return {
    states: handling.states.filter(isOwn),
    followUps: handling.followUps.filter(isOwn),
    interpretations: handling.interpretations.filter(isOwn),
    knownDocuments: handling.knownDocuments.filter(
      (one) => isOwn(one) || one.placeCode.startsWith('GM'),
    ),
    reactions: handling.reactions.filter(isOwn),
  };
}
