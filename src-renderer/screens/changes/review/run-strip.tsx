import { Button } from '@mantine/core';
import { useOperation } from '@renderer/bridge/use-operation';
import { useStatus } from '@renderer/state/status-context';
import { useCommandTarget } from '@renderer/ui/controls/command-target';
import { Kbd } from '@renderer/ui/controls/kbd';
import { countOf } from '@renderer/ui/format/count-of';
import { formatTime } from '@renderer/ui/format/format-time';
import { ProgressBar } from '@renderer/ui/marks/progress-bar';
import type { PushProgress } from '@shared/contract/status';
import { customerWords } from '@shared/domain/customer-of';
import { t } from '@shared/language/t';
import { Pause, Play, Square } from 'lucide-react';
import classes from './run-strip.module.css';
import { type Segment, WaveSegments } from './wave-segments';

/** The run as it goes: how far, what is being sent, and the reins: hold it, let it go on, end it. Behind a wave it asks. */
export function RunStrip() {
  const push = useStatus()?.push ?? null;
  const pause = useOperation('pauseApply');
  const resume = useOperation('resumeApply');
  const cancel = useOperation('cancelApply');
  const border = push?.wave?.held ? push.wave.at : null;
  const held = border !== null;
  // A border by its number: what was meant for this one lets no later one by.
  const goOn = (): void => void resume.run(border === null ? {} : { wave: border });
  useCommandTarget('review', held ? goOn : null);
  return (
    <section className={classes.run} aria-label={t('Run')}>
      <p className={classes.text} role="status">
        {push === null ? t('Checking that the plan still holds…') : textOf(push)}
      </p>
      <div className={classes.bar}>
        <ProgressBar
          label={t('Changes sent')}
          fraction={push === null || push.total === 0 ? null : push.done / push.total}
        />
      </div>
      {push !== null && (
        <>
          {push.paused ? (
            <Button
              leftSection={<Play size={13} aria-hidden />}
              rightSection={held && <Kbd keys="Ctrl Enter" />}
              onClick={goOn}
            >
              {t('Go on')}
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<Pause size={13} aria-hidden />}
              onClick={() => void pause.run({})}
            >
              {t('Pause')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<Square size={12} aria-hidden />}
            loading={cancel.busy}
            onClick={() => void cancel.run({})}
          >
            {push.wave === null ? t('End here') : t('Stop here')}
          </Button>
        </>
      )}
      {push?.wave && <WaveSegments label={t('Waves')} segments={segmentsOf(push.wave)} />}
    </section>
  );
}

function textOf({ done, total, current, paused, waitingUntil, wave }: PushProgress): string {
  const next = wave?.waves[wave.at + 1];
  if (wave?.held && next !== undefined)
    return t(
      'Wave {at, number} of {waves, number} went well. Next: {customers}, {steps, plural, one {# change} other {# changes}}.',
      {
        at: wave.at + 1,
        waves: wave.waves.length,
        customers: countOf(next.customers, customerWords),
        steps: next.steps,
      },
    );
  const at = Math.min(done + 1, total);
  const doing = paused
    ? t('Paused at {at, number} of {total, number}: {current}', { at, total, current })
    : t('Sending {at, number} of {total, number}: {current}', { at, total, current });
  return waitingUntil > 0
    ? t('{doing} · the service asks to wait until {time}', { doing, time: formatTime(waitingUntil) })
    : doing;
}

function segmentsOf({ at, held, waves }: NonNullable<PushProgress['wave']>): readonly Segment[] {
  return waves.map(({ customers, names, steps, done }, place) => ({
    customers,
    names,
    tone: place < at || (place === at && held) ? 'done' : place === at ? 'running' : 'waiting',
    says: place > at ? '' : t('{done, number} of {steps, number} sent', { done, steps }),
  }));
}
