// What a reader gets of a wijk: figures, signals, coverage and concordance by theme, with what people did with them.
import type { AnalysisLevel } from '../codes/figures.ts';
import type { PopulationGroup } from '../codes/groups.ts';
import type { Corroboration, CountBand, SignalDisplay } from '../codes/merge.ts';
import type { NoteTrend, PublicationLevel, Severity, SignalStage } from '../codes/notes.ts';
import type { Profession, Regime } from '../codes/people.ts';
import type { ThemeCode } from '../codes/themes.ts';
import type { Concordance } from '../concordance.ts';
import type { Disproportionality } from '../disproportionality.ts';
import type { Edition } from '../figures/catalogue.ts';
import type { Figure } from '../figures/figure.ts';
import type { IndicatorFigure } from '../figures/indicator-figures.ts';
import type { FollowUp, Interpretation, KnownDocument, Reaction } from '../follow-ups/load.ts';
import type { Thresholds } from '../privacy/disclosure.ts';
import type { SentenceFacts } from '../sentences.ts';
import type { Coverage } from '../signals.ts';
import type { Chain, ChainSpan } from './chains.ts';

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

/** What the notes on a theme amount to for this actor. Everything but display is null unless SHOWN. */
export interface HeardSignal {
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
}

/** A signal with how it is handled, which is known whatever is shown. */
export interface Signal extends HeardSignal {
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
