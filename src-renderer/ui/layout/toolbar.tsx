import type { ReactNode } from 'react';
import classes from './toolbar.module.css';

interface ToolbarProps {
  /** Names it for screen readers: `Filters of organizations`. */
  readonly label: string;
  /** How many filters and actions it has: the more, the sooner what an icon says stands without its word. */
  readonly parts?: number;
  readonly children: ReactNode;
  /** At the far end: counts, actions. */
  readonly end?: ReactNode;
}

/** From how many parts on a bar is full, and from how many it is crowded. */
const full = 4;
const crowded = 5;

const crowdOf = (parts: number) => (parts >= crowded ? 'more' : parts >= full ? 'some' : undefined);

/** The row of filters above a table. */
export function Toolbar({ label, parts = 0, children, end }: ToolbarProps) {
  return (
    <search className={classes.toolbar} aria-label={label} data-crowded={crowdOf(parts)}>
      {children}
      {end && <div className={classes.end}>{end}</div>}
    </search>
  );
}
