// One indicator over the years: the wijk with its 95% band, the gemeente dashed beside it. The line breaks where a year
// has no value or the definition changed; estimates of a model are points only, because they are no yearly trend.

import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { FigureValue } from '../components/figure-value.tsx';
import { periodText } from '../components/period-text.ts';
import { readingWords } from '../components/reading-words.ts';
import type { FigureState, PartOfYear, StateReason } from '../generated/graphql.ts';
import { grouped } from '../words/grouped.ts';
import { useLanguage } from '../words/language.tsx';
import { valueText } from '../words/values.ts';
import { type Say, useWords } from '../words/words.ts';
import { ChartFigure } from './chart-figure.tsx';
import { chartWords } from './words.ts';

export interface TrendPoint {
  readonly period: number;
  readonly part?: PartOfYear | null | undefined;
  readonly value?: number | null | undefined;
  readonly state: FigureState;
  readonly stateReason?: StateReason | null | undefined;
  readonly lower?: number | null | undefined;
  readonly upper?: number | null | undefined;
  readonly provisional?: boolean;
}

export interface TrendTest {
  readonly change?: 'RISING' | 'FALLING' | 'NO_CLEAR_CHANGE' | null | undefined;
  readonly refused?:
    | 'TOO_FEW_POINTS'
    | 'MODELLED'
    | 'DEFINITION_BREAK'
    | 'BORDER_BREAK'
    | null
    | undefined;
  readonly points: number;
}

export interface SeriesBreak {
  /** First year on the new side. */
  readonly year: number;
  readonly kind: 'DEFINITION' | 'BORDER';
}

interface TrendChartProps {
  readonly title: string;
  readonly fileName: string;
  readonly unit: string;
  readonly decimals: number;
  /** Oldest first. */
  readonly series: readonly TrendPoint[];
  readonly gemeente: readonly {
    readonly period: number;
    readonly value?: number | null | undefined;
  }[];
  /** Where the series stops, and why: before and after are not the same thing. */
  readonly breaks: readonly SeriesBreak[];
  readonly test: TrendTest;
}

const height = 200;
const edge = { top: 14, right: 84, bottom: 28, left: 44 };

/** Refuses nothing: a series without any value is told in words. */
export function TrendChart(props: TrendChartProps) {
  const { title, unit, decimals, series, test } = props;
  const say = useWords(chartWords);
  const sayState = useWords(readingWords);
  const { formats, language } = useLanguage();
  const text = (value: number) => valueText(value, { unit, decimals }, formats, language);
  const last = series.at(-1);
  if (!last) return null;
  const latest = series.findLast((point) => point.state === 'OK') ?? last;
  const { value, lower, upper } = latest;
  const hasMargin = typeof lower === 'number' && typeof upper === 'number';
  const now =
    typeof value !== 'number'
      ? say('trendNone', {
          period: periodText(last, language),
          state: last.state === 'OK' ? '' : sayState(last.state).toLowerCase(),
        })
      : say(hasMargin ? 'trendNowMargin' : 'trendNow', {
          period: periodText(latest, language),
          value: text(value),
          range: hasMargin ? formats.range(lower, upper, decimals) : '',
        });
  const tested = test.change ?? test.refused;
  const sentence = `${now} ${tested ? say(tested, { n: test.points }) : ''}`.trim();
  const years = series.map((point) => ({
    ...point,
    gemeente: props.gemeente.find((other) => other.period === point.period)?.value,
  }));
  return (
    <ChartFigure
      sentence={sentence}
      height={height}
      draw={(width) => <Drawing {...props} width={width} />}
      table={{
        caption: `${title}: ${say('trendTitle').toLowerCase()}`,
        fileName: props.fileName,
        head: [say('year'), say('thisWijk'), say('lower'), say('upper'), say('gemeente')],
        rows: years.map((point) => [
          [periodText(point, language), whyBroken(props.breaks, point.period, say)]
            .filter(Boolean)
            .join(', '),
          <FigureValue key="value" figure={point} unit={unit} decimals={decimals} />,
          typeof point.lower === 'number' ? text(point.lower) : '',
          typeof point.upper === 'number' ? text(point.upper) : '',
          typeof point.gemeente === 'number' ? text(point.gemeente) : '',
        ]),
        plain: years.map((point) => [
          point.part ? `${point.period}${point.part}` : point.period,
          point.value ?? point.state,
          point.lower,
          point.upper,
          point.gemeente,
        ]),
      }}
    />
  );
}

