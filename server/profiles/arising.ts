// When an outcome became what it is: the evidence replayed backwards through the same rules as the profile. Pure.
import type { ConcordanceOutcome } from '../codes/merge.ts';
import type { Profession } from '../codes/people.ts';
import type { ThemeCode } from '../codes/themes.ts';
import type { Edition } from '../figures/catalogue.ts';
import { figuresOfPlace, type IndicatorFigure } from '../figures/indicator-figures.ts';
import type { BenchmarkRow, PastFigureRow } from '../figures/rows.ts';
import type { PastNote } from '../notes/published.ts';
import type { Thresholds } from '../privacy/disclosure.ts';
import { type DatedNote, groundOf } from '../privacy/ground.ts';
import { monthStart } from '../privacy/releases.ts';
import { type Chain, isThisWijk } from './chains.ts';
import { compareEvidence, inhabitantsIn } from './positions.ts';

/** All that the outcomes of one wijk rested on for some time. */
export interface PastEvidence {
  readonly chain: Chain;
  readonly from: Date;
  readonly until: Date;
  /** Rows of the wijk, its gemeente and the country; in the order in which their editions went live. */
  readonly rows: readonly PastFigureRow[];
  readonly benchmarks: readonly BenchmarkRow[];
  readonly editions: ReadonlyMap<number, Edition>;
  readonly notes: readonly PastNote[];
  /** Whether the one who asks reads the notes themselves; all others are told by the month (privacy/releases.ts). */
  readonly isReviewer: boolean;
  /** Those of the gemeente today: they hold for the past as well. */
  readonly thresholds: Thresholds;
}

/**
 * The instant from which the outcome on a theme has been `outcome` without a break; null when it was so for all of
 * the time known.
 */
export function arisenAt(
  evidence: PastEvidence,
  theme: ThemeCode,
  outcome: ConcordanceOutcome,
): Date | null {
  const judge = judgeOf(evidence, theme);
  for (const at of changesOf(evidence, theme, outcome)) {
    if (judge(at - 1) !== outcome) return new Date(at);
  }
  return null;
}

const time = (instant: string | Date) => new Date(instant).getTime();

/** Instants at which the outcome can have changed, the latest first. */
function changesOf(
  { rows, editions, notes, from, until, isReviewer }: PastEvidence,
  theme: ThemeCode,
  outcome: ConcordanceOutcome,
): number[] {
  // A raised ground rests on its own theme; a quiet one on everybody who was looking in the wijk.
  const isQuiet = outcome === 'FIGURE_ABOVE_SIGNAL';
  const instants = [
    ...rows
      .filter((row) => isAbout(editions.get(row.editionId), theme))
      .flatMap(({ liveFrom, liveTo }) => [time(liveFrom), ...(liveTo ? [time(liveTo)] : [])]),
    ...notes
      .filter((note) => isQuiet || note.theme === theme)
      .flatMap((note) => [
        time(note.publishedAt),
        ...(note.endedAt ? [time(note.endedAt)] : []),
        time(note.validUntil),
        ...note.confirmations.map((one) => time(one.confirmedAt)),
      ]),
    ...(isReviewer ? [] : monthStarts(from, until)),
  ];
  return [...new Set(instants)]
    .filter((at) => at > from.getTime() && at <= until.getTime())
    .sort((a, b) => b - a);
}

/** Inhabitants decide with the theme's own figures: a signal in a place too small is not shown. */
const isAbout = (edition: Edition | undefined, theme: ThemeCode) =>
  edition?.columns.some(({ indicator }) => indicator.theme === theme || isPopulation(indicator));

const isPopulation = ({ key }: { readonly key: string }) => key === 'population';

function judgeOf(evidence: PastEvidence, theme: ThemeCode) {
  const figuresOnce = new Map<string, IndicatorFigure[]>();
  return (at: number): ConcordanceOutcome => {
    const rows = evidence.rows.filter(
      ({ liveFrom, liveTo }) => time(liveFrom) <= at && (liveTo === null || time(liveTo) > at),
    );
    const live = rows.map((row) => `${row.editionId} ${time(row.liveFrom)}`).join();
    const figures = figuresOnce.get(live) ?? figuresAmong(evidence, theme, rows);
    figuresOnce.set(live, figures);
    const released = evidence.isReviewer ? at : monthStart(new Date(at)).getTime();
    const ground = groundOf({
      notes: evidence.notes.map((note) => datedNote(note, at, released)),
      inhabitants: inhabitantsIn(figures),
      isReviewer: evidence.isReviewer,
      professions: nobodyNamed,
      thresholds: evidence.thresholds,
    });
    const own = figures.filter(({ indicator }) => indicator.theme === theme);
    return compareEvidence(own, ground.cellOf(theme), ground.coverage.level).outcome;
  };
}

const nobodyNamed = { common: new Set<Profession>(), rare: new Set<Profession>() };

/** Beginnings of months: then outsiders are told of hidden cells. */
function monthStarts(from: Date, until: Date): number[] {
  const starts: number[] = [];
  for (let at = monthStart(until); at > from; at = monthStart(new Date(at.getTime() - 1))) {
    starts.push(at.getTime());
  }
  return starts;
}

function figuresAmong(
  { chain, benchmarks, editions }: PastEvidence,
  theme: ThemeCode,
  rows: readonly PastFigureRow[],
): IndicatorFigure[] {
  const { gemeenteCode, year, borderBreaks } = chain.place;
  return figuresOfPlace({
    ...{ rows, benchmarks, editions, gemeenteCode, year, borderBreaks },
    isThisPlace: (code, divisionYear) => isThisWijk(chain, code, divisionYear),
    isWanted: (indicator) => indicator.theme === theme || isPopulation(indicator),
  });
}

/** The note as it counted at two moments, with the confirmations it had by then. */
function datedNote(note: PastNote, at: number, released: number): DatedNote {
  const counted = (moment: number) =>
    time(note.publishedAt) <= moment &&
    (note.endedAt === null || time(note.endedAt) > moment) &&
    time(note.validUntil) > moment;
  const confirmations = note.confirmations
    .filter((one) => time(one.confirmedAt) <= at)
    .map((one) => ({ ...one, wasReleased: time(one.confirmedAt) <= released }));
  return { ...note, isNow: counted(at), wasReleased: counted(released), confirmations };
}
