import { useOperation } from '@renderer/bridge/use-operation';
import { notifyDone } from '@renderer/state/notify';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { OutputOf } from '@shared/contract/operations';
import { inSense, t } from '@shared/language/t';
import { useState } from 'react';

interface ReadDialogProps {
  /** Left out: all applications. */
  readonly ids?: readonly string[];
  readonly onClose: () => void;
}

/** Asks the chosen applications' own instances for their templates; who could not be asked is said by name. */
export function ReadDialog({ ids, onClose }: ReadDialogProps) {
  const { run, busy, failure } = useOperation('readTemplates');
  const [failed, setFailed] = useState<OutputOf<'readTemplates'>['failed']>([]);
  const read = async (): Promise<void> => {
    const done = await run(ids === undefined ? {} : { ids: [...ids] });
    if (!done.ok) return;
    setFailed(done.value.failed);
    if (done.value.read > 0)
      notifyDone(
        t('Read. Templates of {count, plural, one {# application} other {# applications}}', {
          count: done.value.read,
        }),
      );
    if (done.value.failed.length === 0) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={
        ids === undefined
          ? t('Read the templates of all applications')
          : t('Read the templates of {count, plural, one {# application} other {# applications}}', {
              count: ids.length,
            })
      }
      verb={inSense('verb', 'Read')}
      busy={busy}
      failure={failure ?? null}
      affected={failed.flatMap(({ failure: why, names }) => names.map((name) => `${name}: ${why.message}`))}
      onClose={onClose}
      onConfirm={() => void read()}
    >
      <p>
        {failed.length > 0
          ? t('These could not be read; they keep what was copied before:')
          : t(
              'Each of their instances is asked once for emails and once for text messages. Their keys are read for that moment and kept nowhere.',
            )}
      </p>
    </ConfirmDialog>
  );
}
