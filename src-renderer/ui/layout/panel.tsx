import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  readonly title: string;
  /** Small, beside the title. */
  readonly note?: ReactNode;
  /** At the far end of the title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A titled region with hairlines, not a box. */
export function Panel({ title, note, action, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <header className={classes.header}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {note && <span className={classes.note}>{note}</span>}
        {action && (
          <span className={classes.action} data-not-paper>
            {action}
          </span>
        )}
      </header>
      {children}
    </section>
  );
}
