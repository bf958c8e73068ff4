import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './strip.module.css';

interface StripProps {
  readonly busy?: boolean;
  readonly tone?: 'held' | 'good' | 'bad' | 'conflict';
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A line above a list that says where things stand; read out when it changes. */
export function Strip({ busy = false, tone = 'held', icon, action, children }: StripProps) {
  return (
    <div className={classes.strip} data-tone={tone} role="status">
      {busy ? <Loader size={13} aria-hidden /> : icon}
      <div className={classes.text}>{children}</div>
      {action && <div className={classes.actions}>{action}</div>}
    </div>
  );
}
