import { type ReactNode, useId } from 'react';
import { formatCount } from '../format/format-count';
import classes from './inspector-section.module.css';

interface InspectorSectionProps {
  readonly title: string;
  readonly count?: number | undefined;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function InspectorSection({ title, count, action, children }: InspectorSectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <header className={classes.header}>
        <h3 id={id} className={classes.title}>
          {title}
        </h3>
        {count !== undefined && <span className={classes.count}>{formatCount(count)}</span>}
        {action && <span className={classes.action}>{action}</span>}
      </header>
      {children}
    </section>
  );
}