type Known = TrendPoint & { readonly value: number };
const isKnown = (point: TrendPoint): point is Known => typeof point.value === 'number';

function Drawing({
  series,
  gemeente,
  breaks,
  test,
  unit,
  decimals,
  width,
}: TrendChartProps & { width: number }) {
  const say = useWords(chartWords);
  const sayState = useWords(readingWords);
  const { formats, language } = useLanguage();
  const known = series.filter(isKnown);
  const others = gemeente.flatMap(({ period, value }) =>
    typeof value === 'number' ? [{ period, value }] : [],
  );
  const [from = 0, to = 0] = extent(series, (point) => point.period);
  const [least = 0, most = 1] = extent([
    ...known.flatMap((point) => [
      point.value,
      point.lower ?? point.value,
      point.upper ?? point.value,
    ]),
    ...others.map((point) => point.value),
  ]);
  const room = (most - least || Math.abs(most) || 1) * 0.12;
  const x = scaleLinear([from - 0.4, to + 0.4], [edge.left, width - edge.right]);
  const y = scaleLinear(
    [least >= 0 ? Math.max(0, least - room) : least - room, most + room],
    [height - edge.bottom, edge.top],
  ).nice(4);
  const isEstimate = test.refused === 'MODELLED';
  const isBroken = (point: TrendPoint) => !isKnown(point);
  const pieces = splitAt(series, breaks);
  const drawLine = line<TrendPoint>()
    .defined((point) => !isBroken(point))
    .x((point) => x(point.period))
    .y((point) => y(point.value ?? 0));
  const drawBand = area<TrendPoint>()
    .defined((point) => typeof point.lower === 'number' && typeof point.upper === 'number')
    .x((point) => x(point.period))
    .y0((point) => y(point.lower ?? 0))
    .y1((point) => y(point.upper ?? 0));
  const drawOther = line<{ period: number; value: number }>()
    .x((point) => x(point.period))
    .y((point) => y(point.value));
  const short = (value: number) =>
    formats.number(value, decimals, true) + (unit === '%' ? '%' : '');
  const ownEnd = known.at(-1);
  const otherEnd = others.at(-1);
  const labelled = apart(ownEnd && y(ownEnd.value), otherEnd && y(otherEnd.value));
  return (
    <g class="wb-drawing" lang={language}>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line
            class="wb-grid-line"
            x1={edge.left}
            x2={width - edge.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text x={edge.left - 6} y={y(tick) + 4} text-anchor="end">
            {formats.number(tick, 2)}
          </text>
        </g>
      ))}
      {yearsToShow(
        series.map((point) => point.period),
        width,
      ).map((year) => (
        <text key={year} x={x(year)} y={height - 8} text-anchor="middle">
          {year}
        </text>
      ))}
      {breakYearsOf(breaks)
        .filter((year) => year > from && year <= to)
        .map((year, at) => (
          <g key={year}>
            <line
              class="wb-break"
              x1={x(year - 0.5)}
              x2={x(year - 0.5)}
              y1={edge.top}
              y2={height - edge.bottom}
            />
            <text
              x={x(year - 0.5) + (isRightHalf(x(year - 0.5), width) ? -4 : 4)}
              y={edge.top - 3 + 13 * (at % 2)}
              text-anchor={isRightHalf(x(year - 0.5), width) ? 'end' : undefined}
            >
              {whyBroken(breaks, year, say)}
            </text>
          </g>
        ))}
      {series.filter(isBroken).map((point) => (
        <g key={point.period} class="wb-absent">
          <line x1={x(point.period)} x2={x(point.period)} y1={edge.top} y2={height - edge.bottom} />
          <text
            transform={`translate(${x(point.period) - 4} ${height - edge.bottom - 4}) rotate(-90)`}
          >
            {point.state === 'OK' ? '' : sayState(point.state)}
          </text>
        </g>
      ))}
      {isEstimate
        ? null
        : pieces.map((piece) => (
            <path key={piece[0]?.period} class="wb-band" d={drawBand(piece) ?? ''} />
          ))}
      <path class="wb-other-line" d={drawOther(others) ?? ''} />
      {isEstimate
        ? null
        : pieces.map((piece) => (
            <path key={piece[0]?.period} class="wb-own-line" d={drawLine(piece) ?? ''} />
          ))}
      {known.map((point) => (
        <g key={point.period}>
          {isEstimate && typeof point.lower === 'number' && typeof point.upper === 'number' ? (
            <line
              class="wb-whisker"
              x1={x(point.period)}
              x2={x(point.period)}
              y1={y(point.lower)}
              y2={y(point.upper)}
            />
          ) : null}
          <circle class="wb-own-dot" cx={x(point.period)} cy={y(point.value)} r={3.5} />
        </g>
      ))}
      {ownEnd ? (
        <text class="wb-own-label" x={width - edge.right + 8} y={(labelled[0] ?? 0) + 4}>
          <tspan>{say('thisWijk')}</tspan>
          <tspan x={width - edge.right + 8} dy="1.1em">
            {short(ownEnd.value)}
          </tspan>
        </text>
      ) : null}
      {otherEnd ? (
        <text x={width - edge.right + 8} y={(labelled[1] ?? 0) + 4}>
          <tspan>{say('gemeente')}</tspan>
          <tspan x={width - edge.right + 8} dy="1.1em">
            {short(otherEnd.value)}
          </tspan>
        </text>
      ) : null}
    </g>
  );
}

