import { TextInput } from '@mantine/core';
import { useBook } from '@renderer/bridge/use-book';
import { settingText } from '@renderer/screens/applications/setting-text';
import { SignerField } from '@renderer/screens/shared/signer-field';
import { useKeep } from '@renderer/screens/shared/use-keep';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { rich } from '@renderer/ui/text/rich';
import type { FleetCell } from '@shared/contract/fleet';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './baseline-dialog.module.css';
import { restated } from './baseline-values';

interface MakeBaselineDialogProps {
  readonly path: string;
  readonly label: string;
  readonly cell: FleetCell;
  readonly onClose: () => void;
}

/** What one customer has becomes what its baseline says, for everybody that it is for. */
export function MakeBaselineDialog({ path, label, cell, onClose }: MakeBaselineDialogProps) {
  const [why, setWhy] = useState('');
  const { busy, failures, keep } = useKeep();
  const entry = useBook('baseline')?.find(({ id }) => id === cell.source.id);
  const found = cell.found ?? null;
  const said = entry?.value.settings.find((each) => each.path === path)?.value;
  const made = entry && restated(entry.value, path, found);
  const make = async (): Promise<void> => {
    if (entry === undefined || !made?.ok) return;
    const put = [{ id: entry.id, value: made.value }];
    const done = t('{name} says {value} now: {label}', {
      name: entry.value.name,
      value: settingText(path, found),
      label,
    });
    if (await keep({ book: 'baseline', put, why }, done)) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('Make it the baseline')}
      verb={t('Change the baseline')}
      busy={busy}
      disabled={!made?.ok}
      failure={made?.ok === false ? made.error : (failures[0] ?? null)}
      onClose={onClose}
      onConfirm={() => void make()}
    >
      <div className={classes.form}>
        <p>
          {rich(
            '{label}: <b>{baseline}</b> says <b>{said}</b>. It will say <b>{found}</b> for every application that it is for; those with another value differ then. Nothing is staged by this.',
            {
              label,
              baseline: cell.source.name,
              said: said === undefined ? '…' : settingText(path, said),
              found: settingText(path, found),
              b: (words) => <strong>{words}</strong>,
            },
          )}
        </p>
        <TextInput
          label={t('Reason')}
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <SignerField says={t('Stands with the reason, as who answers for it')} first={false} />
      </div>
    </ConfirmDialog>
  );
}
