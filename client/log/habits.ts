// What this person used last on this device, so that the next note needs fewer taps.
import { useEffect, useState } from 'preact/hooks';
import type { ThemeCode } from '../../server/codes/themes.ts';
import { keep, recall } from '../outbox/device-store.ts';
import type { LastUsed, NoteDraft } from './note-draft.ts';

export interface Habits {
  /** Codes of wijken, latest first. */
  readonly wijken: readonly string[];
  readonly themes: readonly ThemeCode[];
  readonly last: LastUsed;
  /** Wijken of the monthly form. */
  readonly monthly: readonly string[];
}

const none: Habits = { wijken: [], themes: [], last: {}, monthly: [] };
const mostWijken = 3;
const mostThemes = 3;

/** The habits of a person; undefined while the device is being read. */
export function useHabits(owner: string): Habits | undefined {
  const [habits, setHabits] = useState<Habits>();
  useEffect(() => {
    void recall<Habits>('kept', owner, 'habits')
      .catch(() => undefined)
      .then((kept) => setHabits({ ...none, ...kept }));
  }, [owner]);
  return habits;
}

/** Habits after one more note. */
export function withNote(habits: Habits, draft: NoteDraft): Habits {
  const { placeCode, editionYear, evidenceBasis, sourceType, theme } = draft;
  const first = <Item>(item: Item, items: readonly Item[], most: number) =>
    [item, ...items.filter((one) => one !== item)].slice(0, most);
  return {
    ...habits,
    wijken: first(placeCode, habits.wijken, mostWijken),
    themes: theme === '' ? habits.themes : first(theme, habits.themes, mostThemes),
    last: { placeCode, editionYear, evidenceBasis, sourceType },
  };
}

/** Keeps them on the device; a device that cannot keep them asks a tap more. */
export const keepHabits = (owner: string, habits: Habits): Promise<void> =>
  keep('kept', owner, 'habits', habits).catch(() => {});
