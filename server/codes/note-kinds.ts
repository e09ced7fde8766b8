// What kind of thing a field note tells, and how it changes (domain chapter 10). Apart from the other lists, because the
// form on a phone needs these at once.
import { codeList } from './code-list.ts';

export const noteKinds = codeList({
  PROBLEM: ['Knelpunt', 'Problem'],
  NEED: ['Behoefte', 'Need'],
  SERVICE_GAP: ['Gat in aanbod', 'Gap in services'],
  TREND: ['Verandering', 'Change'],
  STRENGTH: ['Kracht', 'Strength, asset, resource'],
  INTERPRETATION: ['Duiding', 'Interpretation of a figure'],
});
export type NoteKind = keyof typeof noteKinds;

export const noteTrends = codeList({
  NEW: ['Nieuw', 'New'],
  RISING: ['Toenemend', 'Rising'],
  STABLE: ['Stabiel', 'Stable'],
  FALLING: ['Afnemend', 'Falling'],
  UNKNOWN: ['Onbekend', 'Unknown'],
});
export type NoteTrend = keyof typeof noteTrends;
