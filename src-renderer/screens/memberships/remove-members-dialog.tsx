import { useRejections } from '@renderer/screens/shared/use-rejections';
import { stage } from '@renderer/state/stage';
import { ConfirmDialog } from '@renderer/ui/confirm-dialog';
import { InlineFailure } from '@renderer/ui/inline-failure';
import { plural } from '@renderer/ui/plural';
import type { Membership } from '@shared/domain/records/record-map';
import { useState } from 'react';
import { countOrganizations } from './role-change';

interface RemoveMembersDialogProps {
  readonly rows: readonly Membership[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Names everyone who would lose access, then stages the removals as one gesture. */
export function RemoveMembersDialog({ rows, onClose, onDone }: RemoveMembersDialogProps) {
  const [busy, setBusy] = useState(false);
  const rejections = useRejections();
  const leaving = rows.filter((row) => row.staged?.verb !== 'delete');
  const confirm = async (): Promise<void> => {
    setBusy(true);
    const outcome = await stage(
      leaving.map(({ id }) => ({ entity: 'membership', recordId: id, action: { verb: 'delete' } })),
      (count) => `Staged. Removal of ${plural(count, 'member')}`,
    );
    setBusy(false);
    if (
      !outcome ||
      rejections.show(
        outcome,
        leaving.map(({ userName }) => userName),
      )
    )
      return;
    onDone();
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={`Remove ${plural(leaving.length, 'member')}?`}
      verb={`Stage removal of ${plural(leaving.length, 'member')}`}
      destructive
      busy={busy}
      disabled={leaving.length === 0}
      victims={leaving.map(
        (row) => `${row.userName} (${row.roleName || row.role}) from ${row.organizationName}`,
      )}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      They lose access to {plural(countOrganizations(leaving), 'organization')} once you reconcile. Staging
      can be undone; a reconciled removal cannot.
      {rejections.failures.map((failure) => (
        <InlineFailure key={failure.message} failure={failure} />
      ))}
    </ConfirmDialog>
  );
}
