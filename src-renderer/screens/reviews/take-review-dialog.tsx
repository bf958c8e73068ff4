import { useOperation } from '@renderer/bridge/use-operation';
import { TextFileButton } from '@renderer/screens/shared/text-file-button';
import { useFirstFile } from '@renderer/screens/shared/use-first-file';
import { readText } from '@renderer/state/text-file';
import { go } from '@renderer/state/use-route';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { Failure, Result } from '@shared/contract/failure';
import type { OutputOf } from '@shared/contract/operations';
import { t } from '@shared/language/t';
import { FileCheck2 } from 'lucide-react';
import { useState } from 'react';
import classes from './review-dialogs.module.css';

interface Props {
  /** Opened at once. */
  readonly first?: File;
  readonly onClose: () => void;
}

/** A colleague's signed file: the review itself, or what they decided about it. Nothing that is here is replaced. */
export function TakeReviewDialog({ first, onClose }: Props) {
  const { run, busy, failure } = useOperation('takeReview');
  const [unread, setUnread] = useState<Failure | null>(null);
  const [taken, setTaken] = useState<OutputOf<'takeReview'> | null>(null);
  const open = async (chosen: Result<string>): Promise<void> => {
    setTaken(null);
    setUnread(chosen.ok ? null : chosen.error);
    if (!chosen.ok) return;
    const read = await run({ text: chosen.value });
    setTaken(read.ok ? read.value : null);
  };
  useFirstFile(first, (file) => void readText(file).then(open));
  return (
    <ConfirmDialog
      opened
      title={t('Take a colleague’s file')}
      verb={t('Open the review')}
      busy={busy}
      disabled={taken === null}
      failure={unread ?? failure ?? null}
      onClose={onClose}
      onConfirm={() => {
        if (taken !== null) go('reviews', { params: { review: taken.summary.id } });
        onClose();
      }}
    >
      <div className={classes.form}>
        <p className={classes.text}>
          {t(
            'A signed review, or the decisions of a reviewer on one that is here. A file that was changed on the way is refused.',
          )}
        </p>
        <div>
          <TextFileButton
            label={t('Choose a file…')}
            icon={FileCheck2}
            accept=".json,application/json"
            busy={busy}
            onText={(chosen) => void open(chosen)}
          />
        </div>
        {taken && (
          <section aria-label={t('What was taken')} role="status" className={classes.form}>
            <p className={classes.text}>{whatCame(taken)}</p>
            <p className={classes.quiet}>
              {t('Fingerprint {fingerprint}', { fingerprint: taken.from.fingerprint })}
            </p>
            {taken.left !== '' && <p className={classes.text}>{taken.left}</p>}
            {taken.disputes.length > 0 && (
              <>
                <p className={classes.text}>{t('Reviewers disagree. These are to be decided again:')}</p>
                <ul className={classes.list}>
                  {taken.disputes.map((dispute) => (
                    <li key={dispute}>{dispute}</li>
                  ))}
                </ul>
              </>
            )}
          </section>
        )}
      </div>
    </ConfirmDialog>
  );
}

function whatCame({ summary, added, from }: OutputOf<'takeReview'>): string {
  const values = { name: summary.name, added, by: from.name };
  return from.self
    ? t(
        '{name}: {added, plural, one {# new decision} other {# new decisions}}, signed by {by}, with the key of this workspace.',
        values,
      )
    : t('{name}: {added, plural, one {# new decision} other {# new decisions}}, signed by {by}.', values);
}
