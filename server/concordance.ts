// Concordance: what comparing the monitor with the ground says about one theme in one wijk. Pure, and every
// input, threshold and rule that led to the outcome is in the answer (chapter 14). It is not proof.
import type {
  ConcordanceOutcome,
  CoverageLevel,
  GroundPositionCode,
  MonitorPositionCode,
  SignalDisplay,
} from './codes/merge.ts';
import { type Severity, severities } from './codes/notes.ts';

/** First band of 14.2, as BrabantScan uses it: profiles elsewhere use the same. */
export const zThreshold = 1;
/**
 * Second band of 14.2: where enough people were looking and the ground is quiet, the figures stand alone and at least
 * half of them must reach this (M6). Without it one in six ordinary wijken with one figure would contradict a quiet
 * ground. Evidence: macro-F1 where coverage is sufficient 0.828 with it and 0.799 without, on 200 towns not used to find
 * it (npm run simulate -- --ceiling --towns 200 --seed 820001). In each of nine kinds of towns it was higher, by 0.008 to
 * 0.041; 1.75 and 2.25 are about as good.
 */
const clearThreshold = 2;
/** Largest adjusted p of a finding (chapter 20.5). */
const level = 0.05;

export interface IndicatorPositionInput {
  readonly indicatorKey: string;
  /** Robust z signed so that + is concern; null when no position could be worked out. */
  readonly signedZ: number | null;
  /** p of the difference from the gemeente, adjusted over its wijken; null when the source gives no margins. */
  readonly adjustedP: number | null;
}

/** One fact that led to the outcome. */
export interface Reason {
  /** Rule of the published table: M1 to M6, S1 to S4, C1 to C7; W1 to W6 weaken. */
  readonly rule: string;
  /** What was looked at. */
  readonly input: string;
  /** What was found. */
  readonly value: string;
  /** What it was held against; null when nothing. */
  readonly threshold: string | null;
}

export interface MonitorPosition {
  readonly code: MonitorPositionCode;
  /** Median of the signed z; null when no indicator is usable. */
  readonly signedZ: number | null;
  /** Highest signed z that at least half of the indicators reach; null when no indicator is usable. */
  readonly halfReach: number | null;
  /** One indicator a concern and another favourable: shown apart, not netted. */
  readonly isMixed: boolean;
  readonly reasons: readonly Reason[];
}

/** Whether an indicator is a concern by a test, not by its position alone (14.2 with 20.3 and 20.5). */
export const isRaisedByTest = (
  one: Pick<IndicatorPositionInput, 'signedZ' | 'adjustedP'>,
): boolean =>
  one.signedZ !== null &&
  one.signedZ >= zThreshold &&
  one.adjustedP !== null &&
  one.adjustedP <= level;

const round = (value: number) => value.toFixed(3);

