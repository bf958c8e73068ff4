import { Button } from '@mantine/core';
import { SignFileDialog } from '@renderer/screens/shared/sign-file-dialog';
import { SignerField } from '@renderer/screens/shared/signer-field';
import { usePreferences } from '@renderer/state/use-preferences';
import { go } from '@renderer/state/use-route';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { HeaderSlot } from '@renderer/ui/layout/header-slot';
import type { FleetReviewSummary } from '@shared/contract/fleet-reviews';
import { isBlind } from '@shared/domain/reviews/fleet-review';
import { inSense, t } from '@shared/language/t';
import { BookOpen, Download, Lock, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import classes from '../review-dialogs.module.css';
import type { FleetReviewWork } from './use-fleet-review';

interface FleetReviewActionsProps {
  readonly review: FleetReviewSummary;
  readonly work: FleetReviewWork;
  /** What opens the copies is there. */
  readonly ready: boolean;
}

/** Asks the applications, closes it in each, signs the whole, or forgets it. */
export function FleetReviewActions({ review, work, ready }: FleetReviewActionsProps) {
  const by = usePreferences(({ signer }) => signer);
  const [asked, setAsked] = useState<'close' | 'sign' | 'delete' | null>(null);
  const { name } = review.asked;
  const blind = review.parts.filter(isBlind).length;
  const done = (): void => setAsked(null);
  const forget = async (): Promise<void> => {
    const gone = await work.forget();
    if (gone.ok) go('reviews', { params: {} });
  };
  return (
    <HeaderSlot place="actions">
      <Button
        size="xs"
        variant="subtle"
        color="red"
        leftSection={<Trash2 size={13} aria-hidden />}
        onClick={() => setAsked('delete')}
      >
        {t('Delete…')}
      </Button>
      {review.frozenAt === 0 ? (
        <Button size="xs" loading={work.busy} disabled={!ready} onClick={() => void work.goOn()}>
          {t('Go on')}
        </Button>
      ) : (
        <>
          {blind > 0 && (
            <Button
              size="xs"
              variant="default"
              loading={work.busy}
              disabled={!ready}
              leftSection={<BookOpen size={13} aria-hidden />}
              onClick={() => void work.goOn()}
            >
              {t('Read {blind, plural, one {# more} other {# more}}', { blind })}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            disabled={!ready}
            leftSection={<Download size={13} aria-hidden />}
            onClick={() => setAsked('sign')}
          >
            {t('Signed file…')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={!ready}
            leftSection={<Lock size={13} aria-hidden />}
            onClick={() => setAsked('close')}
          >
            {t('Close…')}
          </Button>
          <Button
            size="xs"
            loading={work.busy}
            disabled={!ready}
            leftSection={<RefreshCw size={13} aria-hidden />}
            onClick={() => void work.look()}
          >
            {t('Ask each application')}
          </Button>
        </>
      )}
      {asked === 'close' && (
        <ConfirmDialog
          opened
          title={t('Close {name}', { name })}
          verb={inSense('review', 'Close')}
          busy={work.busy}
          disabled={by.trim() === ''}
          failure={work.failure}
          onClose={done}
          onConfirm={() => void work.close(by).then(done)}
        >
          <div className={classes.form}>
            <p className={classes.text}>
              {t(
                'Closes the review in each application, one after the other. What is revoked is staged there, and sent when you reconcile there. Where reviewers disagree it stays open, and says so.',
              )}
            </p>
            <SignerField says={t('Stands in the review, as who closed it')} first={false} />
          </div>
        </ConfirmDialog>
      )}
      {asked === 'sign' && (
        <SignFileDialog title={t('Sign {name}', { name })} sign={work.sign} onClose={done}>
          <p>
            {t(
              'One file with the signed review of each application: an auditor verifies it without any workspace. It says which application it lacks, and names people.',
            )}
          </p>
        </SignFileDialog>
      )}
      {asked === 'delete' && (
        <ConfirmDialog
          opened
          destructive
          title={t('Delete {name}', { name })}
          verb={t('Delete')}
          busy={work.busy}
          failure={work.failure}
          onClose={done}
          onConfirm={() => void forget()}
        >
          <p className={classes.text}>
            {t(
              'What holds the reviews of its applications together is lost. Each of them stays in its own workspace, with what was decided there.',
            )}
          </p>
        </ConfirmDialog>
      )}
    </HeaderSlot>
  );
}
