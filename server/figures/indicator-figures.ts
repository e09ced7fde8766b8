// From packed rows to figures per indicator: the current one, its series, benchmarks, position and trend.
// Pure. Of several editions that hold the same figure the one that went live last is read.
import { once } from '../once.ts';
import type { Edition, EditionColumn, Indicator } from './catalogue.ts';
import { type ComparedWijk, type Comparison, comparisonOf } from './comparison.ts';
import { type Figure, figureIn } from './figure.ts';
import { endOf, type Period } from './periods.ts';
import { type IndicatorPosition, positionOf } from './position.ts';
import type { BenchmarkRow, FigureRow } from './rows.ts';
import { type BorderBreak, type Trend, trendOf } from './trend.ts';

export interface BenchmarkFigures {
  readonly gemeente: Figure | null;
  readonly country: Figure | null;
  /** Wijken that the reader chose, in that order. */
  readonly comparison: readonly Comparison[];
}

/** What benchmarks and availability of the current figure are worked out from when asked. */
interface WijkenRows {
  readonly gemeente: BenchmarkRow | undefined;
  readonly country: BenchmarkRow | undefined;
  readonly urbanity: UrbanityClass;
}

/** The class of urbanity of the wijk; where its positions are looked up when they are asked for. */
export interface UrbanityClass {
  readonly urbanity: number | null;
  readonly catalogueVersion: number;
}

const noUrbanity: UrbanityClass = { urbanity: null, catalogueVersion: 0 };

export interface IndicatorFigure {
  readonly indicator: Indicator;
  /** Empty: the whole population of the indicator. */
  readonly segment: string;
  readonly current: Figure;
  readonly benchmark: BenchmarkFigures;
  readonly series: readonly Figure[];
  /** The gemeente in the same periods, where its editions hold it; worked out when asked for. */
  readonly gemeenteSeries: () => readonly Figure[];
  readonly trend: Trend;
  readonly position: IndicatorPosition;
  readonly wijken: WijkenRows;
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
  /** Borders that changed: the series begins after them. */
  readonly borderBreaks: readonly BorderBreak[];
  readonly urbanity?: UrbanityClass;
  readonly compared?: readonly ComparedWijk[];
}

interface Found {
  readonly edition: Edition;
  readonly column: EditionColumn;
  readonly row: FigureRow;
}

interface Given extends FigureParts {
  /** The row of a place in an edition; of several the one that went live last. */
  readonly rowOf: (editionId: number, placeCode: string) => FigureRow | undefined;
}

function indexRows(rows: readonly FigureRow[]): Given['rowOf'] {
  const byEdition = new Map<number, Map<string, FigureRow>>();
  for (const row of rows) {
    const places = byEdition.get(row.editionId);
    if (places) places.set(row.placeCode, row);
    else byEdition.set(row.editionId, new Map([[row.placeCode, row]]));
  }
  return (editionId, placeCode) => byEdition.get(editionId)?.get(placeCode);
}

/** The wanted figures of the place, per indicator, segment and part of the year, in the order of the indicators; sensitive ones only when asked for. */
export function figuresOfPlace(parts: FigureParts): IndicatorFigure[] {
  const byMeaning = new Map<string, Map<number, Found>>();
  const { isSensitive = false, year, isWanted } = parts;
  for (const row of parts.rows) {
    const edition = parts.editions.get(row.editionId);
    if (!edition || !parts.isThisPlace(row.placeCode, edition.divisionYear)) continue;
    for (const column of edition.columns) {
      const { indicator, period, meaning } = column;
      if (indicator.sensitive !== isSensitive || period > year || !isWanted(indicator)) continue;
      let periods = byMeaning.get(meaning);
      if (!periods) {
        periods = new Map();
        byMeaning.set(meaning, periods);
      }
      periods.set(period, { edition, column, row });
    }
  }
  const given: Given = { ...parts, rowOf: indexRows(parts.rows) };
  const all = [...byMeaning.values()].map((periods) => indicatorFigure(given, periods));
  return withoutOlderParts(all).sort(inOrder);
}

/**
 * Of the parts of years the newest one only, as the series of that same part of each year, and that only when it ends
 * after the last whole year. What is not of one length never stands in one series.
 */
