import { useEditLack } from '@renderer/state/read-only';
import { AbleButton } from '@renderer/ui/controls/able-button';
import { useCommandTarget } from '@renderer/ui/controls/command-target';
import type { CommandData } from '@shared/contract/command-data';
import { commandTable, type RowsCommandId } from '@shared/contract/commands';

interface SelectionActionProps {
  readonly id: RowsCommandId;
  /** What is selected: `3 people`. */
  readonly what: string;
  /** Beside the one that is meant first. */
  readonly second?: boolean;
  readonly onRun: () => void;
}

/** What can be done with the selected rows: a button over the table, an item in the menu of a selected row, a hit in the palette. */
export function SelectionAction({ id, what, second = false, onRun }: SelectionActionProps) {
  const { title, needs }: CommandData = commandTable[id];
  const lack = useEditLack(needs);
  useCommandTarget(id, lack === null ? onRun : null, what);
  return (
    <AbleButton lack={lack} variant={second ? 'default' : 'filled'} onClick={onRun}>
      {title}
    </AbleButton>
  );
}
