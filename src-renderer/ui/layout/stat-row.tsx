import type { ReactNode } from 'react';
import classes from './stat-row.module.css';

/** Figures side by side, parted by hairlines. */
export function StatRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className={classes.row} aria-label={label}>
      {children}
    </section>
  );
}
