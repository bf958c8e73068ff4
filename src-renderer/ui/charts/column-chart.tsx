import { t } from '@shared/language/t';
import { scaleBand, scaleLinear } from 'd3-scale';
import { dayWords } from '../format/day';
import classes from './chart.module.css';
import { ChartFrame, plotIn } from './chart-frame';
import type { Point } from './runs';

interface ColumnChartProps {
  /** What is drawn, for screen readers: `New people, week by week`. */
  readonly label: string;
  /** Oldest first; the last is still under way. */
  readonly points: readonly Point[];
}

const plot = plotIn(104, 84);

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
    <ChartFrame
      label={`${label}: ${points.map(({ at, value }) => t('{value, number} from {at}', { value, at: dayWords(at) })).join(', ')}.`}
      plot={plot}
      y={y}
      ticks={2}
      first={first.at}
      last={last.at}
    >
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
          <title>{t('From {at}: {value, number}', { at: dayWords(at), value })}</title>
        </rect>
      ))}
    </ChartFrame>
  );
}
