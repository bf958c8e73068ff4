import type { ReactNode } from 'react';
import classes from './screen-layout.module.css';

interface ScreenLayoutProps {
  readonly children: ReactNode;
  /** Beside the body: what is selected. */
  readonly inspector?: ReactNode;
}

/** Body and inspector of a screen; the body scrolls by itself. */
export function ScreenLayout({ children, inspector }: ScreenLayoutProps) {
  return (
    <div className={classes.layout}>
      <div className={classes.body}>{children}</div>
      {inspector}
    </div>
  );
}
