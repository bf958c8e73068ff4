import { useRejections } from '@renderer/screens/shared/use-rejections';
import { stage } from '@renderer/state/stage';
import { ConfirmDialog } from '@renderer/ui/confirm-dialog';
import { InlineFailure } from '@renderer/ui/inline-failure';
import { plural } from '@renderer/ui/plural';
import type { Invitation } from '@shared/domain/records/record-map';
import { useState } from 'react';

interface RevokeDialogProps {
  readonly rows: readonly Invitation[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Only what is pending on the service can be revoked, and only once; what is staged here is undone instead. */
export function isRevocable({ status, staged }: Invitation): boolean {
  return status === 'pending' && staged?.verb !== 'delete' && staged?.verb !== 'create';
}

/** Names whose invitation stops working, then stages the revocations as one gesture. */
export function RevokeDialog({ rows, onClose, onDone }: RevokeDialogProps) {
  const [busy, setBusy] = useState(false);
  const rejections = useRejections();
  const revocable = rows.filter(isRevocable);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    const outcome = await stage(
      revocable.map(({ id }) => ({ entity: 'invitation', recordId: id, action: { verb: 'delete' } })),
      (count) => `Staged. Revocation of ${plural(count, 'invitation')}`,
    );
    setBusy(false);
    const names = revocable.map(({ email }) => email);
    if (!outcome || rejections.show(outcome, names)) return;
    onDone();
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={`Revoke ${plural(revocable.length, 'invitation')}?`}
      verb={`Stage revocation of ${plural(revocable.length, 'invitation')}`}
      destructive
      busy={busy}
      disabled={revocable.length === 0}
      victims={revocable.map(({ email, roleName, role }) => `${email} (${roleName || role})`)}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      Their links stop working once you reconcile, and their seats become free. Staging can be undone; a
      reconciled revocation cannot, only invited again.
      {rows.length > revocable.length &&
        ` ${plural(rows.length - revocable.length, 'invitation')} chosen is not pending and stays.`}
      {rejections.failures.map((failure) => (
        <InlineFailure key={failure.message} failure={failure} />
      ))}
    </ConfirmDialog>
  );
}
