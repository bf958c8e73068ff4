import { scaleSqrt } from 'd3-scale';
import classes from './chart.module.css';

interface DayStripProps {
  /** How many days there are, today first. */
  readonly length: number;
  /** Days before this one are soon. */
  readonly soon: number;
  readonly days: readonly { readonly day: number; readonly count: number }[];
}

const height = 14;

/** What falls on which of the coming days, as marks on a line; the text beside it says as much. */
export function DayStrip({ length, soon, days }: DayStripProps) {
  const tall = scaleSqrt([0, Math.max(1, ...days.map(({ count }) => count))], [3, height - 2]);
  return (
    <svg
      className={classes.strip}
      viewBox={`0 0 ${length} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect x={0} y={height - 2} width={length} height={1} />
      {days.map(({ day, count }) => (
        <rect
          key={day}
          data-day
          data-soon={day < soon || undefined}
          x={Math.min(day, length - 1)}
          y={height - 1 - tall(count)}
          width={1}
          height={tall(count)}
        />
      ))}
    </svg>
  );
}
