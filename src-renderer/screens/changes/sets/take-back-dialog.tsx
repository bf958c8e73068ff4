import { engine } from '@renderer/bridge/engine';
import { notifyDone } from '@renderer/state/notify';
import { undo } from '@renderer/state/undo';
import { setParams } from '@renderer/state/use-route';
import { plural } from '@renderer/ui/format/plural';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { ChangeSetSummary, InverseReport } from '@shared/contract/change-sets';
import type { Failure } from '@shared/contract/failure';
import { useState } from 'react';
import classes from './set-dialog.module.css';

interface TakeBackDialogProps {
  readonly set: ChangeSetSummary;
  readonly onClose: () => void;
}

/** Stages the opposite of what was applied, then says what of it cannot be taken back, and why. */
export function TakeBackDialog({ set, onClose }: TakeBackDialogProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [report, setReport] = useState<InverseReport | null>(null);
  const stage = async (): Promise<void> => {
    setBusy(true);
    const result = await engine.call('stageInverse', { id: set.id });
    setBusy(false);
    if (!result.ok) return setFailure(result.error);
    const { changeSet, staged, rejected, notUndone } = result.value;
    if (changeSet !== null) setParams({ set: changeSet.id });
    if (staged.length > 0)
      notifyDone(`Staged. The opposite of ${plural(staged.length, 'change')}`, () => void undo());
    if (rejected.length + notUndone.length === 0) onClose();
    else setReport(result.value);
  };
  if (report !== null) {
    const left = [
      ...report.rejected.map(({ label, failure: why }) => `${label}: ${why.message}`),
      ...report.notUndone.map(({ label, reason }) => `${label}: ${reason}`),
    ];
    return (
      <ConfirmDialog
        opened
        title={`${plural(report.staged.length, 'change')} staged, ${plural(left.length, 'step')} cannot be taken back`}
        verb="Look at what is staged"
        affected={left}
        onClose={onClose}
        onConfirm={onClose}
      >
        These stay as they are on the service:
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog
      opened
      failure={failure}
      title={`Take back “${set.title}”?`}
      verb="Stage the opposite"
      busy={busy}
      onClose={onClose}
      onConfirm={() => void stage()}
    >
      <div className={classes.form}>
        <p>
          The opposite of {plural(set.applied, 'applied change')} is staged as a change set of its own, for
          you to review and apply. Nothing is sent now.
        </p>
      </div>
    </ConfirmDialog>
  );
}
