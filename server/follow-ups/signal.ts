// The signal that is being handled, as its handler sees it.
import type { Actor } from '../access/actor.ts';
import type { ThemeCode } from '../codes/themes.ts';
import { throughDoor } from '../db/acting.ts';
import type { Db } from '../db/client.ts';
import { DomainError } from '../errors.ts';
import { loadProfile } from '../profiles/load.ts';
import type { ThemeProfile } from '../profiles/profile.ts';

interface SignalInput {
  readonly placeCode: string;
  readonly theme: ThemeCode;
}

/** What is known on the theme in the wijk. */
export async function loadTheme(
  db: Db,
  actor: Actor,
  { placeCode, theme }: SignalInput,
  now: Date,
): Promise<ThemeProfile> {
  const profile = await throughDoor(db, 'MERGE', (merge) =>
    loadProfile(merge, actor, { code: placeCode }, now),
  );
  const found = profile?.themes.find((one) => one.theme === theme);
  if (!found) throw new Error(`Wijk ${placeCode} has no profile.`);
  return found;
}

/** Refuses a theme on which the wijk has no field note, no figure and no handling: there is nothing to handle. */
export async function refuseNoSignal(
  db: Db,
  actor: Actor,
  input: SignalInput,
  now: Date,
): Promise<void> {
  const { signal, figures, followUps } = await loadTheme(db, actor, input, now);
  const hasNotes = signal.display === 'SHOWN' || signal.display === 'TOO_FEW';
  if (hasNotes || figures.length > 0 || signal.version > 0 || followUps.length > 0) return;
  const { placeCode, theme } = input;
  const message = `There is no signal on ${theme} in ${placeCode}: no field notes and no figures. Choose a theme with either.`;
  throw new DomainError('NOT_FOUND', message, [{ field: 'input.theme', message }]);
}
