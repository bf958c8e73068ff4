import { notifyDone } from '@renderer/state/notify';
import { leaveReview } from '@renderer/state/review';
import { undoing } from '@renderer/state/undo';
import { useReview } from '@renderer/state/use-review';
import { go } from '@renderer/state/use-route';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { InverseReport } from '@shared/contract/change-sets';
import type { Failure, Result } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { useState } from 'react';

interface TakeBackDialogProps {
  /** What is taken back, by its name. */
  readonly title: string;
  /** Changes that were applied. */
  readonly applied: number;
  /** Stages the opposite. */
  readonly inverse: () => Promise<Result<InverseReport>>;
  readonly onClose: () => void;
}

/** Stages the opposite of what was applied, then says what of it cannot be taken back, and why. */
export function TakeBackDialog({ title, applied, inverse, onClose }: TakeBackDialogProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [report, setReport] = useState<InverseReport | null>(null);
  const stage = async (): Promise<void> => {
    setBusy(true);
    const result = await inverse();
    setBusy(false);
    if (!result.ok) return setFailure(result.error);
    const { changeSet, staged, rejected, notUndone } = result.value;
    if (changeSet !== null) showSet(changeSet.id);
    if (staged.length > 0)
      notifyDone(
        t('Staged. The opposite of {count, plural, one {# change} other {# changes}}', {
          count: staged.length,
        }),
        undoing(staged[0]?.gesture),
      );
    if (staged.length > 0 && rejected.length + notUndone.length === 0) onClose();
    else setReport(result.value);
  };
  if (report !== null) {
    const left = [
      ...report.rejected.map(({ label, failure: why }) => `${label}: ${why.message}`),
      ...report.notUndone.map(({ label, reason }) => `${label}: ${reason}`),
    ];
    if (report.staged.length + left.length === 0)
      return (
        <ConfirmDialog
          opened
          title={t('There is nothing to take back')}
          verb={t('Close')}
          onClose={onClose}
          onConfirm={onClose}
        >
          <p>
            {t(
              'What was applied is taken back already, or the opposite of it is staged. Nothing was staged now.',
            )}
          </p>
        </ConfirmDialog>
      );
    return (
      <ConfirmDialog
        opened
        title={t(
          '{count, plural, one {# change} other {# changes}} staged, {left, plural, one {# step} other {# steps}} cannot be taken back',
          { count: report.staged.length, left: left.length },
        )}
        verb={t('Look at what is staged')}
        affected={left}
        onClose={onClose}
        onConfirm={onClose}
      >
        {t('These stay as they are on the service:')}
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog
      opened
      failure={failure}
      title={t('Take back “{title}”?', { title })}
      verb={t('Stage the opposite')}
      busy={busy}
      onClose={onClose}
      onConfirm={() => void stage()}
    >
      <p>
        {t(
          'The opposite of {applied, plural, one {# applied change} other {# applied changes}} is staged as a change set of its own, for you to review and apply. Nothing is sent now.',
          { applied },
        )}
      </p>
    </ConfirmDialog>
  );
}

/** What is staged stands behind the report of the last run: that is closed, unless it shows what is shown once. */
function showSet(id: string): void {
  const { phase, report } = useReview.getState();
  if (phase === 'done' && (report?.secrets.length ?? 0) === 0) leaveReview();
  go('changes', { params: { set: id } });
}
