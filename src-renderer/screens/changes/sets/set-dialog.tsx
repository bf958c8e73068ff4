import { TextInput } from '@mantine/core';
import { createSet, renameSet } from '@renderer/state/change-sets';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { ChangeSetSummary } from '@shared/contract/change-sets';
import type { Failure } from '@shared/contract/failure';
import type { IntentId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './set-dialog.module.css';

interface SetDialogProps {
  /** The set to rename; null makes a new one. */
  readonly set: ChangeSetSummary | null;
  /** Changes that move into a new set. */
  readonly intentIds: readonly IntentId[];
  readonly onClose: () => void;
}

/** Title and ticket of a change set, new or renamed. */
export function SetDialog({ set, intentIds, onClose }: SetDialogProps) {
  const [title, setTitle] = useState(set?.title ?? '');
  const [ticket, setTicket] = useState(set?.ticket ?? '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    const failed =
      set === null ? await createSet(title, ticket, intentIds) : await renameSet(set.id, title, ticket);
    setBusy(false);
    setFailure(failed);
    if (failed === null) onClose();
  };
  const count = intentIds.length;
  return (
    <ConfirmDialog
      opened
      failure={failure}
      title={
        set !== null
          ? t('Rename “{title}”', { title: set.title })
          : count === 0
            ? t('New change set')
            : t('New change set with {count, plural, one {# change} other {# changes}}', { count })
      }
      verb={set === null ? t('Make change set') : t('Rename change set')}
      busy={busy}
      disabled={title.trim() === ''}
      onClose={onClose}
      onConfirm={() => void save()}
    >
      <div className={classes.form}>
        <TextInput
          label={t('Title')}
          placeholder={t('Q4 seats')}
          data-autofocus
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label={t('Ticket')}
          description={t('A reference in your ticket system, if there is one')}
          placeholder="INC-4821"
          maxLength={200}
          value={ticket}
          onChange={(event) => setTicket(event.currentTarget.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
