import { useStatus } from '@renderer/state/status-context';
import { formatCount } from '@renderer/ui/format-count';
import { ProgressBar } from '@renderer/ui/progress-bar';
import classes from './run-strip.module.css';

/** The run as it goes: how far, and what is being sent. */
export function RunStrip() {
  const push = useStatus()?.push ?? null;
  const total = push?.total ?? 0;
  const done = push?.done ?? 0;
  return (
    <section className={classes.run} aria-label="Run">
      <p className={classes.text} role="status">
        {push === null
          ? 'Checking that the plan still holds…'
          : `${push.paused ? 'Paused at' : 'Sending'} ${formatCount(Math.min(done + 1, total))} of ${formatCount(total)}: ${push.current}`}
      </p>
      <div className={classes.bar}>
        <ProgressBar label="Changes sent" fraction={total === 0 ? null : done / total} />
      </div>
    </section>
  );
}
