import type { Failure } from '@shared/contract/failure';
import { CircleAlert } from 'lucide-react';
import classes from './inline-failure.module.css';

/** A failure beside the control that met it. */
export function InlineFailure({ failure }: { readonly failure: Failure }) {
  return (
    <p className={classes.failure} role="alert">
      <CircleAlert size={13} aria-hidden />
      <span>
        {failure.message} <span className={classes.next}>{failure.next}</span>
      </span>
    </p>
  );
}
