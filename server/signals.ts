// Published field notes become signals: voices, corroboration, severity, trend, per wijk and theme; and
// coverage: who has been looking. Independence counts organisations, never notes (chapters 13 and 14.1).
import type { PopulationGroup } from './codes/groups.ts';
import type { Corroboration, CoverageLevel } from './codes/merge.ts';
import {
  type NoteKind,
  type NoteTrend,
  noteTrends,
  type PublicationLevel,
  type Severity,
  severities,
} from './codes/notes.ts';
import type { Profession, Regime } from './codes/people.ts';
import { expectedProfessions, type ThemeCode } from './codes/themes.ts';
import { monthOf } from './privacy/disclosure.ts';

export interface Voice {
  readonly organisationKey: string;
  readonly profession: Profession;
  readonly regime: Regime;
}

/** A published, valid note with the confirmations of other organisations. */
export interface PublishedNote extends Voice {
  readonly id: string;
  readonly placeCode: string;
  /** Division year of placeCode. */
  readonly editionYear: number;
  readonly theme: ThemeCode;
  readonly kind: NoteKind;
  readonly severity: Severity | null;
  readonly trend: NoteTrend;
  readonly populationGroups: readonly PopulationGroup[];
  /** Last day of what was seen, YYYY-MM-DD. */
  readonly observedTo: string;
  readonly publicationLevel: PublicationLevel;
  /** Approved words for everyone; null unless PUBLIC. */
  readonly excerpt: string | null;
  /** Full words; null once erased. */
  readonly text: string | null;
  /** Id of the note of the same organisation, place and theme that this one says again; null: it is not an echo. */
  readonly repeats: string | null;
  readonly confirmations: readonly Voice[];
}

/** What a set of notes on one theme in one wijk amounts to; counts are exact, so disclosure comes after. */
export interface SignalFacts {
  /** Notes, near-duplicates of one organisation counted once, and of no organisation more than `mostNotes`. */
  readonly notes: number;
  readonly organisations: number;
  readonly professions: readonly Profession[];
  readonly regimes: readonly Regime[];
  readonly corroboration: Corroboration | null;
  /** Organisations behind notes that count as concern. */
  readonly concernOrganisations: number;
  readonly concernNotes: number;
  readonly highestSeverity: Severity | null;
  readonly dominantTrend: NoteTrend | null;
  readonly groups: readonly { readonly group: PopulationGroup; readonly notes: number }[];
  readonly strengths: number;
  /** Month of the last thing seen, as its first day; null without notes. */
  readonly lastObserved: string | null;
}

/** PROBLEM, NEED and SERVICE_GAP are concerns; TREND only when NEW or RISING (chapter 10). */
export function isConcern(note: Pick<PublishedNote, 'kind' | 'trend'>): boolean {
  if (note.kind === 'TREND') return note.trend === 'NEW' || note.trend === 'RISING';
  return note.kind === 'PROBLEM' || note.kind === 'NEED' || note.kind === 'SERVICE_GAP';
}

const severityOrder = Object.keys(severities) as Severity[];

/**
 * Notes of one organisation that count in a cell, in every count of notes: the total, concerns, groups, strengths.
 * In voices an organisation is one already. Three is the largest cap that changes nothing about what may be shown
 * (S3 asks for three notes of two organisations), and with it no organisation names a group (five notes) on its own.
 * Measured on 40 towns (README): outcomes stay as they were, and of 225 named groups the 18 on one word are gone.
 */
export const mostNotes = 3;

/** Sums up the notes of one wijk x theme; the order of the notes does not matter. */
export function summariseSignal(notes: readonly PublishedNote[], most = mostNotes): SignalFacts {
  const voices = voicesIn(notes);
  const concerns = notes.filter(isConcern);
  const distinct = distinctNotes(notes);
  return {
    notes: countCapped(distinct, most),
    organisations: voices.organisations.size,
    professions: [...voices.professions].sort(),
    regimes: [...voices.regimes].sort(),
    corroboration: corroborationOf(distinct.length, voices),
    concernOrganisations: voicesIn(concerns).organisations.size,
    concernNotes: countCapped(
      distinct.filter((copies) => copies.some(isConcern)),
      most,
    ),
    highestSeverity: highest(concerns.map((note) => note.severity)),
    dominantTrend: dominantTrend(concerns),
    groups: countGroups(distinct, most),
    strengths: countCapped(
      distinct.filter((copies) => copies.some(isStrength)),
      most,
    ),
    lastObserved: lastMonth(notes),
  };
}

const isStrength = (note: PublishedNote) => note.kind === 'STRENGTH';

type Copies = readonly PublishedNote[];

/** Notes with their copies, no organisation counting for more than the cap. */
function countCapped(distinct: readonly Copies[], most: number): number {
  const perOrganisation = new Map<string, number>();
  for (const [note] of distinct) {
    if (!note) continue;
    const known = perOrganisation.get(note.organisationKey) ?? 0;
    perOrganisation.set(note.organisationKey, Math.min(most, known + 1));
  }
  return [...perOrganisation.values()].reduce((sum, count) => sum + count, 0);
}

