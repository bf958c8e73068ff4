import type { ReactNode } from 'react';
import classes from './scroll-body.module.css';

/** The scrolled body of a screen that is a form or a page rather than a table. */
export function ScrollBody({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
