import { TextInput } from '@mantine/core';
import { useBook } from '@renderer/bridge/use-book';
import { settingText } from '@renderer/screens/applications/setting-text';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { FleetCell } from '@shared/contract/fleet';
import type { Failure } from '@shared/domain/failure';
import { useState } from 'react';
import classes from './baseline-dialog.module.css';
import { keepInBook } from './keep-in-book';

interface MakeBaselineDialogProps {
  readonly path: string;
  readonly label: string;
  readonly cell: FleetCell;
  readonly onClose: () => void;
}

/** What one customer has becomes what its baseline says, for everybody that it is for. */
export function MakeBaselineDialog({ path, label, cell, onClose }: MakeBaselineDialogProps) {
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const entry = useBook('baseline')?.find(({ id }) => id === cell.source.id);
  const found = cell.found ?? null;
  const make = async (): Promise<void> => {
    if (entry === undefined) return;
    setBusy(true);
    const settings = entry.value.settings.map((each) => (each.path === path ? { path, value: found } : each));
    const failed = await keepInBook(
      { book: 'baseline', put: [{ id: entry.id, value: { ...entry.value, settings } }], why },
      `${cell.source.name} says ${settingText(found)} now: ${label}`,
    );
    setBusy(false);
    setFailure(failed);
    if (failed === null) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title="Make it the baseline"
      verb="Change the baseline"
      busy={busy}
      disabled={entry === undefined}
      failure={failure}
      onClose={onClose}
      onConfirm={() => void make()}
    >
      <div className={classes.form}>
        <p>
          {label}: <strong>{cell.source.name}</strong> says <strong>{settingText(cell.expected)}</strong>. It
          will say <strong>{settingText(found)}</strong> for every application that it is for; those with
          another value differ then. Nothing is staged by this.
        </p>
        <TextInput
          label="Reason"
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
