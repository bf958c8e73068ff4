import { t } from '@shared/language/t';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, line } from 'd3-shape';
import { dayWords } from '../format/day';
import { formatCount } from '../format/format-count';
import classes from './chart.module.css';
import { ChartFrame, plotIn } from './chart-frame';
import { type Point, runsOf } from './runs';

interface LineChartProps {
  /** What is drawn, for screen readers: `People, day by day`. */
  readonly label: string;
  /** Oldest first, one a day at most; two at least. */
  readonly points: readonly Point[];
}

const plot = plotIn(130, 108);
/** So many points have a dot each. */
const dotted = 45;

/** A figure from day to day; days on which nobody looked are gaps. The scale begins where the figures do, and says so. */
export function LineChart({ label, points }: LineChartProps) {
  const values = points.map(({ value }) => value);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = scaleUtc([first.at, last.at], [plot.left, plot.right]);
  // A figure that never moved lies in the middle.
  const span = high === low ? [Math.max(0, low - 1), low + 1] : [low, high];
  const y = scaleLinear(span, [plot.bottom, plot.top]).nice(3);
  const xOf = ({ at }: Point): number => x(at);
  const yOf = ({ value }: Point): number => y(value);
  const drawn = line<Point>(xOf, yOf);
  const filled = area<Point>(xOf, plot.bottom, yOf);
  const runs = runsOf(points);
  return (
    <ChartFrame
      label={t(
        '{label}: {firstValue, number} on {firstAt}, {lastValue, number} on {lastAt}; {low, number} to {high, number} in between.',
        {
          label,
          firstValue: first.value,
          firstAt: dayWords(first.at),
          lastValue: last.value,
          lastAt: dayWords(last.at),
          low,
          high,
        },
      )}
      plot={plot}
      y={y}
      ticks={3}
      first={first.at}
      last={last.at}
    >
      {runs.map((run) => (
        <g key={run[0]?.at}>
          <path className={classes.area} d={filled(run) ?? undefined} />
          <path className={classes.line} d={drawn(run) ?? undefined} />
        </g>
      ))}
      {points
        .filter((_, index) => points.length <= dotted || index === points.length - 1)
        .map((point) => (
          <circle key={point.at} className={classes.dot} cx={xOf(point)} cy={yOf(point)} r={2.5}>
            <title>{`${dayWords(point.at)}: ${formatCount(point.value)}`}</title>
          </circle>
        ))}
    </ChartFrame>
  );
}
