// From the evidence on a theme in a wijk to its two positions: what the merge and its history both apply. Pure.
import type { CoverageLevel, SignalDisplay } from '../codes/merge.ts';
import { compareTheme, positionOfGround, positionOfMonitor } from '../concordance.ts';
import type { IndicatorFigure } from '../figures/indicator-figures.ts';
import { displayOf } from '../privacy/disclosure.ts';
import type { SignalFacts } from '../signals.ts';

/** Figures about a whole population: the ones that are compared; a segment such as older people is shown only. */
export const comparedFigures = (figures: readonly IndicatorFigure[]) =>
  figures.filter((figure) => figure.segment === '');

/** Inhabitants among the figures of a wijk; null when unknown. */
export function inhabitantsIn(figures: readonly IndicatorFigure[]): number | null {
  const found = comparedFigures(figures).find((f) => f.indicator.key === 'population');
  return found?.current.cell.state === 'OK' ? found.current.cell.value : null;
}

/** What may be shown of a signal, and the outcome of comparing it with the figures of its theme. */
export function compareEvidence(
  figures: readonly IndicatorFigure[],
  facts: SignalFacts,
  coverage: CoverageLevel,
  inhabitants: number | null,
) {
  const display: SignalDisplay = displayOf({ ...facts, inhabitants }, coverage);
  const monitor = positionOfMonitor(
    comparedFigures(figures).map(({ indicator, position }) => ({
      indicatorKey: indicator.key,
      signedZ: position.refused === null ? position.signedZ : null,
      adjustedP: position.refused === null ? position.adjustedP : null,
    })),
  );
  const ground = positionOfGround({ ...facts, display, coverage });
  return { display, concordance: compareTheme(monitor, ground) };
}
