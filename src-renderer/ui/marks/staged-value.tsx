import { t } from '@shared/language/t';
import type { ReactNode } from 'react';
import { breakable } from '../text/breakable';
import classes from './staged-value.module.css';

interface StagedValueProps {
  readonly value: ReactNode;
  /** The service's value, when an open intent replaces it; undefined shows the value plainly. */
  readonly server?: ReactNode;
  /** Whether it may go over several lines; in a table it is cut. */
  readonly wraps?: boolean;
}

/** A value with a thin amber bar when it is staged; the service's value stands beside it, struck through and small. */
export function StagedValue({ value, server, wraps = false }: StagedValueProps) {
  if (server === undefined) return <span className={classes.plain}>{wraps ? breakable(value) : value}</span>;
  return (
    <span className={classes.staged}>
      <ins className={classes.value}>{value}</ins>
      <del className={classes.server}>
        <span className="visually-hidden">{t('on the service:')} </span>
        {server}
      </del>
    </span>
  );
}
