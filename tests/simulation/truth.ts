// The right answer per wijk x theme, from the latent state alone. It uses the words of domain chapter 14 and none of
// its numbers: no z, no count of notes, no severity. Definition:
//
// Need     A cell belongs to one of two latent classes, ordinary or raised; the class is planted, not cut from a scale.
//          Ordinary cells differ from each other too (composition, chance): being the highest of ordinary is no need.
// Monitor  UNKNOWN when the theme has no judged indicator with a value in this wijk. RAISED when the whole planted
//          shift (of the need, or of an artefact) reaches at least half of those indicators before noise. An indicator
//          does not show a need that a model or an average dilutes, that it cannot see (hidden group), or that began
//          after its period. When another indicator moves against it the figures disagree: NORMAL (chapter 14.2).
// Looking  An organisation is in a position to see a cell when it works in that wijk and the theme is in its remit.
//          The ground can be judged when there are at least two such organisations, of two professions (14.1 applied
//          to positions, not to notes). Whether they wrote anything plays no part.
// Ground   UNKNOWN when it cannot be judged; else RAISED when the need is raised, QUIET when not.
// Outcome  The table of 14.4 on these two. So a need that nobody was in a position to see is INSUFFICIENT_COVERAGE.
//
// "Coverage is sufficient" for the separate score: the power of those in position. A cell counts when a need of
// middle severity would have been written down by two or more organisations with probability 0.80 or more (the
// usual power, Cohen 1988), from the latent rates; so activity counts, and again no note is looked at.
import type {
  ConcordanceOutcome,
  GroundPositionCode,
  MonitorPositionCode,
} from '../../server/codes/merge.ts';
import type { ThemeCode } from '../../server/codes/themes.ts';
import type { Shows } from './monitors.ts';
import type { LatentCell } from './needs.ts';
import { noteRate } from './notes.ts';
import type { Organisation } from './organisations.ts';
import type { Settings } from './settings.ts';

export interface Truth {
  readonly wijk: number;
  readonly theme: ThemeCode;
  readonly outcome: ConcordanceOutcome;
  /** The outcome if everyone who works in the wijk were in a position to see every theme: the other reading of 14.1. */
  readonly outcomeByWijk: ConcordanceOutcome;
  readonly monitor: MonitorPositionCode;
  readonly ground: GroundPositionCode;
  /** Probability that two organisations would have written of a need of middle severity. */
  readonly power: number;
  readonly isCovered: boolean;
}

const sufficientPower = 0.8;
const middleSeverity = 0.5;

export function truthOf(
  cell: LatentCell,
  shown: readonly Shows[],
  organisations: readonly Organisation[],
  settings: Settings,
): Truth {
  const monitor = monitorTruth(shown);
  const present = organisations.filter((one) => one.wijken.has(cell.wijk));
  const positioned = present.filter((one) => one.remit.has(cell.theme));
  const canJudge = canCompare(positioned);
  const seen = cell.need === 'NONE' ? 'QUIET' : 'RAISED';
  const ground = canJudge ? seen : 'UNKNOWN';
  const power = canJudge ? powerOf(positioned, cell, settings) : 0;
  return {
    wijk: cell.wijk,
    theme: cell.theme,
    outcome: outcomeOf(monitor, ground),
    outcomeByWijk: outcomeOf(monitor, canCompare(present) ? seen : 'UNKNOWN'),
    monitor,
    ground,
    power,
    isCovered: power >= sufficientPower,
  };
}

function monitorTruth(shown: readonly Shows[]): MonitorPositionCode {
  if (shown.length === 0) return 'UNKNOWN';
  const raised = shown.filter((one) => one === 'RAISED').length;
  if (shown.includes('AGAINST')) return 'NORMAL';
  return raised > 0 && raised >= shown.length / 2 ? 'RAISED' : 'NORMAL';
}

const canCompare = (organisations: readonly Organisation[]) =>
  organisations.length >= 2 && new Set(organisations.flatMap((one) => one.professions)).size > 1;

/** P(two or more of independent organisations write at least once), each a Poisson process. */
function powerOf(
  organisations: readonly Organisation[],
  { wijk, theme }: LatentCell,
  settings: Settings,
): number {
  let [none, one] = [1, 0];
  for (const organisation of organisations) {
    const silent = Math.exp(-noteRate(organisation, wijk, theme, middleSeverity, settings));
    one = one * silent + none * (1 - silent);
    none *= silent;
  }
  return 1 - none - one;
}

function outcomeOf(monitor: MonitorPositionCode, ground: GroundPositionCode): ConcordanceOutcome {
  if (ground === 'RAISED') {
    if (monitor === 'UNKNOWN') return 'SIGNAL_WITHOUT_FIGURE';
    return monitor === 'RAISED' ? 'CONFIRMED' : 'SIGNAL_ABOVE_FIGURE';
  }
  if (monitor === 'UNKNOWN') return 'NO_DATA';
  if (ground === 'UNKNOWN') return 'INSUFFICIENT_COVERAGE';
  return monitor === 'RAISED' ? 'FIGURE_ABOVE_SIGNAL' : 'NO_CONCERN';
}
