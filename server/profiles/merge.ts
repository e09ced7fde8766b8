// The merge: figures, signals, coverage and concordance of one wijk, theme by theme, as this actor may see
// them. Pure. A theme with one side only stays, with the other side said to be missing.
import { type Actor, isReviewerOf, mayReadText } from '../access/actor.ts';
import { codesOf } from '../codes/code-list.ts';
import type { AnalysisLevel } from '../codes/figures.ts';
import type { PopulationGroup } from '../codes/groups.ts';
import type { Corroboration, CountBand, SignalDisplay } from '../codes/merge.ts';
import type { NoteTrend, PublicationLevel, Severity, SignalStage } from '../codes/notes.ts';
import type { Profession, Regime } from '../codes/people.ts';
import { type ThemeCode, themes } from '../codes/themes.ts';
import { type Concordance, isRaisedByTest, type Reason } from '../concordance.ts';
import { type Disproportionality, disproportionalityOf, refusedBy } from '../disproportionality.ts';
import type { Edition, Indicator } from '../figures/catalogue.ts';
import type { ComparedWijk } from '../figures/comparison.ts';
import type { Figure } from '../figures/figure.ts';
import { figuresOfPlace, type IndicatorFigure } from '../figures/indicator-figures.ts';
import type { BenchmarkRow, FigureRow } from '../figures/rows.ts';
import type {
  FollowUp,
  Handling,
  Interpretation,
  KnownDocument,
  Reaction,
} from '../follow-ups/load.ts';
import type { PublishedNotes } from '../notes/published.ts';
import {
  bandOf,
  isGroupDisplayable,
  isStricter,
  productThresholds,
  type Thresholds,
} from '../privacy/disclosure.ts';
import { type CellGround, groundOf, professionsOf } from '../privacy/ground.ts';
import { namingOf } from '../privacy/naming.ts';
import { lastReleasedDay } from '../privacy/releases.ts';
import type { SentenceFacts } from '../sentences.ts';
import type { Coverage, PublishedNote, SignalFacts } from '../signals.ts';
import { weaknessesOf } from '../weaknesses.ts';
import { type Chain, type ChainSpan, isThisWijk } from './chains.ts';
import { comparedFigures, compareEvidence, inhabitantsIn } from './positions.ts';

export interface Excerpt {
  readonly noteId: string;
  readonly words: string;
  readonly level: PublicationLevel;
  /** Null where too few organisations share it: naming it would tell who wrote (privacy/naming.ts). */
  readonly profession: Profession | null;
  /** Null as the profession is. */
  readonly regime: Regime | null;
  readonly isStrength: boolean;
}

/** A signal as this actor may see it. Everything but display, stage, owner and due date is null unless SHOWN. */
export interface Signal {
  readonly place: ChainSpan;
  readonly theme: ThemeCode;
  readonly display: SignalDisplay;
  readonly voices: CountBand | null;
  readonly corroboration: Corroboration | null;
  readonly highestSeverity: Severity | null;
  readonly trend: NoteTrend | null;
  readonly groups: readonly PopulationGroup[];
  readonly professions: readonly Profession[];
  readonly regimes: readonly Regime[];
  readonly lastObserved: string | null;
  readonly excerpts: readonly Excerpt[];
  readonly strengths: readonly Excerpt[];
  readonly strengthVoices: CountBand | null;
  readonly disproportionality: Disproportionality;
  readonly stage: SignalStage;
  readonly owner: string | null;
  readonly dueOn: string | null;
  /** Version of stage, owner and due date; 0 while nobody touched them. */
  readonly version: number;
}

export interface ThemeProfile {
  readonly theme: ThemeCode;
  readonly analysisLevel: AnalysisLevel;
  readonly figures: readonly IndicatorFigure[];
  readonly signal: Signal;
  readonly coverage: Coverage;
  readonly concordance: Concordance;
  readonly sentence: SentenceFacts;
  readonly interpretations: readonly Interpretation[];
  /** The same, whoever may read them: what closes an interpretation question. */
  readonly explanations: readonly Pick<Interpretation, 'outcome' | 'recordedAt'>[];
  readonly followUps: readonly FollowUp[];
  readonly knownDocuments: readonly KnownDocument[];
  /** Published reactions to the signal itself. */
  readonly reactions: readonly Reaction[];
}

