import { useList } from '@renderer/bridge/use-list';
import { stage } from '@renderer/state/stage';
import { ConfirmDialog } from '@renderer/ui/confirm-dialog';
import { InlineFailure } from '@renderer/ui/inline-failure';
import { plural } from '@renderer/ui/plural';
import type { Failure } from '@shared/contract/failure';
import type { Organization } from '@shared/domain/records/record-map';
import { useState } from 'react';

interface DeleteOrganizationDialogProps {
  readonly record: Organization;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Deleting cannot be undone once it is reconciled: names who loses access before it is staged. */
export function DeleteOrganizationDialog({ record, opened, onClose }: DeleteOrganizationDialogProps) {
  const members = useList(
    'membership',
    opened ? { where: [{ field: 'organizationId', op: 'eq', value: record.id }], limit: 500 } : null,
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const confirm = async (): Promise<void> => {
    const outcome = await stage(
      [{ entity: 'organization', recordId: record.id, action: { verb: 'delete' } }],
      () => `Staged. Deletion of ${record.name}`,
    );
    const rejected = outcome?.rejected[0];
    setFailure(rejected?.failure ?? null);
    if (outcome && !rejected) onClose();
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={`Delete ${record.name}?`}
      verb="Stage deletion"
      destructive
      victims={(members.rows ?? []).map(({ userName, userEmail }) =>
        userEmail ? `${userName} (${userEmail})` : userName,
      )}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      Staging can be undone. Once reconciled, the organization is gone for good and{' '}
      {plural(members.total, 'member loses', 'members lose')} access.
      {failure && <InlineFailure failure={failure} />}
    </ConfirmDialog>
  );
}
