import { Checkbox, TextInput } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { useAnswer } from '@renderer/bridge/use-answer';
import { groupRejections } from '@renderer/screens/shared/group-rejections';
import { notifyDone } from '@renderer/state/notify';
import { undo } from '@renderer/state/undo';
import { plural } from '@renderer/ui/format/plural';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { FleetRow } from '@shared/contract/fleet';
import { configField } from '@shared/domain/config-field';
import type { Failure } from '@shared/domain/failure';
import type { ChangeSetId } from '@shared/domain/ids';
import { useState } from 'react';
import classes from './baseline-dialog.module.css';

interface BringDialogProps {
  readonly rows: readonly FleetRow[];
  readonly paths: readonly string[];
  /** The setting that the matrix is narrowed to; '' for all. */
  readonly path: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Brings settings of the chosen applications to their baselines: staged as one undo group, in a change set named after the reason. */
export function BringDialog({ rows, paths, path, onClose, onDone }: BringDialogProps) {
  const [chosen, setChosen] = useState<readonly string[]>(path === '' ? paths : [path]);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const asked = {
    applicationIds: rows.map(({ id }) => id),
    paths: chosen.length === paths.length ? [] : [...chosen],
  };
  const foreseen = useAnswer('bringToBaseline', { ...asked, preview: true }, '');
  const drift = chosen.length === 0 ? 0 : foreseen?.wanted;
  const { accepted = 0, unlicensed = 0 } = foreseen?.left ?? {};

  // Of some settings only it is not known here whose they are.
  const all = chosen.length === paths.length ? rows : [];
  const names = all.filter(({ counts }) => counts.differs + counts.expired > 0).map(({ name }) => name);

  const bring = async (): Promise<void> => {
    setBusy(true);
    const failed = await stageAll();
    setBusy(false);
    setFailures(failed);
    if (failed.length > 0) return;
    onDone();
    onClose();
  };
  const stageAll = async (): Promise<readonly Failure[]> => {
    let changeSetId: ChangeSetId | undefined;
    if (reason.trim() !== '') {
      const made = await engine.call('createChangeSet', { title: reason.trim() });
      if (!made.ok) return [made.error];
      changeSetId = made.value.id;
    }
    const brought = await engine.call('bringToBaseline', {
      ...asked,
      ...(changeSetId && { changeSetId }),
    });
    if (!brought.ok) return [brought.error];
    const { staged, rejected, left } = brought.value;
    const alone = left.accepted + left.unlicensed;
    const rest = alone === 0 ? '' : `; ${plural(alone, 'setting')} left alone`;
    notifyDone(`Staged. ${plural(staged.length, 'setting')} to the baseline${rest}`, () => void undo());
    return groupRejections({ rejected }, []);
  };
  return (
    <ConfirmDialog
      opened
      title={`Bring ${plural(rows.length, 'application')} to the baseline`}
      verb={drift === 0 ? 'Nothing to stage' : `Stage ${plural(drift ?? 0, 'change')}`}
      busy={busy}
      disabled={!drift}
      affected={names}
      onClose={onClose}
      onConfirm={() => void bring()}
    >
      <div className={classes.form}>
        <p>
          {drift === undefined ? '…' : plural(drift, 'setting')} of theirs{' '}
          {drift === 1 ? 'differs' : 'differ'}. Nothing is sent before you reconcile.
          {accepted > 0 && ` ${plural(accepted, 'accepted deviation')} stays as it is.`}
          {unlicensed > 0 && ` ${plural(unlicensed, 'setting')} not in a customer’s plan is left alone.`}
        </p>
        {path === '' && paths.length > 1 && (
          <Checkbox.Group label="Settings" value={[...chosen]} onChange={setChosen}>
            <div className={classes.choices}>
              {paths.map((each) => (
                <Checkbox key={each} value={each} label={configField(each)?.label ?? each} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <TextInput
          label="Reason"
          description="Becomes the title of a change set of its own; without one they join the usual set"
          placeholder="Passwords by the new policy"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {failures.map((failure) => (
          <InlineFailure key={failure.message} failure={failure} />
        ))}
      </div>
    </ConfirmDialog>
  );
}
