import type { Row } from '@renderer/bridge/use-rows';
import { SelectionAction } from '@renderer/screens/shared/selection-action';
import { barOf, SelectionBar } from '@renderer/screens/shared/selection-bar';
import type { Selection } from '@renderer/ui/virtual-table/use-selection';
import { useState } from 'react';
import { ChangeRoleDialog } from './change-role-dialog';
import { RemoveMembersDialog } from './remove-members-dialog';

interface BulkActionsProps {
  readonly selection: Selection<Row<'membership'>>;
  readonly total: number;
}

/** What can be done with the selected memberships, each as one gesture. */
export function BulkActions({ selection, total }: BulkActionsProps) {
  const [dialog, setDialog] = useState<'none' | 'role' | 'remove'>('none');
  const rows = [...selection.rows.values()].map(({ record }) => record);
  const close = (): void => setDialog('none');
  return (
    <>
      <SelectionBar {...barOf(selection, total)}>
        <SelectionAction id="change-role" onRun={() => setDialog('role')} />
        <SelectionAction id="remove-members" second onRun={() => setDialog('remove')} />
      </SelectionBar>
      {dialog === 'role' && <ChangeRoleDialog rows={rows} onClose={close} onDone={selection.clear} />}
      {dialog === 'remove' && <RemoveMembersDialog rows={rows} onClose={close} onDone={selection.clear} />}
    </>
  );
}