/** What an organisation says again counts once (notes/repeats.ts): an echo never makes a signal louder. */
function distinctNotes(notes: readonly PublishedNote[]): PublishedNote[][] {
  const said = new Map<string, PublishedNote[]>();
  for (const note of notes) {
    const key = note.repeats ?? note.id;
    const copies = said.get(key);
    if (copies) copies.push(note);
    else said.set(key, [note]);
  }
  return [...said.values()];
}

interface Voices {
  readonly organisations: ReadonlySet<string>;
  readonly professions: ReadonlySet<Profession>;
  readonly regimes: ReadonlySet<Regime>;
}

/** Who wrote the notes or confirmed them; in one pass, because every cell of a profile is summed up more than once. */
function voicesIn(notes: readonly PublishedNote[]): Voices {
  const organisations = new Set<string>();
  const professions = new Set<Profession>();
  const regimes = new Set<Regime>();
  const add = (voice: Voice) => {
    organisations.add(voice.organisationKey);
    professions.add(voice.profession);
    regimes.add(voice.regime);
  };
  for (const note of notes) {
    add(note);
    for (const voice of note.confirmations) add(voice);
  }
  return { organisations, professions, regimes };
}

/** Chapter 13: adding a source never lowers it, and copies within one organisation never raise it past the second step. */
function corroborationOf(
  notes: number,
  { organisations, professions }: Voices,
): Corroboration | null {
  if (organisations.size === 0) return null;
  if (organisations.size === 1) return notes > 1 ? 'SAME_ORGANISATION' : 'SINGLE';
  return professions.size > 1 ? 'MULTIPLE_DISCIPLINES' : 'MULTIPLE_ORGANISATIONS';
}

function highest(found: readonly (Severity | null)[]): Severity | null {
  return severityOrder.findLast((severity) => found.includes(severity)) ?? null;
}

/**
 * The trend most organisations name, each with its latest concern that names one; a tie goes to the earlier in the
 * list NEW, RISING, STABLE, FALLING.
 */
function dominantTrend(notes: readonly PublishedNote[]): NoteTrend | null {
  if (notes.length === 0) return null;
  const latest = new Map<string, PublishedNote>();
  for (const note of notes) {
    if (note.trend === 'UNKNOWN') continue;
    const known = latest.get(note.organisationKey);
    if (!known || isLater(note, known)) latest.set(note.organisationKey, note);
  }
  const named = [...latest.values()].map((note) => note.trend);
  const known = (Object.keys(noteTrends) as NoteTrend[]).filter((trend) => trend !== 'UNKNOWN');
  const counts = known.map((trend) => ({
    trend,
    voices: named.filter((one) => one === trend).length,
  }));
  const most = counts.reduce((best, next) => (next.voices > best.voices ? next : best));
  return most.voices > 0 ? most.trend : 'UNKNOWN';
}

/** On one day the id decides, so that the order of the notes does not matter. */
const isLater = (one: PublishedNote, other: PublishedNote) =>
  one.observedTo === other.observedTo ? one.id > other.id : one.observedTo > other.observedTo;

function countGroups(distinct: readonly Copies[], most: number) {
  const named = new Set(distinct.flatMap((copies) => copies.flatMap((n) => n.populationGroups)));
  return [...named].map((group) => ({
    group,
    notes: countCapped(
      distinct.filter((copies) => copies.some((note) => note.populationGroups.includes(group))),
      most,
    ),
  }));
}

function lastMonth(notes: readonly PublishedNote[]): string | null {
  let last = '';
  for (const { observedTo } of notes) if (observedTo > last) last = observedTo;
  return last === '' ? null : monthOf(last);
}

export interface Coverage {
  readonly level: CoverageLevel;
  /** Null where saying it would point to a single writer. */
  readonly organisations: number | null;
  /** Professions that reported, those that identify a single practice left out. */
  readonly professions: readonly Profession[];
  /** Regimes of all that reported. */
  readonly regimes: readonly Regime[];
  /** Professions that normally meet the theme and did not report; empty for a whole wijk. */
  readonly missingProfessions: readonly Profession[];
  /** Month of the last thing seen, as its first day. */
  readonly lastObserved: string | null;
}

/**
 * Coverage of a wijk, or of one theme in it when a theme is given (chapter 14.1): SUFFICIENT from two
 * organisations and two professions in the window. `commonProfessions` are those with two or more
 * organisations in the gemeente: only they are named, others show as their regime.
 */
export function coverageOf(
  notes: readonly PublishedNote[],
  commonProfessions: ReadonlySet<Profession>,
  theme?: ThemeCode,
): Coverage {
  const { organisations, professions, regimes } = voicesIn(notes);
  return {
    level: levelOf(organisations.size, professions.size),
    organisations: organisations.size,
    professions: [...professions].filter((one) => commonProfessions.has(one)).sort(),
    regimes: [...regimes].sort(),
    missingProfessions: theme
      ? expectedProfessions[theme].filter((expected) => !professions.has(expected))
      : [],
    lastObserved: lastMonth(notes),
  };
}

function levelOf(organisations: number, professions: number): CoverageLevel {
  if (organisations >= 2 && professions >= 2) return 'SUFFICIENT';
  return organisations > 0 ? 'THIN' : 'NONE';
}
