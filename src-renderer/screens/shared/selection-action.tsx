import { Button } from '@mantine/core';
import { useCommandTarget } from '@renderer/ui/controls/command-target';
import { commandTable, type RowsCommandId } from '@shared/contract/commands';

interface SelectionActionProps {
  readonly id: RowsCommandId;
  /** Beside the one that is meant first. */
  readonly second?: boolean;
  readonly onRun: () => void;
}

/** What can be done with the selected rows: a button over the table, and an item in the menu of a selected row. */
export function SelectionAction({ id, second = false, onRun }: SelectionActionProps) {
  useCommandTarget(id, onRun);
  return (
    <Button variant={second ? 'default' : 'filled'} onClick={onRun}>
      {commandTable[id].title}
    </Button>
  );
}