export interface Profile {
  readonly place: ChainSpan;
  /** The wijk through the years. */
  readonly chain: Chain;
  readonly year: number;
  readonly asOf: Date;
  /** Last day of what is told of signals that may not be shown, and of who has been looking. */
  readonly groundAsOf: string;
  /** What small numbers are held against in this gemeente today, whatever day is asked about. */
  readonly thresholds: Thresholds;
  readonly population: Figure;
  readonly coverage: Coverage;
  readonly themes: readonly ThemeProfile[];
  /** Figures that belong to no theme: worked out only when asked for. */
  readonly context: () => readonly IndicatorFigure[];
  readonly sources: readonly Edition[];
}

export interface ProfileParts {
  readonly actor: Actor | null;
  readonly chain: Chain;
  readonly asOf: Date;
  /** Instant of the last release of the ground side (privacy/releases.ts). */
  readonly released: Date;
  readonly rows: readonly FigureRow[];
  readonly benchmarks: readonly BenchmarkRow[];
  /** Positions of the wijken of a class of urbanity, read when asked for. */
  readonly urbanityRows: (urbanity: number) => Promise<readonly BenchmarkRow[]>;
  /** Wijken that the reader chose to compare with. */
  readonly compared: readonly ComparedWijk[];
  readonly editions: ReadonlyMap<number, Edition>;
  readonly notes: PublishedNotes;
  readonly handling: Handling;
}

/** What the functions below share. */
interface Merging extends ProfileParts {
  readonly place: ChainSpan;
  readonly commonProfessions: ReadonlySet<Profession>;
  /** What may stand beside words of this wijk. */
  readonly nameWriter: ReturnType<typeof namingOf>;
}

/** The profile, themes in their fixed order; nothing in it orders wijken. */
export function mergeProfile(given: ProfileParts): Profile {
  const { place } = given.chain;
  const { thresholds } = given.notes;
  const professions = professionsOf(given.notes.professions, given.notes.heard, thresholds);
  const figuresWhere = (isWanted: (indicator: Indicator) => boolean, year = place.year) =>
    figuresOfPlace({
      ...given,
      isWanted,
      gemeenteCode: place.gemeenteCode,
      year,
      urbanity: urbanityFor(given),
      borderBreaks: place.borderBreaks,
      isThisPlace: (code, divisionYear) => isThisWijk(given.chain, code, divisionYear),
    });
  const figures = figuresWhere(({ theme, key }) => theme !== null || key === 'population');
  const population = populationOf(figures, place);
  // Whatever year is asked, whether a cell may be shown rests on the latest inhabitants: the same cell, the same answer.
  const latest = figuresWhere(({ key }) => key === 'population', endOfTime);
  const groundUnder = (asked: Thresholds) =>
    groundOf({
      notes: given.notes.notes,
      inhabitants: inhabitantsIn(latest),
      isReviewer: isReviewerOf(given.actor, place.gemeenteCode),
      professions,
      thresholds: asked,
    });
  const ground = groundUnder(thresholds);
  const cells = codesOf(themes).map((theme) => [theme, ground.cellOf(theme)] as const);
  // Only notes that this reader is told of: a name must not change with what stays hidden, nor with what is asked here.
  const told = isStricter(thresholds, productThresholds) ? groundUnder(productThresholds) : ground;
  const open = codesOf(themes).flatMap((theme) => told.cellOf(theme).notes);
  const nameWriter = namingOf(open, given.actor?.organisationKey ?? null, thresholds);
  const parts: Merging = { ...given, place, commonProfessions: professions.common, nameWriter };
  return {
    place,
    chain: given.chain,
    year: place.year,
    asOf: given.asOf,
    groundAsOf: lastReleasedDay(given.released),
    thresholds,
    population,
    coverage: ground.coverage,
    themes: cells.map(([theme, cell]) =>
      themeProfile(parts, theme, figures, ground.coverage, cell),
    ),
    context: () => figuresWhere((indicator) => indicator.theme === null),
    sources: sourcesOf(given),
  };
}

