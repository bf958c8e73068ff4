import { setParams } from '@renderer/state/use-route';
import { plural } from '@renderer/ui/format/plural';
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
          {plural(staged.length, 'change')} staged here
          {rejected.length > 0 &&
            t('; {count, plural, one {# step} other {# steps}} cannot be staged:', {
              count: rejected.length,
            })}
        </p>
      </div>
    </ConfirmDialog>
  );
}
