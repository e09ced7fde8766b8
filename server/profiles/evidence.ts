// What a reader may know of one wijk before anybody handled it: figures, signals, coverage and concordance, theme by theme.
// Pure. A theme with one side only stays, with the other side said to be missing.
import { type Actor, isReviewerOf } from '../access/actor.ts';
import { codesOf } from '../codes/code-list.ts';
import type { SignalDisplay } from '../codes/merge.ts';
import type { Profession } from '../codes/people.ts';
import { type ThemeCode, themes } from '../codes/themes.ts';
import { type Concordance, isRaisedByTest, type Reason } from '../concordance.ts';
import type { IndicatorFigure } from '../figures/indicator-figures.ts';
import type { PublishedNotes } from '../notes/published.ts';
import { isStricter, productThresholds, type Thresholds } from '../privacy/disclosure.ts';
import { type CellGround, groundOf, professionsOf } from '../privacy/ground.ts';
import { namingOf } from '../privacy/naming.ts';
import type { SentenceFacts } from '../sentences.ts';
import type { Coverage } from '../signals.ts';
import { weaknessesOf } from '../weaknesses.ts';
import type { Chain, ChainSpan } from './chains.ts';
import { comparedFigures, compareEvidence } from './positions.ts';
import type { HeardSignal, ThemeProfile } from './profile.ts';
import { type SignalParts, signalFor } from './signal.ts';
import type { WijkFigures } from './wijk-figures.ts';

export interface EvidenceParts {
  readonly actor: Actor | null;
  readonly chain: Chain;
  readonly figures: WijkFigures;
  /** Of this wijk alone. */
  readonly notes: PublishedNotes;
}

export interface ThemeEvidence
  extends Pick<ThemeProfile, 'theme' | 'figures' | 'coverage' | 'concordance' | 'sentence'> {
  readonly signal: HeardSignal;
}

export interface Evidence {
  readonly figures: WijkFigures;
  readonly thresholds: Thresholds;
  readonly coverage: Coverage;
  /** Naming them tells nobody who sat at a table. */
  readonly commonProfessions: ReadonlySet<Profession>;
  /** In their fixed order; nothing in it orders wijken. */
  readonly themes: readonly ThemeEvidence[];
}

/** The evidence as this actor may see it. */
export function evidenceOf(parts: EvidenceParts): Evidence {
  const { actor, chain, figures, notes } = parts;
  const { thresholds } = notes;
  const professions = professionsOf(notes.professions, notes.heard, thresholds);
  const groundUnder = (asked: Thresholds) =>
    groundOf({
      notes: notes.notes,
      inhabitants: figures.latestInhabitants,
      isReviewer: isReviewerOf(actor, chain.place.gemeenteCode),
      professions,
      thresholds: asked,
    });
  const ground = groundUnder(thresholds);
  const cells = codesOf(themes).map((theme) => [theme, ground.cellOf(theme)] as const);
  // Only notes that this reader is told of: a name must not change with what stays hidden, nor with what is asked here.
  const told = isStricter(thresholds, productThresholds) ? groundUnder(productThresholds) : ground;
  const open = codesOf(themes).flatMap((theme) => told.cellOf(theme).notes);
  const naming: SignalParts = {
    ...parts,
    nameWriter: namingOf(open, actor?.organisationKey ?? null, thresholds),
    isCommon: (profession) => professions.common.has(profession),
  };
  return {
    ...{ figures, thresholds, coverage: ground.coverage, commonProfessions: professions.common },
    themes: cells.map(([theme, cell]) => themeEvidence(naming, theme, ground.coverage, cell)),
  };
}

function themeEvidence(
  parts: SignalParts,
  theme: ThemeCode,
  wijkCoverage: Coverage,
  cell: CellGround,
): ThemeEvidence {
  const figures = parts.figures.figures.filter((figure) => figure.indicator.theme === theme);
  const concordance = compareEvidence(figures, cell, wijkCoverage.level);
  const sentence = sentenceFacts(
    parts.chain.place,
    theme,
    comparedFigures(figures),
    concordance,
    wijkCoverage,
    cell.display,
    parts.figures.inhabitants,
  );
  return {
    theme,
    figures,
    signal: signalFor(parts, theme, cell),
    coverage: cell.coverage,
    concordance: withWeaknesses(concordance, sentence.weaknesses),
    sentence,
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

function sentenceFacts(
  place: ChainSpan,
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
      year: place.year,
      isUntested: positions.every((position) => position.adjustedP === null),
      inhabitants,
      hasBorderBreak: place.hasBorderBreak,
      isAgainstCountry: positions.some((position) => position.basis === 'COUNTRY'),
    }),
  };
}
