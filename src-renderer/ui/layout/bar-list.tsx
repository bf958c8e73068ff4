import { formatCount } from '../format/format-count';
import classes from './bar-list.module.css';

export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly note?: string;
}

interface BarListProps {
  /** Names the list for screen readers; the bars themselves are a real list with figures. */
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly onOpen?: (id: string) => void;
}

/** Figures as bars, longest relative to the largest: the list behind the chart is the chart. */
export function BarList({ label, bars, onOpen }: BarListProps) {
  const largest = Math.max(1, ...bars.map((bar) => bar.value));
  const total = Math.max(
    1,
    bars.reduce((sum, bar) => sum + bar.value, 0),
  );
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.id}>
          <button type="button" className={classes.bar} disabled={!onOpen} onClick={() => onOpen?.(bar.id)}>
            <span className={classes.label}>{bar.label}</span>
            <span className={classes.track} aria-hidden>
              {bar.value > 0 && (
                <span className={classes.fill} style={{ width: `${(bar.value / largest) * 100}%` }} />
              )}
            </span>
            <span className={classes.value}>{formatCount(bar.value)}</span>
            <span className={classes.share}>{bar.note ?? `${Math.round((bar.value / total) * 100)} %`}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
