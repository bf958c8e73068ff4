import { useOperation } from '@renderer/bridge/use-operation';
import { notifyDone } from '@renderer/state/notify';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { OutputOf } from '@shared/contract/operations';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { inSense, t } from '@shared/language/t';
import { useState } from 'react';

interface CountDialogProps {
  readonly rows: readonly StoredRecord<'application'>[];
  readonly onClose: () => void;
}

/** Asks the chosen customers' own instances how much they use; what could not be asked is said with its names. */
export function CountDialog({ rows, onClose }: CountDialogProps) {
  const { run, busy, failure } = useOperation('countCustomers');
  const [failed, setFailed] = useState<OutputOf<'countCustomers'>['failed']>([]);
  const count = async (): Promise<void> => {
    const counted = await run({ ids: rows.map(({ id }) => id) });
    if (!counted.ok) return;
    setFailed(counted.value.failed);
    if (counted.value.counted > 0)
      notifyDone(
        t('Counted. {counted, plural, one {# customer} other {# customers}}', {
          counted: counted.value.counted,
        }),
      );
    if (counted.value.failed.length === 0) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('Count what {count, plural, one {# customer} other {# customers}} use', {
        count: rows.length,
      })}
      verb={inSense('verb', 'Count')}
      busy={busy}
      failure={failure ?? null}
      affected={failed.flatMap(({ failure: why, names }) => names.map((name) => `${name}: ${why.message}`))}
      onClose={onClose}
      onConfirm={() => void count()}
    >
      <p>
        {failed.length > 0
          ? t('These could not be counted; they keep the figures that they had:')
          : t(
              'Each of their instances is asked for its people, organizations and messages, by figures only. Their keys are read for that moment and kept nowhere.',
            )}
      </p>
    </ConfirmDialog>
  );
}
