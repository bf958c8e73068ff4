import type { ReactNode } from 'react';
import classes from './toolbar.module.css';

interface ToolbarProps {
  /** Names it for screen readers: `Filters of organizations`. */
  readonly label: string;
  /** It has more than a window of usual width takes: there, what its icon says stands without its word. */
  readonly crowded?: boolean;
  readonly children: ReactNode;
  /** At the far end: counts, actions. */
  readonly end?: ReactNode;
}

/** The row of filters above a table. */
export function Toolbar({ label, crowded, children, end }: ToolbarProps) {
  return (
    <search className={classes.toolbar} aria-label={label} data-crowded={crowded || undefined}>
      {children}
      {end && <div className={classes.end}>{end}</div>}
    </search>
  );
}
