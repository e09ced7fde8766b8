// One indicator of a wijk through the years, over renames and new codes; over a border only when asked, by an imported
// conversion table and from numerators and denominators (domain chapter 3). Four statements at most.
import { sql } from 'drizzle-orm';
import type { PartOfYear } from '../codes/parts-of-year.ts';
import { arrayParam, namedRows, type ReadDb } from '../db/client.ts';
import { badInput, forbidden, notFound } from '../errors.ts';
import {
  type Contribution,
  contributionsTo,
  type Share,
  type SpanKey,
} from '../places/conversion.ts';
import { type Chain, isThisWijk, loadChainOfWijk } from '../profiles/chains.ts';
import { type Edition, type EditionColumn, type Indicator, loadEditions } from './catalogue.ts';
import { type ConversionRefusal, convert, refusesConversion } from './convert.ts';
import { type Figure, figureIn, headOf } from './figure.ts';
import { unpackCell } from './packing.ts';
import { type FigureRow, loadFigureRows } from './rows.ts';
import { type Trend, trendOf } from './trend.ts';

export interface TrendRequest {
  readonly code: string;
  readonly indicator: string;
  readonly segment?: string | null | undefined;
  /** Part of the year, the same of each; default: whole years. */
  readonly part?: PartOfYear | null | undefined;
  readonly year?: number | null | undefined;
  /** Also figures of before a border change. */
  readonly convert?: boolean | null | undefined;
}

export interface SeriesPoint {
  readonly figure: Figure;
  readonly isConverted: boolean;
}

export interface Conversion {
  readonly refused: ConversionRefusal | null;
  readonly basis: string;
  readonly parts: readonly Contribution[];
}

export interface IndicatorTrend {
  readonly indicator: Indicator;
  readonly segment: string;
  readonly series: readonly SeriesPoint[];
  readonly trend: Trend;
  readonly conversion: Conversion;
}

/** The series up to the year asked, with its breaks and its tested trend; refuses sensitive indicators (S7). */
export async function loadIndicatorTrend(
  db: ReadDb,
  request: TrendRequest,
  now: Date,
): Promise<IndicatorTrend> {
  const chain = await loadChainOfWijk(db, request.code, request.year ?? null);
  if (!chain) throw notFound('wijk', request.code);
  const wantsConversion = (request.convert ?? false) && chain.place.hasBorderBreak;
  const before = wantsConversion ? await loadBefore(db, chain) : nothingBefore;
  const places = [...chain.spans, ...before.parts];
  const tenants = [...new Set(places.map(({ code }) => `GM${code.slice(2, 6)}`)), 'NL00'];
  const rows = await loadFigureRows(db, tenants, [...new Set(places.map(({ code }) => code))], now);
  const ids = [...new Set(rows.map((row) => row.editionId))];
  const editions = await loadEditions(db, chain.place.catalogueVersion, ids);
  const columns = columnsOf(editions, ids, request, chain.place.year);
  const indicator = columns[0]?.column.indicator;
  if (!indicator) return refuseUnknown(request, chain);
  if (indicator.sensitive) throw forbidden('Sensitive indicators have no trend here.');
  const direct = new Map<number, SeriesPoint>();
  for (const { edition, column } of columns) {
    const row = rowOf(rows, edition, (code) => isThisWijk(chain, code, edition.divisionYear));
    if (row)
      direct.set(column.period, { figure: figureIn(edition, column, row), isConverted: false });
  }
  const conversion = conversionOf(request, chain, indicator, before);
  const converted =
    conversion.refused === null && before.parts.length > 0
      ? convertedPoints(columns, rows, before, request.code, direct)
      : [];
  const refusal = converted.find((one): one is ConversionRefusal => typeof one === 'string');
  const points = converted.flatMap((one) => (typeof one === 'string' || refusal ? [] : [one]));
  const series = [...direct.values(), ...points].sort((a, b) => a.figure.period - b.figure.period);
  const { borderBreaks } = chain.place;
  return {
    indicator,
    segment: request.segment ?? '',
    series,
    trend: trendOf(
      indicator,
      series.map(({ figure }) => figure),
      borderBreaks,
    ),
    conversion: refusal ? { ...conversion, refused: refusal, parts: [] } : conversion,
  };
}

interface Before {
  readonly parts: readonly Contribution[];
  readonly basis: string;
}
const nothingBefore: Before = { parts: [], basis: '' };

