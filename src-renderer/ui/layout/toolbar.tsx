import type { ReactNode } from 'react';
import classes from './toolbar.module.css';

interface ToolbarProps {
  /** Names it for screen readers: `Filters of organizations`. */
  readonly label: string;
  readonly children: ReactNode;
  /** At the far end: counts, actions. */
  readonly end?: ReactNode;
}

/** The row of filters above a table. */
export function Toolbar({ label, children, end }: ToolbarProps) {
  return (
    <search className={classes.toolbar} aria-label={label}>
      {children}
      {end && <div className={classes.end}>{end}</div>}
    </search>
  );
}
