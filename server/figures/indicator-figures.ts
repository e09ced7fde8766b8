// From packed rows to figures per indicator: the current one, its series, benchmarks, position and trend.
// Pure. Of several editions that hold the same figure the one that went live last is read.
import type { Provenance } from '../codes/figures.ts';
import { isRefused } from '../statistics/refusal.ts';
import { testTrend } from '../statistics/trend.ts';
import type { Edition, EditionColumn, Indicator } from './catalogue.ts';
import { type FigureCell, unpackCell } from './packing.ts';
import { type IndicatorPosition, positionOf } from './position.ts';
import type { BenchmarkRow, FigureRow } from './rows.ts';

/** One figure with all that must be said with it. */
export interface Figure {
  readonly cell: FigureCell;
  readonly placeCode: string;
  readonly period: number;
  readonly unit: string;
  readonly provenance: Provenance;
  readonly columnKey: string;
  readonly derivation: string;
  /** Null only when no source has delivered this figure at all. */
  readonly edition: Edition | null;
}

export const trendRefusals = [
  'TOO_FEW_POINTS',
  'MODELLED',
  'DEFINITION_BREAK',
  'BORDER_BREAK',
] as const;
export type TrendRefusal = (typeof trendRefusals)[number];

export interface Trend {
  /** RISING, FALLING or NO_CLEAR_CHANGE; null when no trend was tested. */
  readonly change: 'RISING' | 'FALLING' | 'NO_CLEAR_CHANGE' | null;
  readonly refused: TrendRefusal | null;
  readonly slopePerYear: number | null;
  readonly p: number | null;
  readonly points: number;
}

export interface IndicatorFigure {
  readonly indicator: Indicator;
  /** Empty: the whole population of the indicator. */
  readonly segment: string;
  readonly current: Figure;
  readonly benchmark: { readonly gemeente: Figure | null; readonly country: Figure | null };
  readonly series: readonly Figure[];
  /** The gemeente in the same periods, where its editions hold it; worked out when asked for. */
  readonly gemeenteSeries: () => readonly Figure[];
  readonly trend: Trend;
  readonly position: IndicatorPosition;
}

export interface FigureParts {
  readonly rows: readonly FigureRow[];
  readonly benchmarks: readonly BenchmarkRow[];
  readonly editions: ReadonlyMap<number, Edition>;
  readonly gemeenteCode: string;
  /** Year of the profile: later periods are not shown. */
  readonly year: number;
  /** Whether a code meant this place in a division year. */
  readonly isThisPlace: (code: string, divisionYear: number) => boolean;
  /** Which indicators to work out. */
  readonly isWanted: (indicator: Indicator) => boolean;
  /** Sensitive indicators instead of all others (S7); only for a reading with a purpose. */
  readonly isSensitive?: true;
  /** A border changed within the years known. */
  readonly hasBorderBreak: boolean;
}

interface Found {
  readonly edition: Edition;
  readonly column: EditionColumn;
  readonly row: FigureRow;
}

/** The wanted figures of the place, per indicator and segment, in the order of the indicators; sensitive ones only when asked for. */
export function figuresOfPlace(parts: FigureParts): IndicatorFigure[] {
  const byMeaning = new Map<string, Map<number, Found>>();
  for (const row of parts.rows) {
    const edition = parts.editions.get(row.editionId);
    if (!edition || !parts.isThisPlace(row.placeCode, edition.divisionYear)) continue;
    for (const column of edition.columns) {
      if (column.indicator.sensitive !== (parts.isSensitive ?? false)) continue;
      if (column.period > parts.year) continue;
      if (!parts.isWanted(column.indicator)) continue;
      const meaning = `${column.indicator.key} ${column.segment}`;
      const periods = byMeaning.get(meaning) ?? new Map<number, Found>();
      byMeaning.set(meaning, periods);
      periods.set(column.period, { edition, column, row });
    }
  }
  return [...byMeaning.values()]
    .map((periods) => indicatorFigure(parts, periods))
    .sort(
      (a, b) =>
        a.indicator.sourceKey.localeCompare(b.indicator.sourceKey) ||
        a.indicator.sortOrder - b.indicator.sortOrder ||
        a.indicator.key.localeCompare(b.indicator.key) ||
        a.segment.localeCompare(b.segment),
    );
}

