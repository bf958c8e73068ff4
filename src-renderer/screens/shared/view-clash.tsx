import { TextInput } from '@mantine/core';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { t } from '@shared/language/t';
import { useState } from 'react';

interface ViewClashProps {
  readonly name: string;
  readonly taken: readonly string[];
  readonly onClose: () => void;
  readonly onKeep: (name: string) => void;
}

/** A view of a file is called as one that is here: it takes its place, or another name. */
export function ViewClash({ name, taken, onClose, onKeep }: ViewClashProps) {
  const [wanted, setWanted] = useState(name);
  const typed = wanted.trim();
  const clashes = taken.includes(typed);
  return (
    <ConfirmDialog
      opened
      title={t('There is a view called “{name}”', { name })}
      verb={clashes ? t('Replace it') : t('Keep both')}
      disabled={typed === ''}
      onClose={onClose}
      onConfirm={() => onKeep(typed)}
    >
      <TextInput
        label={t('Name of the view from the file')}
        description={t('Under another name both are kept')}
        maxLength={80}
        value={wanted}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
