import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { deletionsOf } from '@renderer/screens/kit/drafts-of';
import { plural } from '@renderer/ui/plural';
import type { Invitation } from '@shared/domain/records/record-map';

interface RevokeDialogProps {
  readonly rows: readonly Invitation[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Only what is pending on the service can be revoked, and only once; what is staged here is undone instead. */
export function isRevocable({ status, staged }: Invitation): boolean {
  return status === 'pending' && staged?.verb !== 'delete' && staged?.verb !== 'create';
}

/** Names whose invitation stops working, then stages the revocations as one gesture. */
export function RevokeDialog({ rows, onClose, onDone }: RevokeDialogProps) {
  const revocable = rows.filter(isRevocable);
  return (
    <BulkDialog
      title={`Revoke ${plural(revocable.length, 'invitation')}?`}
      verb={`Stage revocation of ${plural(revocable.length, 'invitation')}`}
      destructive
      victims={revocable.map(({ email, roleName, role }) => `${email} (${roleName || role})`)}
      drafts={deletionsOf('invitation', revocable)}
      names={revocable.map(({ email }) => email)}
      done={(count) => `Staged. Revocation of ${plural(count, 'invitation')}`}
      onClose={onClose}
      onDone={onDone}
    >
      Their links stop working once you reconcile, and their seats become free. Staging can be undone; a
      reconciled revocation cannot, only invited again.
      {rows.length > revocable.length &&
        ` ${plural(rows.length - revocable.length, 'invitation')} chosen is not pending and stays.`}
    </BulkDialog>
  );
}
