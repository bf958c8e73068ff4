import { ShieldAlert, ShieldCheck } from 'lucide-react';
import classes from './maintenance.module.css';

export interface VerdictWords {
  readonly sound: boolean;
  readonly text: string;
  /** What to do; '' when nothing. */
  readonly next: string;
}

/** What a check found, and what to do. */
export function Verdict({ sound, text, next }: VerdictWords) {
  const Icon = sound ? ShieldCheck : ShieldAlert;
  return (
    <p className={classes.verdict} data-damaged={!sound || undefined}>
      <Icon size={13} aria-hidden />
      <span>
        {text} <span className={classes.next}>{next}</span>
      </span>
    </p>
  );
}
