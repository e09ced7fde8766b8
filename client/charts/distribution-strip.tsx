// Where the wijken of a gemeente lie on one indicator, with this one marked. Without names in the drawing and by name in
// the table: it shows the spread, not an order of wijken.
import { extent, quantile } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { FigureValue, type ReadFigure } from '../components/figure-value.tsx';
import { useLanguage } from '../words/language.tsx';
import { valueText } from '../words/values.ts';
import { useWords } from '../words/words.ts';
import { ChartFigure } from './chart-figure.tsx';
import { chartWords } from './words.ts';

export interface WijkValue {
  readonly code: string;
  readonly name: string;
  readonly figure: ReadFigure;
}

interface DistributionStripProps {
  readonly title: string;
  readonly fileName: string;
  readonly unit: string;
  readonly decimals: number;
  /** In words. */
  readonly period: string;
  readonly gemeente: string;
  readonly own: string;
  /** Wijken that the reader chose to see beside it. */
  readonly beside: readonly string[];
  /** By name. */
  readonly wijken: readonly WijkValue[];
}

const height = 64;
const fewest = 3;

/** Tells the spread in words; draws nothing when fewer than three wijken have a value. */
export function DistributionStrip(props: DistributionStripProps) {
  const { wijken, own, beside, unit, decimals } = props;
  const say = useWords(chartWords);
  const { formats, language } = useLanguage();
  const text = (value: number) => valueText(value, { unit, decimals }, formats, language);
  const known = wijken.flatMap(({ code, figure }) =>
    typeof figure.value === 'number' ? [{ code, value: figure.value }] : [],
  );
  if (known.length < fewest) return <p class="utrecht-paragraph">{say('spreadTooFew')}</p>;
  const [least = 0, most = 1] = extent(known, ({ value }) => value);
  const median =
    quantile(
      known.map(({ value }) => value),
      0.5,
    ) ?? 0;
  const mine = known.find(({ code }) => code === own);
  const name = wijken.find(({ code }) => code === own)?.name ?? own;
  const about = {
    gemeente: props.gemeente,
    period: props.period,
    least: text(least),
    most: text(most),
  };
  const chosen = known.filter(({ code }) => beside.includes(code));
  const nameOf = (code: string) => wijken.find((one) => one.code === code)?.name ?? code;
  const sentence = `${say('spread', about)} ${say(mine ? 'spreadOwn' : 'spreadNoValue', {
    median: text(median),
    wijk: name,
    value: mine ? text(mine.value) : '',
  })}${chosen.map(({ code, value }) => ` ${nameOf(code)}: ${text(value)}.`).join('')}`;
  return (
    <ChartFigure
      sentence={sentence}
      height={height + 14 * chosen.length}
      draw={(width) => {
        const x = scaleLinear([least, most], [24, width - 24]);
        return (
          <g class="wb-drawing">
            <line class="wb-grid-line" x1={8} x2={width - 8} y1={34} y2={34} />
            {known.map(({ code, value }) =>
              code === own || beside.includes(code) ? null : (
                <circle key={code} class="wb-other-dot" cx={x(value)} cy={34} r={5} />
              ),
            )}
            <line class="wb-other-line" x1={x(median)} x2={x(median)} y1={24} y2={44} />
            {chosen.map(({ code, value }, at) => (
              <g key={code}>
                <circle class="wb-chosen-dot" cx={x(value)} cy={34} r={6} />
                <line class="wb-grid-line" x1={x(value)} x2={x(value)} y1={42} y2={46 + 14 * at} />
                <text
                  x={Math.min(Math.max(x(value), 60), width - 60)}
                  y={58 + 14 * at}
                  text-anchor="middle"
                >
                  {nameOf(code)}
                </text>
              </g>
            ))}
            {mine ? (
              <>
                <path class="wb-own-dot" d={`M${x(mine.value)} 25l9 9l-9 9l-9 -9z`} />
                <text
                  class="wb-own-label"
                  x={Math.min(Math.max(x(mine.value), 50), width - 50)}
                  y={16}
                  text-anchor="middle"
                >
                  {say('thisWijk')}
                </text>
              </>
            ) : null}
            <text x={8} y={60 + 14 * chosen.length}>
              {text(least)}
            </text>
            <text x={width - 8} y={60 + 14 * chosen.length} text-anchor="end">
              {text(most)}
            </text>
          </g>
        );
      }}
      table={{
        caption: `${props.title}, ${props.period}`,
        fileName: props.fileName,
        head: [say('wijk'), say('value')],
        rows: wijken.map((wijk) => [
          wijk.code === own || beside.includes(wijk.code) ? (
            <strong key="own">{wijk.name}</strong>
          ) : (
            wijk.name
          ),
          <FigureValue key="value" figure={wijk.figure} unit={unit} decimals={decimals} />,
        ]),
        plain: wijken.map(({ name: wijk, figure }) => [wijk, figure.value ?? figure.state]),
      }}
    />
  );
}