/** Position of a wijk on a theme from its indicators (14.2); sensitive, neutral and count ones are left out before. */
export function positionOfMonitor(indicators: readonly IndicatorPositionInput[]): MonitorPosition {
  const usable = indicators.filter(
    (indicator): indicator is IndicatorPositionInput & { signedZ: number } =>
      indicator.signedZ !== null,
  );
  const each = usable.map((indicator) => ({
    rule: 'M1',
    input: indicator.indicatorKey,
    value: round(indicator.signedZ),
    threshold: `±${zThreshold}`,
  }));
  if (usable.length === 0) {
    const reason = { rule: 'M5', input: 'usable indicators', value: '0', threshold: '1' };
    return { code: 'UNKNOWN', signedZ: null, halfReach: null, isMixed: false, reasons: [reason] };
  }
  const values = usable.map((indicator) => indicator.signedZ);
  const known = { signedZ: median(values), halfReach: reachedByHalf(values) };
  const { signedZ } = known;
  const isMixed =
    usable.some((indicator) => indicator.signedZ >= zThreshold) &&
    usable.some((indicator) => indicator.signedZ <= -zThreshold);
  if (isMixed) {
    const reason = {
      rule: 'M4',
      input: 'indicators',
      value: 'opposite',
      threshold: `±${zThreshold}`,
    };
    return { code: 'NORMAL', ...known, isMixed, reasons: [...each, reason] };
  }
  const theme = { input: 'median', value: round(signedZ), threshold: `±${zThreshold}` };
  if (signedZ >= zThreshold) {
    // Where a source gives margins the difference must stand; an indicator without margins cannot be tested.
    const raised = usable.filter((indicator) => indicator.signedZ >= zThreshold);
    const stands = raised.some(({ adjustedP }) => adjustedP === null || adjustedP <= level);
    if (!stands) {
      const least = Math.min(...raised.map((indicator) => indicator.adjustedP ?? 1));
      const reason = {
        rule: 'M3',
        input: 'adjusted p',
        value: round(least),
        threshold: `${level}`,
      };
      return {
        code: 'NORMAL',
        ...known,
        isMixed,
        reasons: [...each, { rule: 'M2', ...theme }, reason],
      };
    }
    return { code: 'RAISED', ...known, isMixed, reasons: [...each, { rule: 'M2', ...theme }] };
  }
  const code = signedZ <= -zThreshold ? 'FAVOURABLE' : 'NORMAL';
  return { code, ...known, isMixed, reasons: [...each, { rule: 'M2', ...theme }] };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

const reachedByHalf = (values: readonly number[]): number =>
  [...values].sort((a, b) => b - a)[Math.ceil(values.length / 2) - 1] ?? 0;

export interface GroundInput {
  readonly display: SignalDisplay;
  /** Organisations behind concerns; read only when the signal is SHOWN. */
  readonly concernOrganisations: number;
  readonly highestSeverity: Severity | null;
  readonly coverage: CoverageLevel;
}

export interface GroundPosition {
  readonly code: GroundPositionCode;
  readonly reasons: readonly Reason[];
}

const severityOrder = Object.keys(severities) as Severity[];
const isWorrying = (severity: Severity | null) =>
  severity !== null && severityOrder.indexOf(severity) >= severityOrder.indexOf('WORRYING');

/** Position of the ground (14.3). A signal that may not be shown counts as if it were not there. */
export function positionOfGround(input: GroundInput): GroundPosition {
  const display = { rule: 'S1', input: 'display', value: input.display, threshold: 'SHOWN' };
  const coverage = {
    rule: 'S4',
    input: 'coverage',
    value: input.coverage,
    threshold: 'SUFFICIENT',
  };
  if (input.display === 'SHOWN') {
    const shown = [
      display,
      {
        rule: 'S2',
        input: 'organisations with a concern',
        value: input.concernOrganisations >= 2 ? '2 or more' : 'less than 2',
        threshold: '2',
      },
      {
        rule: 'S3',
        input: 'highest severity',
        value: input.highestSeverity ?? 'none',
        threshold: 'WORRYING',
      },
    ];
    if (input.concernOrganisations >= 2 && isWorrying(input.highestSeverity)) {
      return { code: 'RAISED', reasons: shown };
    }
    return {
      code: input.coverage === 'SUFFICIENT' ? 'QUIET' : 'UNKNOWN',
      reasons: [...shown, coverage],
    };
  }
  const code = input.coverage === 'SUFFICIENT' ? 'QUIET' : 'UNKNOWN';
  return { code, reasons: [display, coverage] };
}

export interface Concordance {
  readonly outcome: ConcordanceOutcome;
  /** Position of the figures as it counted beside the ground. */
  readonly monitor: MonitorPosition;
  /** Position of the figures by themselves; another than `monitor` only where M6 applied. */
  readonly monitorAlone: MonitorPosition;
  readonly ground: GroundPosition;
  /** Row of the published table that applied: C1 to C7. */
  readonly rule: string;
  readonly reasons: readonly Reason[];
}

/** The table of 14.4, with a figure that stands alone weighed first (M6). */
export function compareTheme(monitorAlone: MonitorPosition, ground: GroundPosition): Concordance {
  const monitor = weighLoneFigure(monitorAlone, ground);
  const [rule, outcome] = outcomeOf(monitor.code, ground.code);
  const reasons = [
    ...monitor.reasons,
    ...ground.reasons,
    { rule, input: 'monitor x ground', value: `${monitor.code} x ${ground.code}`, threshold: null },
  ];
  return { outcome, monitor, monitorAlone, ground, rule, reasons };
}

/** M6: beside a quiet ground a raised position counts as normal unless half of its figures are in the second band. */
function weighLoneFigure(monitor: MonitorPosition, { code }: GroundPosition): MonitorPosition {
  const { halfReach } = monitor;
  if (monitor.code !== 'RAISED' || code !== 'QUIET' || halfReach === null) return monitor;
  const reason = {
    rule: 'M6',
    input: 'reached by half of the indicators',
    value: round(halfReach),
    threshold: `${clearThreshold}`,
  };
  return {
    ...monitor,
    code: halfReach >= clearThreshold ? 'RAISED' : 'NORMAL',
    reasons: [...monitor.reasons, reason],
  };
}

function outcomeOf(
  monitor: MonitorPositionCode,
  ground: GroundPositionCode,
): [rule: string, outcome: ConcordanceOutcome] {
  if (ground === 'RAISED') {
    if (monitor === 'RAISED') return ['C1', 'CONFIRMED'];
    if (monitor === 'UNKNOWN') return ['C3', 'SIGNAL_WITHOUT_FIGURE'];
    return ['C2', 'SIGNAL_ABOVE_FIGURE'];
  }
  if (monitor === 'UNKNOWN') return ['C7', 'NO_DATA'];
  if (ground === 'UNKNOWN') return ['C6', 'INSUFFICIENT_COVERAGE'];
  return monitor === 'RAISED' ? ['C4', 'FIGURE_ABOVE_SIGNAL'] : ['C5', 'NO_CONCERN'];
}