const urbanityFor = ({ chain: { place }, urbanityRows }: ProfileParts) => ({
  urbanity: place.urbanity,
  rows: async () => (place.urbanity === null ? [] : urbanityRows(place.urbanity)),
});

/** Later than any period. */
const endOfTime = 9999;

function themeProfile(
  parts: Merging,
  theme: ThemeCode,
  allFigures: readonly IndicatorFigure[],
  wijkCoverage: Coverage,
  cell: CellGround,
): ThemeProfile {
  const figures = allFigures.filter((figure) => figure.indicator.theme === theme);
  const { display } = cell;
  const concordance = compareEvidence(figures, cell, wijkCoverage.level);
  const explanations = parts.handling.interpretations.filter((one) => one.theme === theme);
  const interpretations = explanations
    .filter((one) => mayReadInterpretation(parts.actor, parts.place, one))
    .map((one) => ({ ...one, professions: namedProfessions(parts, one) }));
  const sentence = sentenceFacts(
    parts,
    theme,
    comparedFigures(figures),
    concordance,
    wijkCoverage,
    display,
    inhabitantsIn(allFigures),
  );
  return {
    theme,
    analysisLevel: interpretations.length > 0 ? 'DIAGNOSTIC' : 'DESCRIPTIVE',
    figures,
    signal: signalFor(parts, theme, cell),
    coverage: cell.coverage,
    concordance: withWeaknesses(concordance, sentence.weaknesses),
    sentence,
    interpretations,
    explanations,
    followUps: parts.handling.followUps.filter((one) => one.theme === theme),
    knownDocuments: parts.handling.knownDocuments.filter(
      (one) => one.theme === theme || one.theme === null,
    ),
    reactions: parts.handling.reactions.filter((one) => one.theme === theme),
  };
}

/** The reasons, with what weakens the comparison after them. */
const withWeaknesses = (concordance: Concordance, weaknesses: readonly Reason[]): Concordance => ({
  ...concordance,
  reasons: [
    ...concordance.reasons,
    ...weaknesses.map(({ rule, input, value, threshold }) => ({ rule, input, value, threshold })),
  ],
});

function mayReadInterpretation(
  actor: Actor | null,
  place: ChainSpan,
  one: Interpretation,
): boolean {
  return mayReadText(actor, place.gemeenteCode, one.publicationLevel, 'NONE');
}

/** Outside the circle a profession of one practice would tell who sat at the table. */
function namedProfessions(parts: Merging, { professions }: Interpretation): readonly Profession[] {
  if (mayReadText(parts.actor, parts.place.gemeenteCode, 'CIRCLE', 'NONE')) return professions;
  return professions.filter((one) => parts.commonProfessions.has(one));
}

function signalFor(
  parts: Merging,
  theme: ThemeCode,
  { notes, facts, display, isOpen }: CellGround,
): Signal {
  const state = parts.handling.states.find((one) => one.theme === theme);
  const handling = {
    stage: state?.stage ?? ('NOTICED' as const),
    owner: state?.owner ?? null,
    dueOn: state?.dueOn ?? null,
    version: state?.version ?? 0,
  };
  const head = { place: parts.place, theme, display, ...handling };
  // The reviewing role sees what lies behind TOO_FEW; for everyone else it is as if it were not there.
  if (!isOpen) return { ...head, ...nothingShown };
  const excerpts: Excerpt[] = [];
  const strengths: Excerpt[] = [];
  for (const note of notes) {
    const excerpt = excerptFor(parts, note);
    if (excerpt) (excerpt.isStrength ? strengths : excerpts).push(excerpt);
  }
  return {
    ...head,
    voices: bandOf(facts.organisations),
    corroboration: facts.corroboration,
    highestSeverity: facts.highestSeverity,
    trend: facts.dominantTrend,
    groups: facts.groups
      .filter((one) => isGroupDisplayable(one.notes, parts.notes.thresholds))
      .map((one) => one.group),
    professions: facts.professions.filter((one) => parts.commonProfessions.has(one)),
    regimes: facts.regimes,
    lastObserved: facts.lastObserved,
    excerpts,
    strengths,
    strengthVoices: bandOf(facts.strengths),
    disproportionality:
      display === 'SHOWN' ? disproportionalityIn(parts, theme, facts) : hiddenShare,
  };
}

