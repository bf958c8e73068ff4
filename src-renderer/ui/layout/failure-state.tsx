import type { Failure } from '@shared/contract/failure';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface FailureStateProps {
  readonly title: string;
  readonly failure: Failure;
  readonly actions?: ReactNode;
}

/** What happened, what was kept and what to do, in place of what cannot be shown. */
export function FailureState({ title, failure, actions }: FailureStateProps) {
  return (
    <div className={classes.state} role="alert">
      <span className={classes.icon} data-kind="failed">
        <CircleAlert size={22} strokeWidth={1.5} aria-hidden />
      </span>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{failure.message}</p>
      <p className={classes.text}>{failure.next}</p>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
