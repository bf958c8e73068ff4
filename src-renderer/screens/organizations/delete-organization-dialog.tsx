import { useList } from '@renderer/bridge/use-list';
import { DeleteDialog } from '@renderer/screens/kit/delete-dialog';
import { plural } from '@renderer/ui/format/plural';
import type { Organization } from '@shared/domain/records/record-map';

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
  return (
    <DeleteDialog
      entity="organization"
      record={record}
      opened={opened}
      affected={(members.rows ?? []).map(({ userName, userEmail }) =>
        userEmail ? `${userName} (${userEmail})` : userName,
      )}
      onClose={onClose}
    >
      Staging can be undone. Once reconciled, the organization is gone for good and{' '}
      {plural(members.total, 'member loses', 'members lose')} access.
    </DeleteDialog>
  );
}
