import { Textarea, TextInput } from '@mantine/core';
import { settingText } from '@renderer/screens/applications/setting-text';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { FleetCell } from '@shared/contract/fleet';
import { exceptionId } from '@shared/domain/books/baseline';
import type { Failure } from '@shared/domain/failure';
import { useState } from 'react';
import classes from './baseline-dialog.module.css';
import { keepInBook } from './keep-in-book';

interface AcceptDialogProps {
  readonly application: { readonly id: string; readonly name: string };
  readonly path: string;
  readonly label: string;
  readonly cell: FleetCell;
  readonly onClose: () => void;
}

const dayMs = 86_400_000;

/** The last moment of a day in the zone of this machine. */
const endOf = (day: string): number => new Date(`${day}T00:00:00`).getTime() + dayMs - 1;

/** A value that one customer may have although the baseline says another: why, and until when. */
export function AcceptDialog({ application, path, label, cell, onClose }: AcceptDialogProps) {
  const [reason, setReason] = useState(cell.exception?.reason ?? '');
  const [day, setDay] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const past = day !== '' && !(endOf(day) > Date.now());
  const accept = async (): Promise<void> => {
    setBusy(true);
    const value = {
      applicationId: application.id,
      path,
      value: cell.found ?? null,
      until: day === '' ? null : endOf(day),
      reason,
    };
    const put = [{ id: exceptionId(application.id, path), value }];
    const failed = await keepInBook(
      { book: 'exception', put, why: reason },
      `Accepted for ${application.name}: ${label}`,
    );
    setBusy(false);
    setFailure(failed);
    if (failed === null) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={`Accept for ${application.name}`}
      verb="Accept this value"
      busy={busy}
      disabled={reason.trim() === '' || past}
      failure={failure}
      onClose={onClose}
      onConfirm={() => void accept()}
    >
      <div className={classes.form}>
        <p>
          {label} may be <strong>{settingText(cell.found)}</strong> here, where the baseline says{' '}
          <strong>{settingText(cell.expected)}</strong>. Any other value is drift again.
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