function indicatorFigure(parts: FigureParts, periods: ReadonlyMap<number, Found>): IndicatorFigure {
  const found = [...periods.values()].sort((a, b) => a.column.period - b.column.period);
  const series = found.map((one) => figureOf(one, one.row));
  const at = currentIndex(series);
  const latest = found[at];
  const current = series[at];
  if (!latest || !current) throw new Error('An indicator without periods has no figure.');
  const { column, edition, row } = latest;
  const elsewhere = (one: Found, code: string) => {
    const other = parts.rows.findLast(
      (each) => each.placeCode === code && each.editionId === one.edition.id,
    );
    return other ? figureOf(one, other) : null;
  };
  const benchmarkOf = (code: string) => elsewhere(latest, code);
  const benchmarkRow = (code: string) =>
    parts.benchmarks.find((b) => b.gemeenteCode === code && b.editionId === edition.id);
  return {
    indicator: column.indicator,
    segment: column.segment,
    current,
    benchmark: { gemeente: benchmarkOf(parts.gemeenteCode), country: benchmarkOf('NL00') },
    series,
    gemeenteSeries: () => found.flatMap((one) => elsewhere(one, parts.gemeenteCode) ?? []),
    trend: trendOf(column.indicator, series, parts.hasBorderBreak),
    position: positionOf(
      column.indicator,
      current.cell,
      column.slot,
      { gemeente: benchmarkRow(parts.gemeenteCode), country: benchmarkRow('NL00') },
      row.adjustedP?.[column.slot - 1] ?? null,
    ),
  };
}

function figureOf({ edition, column }: Found, row: FigureRow): Figure {
  const cell = unpackCell(row, column.slot);
  if (!cell) throw new Error(`Edition ${edition.id} has no slot ${column.slot}.`);
  return {
    cell,
    placeCode: row.placeCode,
    period: column.period,
    unit: column.indicator.unit,
    provenance: column.derivation ? 'ESTIMATED' : column.indicator.provenance,
    columnKey: column.columnKey,
    derivation: column.derivation,
    edition,
  };
}

/** The last period that says something: one that was not asked or is still to come is passed over. */
function currentIndex(series: readonly Figure[]): number {
  const last = series.findLastIndex(
    ({ cell }) =>
      cell.state === 'OK' || (cell.state !== 'NOT_YET' && cell.reason !== 'NOT_MEASURED'),
  );
  return last >= 0 ? last : series.length - 1;
}

/** Tested trend (Mann-Kendall) over yearly known values; refused for modelled figures and across breaks. */
function trendOf(indicator: Indicator, series: readonly Figure[], hasBorderBreak: boolean): Trend {
  const points = series.flatMap(({ cell, period }) =>
    cell.state === 'OK' ? [{ year: period, value: cell.value }] : [],
  );
  const refused = (why: TrendRefusal): Trend => ({
    change: null,
    refused: why,
    slopePerYear: null,
    p: null,
    points: points.length,
  });
  if (indicator.provenance === 'MODELLED') return refused('MODELLED');
  if (hasBorderBreak) return refused('BORDER_BREAK');
  const first = points[0]?.year ?? 0;
  if (indicator.breakYears.some((year) => year > first && year <= (points.at(-1)?.year ?? 0))) {
    return refused('DEFINITION_BREAK');
  }
  const tested = testTrend(points);
  if (isRefused(tested)) return refused('TOO_FEW_POINTS');
  return {
    change: tested.change,
    refused: null,
    slopePerYear: tested.slope,
    p: tested.p,
    points: points.length,
  };
}
