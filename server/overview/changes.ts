// What changed between two days in a gemeente, from what could be seen on both: display states, bands and outcomes,
// never counts, so that two days side by side tell no more than each of them (S5).
import type { Actor } from '../access/actor.ts';
import { codesOf } from '../codes/code-list.ts';
import { type ConcordanceOutcome, countBands } from '../codes/merge.ts';
import type { ThemeCode } from '../codes/themes.ts';
import type { ReadDb } from '../db/client.ts';
import { badInput } from '../errors.ts';
import type { Profile, Signal } from '../profiles/profile.ts';
import { loadProfilesWithin } from './grid.ts';

export const changeKinds = ['NEW', 'GROWN', 'FADED', 'GONE', 'OUTCOME_CHANGED'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface Change {
  readonly placeCode: string;
  readonly placeName: string;
  readonly theme: ThemeCode;
  readonly kind: ChangeKind;
  readonly outcomeBefore: ConcordanceOutcome;
  readonly outcomeNow: ConcordanceOutcome;
}

/** What changed within a gemeente or wijk since the end of a day; a day to come is refused. */
export async function loadChanges(
  db: ReadDb,
  actor: Actor | null,
  { within, since }: { readonly within: string; readonly since: string },
  now: Date,
): Promise<Change[]> {
  const today = now.toISOString().slice(0, 10);
  if (since > today) {
    const message = `since ${since} is in the future; today is ${today}.`;
    throw badInput([{ field: 'since', message }]);
  }
  const before = await loadProfilesWithin(db, actor, { within, asOf: since }, now);
  return changesBetween(before, await loadProfilesWithin(db, actor, { within }, now));
}

/** Changes by wijk and theme; a wijk that exists on one of the days only is left out. */
function changesBetween(before: readonly Profile[], now: readonly Profile[]): Change[] {
  return now.flatMap((profile) => {
    const earlier = before.find((one) => one.place.code === profile.place.code);
    if (!earlier) return [];
    return profile.themes.flatMap((theme, index) => {
      const then = earlier.themes[index];
      const kind = then && kindOf(then, theme);
      if (!then || !kind) return [];
      return [
        {
          placeCode: profile.place.code,
          placeName: profile.place.name,
          theme: theme.theme,
          kind,
          outcomeBefore: then.concordance.outcome,
          outcomeNow: theme.concordance.outcome,
        },
      ];
    });
  });
}

type Side = Profile['themes'][number];

function kindOf(then: Side, now: Side): ChangeKind | undefined {
  const wasShown = then.signal.display === 'SHOWN';
  const isShown = now.signal.display === 'SHOWN';
  if (!wasShown && isShown) return 'NEW';
  if (wasShown && !isShown) return 'GONE';
  const step = bandIndex(now.signal) - bandIndex(then.signal);
  if (isShown && step > 0) return 'GROWN';
  if (isShown && step < 0) return 'FADED';
  return then.concordance.outcome === now.concordance.outcome ? undefined : 'OUTCOME_CHANGED';
}

const bands = codesOf(countBands);
const bandIndex = (signal: Signal) => (signal.voices ? bands.indexOf(signal.voices) : -1);
