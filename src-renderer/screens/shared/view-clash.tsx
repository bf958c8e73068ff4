import { TextInput } from '@mantine/core';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { t } from '@shared/language/t';
import { useState } from 'react';

interface ViewClashProps {
  readonly name: string;
  /** Names of views that the screen comes with: nothing takes their place. */
  readonly standing: readonly string[];
  /** Names of those that were kept. */
  readonly kept: readonly string[];
  readonly onClose: () => void;
  readonly onKeep: (name: string) => void;
}

/** A view is called as one that is here: it takes its place, or another name. */
export function ViewClash({ name, standing, kept, onClose, onKeep }: ViewClashProps) {
  const [wanted, setWanted] = useState(name);
  const typed = wanted.trim();
  const isStanding = standing.includes(typed);
  return (
    <ConfirmDialog
      opened
      title={t('There is a view called “{name}”', { name })}
      verb={kept.includes(typed) ? t('Replace it') : t('Keep both')}
      disabled={typed === '' || isStanding}
      onClose={onClose}
      onConfirm={() => onKeep(typed)}
    >
      <TextInput
        label={t('Name of the new view')}
        description={t('Under another name both are kept')}
        error={isStanding && t('The screen comes with this one: give another name')}
        maxLength={80}
        value={wanted}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
