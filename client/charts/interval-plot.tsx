// One value with its margin beside the value of the gemeente, small enough for a line of text. What it shows is always
// written beside it.
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import './charts.css';

interface IntervalPlotProps {
  readonly value: number;
  readonly lower?: number | null | undefined;
  readonly upper?: number | null | undefined;
  readonly benchmark?: number | null | undefined;
}

const size = { width: 150, height: 22 };

/** A dot with its whisker on a thin line; the dashed stroke is the gemeente. */
export function IntervalPlot({ value, lower, upper, benchmark }: IntervalPlotProps) {
  const all = [value, lower, upper, benchmark].filter(
    (one): one is number => typeof one === 'number',
  );
  const [least = 0, most = 1] = extent(all);
  const room = (most - least || Math.abs(value) || 1) * 0.25;
  const x = scaleLinear([least - room, most + room], [4, size.width - 4]);
  const middle = size.height / 2;
  return (
    <svg
      class="wb-interval"
      aria-hidden="true"
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
    >
      <line class="wb-grid-line" x1={0} x2={size.width} y1={middle} y2={middle} />
      {typeof benchmark === 'number' ? (
        <line
          class="wb-other-line"
          x1={x(benchmark)}
          x2={x(benchmark)}
          y1={1}
          y2={size.height - 1}
        />
      ) : null}
      {typeof lower === 'number' && typeof upper === 'number' ? (
        <line class="wb-whisker" x1={x(lower)} x2={x(upper)} y1={middle} y2={middle} />
      ) : null}
      <circle class="wb-own-dot" cx={x(value)} cy={middle} r={5} />
    </svg>
  );
}
