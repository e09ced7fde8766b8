// What the cap on notes of one organisation does to the groups that are named: how many, and how many of them on the
// word of a single organisation.
import { isGroupDisplayable, productThresholds } from '../../server/privacy/disclosure.ts';
import { type PublishedNote, summariseSignal } from '../../server/signals.ts';
import { groupBy } from './subject.ts';
import type { Town } from './town.ts';

export interface CapEffect {
  readonly named: number;
  /** Of these, groups that one organisation alone spoke of. */
  readonly byOne: number;
}

/** Groups named over all wijken and themes of the towns, with at most so many notes of one organisation. */
export function groupsNamed(towns: Iterable<Town>, mostNotes?: number): CapEffect {
  let [named, byOne] = [0, 0];
  for (const town of towns) {
    const cells = groupBy(town.notes, (note) => `${note.placeCode} ${note.theme}`);
    for (const notes of cells.values()) {
      for (const { group, notes: count } of summariseSignal(notes, mostNotes).groups) {
        if (!isGroupDisplayable(count, productThresholds)) continue;
        named += 1;
        if (speakersOf(notes, group) === 1) byOne += 1;
      }
    }
  }
  return { named, byOne };
}

const speakersOf = (notes: readonly PublishedNote[], group: string) =>
  new Set(
    notes
      .filter((note) => note.populationGroups.some((one) => one === group))
      .map((note) => note.organisationKey),
  ).size;
