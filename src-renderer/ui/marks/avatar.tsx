import { initials, tintOf } from '../format/initials';
import classes from './avatar.module.css';

interface AvatarProps {
  readonly name: string;
  /** Organizations are square, people are round. */
  readonly shape?: 'round' | 'square';
  readonly size?: 20 | 28 | 40;
}

/** Initials on a quiet tint: nothing is fetched, and the name beside it is what is read out. */
export function Avatar({ name, shape = 'round', size = 20 }: AvatarProps) {
  return (
    <span
      className={classes.avatar}
      data-shape={shape}
      data-size={size}
      data-tint={tintOf(name, 6)}
      aria-hidden
    >
      {initials(name)}
    </span>
  );
}
