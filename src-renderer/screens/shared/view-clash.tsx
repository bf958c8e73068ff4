import { TextInput } from '@mantine/core';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
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
      title={`There is a view called “${name}”`}
      verb={clashes ? 'Replace it' : 'Keep both'}
      disabled={typed === ''}
      onClose={onClose}
      onConfirm={() => onKeep(typed)}
    >
      <TextInput
        label="Name of the view from the file"
        description="Under another name both are kept"
        maxLength={80}
        value={wanted}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