const breakYearsOf = (breaks: readonly SeriesBreak[]): number[] => [
  ...new Set(breaks.map(({ year }) => year)),
];

const isRightHalf = (at: number, width: number) => at > width / 2;

/** Why a series begins anew in a year; empty when it does not. */
const whyBroken = (
  breaks: readonly SeriesBreak[],
  year: number,
  say: Say<'BORDER' | 'DEFINITION'>,
): string =>
  [...new Set(breaks.filter((one) => one.year === year).map(({ kind }) => say(kind)))].join(', ');

/** A series in pieces that mean the same, also where the first year of a piece has no figure. */
function splitAt(series: readonly TrendPoint[], breaks: readonly SeriesBreak[]): TrendPoint[][] {
  const pieceOf = ({ period }: TrendPoint) => breaks.filter(({ year }) => year <= period).length;
  return [...grouped(series, pieceOf).values()];
}

/** Years that fit under the axis side by side; the last one always. */
function yearsToShow(years: readonly number[], width: number): number[] {
  const step = Math.max(1, Math.ceil(years.length / Math.max(2, Math.floor((width - 130) / 42))));
  return years.filter((_, at) => (years.length - 1 - at) % step === 0);
}

const labelHeight = 32;

/** Moves two labels apart that would stand on each other, within the drawing. */
function apart(own: number | undefined, other: number | undefined): (number | undefined)[] {
  const keep = (at: number) =>
    Math.min(Math.max(at, edge.top), height - edge.bottom - labelHeight / 2);
  if (own === undefined || other === undefined)
    return [own, other].map((at) => (at === undefined ? at : keep(at)));
  const gap = labelHeight - Math.abs(own - other);
  if (gap <= 0) return [keep(own), keep(other)];
  const [first, second] = own <= other ? [-gap / 2, gap / 2] : [gap / 2, -gap / 2];
  const moved = [own + first, other + second];
  const over = Math.max(0, Math.max(...moved) - (height - edge.bottom - labelHeight / 2));
  const under = Math.max(0, edge.top - Math.min(...moved));
  return moved.map((at) => at - over + under);
}
