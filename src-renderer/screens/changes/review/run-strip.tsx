import { Button } from '@mantine/core';
import { useOperation } from '@renderer/bridge/use-operation';
import { useStatus } from '@renderer/state/status-context';
import { formatCount } from '@renderer/ui/format/format-count';
import { formatTime } from '@renderer/ui/format/format-time';
import { ProgressBar } from '@renderer/ui/marks/progress-bar';
import { Pause, Play, Square } from 'lucide-react';
import classes from './run-strip.module.css';

/** The run as it goes: how far, what is being sent, and the reins: hold it, let it go on, end it. */
export function RunStrip() {
  const push = useStatus()?.push ?? null;
  const pause = useOperation('pauseApply');
  const resume = useOperation('resumeApply');
  const cancel = useOperation('cancelApply');
  const total = push?.total ?? 0;
  const done = push?.done ?? 0;
  return (
    <section className={classes.run} aria-label="Run">
      <p className={classes.text} role="status">
        {push === null
          ? 'Checking that the plan still holds…'
          : `${push.paused ? 'Paused at' : 'Sending'} ${formatCount(Math.min(done + 1, total))} of ${formatCount(total)}: ${push.current}`}
        {push !== null &&
          push.waitingUntil > 0 &&
          ` · the service asks to wait until ${formatTime(push.waitingUntil)}`}
      </p>
      <div className={classes.bar}>
        <ProgressBar label="Changes sent" fraction={total === 0 ? null : done / total} />
      </div>
      {push !== null && (
        <>
          {push.paused ? (
            <Button leftSection={<Play size={13} aria-hidden />} onClick={() => void resume.run({})}>
              Go on
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<Pause size={13} aria-hidden />}
              onClick={() => void pause.run({})}
            >
              Pause
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<Square size={12} aria-hidden />}
            loading={cancel.busy}
            onClick={() => void cancel.run({})}
          >
            End here
          </Button>
        </>
      )}
    </section>
  );
}