/** Spans, shares and continuations of the gemeenten that the wijk has lain in and that led into them. */
async function loadBefore(db: ReadDb, chain: Chain): Promise<Before> {
  const gemeenten = [...new Set(chain.spans.map((span) => span.gemeenteCode))];
  const [row] = await namedRows<{
    spans: SpanKey[] | null;
    shares: (Share & { basis: string })[] | null;
    links: { fromCode: string; fromYear: number; toCode: string; toYear: number }[] | null;
  }>(
    db,
    'conversions_into_gemeente',
    sql`with shares as (select * from place_conversions where gemeente_code = any(${arrayParam(gemeenten)})),
      codes as (select code from places where gemeente_code = any(${arrayParam(gemeenten)}) and level = 'WIJK'
        union select from_code from shares)
      select (select json_agg(json_build_object('code', p.code, 'firstYear', p.first_year, 'lastYear', p.last_year))
          from places p where p.code in (select code from codes)) as spans,
        (select json_agg(json_build_object('fromCode', s.from_code, 'fromYear', s.from_year, 'toCode', s.to_code,
          'toYear', s.to_year, 'share', s.share, 'basis', s.basis)) from shares s) as shares,
        (select json_agg(json_build_object('fromCode', l.from_code, 'fromYear', l.from_year, 'toCode', l.to_code,
          'toYear', l.to_year)) from place_links l
          where l.kind in ('SAME', 'RENAMED', 'RECODED') and l.to_code in (select code from codes)) as links`,
  );
  const shares = row?.shares ?? [];
  return {
    parts: contributionsTo(chain.spans, row?.spans ?? [], shares, row?.links ?? []),
    basis: [...new Set(shares.flatMap(({ basis }) => basis || []))].join(', '),
  };
}

interface Place {
  readonly edition: Edition;
  readonly column: EditionColumn;
}

/** Where the editions hold the indicator, up to the year, later live ones last. */
function columnsOf(
  editions: ReadonlyMap<number, Edition>,
  ids: readonly number[],
  { indicator, segment, part }: TrendRequest,
  year: number,
): Place[] {
  return ids.flatMap((id) => {
    const edition = editions.get(id);
    if (!edition) return [];
    return edition.columns
      .filter((one) => one.indicator.key === indicator && one.segment === (segment ?? ''))
      .filter((one) => one.period <= year && one.part === (part ?? ''))
      .map((column) => ({ edition, column }));
  });
}

const rowOf = (rows: readonly FigureRow[], { id }: Edition, isIt: (code: string) => boolean) =>
  rows.find((row) => row.editionId === id && isIt(row.placeCode));

function conversionOf(
  request: TrendRequest,
  chain: Chain,
  indicator: Indicator,
  { parts, basis }: Before,
): Conversion {
  const refuse = (refused: ConversionRefusal | null): Conversion => ({
    refused,
    basis: '',
    parts: [],
  });
  if (!request.convert) return refuse(null);
  if (!chain.place.hasBorderBreak) return refuse('NOTHING_TO_CONVERT');
  const why = refusesConversion(indicator);
  if (why) return refuse(why);
  return parts.length === 0 ? refuse('NO_TABLE') : { refused: null, basis, parts };
}

/** The periods that only earlier places have, from the later live edition of each. */
function convertedPoints(
  columns: readonly Place[],
  rows: readonly FigureRow[],
  before: Before,
  placeCode: string,
  direct: ReadonlyMap<number, SeriesPoint>,
): (SeriesPoint | ConversionRefusal)[] {
  const latest = new Map<number, SeriesPoint | ConversionRefusal>();
  for (const { edition, column } of columns) {
    if (direct.has(column.period)) continue;
    const year = edition.divisionYear;
    const parts = before.parts.filter(
      ({ firstYear, lastYear }) => firstYear <= year && year <= lastYear,
    );
    if (parts.length === 0) continue;
    const cell = convert(
      column.indicator,
      parts.map(({ code, share }) => {
        const row = rowOf(rows, edition, (one) => one === code);
        return { share, cell: row && unpackCell(row, column.slot) };
      }),
    );
    if (typeof cell === 'string') {
      latest.set(column.period, cell);
      continue;
    }
    const codes = parts.map(({ code }) => code).join(', ');
    const derivation = `converted from ${codes} (division ${year})${before.basis ? ` by ${before.basis}` : ''}`;
    const head = { ...headOf(edition, column), provenance: 'ESTIMATED' as const, derivation };
    latest.set(column.period, {
      figure: { ...head, value: cell.value, state: cell.state, cell, placeCode, at: null },
      isConverted: true,
    });
  }
  return [...latest.values()];
}

function refuseUnknown({ indicator, segment, part }: TrendRequest, { place }: Chain): never {
  const within = segment ? ` (${segment})` : '';
  const about = part ? `about ${part}` : 'about whole years';
  throw badInput([
    {
      field: 'indicator',
      message: `${place.code} has no figures of ${indicator}${within} ${about}.`,
    },
  ]);
}
