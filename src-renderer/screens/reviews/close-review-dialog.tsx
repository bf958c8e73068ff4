import { Skeleton } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { useOperation } from '@renderer/bridge/use-operation';
import { SignerField } from '@renderer/screens/shared/signer-field';
import { notifyDone } from '@renderer/state/notify';
import { usePreferences } from '@renderer/state/use-preferences';
import { setParams } from '@renderer/state/use-route';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { Failure } from '@shared/contract/failure';
import type { ClosingPreview, ReviewSummary } from '@shared/contract/reviews';
import { inSense, t } from '@shared/language/t';
import { useEffect, useState } from 'react';
import classes from './review-dialogs.module.css';

interface CloseReviewDialogProps {
  readonly review: ReviewSummary;
  readonly onClose: () => void;
}

/** What closing comes to, said before: what is staged, what cannot be, and what stays undecided. */
export function CloseReviewDialog({ review, onClose }: CloseReviewDialogProps) {
  const by = usePreferences(({ signer }) => signer);
  const { run, busy, failure } = useOperation('closeReview');
  const [look, setLook] = useState<ClosingPreview | null>(null);
  const [unread, setUnread] = useState<Failure | null>(null);
  useEffect(() => {
    void engine.call('previewClosing', { id: review.id }).then((read) => {
      if (read.ok) setLook(read.value);
      else setUnread(read.error);
    });
  }, [review.id]);
  const disputed = look?.disputed.length ?? 0;
  const staged = (look?.counts.revoke ?? 0) - (look?.stays.length ?? 0);
  const close = async (): Promise<void> => {
    const closed = await run({ id: review.id, by });
    if (!closed.ok) return;
    notifyDone(t('Closed: {name}', { name: review.name }));
    setParams({ only: closed.value.evidence.length > 0 ? 'revoke' : '' });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      wide
      title={t('Close {name}', { name: review.name })}
      verb={
        staged === 0
          ? inSense('review', 'Close')
          : t('Close and stage {staged, plural, one {# removal} other {# removals}}', { staged })
      }
      busy={busy}
      disabled={look === null || disputed > 0 || by.trim() === ''}
      failure={unread ?? failure ?? null}
      onClose={onClose}
      onConfirm={() => void close()}
    >
      {look === null ? (
        <Skeleton height={10} width="60%" />
      ) : (
        <div className={classes.form}>
          <Consequences look={look} staged={staged} />
          <SignerField says={t('Stands in the review, as who closed it')} first={false} />
        </div>
      )}
    </ConfirmDialog>
  );
}

function Consequences({ look, staged }: { readonly look: ClosingPreview; readonly staged: number }) {
  const { counts, stays, disputed } = look;
  const left = counts.open ?? 0;
  if (disputed.length > 0)
    return (
      <>
        <p className={classes.text}>{t('Reviewers disagree about these. Decide them first:')}</p>
        <Names of={disputed} />
      </>
    );
  return (
    <>
      <p className={classes.text}>
        {staged === 0
          ? t('Nothing is staged.')
          : t(
              'The removal of {staged, plural, one {# membership} other {# memberships}} is staged as one change set: nothing is sent before you reconcile it.',
              { staged },
            )}{' '}
        {left > 0 &&
          t(
            '{left, plural, one {# membership} other {# memberships}} stay undecided, and count as not reviewed.',
            { left },
          )}{' '}
        {t('Nobody can decide anything after it.')}
      </p>
      {stays.length > 0 && (
        <>
          <p className={classes.text}>{t('Cannot be revoked from here:')}</p>
          <Names of={stays.map(({ why }) => why)} />
        </>
      )}
    </>
  );
}

function Names({ of: names }: { readonly of: readonly string[] }) {
  return (
    <ul className={classes.list}>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