function withoutOlderParts(all: IndicatorFigure[]): IndicatorFigure[] {
  if (all.every(({ current }) => current.part === '')) return all;
  const newest = new Map<string, IndicatorFigure>();
  const keyOf = ({ indicator, segment }: IndicatorFigure) => `${indicator.key} ${segment}`;
  for (const one of all) {
    const best = newest.get(keyOf(one));
    // The longer of two that end together: a year before its last quarter, that before its last month.
    if (!best || isNewer(one.current, best.current)) newest.set(keyOf(one), one);
  }
  return all.filter((one) => one.current.part === '' || newest.get(keyOf(one)) === one);
}

function isNewer(one: Figure, other: Figure): boolean {
  const [a, b] = [one, other].map(({ period, part }) => ({ year: period, part }));
  if (!a || !b) return false;
  const later = endOf(a) - endOf(b);
  return later === 0 ? lengths.indexOf(lengthOf(a)) < lengths.indexOf(lengthOf(b)) : later > 0;
}

const lengths = ['', 'HJ', 'KW', 'MM'];
const lengthOf = ({ part }: Period) => part.slice(0, 2);

const inOrder = (a: IndicatorFigure, b: IndicatorFigure) =>
  compareTexts(a.indicator.sourceKey, b.indicator.sourceKey) ||
  a.indicator.sortOrder - b.indicator.sortOrder ||
  compareTexts(a.indicator.key, b.indicator.key) ||
  compareTexts(a.segment, b.segment) ||
  compareTexts(a.current.part, b.current.part);

const compareTexts = (a: string, b: string) => (a === b ? 0 : a.localeCompare(b));

function indicatorFigure(parts: Given, periods: ReadonlyMap<number, Found>): IndicatorFigure {
  const found = [...periods.values()].sort((a, b) => a.column.period - b.column.period);
  const series = found.map((one) => figureIn(one.edition, one.column, one.row));
  const at = currentIndex(series);
  const latest = found[at];
  const current = series[at];
  if (!latest || !current) throw new Error('An indicator without periods has no figure.');
  const { column, edition, row } = latest;
  const wijken: WijkenRows = {
    gemeente: benchmarkRow(parts, edition, parts.gemeenteCode),
    country: benchmarkRow(parts, edition, 'NL00'),
    urbanity: parts.urbanity ?? noUrbanity,
  };
  return {
    indicator: column.indicator,
    segment: column.segment,
    wijken,
    current,
    benchmark: {
      gemeente: elsewhere(parts, latest, parts.gemeenteCode),
      country: elsewhere(parts, latest, 'NL00'),
      comparison: comparisonOf(parts.compared ?? [], parts.editions, edition, column),
    },
    series,
    gemeenteSeries: once(() =>
      found.flatMap((one) => elsewhere(parts, one, parts.gemeenteCode) ?? []),
    ),
    trend: trendOf(column.indicator, series, parts.borderBreaks),
    position: positionOf(
      column.indicator,
      current.cell,
      column.slot,
      wijken,
      row.adjustedP?.[column.slot - 1] ?? null,
    ),
  };
}

/** The same figure of another place, in the same edition. */
function elsewhere({ rowOf }: Given, { edition, column }: Found, code: string): Figure | null {
  const other = rowOf(edition.id, code);
  return other ? wholeFigureIn(edition, column, other) : null;
}

const wholeFigures = new WeakMap<FigureRow, Map<EditionColumn, Figure>>();

/** Made once per row: the wijken of a gemeente are held against the same figures. */
function wholeFigureIn(edition: Edition, column: EditionColumn, row: FigureRow): Figure {
  const known = wholeFigures.get(row) ?? new Map<EditionColumn, Figure>();
  wholeFigures.set(row, known);
  const figure = known.get(column) ?? figureIn(edition, column, row);
  known.set(column, figure);
  return figure;
}

const benchmarkRow = ({ benchmarks }: FigureParts, { id }: Edition, code: string) =>
  benchmarks.find((row) => row.gemeenteCode === code && row.editionId === id);

/** The last period that says something: one that was not asked or is still to come is passed over. */
function currentIndex(series: readonly Figure[]): number {
  const last = series.findLastIndex(
    ({ cell }) =>
      cell.state === 'OK' || (cell.state !== 'NOT_YET' && cell.reason !== 'NOT_MEASURED'),
  );
  return last >= 0 ? last : series.length - 1;
}