/** Reported more than the reporting of wijk and theme explains? The wijk under all codes of its history. */
function disproportionalityIn(parts: Merging, theme: ThemeCode, facts: SignalFacts) {
  const { totals } = parts.notes;
  const [root = ''] = parts.chain.spans.map((span) => `${span.code} ${span.firstYear}`).sort();
  const ofPlace = totals.byPlace[root] ?? 0;
  return disproportionalityOf(facts.organisations, ofPlace, totals.byTheme[theme] ?? 0, totals);
}

const hiddenShare = refusedBy('NOT_SHOWN');

const nothingShown = {
  voices: null,
  corroboration: null,
  highestSeverity: null,
  trend: null,
  groups: [],
  professions: [],
  regimes: [],
  lastObserved: null,
  excerpts: [],
  strengths: [],
  strengthVoices: null,
  disproportionality: hiddenShare,
} as const;

/** The words this actor may read: the full text in the circle, the approved excerpt outside it. */
function excerptFor(parts: Merging, note: PublishedNote): Excerpt | null {
  const { gemeenteCode } = parts.place;
  const mayReadAll = mayReadText(parts.actor, gemeenteCode, 'CIRCLE', note.regime);
  const isSealed = note.publicationLevel === 'SEALED' && !isReviewerOf(parts.actor, gemeenteCode);
  const words = mayReadAll && !isSealed ? note.text : note.excerpt;
  if (words === null) return null;
  const { profession, regime } = parts.nameWriter(note);
  return {
    noteId: note.id,
    words,
    level: note.publicationLevel,
    profession,
    regime,
    isStrength: note.kind === 'STRENGTH',
  };
}

function sentenceFacts(
  parts: Merging,
  theme: ThemeCode,
  compared: readonly IndicatorFigure[],
  concordance: Concordance,
  coverage: Coverage,
  display: SignalDisplay,
  inhabitants: number | null,
): SentenceFacts {
  const used = compared.filter(
    ({ position }) => position.refused === null && position.signedZ !== null,
  );
  const periods = used.map((figure) => figure.current.period);
  const modelled = used.filter((figure) => figure.current.provenance === 'MODELLED').length;
  const positions = used.flatMap(({ position }) => (position.refused === null ? [position] : []));
  return {
    theme,
    outcome: concordance.outcome,
    coverage: coverage.level,
    display,
    isMixed: concordance.monitor.isMixed,
    isSlight: concordance.monitor.code !== concordance.monitorAlone.code,
    isTested: positions.some(isRaisedByTest),
    weaknesses: weaknessesOf({
      modelled: modelled === 0 ? 'NONE' : modelled === used.length ? 'ALL' : 'SOME',
      period: periods.length > 0 ? Math.max(...periods) : null,
      year: parts.place.year,
      isUntested: positions.every((position) => position.adjustedP === null),
      inhabitants,
      hasBorderBreak: parts.place.hasBorderBreak,
      isAgainstCountry: positions.some((position) => position.basis === 'COUNTRY'),
    }),
  };
}

/** Inhabitants of the wijk; a figure without edition says that no source has delivered it. */
function populationOf(figures: readonly IndicatorFigure[], place: ChainSpan): Figure {
  const found = figures.find(
    (f) => f.indicator.key === 'population' && f.segment === '' && f.current.part === '',
  );
  return (
    found?.current ?? {
      ...{ value: null, state: 'MISSING' },
      cell: { state: 'MISSING', value: null, reason: null, basis: 'RULE' },
      placeCode: place.code,
      ...{ period: place.year, part: '' },
      unit: 'aantal',
      provenance: 'MEASURED',
      columnKey: '',
      derivation: '',
      edition: null,
      at: null,
    }
  );
}

function sourcesOf(parts: ProfileParts): Edition[] {
  const used = new Set(parts.rows.map((row) => row.editionId));
  return [...used].sort((a, b) => a - b).flatMap((id) => parts.editions.get(id) ?? []);
}
