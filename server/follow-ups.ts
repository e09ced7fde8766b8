// The handling of signals, read for profiles: stage, owner, actions, interpretations, feedback.
import { sql } from 'drizzle-orm';
import type { FollowUpResult, PublicationLevel, SignalStage } from './codes/notes.ts';
import type { Profession } from './codes/people.ts';
import type { ThemeCode } from './codes/themes.ts';
import { arrayParam, namedRows, type ReadDb } from './db/client.ts';

export interface SignalState {
  readonly placeCode: string;
  readonly theme: ThemeCode;
  readonly stage: SignalStage;
  readonly owner: string | null;
  readonly dueOn: string | null;
}

export interface FollowUp {
  readonly id: string;
  readonly placeCode: string;
  readonly theme: ThemeCode;
  readonly action: string;
  readonly owner: string;
  readonly dueOn: string | null;
  readonly result: FollowUpResult | null;
  readonly publicSentence: string | null;
  readonly fedBackAt: string | null;
  readonly recordedAt: string;
}

export interface Interpretation {
  readonly id: string;
  readonly placeCode: string;
  readonly theme: ThemeCode;
  readonly explanation: string;
  readonly figureRef: string | null;
  readonly professions: readonly Profession[];
  readonly heldOn: string;
  readonly publicationLevel: PublicationLevel;
}

export interface Handling {
  readonly states: readonly SignalState[];
  readonly followUps: readonly FollowUp[];
  readonly interpretations: readonly Interpretation[];
}

/** Everything people did with the signals of these places, as it stood at the instant; one statement. */
export async function loadHandling(
  db: ReadDb,
  gemeenteCode: string,
  placeCodes: readonly string[],
  asOf: Date,
): Promise<Handling> {
  const at = asOf.toISOString();
  const [row] = await namedRows<{ handling: Handling }>(
    db,
    'profile_handling',
    sql`select json_build_object(
      'states', (select coalesce(json_agg(json_build_object('placeCode', s.place_code, 'theme', s.theme,
          'stage', s.stage, 'owner', s.owner, 'dueOn', s.due_on)), '[]')
        from signal_states s where s.gemeente_code = ${gemeenteCode}
          and s.place_code = any(${arrayParam(placeCodes)}) and s.changed_at <= ${at}),
      'followUps', (select coalesce(json_agg(json_build_object('id', f.id, 'placeCode', f.place_code,
          'theme', f.theme, 'action', f.action, 'owner', f.owner, 'dueOn', f.due_on,
          'result', case when f.fed_back_at <= ${at} then f.result end,
          'publicSentence', case when f.fed_back_at <= ${at} then f.public_sentence end,
          'fedBackAt', case when f.fed_back_at <= ${at} then f.fed_back_at end,
          'recordedAt', f.recorded_at) order by f.recorded_at desc, f.id), '[]')
        from follow_ups f where f.gemeente_code = ${gemeenteCode}
          and f.place_code = any(${arrayParam(placeCodes)}) and f.recorded_at <= ${at}),
      'interpretations', (select coalesce(json_agg(json_build_object('id', i.id,
          'placeCode', i.place_code, 'theme', i.theme, 'explanation', i.explanation,
          'figureRef', i.figure_ref, 'professions', i.professions, 'heldOn', i.held_on,
          'publicationLevel', i.publication_level) order by i.held_on desc, i.id), '[]')
        from interpretations i where i.gemeente_code = ${gemeenteCode}
          and i.place_code = any(${arrayParam(placeCodes)}) and i.recorded_at <= ${at})
      ) as handling`,
  );
  return row?.handling ?? { states: [], followUps: [], interpretations: [] };
}
