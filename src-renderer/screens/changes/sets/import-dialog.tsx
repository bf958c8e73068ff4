import { setParams } from '@renderer/state/use-route';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { ImportReport } from '@shared/contract/four-eyes';
import { t } from '@shared/language/t';
import classes from './set-dialog.module.css';
import { SignedFacts } from './signed-facts';

interface ImportDialogProps {
  readonly report: ImportReport;
  readonly onClose: () => void;
}

/** What came in a signed file: who signed it, what is staged of it, what cannot be, and whether it was meant for here. */
export function ImportDialog({ report, onClose }: ImportDialogProps) {
  const { changeSet, review, staged, rejected, sameService } = report;
  const show = (): void => {
    setParams({ set: changeSet.id, sets: '1' });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('“{title}” is here', { title: changeSet.title })}
      verb={t('Show it')}
      affected={rejected.map(({ label, failure }) => `${label}: ${failure.message}`)}
      onClose={onClose}
      onConfirm={show}
    >
      <div className={classes.form}>
        <SignedFacts review={review} />
        {!sameService && (
          <p>{t('It was made for a service at another address: look closely before you apply it.')}</p>
        )}
        <p>
          {rejected.length === 0
            ? t('{staged, plural, one {# change} other {# changes}} staged here', { staged: staged.length })
            : t(
                '{staged, plural, one {# change} other {# changes}} staged here; {rejected, plural, one {# step} other {# steps}} cannot be staged:',
                { staged: staged.length, rejected: rejected.length },
              )}
        </p>
      </div>
    </ConfirmDialog>
  );
}
