import { useOperation } from '@renderer/bridge/use-operation';
import { notifyDone } from '@renderer/state/notify';
import { go } from '@renderer/state/use-route';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { decidedOf, lostByDeletion } from '@shared/contract/lost-by-deletion';
import type { ReviewSummary } from '@shared/contract/reviews';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './review-dialogs.module.css';

interface DeleteReviewDialogProps {
  readonly review: ReviewSummary;
  readonly onClose: () => void;
}

/** Says what is lost with a review, and deletes it: what was decided meanwhile is not. */
export function DeleteReviewDialog({ review, onClose }: DeleteReviewDialogProps) {
  const { run, busy, failure } = useOperation('deleteReview');
  // As it stood when it was asked: what comes meanwhile nobody has agreed to lose.
  const [asked] = useState(review);
  const remove = async (): Promise<void> => {
    const deleted = await run({ id: asked.id, decided: decidedOf(asked) });
    if (!deleted.ok) return;
    notifyDone(t('Deleted: {name}', { name: asked.name }));
    onClose();
    go('reviews');
  };
  return (
    <ConfirmDialog
      opened
      title={t('Delete {name}', { name: asked.name })}
      verb={t('Delete review')}
      destructive
      busy={busy}
      failure={failure ?? null}
      onClose={onClose}
      onConfirm={() => void remove()}
    >
      <div className={classes.form}>
        {lostByDeletion(asked).map((sentence) => (
          <p key={sentence} className={classes.text}>
            {sentence}
          </p>
        ))}
        <p className={classes.text}>{t('This cannot be taken back.')}</p>
      </div>
    </ConfirmDialog>
  );
}
