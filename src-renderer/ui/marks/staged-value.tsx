import { t } from '@shared/language/t';
import type { ReactNode } from 'react';
import { breakable } from '../text/breakable';
import classes from './staged-value.module.css';

interface StagedValueProps {
  readonly value: ReactNode;
  /** The service's value, when an open intent replaces it; undefined shows the value plainly. */
  readonly server?: ReactNode;
}

/** A value with a thin amber bar when it is staged; the service's value stands beside it, struck through and small. */
export function StagedValue({ value, server }: StagedValueProps) {
  if (server === undefined) return <span className={classes.plain}>{breakable(value)}</span>;
  return (
    <span className={classes.staged}>
      <ins className={classes.value}>{breakable(value)}</ins>
      <del className={classes.server}>
        <span className="visually-hidden">{t('on the service:')} </span>
        {breakable(server)}
      </del>
    </span>
  );
}
