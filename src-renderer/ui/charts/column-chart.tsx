import { scaleBand, scaleLinear } from 'd3-scale';
import { dayWords } from '../format/day';
import { formatCount } from '../format/format-count';
import { shortCount, shortDay } from './axis-text';
import classes from './chart.module.css';
import type { Point } from './runs';

interface ColumnChartProps {
  /** What is drawn, for screen readers: `New people, week by week`. */
  readonly label: string;
  /** Oldest first; the last is still under way. */
  readonly points: readonly Point[];
}

const [width, height] = [520, 104];
const plot = { left: 48, right: 512, top: 8, bottom: 84 };

/** Figures of spans of time as columns, from 0; the last one, under way, is lighter. */
export function ColumnChart({ label, points }: ColumnChartProps) {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const highest = Math.max(1, ...points.map(({ value }) => value));
  const x = scaleBand(
    points.map(({ at }) => at),
    [plot.left, plot.right],
  ).padding(0.25);
  const y = scaleLinear([0, highest], [plot.bottom, plot.top]).nice(2);
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${label}: ${points.map(({ at, value }) => `${formatCount(value)} from ${dayWords(at)}`).join(', ')}.`}
    >
      {y
        .ticks(2)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick}>
            <line className={classes.grid} x1={plot.left} x2={plot.right} y1={y(tick)} y2={y(tick)} />
            <text className={classes.tick} x={plot.left - 6} y={y(tick) + 3.5} textAnchor="end">
              {shortCount(tick)}
            </text>
          </g>
        ))}
      <text className={classes.tick} x={plot.left} y={height - 4}>
        {shortDay(first.at)}
      </text>
      <text className={classes.tick} x={plot.right} y={height - 4} textAnchor="end">
        {shortDay(last.at)}
      </text>
      {points.map(({ at, value }) => (
        <rect
          key={at}
          className={classes.column}
          data-open={at === last.at || undefined}
          x={x(at)}
          y={y(value)}
          width={x.bandwidth()}
          height={plot.bottom - y(value)}
        >
          <title>{`From ${dayWords(at)}: ${formatCount(value)}`}</title>
        </rect>
      ))}
    </svg>
  );
}
