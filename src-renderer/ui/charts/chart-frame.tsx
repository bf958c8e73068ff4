import type { ReactNode } from 'react';
import { shortCount, shortDay } from './axis-text';
import classes from './chart.module.css';

/** In units of the drawing: it is scaled to its column. */
const width = 520;

/** How high a chart is, and where in it the figures are drawn. */
export const plotIn = (height: number, bottom: number) =>
  ({ height, left: 48, right: 512, top: 8, bottom }) as const;

interface ChartFrameProps {
  readonly label: string;
  readonly plot: ReturnType<typeof plotIn>;
  /** The scale of the figures; lines are drawn at about so many whole ones. */
  readonly y: ((value: number) => number) & { ticks(count: number): number[] };
  readonly ticks: number;
  readonly first: number;
  readonly last: number;
  readonly children: ReactNode;
}

/** The drawing around figures over time: lines at whole numbers, and the days at both ends (ms since 1970). */
export function ChartFrame({ label, plot, y, ticks, first, last, children }: ChartFrameProps) {
  const { left, right, height } = plot;
  const days = height - 4;
  return (
    <svg className={classes.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {y
        .ticks(ticks)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick}>
            <line className={classes.grid} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
            <text className={classes.tick} x={left - 6} y={y(tick) + 3.5} textAnchor="end">
              {shortCount(tick)}
            </text>
          </g>
        ))}
      <text className={classes.tick} x={left} y={days}>
        {shortDay(first)}
      </text>
      <text className={classes.tick} x={right} y={days} textAnchor="end">
        {shortDay(last)}
      </text>
      {children}
    </svg>
  );
}
