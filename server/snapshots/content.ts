// What a snapshot holds of a profile: figures, bands, outcomes and stages. Pure. Words of notes, reactions and
// people are left out, so that a snapshot never shows what was withdrawn; so is all that belongs to the request.

import type { Concordance } from '../concordance.ts';
import type { Figure } from '../figures/figure.ts';
import type { IndicatorFigure } from '../figures/indicator-figures.ts';
import {
  isStricter,
  productThresholds,
  type Thresholds,
  thresholdsWith,
} from '../privacy/disclosure.ts';
import type { Profile, Signal, ThemeProfile } from '../profiles/profile.ts';
import type { Coverage } from '../signals.ts';
import { sortedJson } from '../sorted-json.ts';

/** Rises when the content below changes: a snapshot of an older format is compared with care. */
const format = 1;

/** The public profile as canonical JSON: keys sorted, the same profile always the same text. */
export function snapshotContent(profile: Profile, asOf: string): string {
  const { place, year, population, coverage, themes, context, sources, thresholds } = profile;
  const isOwn = isStricter(thresholds, productThresholds);
  return sortedJson({
    format,
    place: { code: place.code, name: place.name, gemeenteCode: place.gemeenteCode },
    year,
    asOf,
    // Left out where the product's own hold, as in every snapshot from before a gemeente could ask more.
    ...(isOwn ? { thresholds } : {}),
    population: figureOf(population),
    coverage: coverageOf(coverage),
    themes: themes.map(themeOf),
    context: context().map(indicatorOf),
    sources: sources.map(({ source, tableId, divisionYear }) => ({
      ...{ source: source.key, table: tableId, divisionYear },
      ...{ licence: source.licence, attribution: source.attribution },
    })),
  });
}

/** The parts of a content that rest on field notes. */
interface GroundContent {
  readonly thresholds?: Thresholds;
  readonly coverage?: unknown;
  readonly themes?: readonly {
    readonly theme?: unknown;
    readonly signal?: unknown;
    readonly coverage?: unknown;
    readonly concordance?: { readonly ground?: unknown };
  }[];
}

/** The thresholds under which a snapshot was made. */
export const thresholdsIn = (content: string): Thresholds =>
  thresholdsWith((JSON.parse(content) as GroundContent).thresholds ?? {});

/** What a snapshot says of the ground, as one text. */
export function groundIn(content: string): string {
  const { coverage, themes = [] } = JSON.parse(content) as GroundContent;
  const told = themes.map((one) => [one.theme, one.signal, one.coverage, one.concordance?.ground]);
  return sortedJson({ coverage, told });
}

function figureOf({ cell, period, part, unit, provenance, placeCode, edition }: Figure) {
  const value =
    cell.state === 'OK'
      ? { value: cell.value, lower: cell.lower, upper: cell.upper, release: cell.releaseStatus }
      : { value: null, reason: cell.reason };
  const table = edition?.tableId ?? null;
  const about = part === '' ? { period } : { period, part };
  return { ...value, state: cell.state, ...about, unit, provenance, placeCode, table };
}

function indicatorOf({ indicator, segment, current, benchmark, trend, position }: IndicatorFigure) {
  const { change, refused, slopePerYear, p, points } = trend;
  return {
    ...{ indicator: indicator.key, segment, position },
    trend: { change, refused, slopePerYear, p, points },
    current: figureOf(current),
    gemeente: benchmark.gemeente && figureOf(benchmark.gemeente),
    country: benchmark.country && figureOf(benchmark.country),
  };
}

function coverageOf({ level, organisations, professions, regimes, lastObserved }: Coverage) {
  return { level, organisations, professions, regimes, lastObserved };
}

function themeOf(one: ThemeProfile) {
  return {
    theme: one.theme,
    analysisLevel: one.analysisLevel,
    figures: one.figures.map(indicatorOf),
    signal: signalOf(one.signal),
    coverage: coverageOf(one.coverage),
    concordance: concordanceOf(one.concordance),
    followUps: one.followUps.map(({ id, result, fedBackAt }) => ({
      ...{ id, result },
      fedBackOn: fedBackAt?.slice(0, 10) ?? null,
    })),
  };
}

function signalOf(signal: Signal) {
  const { display, voices, corroboration, highestSeverity, trend, strengthVoices } = signal;
  const { groups, professions, regimes, lastObserved, stage, dueOn } = signal;
  return {
    ...{ display, voices, corroboration, highestSeverity, trend, strengthVoices },
    ...{ groups, professions, regimes, lastObserved, stage, dueOn },
  };
}

function concordanceOf({ outcome, rule, monitor, ground, reasons }: Concordance) {
  return { outcome, rule, monitor: monitor.code, ground: ground.code, reasons };
}
