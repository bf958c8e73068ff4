import { type ReactNode, useId } from 'react';
import classes from './inspector-section.module.css';

interface InspectorSectionProps {
  readonly title: string;
  readonly count?: ReactNode;
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
        {count !== undefined && <span className={classes.count}>{count}</span>}
        {action && <span className={classes.action}>{action}</span>}
      </header>
      {children}
    </section>
  );
}
