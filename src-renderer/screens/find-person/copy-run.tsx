import { Button } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { useSending } from '@renderer/bridge/use-sending';
import { CopiesPassphrase, useNeedsPassphrase } from '@renderer/screens/shared/copies-passphrase';
import { formatSize } from '@renderer/ui/format/format-size';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { ProgressBar } from '@renderer/ui/marks/progress-bar';
import type { PoolCopyRun } from '@shared/contract/pool-copies';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './copies-view.module.css';

interface CopyRunProps {
  readonly run: PoolCopyRun;
  readonly onRun: (run: PoolCopyRun) => void;
}

/** Where the copying stands: how many of how many, what it took of its budget, and why it ended; stops it, or goes on with it. */
export function CopyRun({ run, onRun }: CopyRunProps) {
  const locked = useNeedsPassphrase();
  const [asking, setAsking] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const { busy, failure, send } = useSending();
  const { entries, ended } = run;
  const done = entries.filter(({ state }) => state === 'copied' || state === 'failed').length;
  const resumable = ended === 'stopped' || ended === 'offline' || ended === 'disk';
  const goOn = async (): Promise<void> => {
    const gone = await send(() => shell.call('goOnCopying', locked ? { passphrase } : {}));
    if (!gone.ok) return;
    onRun(gone.value);
    setAsking(false);
    setPassphrase('');
  };
  return (
    <section className={classes.run} aria-label={t('Copying pools')}>
      <span className={classes.told} role="status">
        {told(run)}
      </span>
      {ended === null && (
        <Button
          variant="default"
          loading={busy}
          onClick={() => void send(() => shell.call('stopCopying', {}))}
        >
          {t('Stop')}
        </Button>
      )}
      {resumable && (
        <Button loading={busy && !asking} onClick={() => (locked ? setAsking(true) : void goOn())}>
          {t('Go on')}
        </Button>
      )}
      <div className={classes.bar}>
        <ProgressBar
          label={t('Pools copied')}
          fraction={done / entries.length}
          tone={ended === 'done' ? 'done' : 'accent'}
        />
      </div>
      {failure && !asking && <InlineFailure failure={failure} />}
      <ConfirmDialog
        opened={asking}
        title={t('Go on copying')}
        verb={t('Go on')}
        busy={busy}
        disabled={passphrase === ''}
        failure={failure}
        onClose={() => setAsking(false)}
        onConfirm={() => void goOn()}
      >
        <CopiesPassphrase value={passphrase} onChange={setPassphrase} />
      </ConfirmDialog>
    </section>
  );
}

const whyEnded = {
  done: '',
  calls: t('The budget of calls is spent'),
  bytes: t('The budget of disk is spent'),
  stopped: t('Stopped'),
  offline: t('The service cannot be reached'),
  disk: t('Nothing can be written to the disk'),
} as const;

function told({ entries, spent, budget, ended }: PoolCopyRun): string {
  const count = (...states: readonly string[]): number =>
    entries.filter(({ state }) => states.includes(state)).length;
  const left = count('waiting', 'begun', 'copying');
  const failed = count('failed');
  const { calls, bytes } = budget;
  return [
    t('{copied, number} of {pools, plural, one {# pool} other {# pools}} copied', {
      copied: count('copied'),
      pools: entries.length,
    }),
    ...(failed > 0 ? [t('{count, number} failed', { count: failed })] : []),
    calls === null
      ? t('{spent, number} calls', { spent: spent.calls })
      : t('{spent, number} of {most, number} calls', { spent: spent.calls, most: calls }),
    bytes === null
      ? formatSize(spent.bytes)
      : t('{spent} of {most}', { spent: formatSize(spent.bytes), most: formatSize(bytes) }),
    ...(ended !== null && ended !== 'done'
      ? [t('{why}: {left, plural, one {# pool} other {# pools}} left', { why: whyEnded[ended], left })]
      : []),
  ].join(' · ');
}
