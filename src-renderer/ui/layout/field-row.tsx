import type { ReactNode } from 'react';
import classes from './field-row.module.css';

/** A name and a value in an inspector; use inside `<dl>`. */
export function FieldRow({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={classes.row}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>{children}</dd>
    </div>
  );
}
