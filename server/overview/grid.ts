// A gemeente at a glance: every wijk x theme with its outcome, from the same merge as the profile and in the same
// number of statements. In the order of names and themes: nothing here orders wijken by how they do.
import type { Actor } from '../access/actor.ts';
import type { ConcordanceOutcome, CoverageLevel, SignalDisplay } from '../codes/merge.ts';
import type { SignalStage } from '../codes/notes.ts';
import type { ThemeCode } from '../codes/themes.ts';
import type { ReadDb } from '../db/client.ts';
import { badInput, notFound } from '../errors.ts';
import { checkPlaceCode } from '../places/codes.ts';
import { findPlace } from '../places/find.ts';
import { loadProfile, loadProfilesOfGemeente } from '../profiles/load.ts';
import type { Profile, Signal, ThemeProfile } from '../profiles/profile.ts';

export interface GridRequest {
  /** A gemeente, or one wijk. */
  readonly within: string;
  readonly year?: number | null | undefined;
  readonly asOf?: string | null | undefined;
}

/** The profiles within a gemeente or wijk, by name. */
export async function loadProfilesWithin(
  db: ReadDb,
  actor: Actor | null,
  request: GridRequest,
  now: Date,
): Promise<Profile[]> {
  const { within, year, asOf } = request;
  const level = checkPlaceCode(within);
  if (level !== 'GEMEENTE' && level !== 'WIJK') {
    const message = `${within} is not a gemeente or wijk; ask for one of those, for example GM9001.`;
    throw badInput([{ field: 'within', message }]);
  }
  if (level === 'WIJK') {
    const profile = await loadProfile(db, actor, { code: within, year, asOf }, now);
    if (!profile) throw notFound('wijk', within);
    return [profile];
  }
  const profiles = await loadProfilesOfGemeente(db, actor, { code: within, year, asOf }, now);
  if (profiles.length === 0 && !(await findPlace(db, within))) throw notFound('gemeente', within);
  return profiles;
}

export interface GridCell {
  readonly placeCode: string;
  readonly placeName: string;
  readonly theme: ThemeCode;
  readonly outcome: ConcordanceOutcome;
  readonly display: SignalDisplay;
  readonly coverage: CoverageLevel;
  readonly stage: SignalStage;
}

/** One cell per wijk and theme. */
export function gridOf(profiles: readonly Profile[]): GridCell[] {
  return profiles.flatMap((profile) => profile.themes.map((theme) => cellOf(profile, theme)));
}

function cellOf({ place }: Profile, theme: ThemeProfile): GridCell {
  return {
    placeCode: place.code,
    placeName: place.name,
    theme: theme.theme,
    outcome: theme.concordance.outcome,
    display: theme.signal.display,
    coverage: theme.coverage.level,
    stage: theme.signal.stage,
  };
}

export interface SignalFilter {
  readonly theme?: ThemeCode | null | undefined;
  readonly outcome?: readonly ConcordanceOutcome[] | null | undefined;
  readonly stage?: readonly SignalStage[] | null | undefined;
}

/** Signals that have something to show, by wijk and theme; a filter looks only at what this actor may see. */
export function signalsOf(profiles: readonly Profile[], filter: SignalFilter): Signal[] {
  return profiles
    .flatMap((profile) => profile.themes)
    .filter(({ signal, concordance }) => {
      if (signal.display !== 'SHOWN' && signal.display !== 'TOO_FEW') return false;
      if (filter.theme && signal.theme !== filter.theme) return false;
      if (filter.outcome && !filter.outcome.includes(concordance.outcome)) return false;
      return !filter.stage || filter.stage.includes(signal.stage);
    })
    .map(({ signal }) => signal);
}
