import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { deletionsOf, isLeaving } from '@renderer/screens/kit/drafts-of';
import { plural } from '@renderer/ui/format/plural';
import type { Membership } from '@shared/domain/records/record-map';
import { countOrganizations } from './count-organizations';

interface RemoveMembersDialogProps {
  readonly rows: readonly Membership[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Names everyone who would lose access, then stages the removals as one undo group. */
export function RemoveMembersDialog({ rows, onClose, onDone }: RemoveMembersDialogProps) {
  const staying = rows.filter((row) => !isLeaving(row));
  return (
    <BulkDialog
      title={`Remove ${plural(staying.length, 'member')}?`}
      verb={`Stage removal of ${plural(staying.length, 'member')}`}
      destructive
      affected={staying.map(
        (row) => `${row.userName} (${row.roleName || row.role}) from ${row.organizationName}`,
      )}
      drafts={deletionsOf('membership', staying)}
      names={staying.map(({ userName }) => userName)}
      done={(count) => `Staged. Removal of ${plural(count, 'member')}`}
      onClose={onClose}
      onDone={onDone}
    >
      They lose access to {plural(countOrganizations(staying), 'organization')} once you reconcile. Staging
      can be undone; a reconciled removal cannot.
    </BulkDialog>
  );
}
