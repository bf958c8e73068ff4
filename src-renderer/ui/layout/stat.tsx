import type { ReactNode } from 'react';
import { formatCount } from '../format/format-count';
import classes from './stat.module.css';

interface StatProps {
  readonly label: string;
  /** A count, or what it is called where it is none, such as a share. */
  readonly value: number | string | undefined;
  readonly note?: ReactNode;
  readonly onClick?: () => void;
}

/** One figure with its name; a button when it leads somewhere. */
export function Stat({ label, value, note, onClick }: StatProps) {
  const content = (
    <>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>{typeof value === 'number' ? formatCount(value) : (value ?? '–')}</span>
      {note && <span className={classes.note}>{note}</span>}
    </>
  );
  if (!onClick) return <div className={classes.stat}>{content}</div>;
  return (
    <button type="button" className={classes.stat} onClick={onClick}>
      {content}
    </button>
  );
}
