import { seatsLevel } from '@shared/domain/figures/seats';
import { formatCount } from '../format/format-count';
import { LevelBar } from './level-bar';
import classes from './seats-bar.module.css';

interface SeatsBarProps {
  readonly used: number;
  /** 0: unlimited. */
  readonly limit: number;
  /** The service's limit while another one is staged. */
  readonly serverLimit?: number;
  readonly wide?: boolean;
}

/** `18/20`. */
export function seatsText(used: number, limit: number): string {
  return `${formatCount(used)}/${limit === 0 ? '∞' : formatCount(limit)}`;
}

/** Seats in figures and as a bar: `18/20 ▇▇▇▇░`. A staged limit has the amber bar and the service's limit struck through. */
export function SeatsBar({ used, limit, serverLimit, wide = false }: SeatsBarProps) {
  const level = seatsLevel(used, limit);
  const share = limit === 0 ? 0 : Math.min(1, used / limit);
  const staged = serverLimit !== undefined;
  return (
    <span className={classes.seats} data-wide={wide || undefined}>
      <span className={classes.figures} data-staged={staged || undefined}>
        {formatCount(used)}
        <span className={classes.limit}>/{limit === 0 ? '∞' : formatCount(limit)}</span>
        {staged && <del className={classes.server}>{serverLimit === 0 ? '∞' : formatCount(serverLimit)}</del>}
      </span>
      <LevelBar level={level} share={share} wide={wide} />
    </span>
  );
}
