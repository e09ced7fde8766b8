// The only door from the simulation to the product's rules: when a rule changes, this file (and positions.ts, for
// what publishing works out) follows, and nothing else. Reads what the product may see of a town, never the truth.
import type { Provenance } from '../../server/codes/figures.ts';
import type {
  ConcordanceOutcome,
  GroundPositionCode,
  MonitorPositionCode,
  SignalDisplay,
} from '../../server/codes/merge.ts';
import type { ThemeCode } from '../../server/codes/themes.ts';
import {
  compareTheme,
  type IndicatorPositionInput,
  positionOfGround,
  positionOfMonitor,
} from '../../server/concordance.ts';
import { displayOf, productThresholds } from '../../server/privacy/disclosure.ts';
import { coverageOf, type PublishedNote, summariseSignal } from '../../server/signals.ts';
import { type Alert, findRises, type MonthlyCount } from '../../server/statistics/early-warning.ts';
import { isRefused } from '../../server/statistics/refusal.ts';
import { themeCodes } from './needs.ts';
import { type PlacedIndicator, placeIndicators } from './positions.ts';
import type { ObservedTown, ObservedWijk } from './town.ts';

/** What a rule says of one wijk x theme. */
export interface Verdict {
  readonly wijk: number;
  readonly theme: ThemeCode;
  readonly outcome: ConcordanceOutcome;
  readonly monitor: MonitorPositionCode;
  readonly ground: GroundPositionCode;
  readonly display: SignalDisplay;
}

/** A set of rules: every wijk x theme of a town, wijk by wijk, themes in their fixed order. */
export type Rules = (town: ObservedTown) => Verdict[];

/** What the product knows of an indicator in one wijk, more than its present rule reads. */
export interface IndicatorEvidence extends IndicatorPositionInput {
  readonly provenance: Provenance;
  /** Months between its period and today. */
  readonly age: number;
}

/** What one cell of the profile rests on. */
export interface CellEvidence {
  readonly wijk: ObservedWijk;
  readonly theme: ThemeCode;
  readonly indicators: readonly IndicatorEvidence[];
  /** Published notes of the cell, and of the whole wijk for its coverage. */
  readonly notes: readonly PublishedNote[];
  readonly wijkNotes: readonly PublishedNote[];
  /** Published notes of the whole gemeente. */
  readonly townNotes: readonly PublishedNote[];
}

/** The product's rules as they are now. */
export const currentRules: Rules = (town) => judgeCells(town, (evidence) => judgeCell(evidence));

/** The same as if every cell with notes could be shown: what S3 costs is the difference. */
export const withoutDisclosureControl: Rules = (town) =>
  judgeCells(town, (evidence) => judgeCell(evidence, false));

/** The rule of one cell, as profiles/profile.ts applies it. */
export function judgeCell(
  { wijk, indicators, notes, wijkNotes }: CellEvidence,
  hasDisclosureControl = true,
) {
  const facts = summariseSignal(notes);
  const { level } = coverageOf(wijkNotes, new Set());
  const display = displayOf({ ...facts, inhabitants: wijk.inhabitants }, level, productThresholds);
  const isOpened = !hasDisclosureControl && facts.notes > 0;
  const ground = positionOfGround({
    ...facts,
    display: isOpened ? 'SHOWN' : display,
    coverage: level,
  });
  const compared = compareTheme(positionOfMonitor(indicators), ground);
  return {
    outcome: compared.outcome,
    monitor: compared.monitor.code,
    ground: ground.code,
    display,
  };
}

/** Gathers the evidence of every cell and lets a rule judge it. */
export function judgeCells(
  town: ObservedTown,
  judge: (evidence: CellEvidence) => Omit<Verdict, 'wijk' | 'theme'>,
): Verdict[] {
  return evidenceOf(town).map((evidence, i) => {
    const wijk = Math.floor(i / themeCodes.length);
    return { wijk, theme: evidence.theme, ...judge(evidence) };
  });
}

/** The evidence of every cell of a town, wijk by wijk, themes in their fixed order. */
export function evidenceOf(town: ObservedTown): CellEvidence[] {
  const placed = placedIn(town);
  const notesOf = groupBy(town.notes, (note) => note.placeCode);
  return town.wijken.flatMap((wijk, index) => {
    const wijkNotes = notesOf.get(wijk.code) ?? [];
    const byTheme = groupBy(wijkNotes, (note) => note.theme);
    return themeCodes.map((theme) => {
      const notes = byTheme.get(theme) ?? [];
      const indicators = inputsOf(placed, index, theme);
      return { wijk, theme, indicators, notes, wijkNotes, townNotes: town.notes };
    });
  });
}

/** Positions rest on the figures alone, so several rules on one town need them once. */
const placedOnce = new WeakMap<ObservedTown['monitors'], PlacedIndicator[]>();

function placedIn(town: ObservedTown): PlacedIndicator[] {
  const placed = placedOnce.get(town.monitors) ?? placeIndicators(town);
  placedOnce.set(town.monitors, placed);
  return placed;
}

export function groupBy<T, Key>(list: readonly T[], keyOf: (one: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function inputsOf(
  placed: readonly PlacedIndicator[],
  wijk: number,
  theme: ThemeCode,
): IndicatorEvidence[] {
  return placed
    .filter(({ indicator }) => indicator.theme === theme)
    .map(({ indicator, positions }) => {
      const position = positions[wijk];
      const isKnown = position !== undefined && position.refused === null;
      return {
        indicatorKey: indicator.key,
        signedZ: isKnown ? position.signedZ : null,
        adjustedP: isKnown ? position.adjustedP : null,
        provenance: indicator.provenance,
        age: indicator.age,
      };
    });
}

/**
 * An early-warning rule, asked at the end of each month: events are what was published up to then (month 0 is the
 * first of the history), neighbours the wijken that border on each.
 */
export type EarlyWarning = (
  events: readonly MonthlyCount[],
  neighbours: readonly (readonly number[])[],
) => readonly Pick<Alert, 'places'>[];

/** Where the product's rule is plugged in. */
export const currentEarlyWarning: EarlyWarning = (events, neighbours) => {
  const alerts = findRises(events, neighbours);
  return isRefused(alerts) ? [] : alerts;
};
