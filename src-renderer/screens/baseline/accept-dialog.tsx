import { Textarea, TextInput } from '@mantine/core';
import { settingText } from '@renderer/screens/applications/setting-text';
import { useKeep } from '@renderer/screens/shared/use-keep';
import { dayEnd, dayText } from '@renderer/ui/format/day';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { FleetCell } from '@shared/contract/fleet';
import { useState } from 'react';
import classes from './baseline-dialog.module.css';
import { exceptionId } from './baseline-values';

interface AcceptDialogProps {
  readonly application: { readonly id: string; readonly name: string };
  readonly path: string;
  readonly label: string;
  readonly cell: FleetCell;
  readonly onClose: () => void;
}

/** A value that one customer may have although the baseline says another: why, and until when. */
export function AcceptDialog({ application, path, label, cell, onClose }: AcceptDialogProps) {
  const [reason, setReason] = useState(cell.exception?.reason ?? '');
  const held = cell.exception?.until ?? null;
  const [day, setDay] = useState(cell.verdict === 'accepted' && held !== null ? dayText(held) : '');
  const { busy, failures, keep } = useKeep();
  const past = day !== '' && !(dayEnd(day) > Date.now());
  const accept = async (): Promise<void> => {
    const value = {
      applicationId: application.id,
      path,
      value: cell.found ?? null,
      until: day === '' ? null : dayEnd(day),
      reason,
    };
    const put = [{ id: cell.exception?.id ?? exceptionId(application.id, path), value }];
    const done = `Accepted for ${application.name}: ${label}`;
    if (await keep({ book: 'exception', put, why: reason }, done)) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={`Accept for ${application.name}`}
      verb="Accept this value"
      busy={busy}
      disabled={reason.trim() === '' || past}
      failure={failures[0] ?? null}
      onClose={onClose}
      onConfirm={() => void accept()}
    >
      <div className={classes.form}>
        <p>
          {label} may be <strong>{settingText(path, cell.found)}</strong> here, where the baseline says{' '}
          <strong>{settingText(path, cell.expected)}</strong>. Any other value is drift again.
        </p>
        <Textarea
          label="Reason"
          description="Kept with the exception, for whoever asks later"
          required
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          label="Until"
          description="From the day after it is drift again; without a day it has no end"
          type="date"
          value={day}
          error={past ? 'Choose a day that is not over.' : undefined}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
