import { NumberInput } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { useSending } from '@renderer/bridge/use-sending';
import { go } from '@renderer/state/use-route';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { CopiesPassphrase, useNeedsPassphrase } from './copies-passphrase';
import classes from './copy-pools-dialog.module.css';

interface CopyPoolsDialogProps {
  readonly applicationIds: readonly string[];
  readonly onClose: () => void;
}

const megabyte = 1_000_000;
const limitOf = (value: string | number, unit = 1): number | null =>
  typeof value === 'number' && value > 0 ? Math.round(value * unit) : null;

/** Asks what copying the people of applications may take, and begins it; where it stands is on the tab *Copies*. */
export function CopyPoolsDialog({ applicationIds, onClose }: CopyPoolsDialogProps) {
  const locked = useNeedsPassphrase();
  const [calls, setCalls] = useState<string | number>('');
  const [size, setSize] = useState<string | number>('');
  const [passphrase, setPassphrase] = useState('');
  const { busy, failure, send } = useSending();
  const start = async (): Promise<void> => {
    const budget = { calls: limitOf(calls), bytes: limitOf(size, megabyte) };
    const secret = passphrase === '' ? {} : { passphrase };
    const begun = await send(() =>
      shell.call('copyPools', { applicationIds: [...applicationIds], budget, ...secret }),
    );
    if (!begun.ok) return;
    onClose();
    go('find-person', { params: { tab: 'copies' } });
  };
  return (
    <ConfirmDialog
      opened
      title={t('Copy the people of {count, plural, one {# application} other {# applications}}', {
        count: applicationIds.length,
      })}
      verb={t('Copy {count, plural, one {# pool} other {# pools}}', { count: applicationIds.length })}
      busy={busy}
      disabled={locked && passphrase === ''}
      failure={failure}
      onClose={onClose}
      onConfirm={() => void start()}
    >
      <div className={classes.form}>
        <p className={classes.prose}>
          {t(
            'One after the other, each into a workspace of its own, while you work on. Pools without a copy come first, then the oldest copies. Nothing is sent that changes anything.',
          )}
        </p>
        <div className={classes.limits}>
          <NumberInput
            label={t('Calls at most')}
            placeholder={t('As many as it takes')}
            min={1}
            allowDecimal={false}
            value={calls}
            onChange={setCalls}
          />
          <NumberInput
            label={t('Disk at most, MB')}
            placeholder={t('As much as it takes')}
            min={1}
            value={size}
            onChange={setSize}
          />
        </div>
        {locked && <CopiesPassphrase value={passphrase} onChange={setPassphrase} />}
      </div>
    </ConfirmDialog>
  );
}
