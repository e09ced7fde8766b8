// From the evidence on a theme in a wijk to its two positions: what the merge and its history both apply. Pure.
import type { CoverageLevel, SignalDisplay } from '../codes/merge.ts';
import {
  type Concordance,
  compareTheme,
  positionOfGround,
  positionOfMonitor,
} from '../concordance.ts';
import type { IndicatorFigure } from '../figures/indicator-figures.ts';
import type { SignalFacts } from '../signals.ts';

/**
 * Figures about a whole population and a whole year: the ones that are compared. A segment such as older people, or a
 * season, is shown only.
 */
export const comparedFigures = (figures: readonly IndicatorFigure[]) =>
  figures.filter(({ segment, current }) => segment === '' && current.part === '');

/** Inhabitants among the figures of a wijk; null when unknown. */
export function inhabitantsIn(figures: readonly IndicatorFigure[]): number | null {
  const found = comparedFigures(figures).find((f) => f.indicator.key === 'population');
  return found?.current.cell.state === 'OK' ? found.current.cell.value : null;
}

/** The outcome of comparing what a reader knows of the ground with the figures of the theme. */
export function compareEvidence(
  figures: readonly IndicatorFigure[],
  { display, facts }: { readonly display: SignalDisplay; readonly facts: SignalFacts },
  coverage: CoverageLevel,
): Concordance {
  const monitor = positionOfMonitor(
    comparedFigures(figures).map(({ indicator, position }) => ({
      indicatorKey: indicator.key,
      signedZ: position.refused === null ? position.signedZ : null,
      adjustedP: position.refused === null ? position.adjustedP : null,
    })),
  );
  return compareTheme(monitor, positionOfGround({ ...facts, display, coverage }));
}
