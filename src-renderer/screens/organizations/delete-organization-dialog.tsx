import { useList } from '@renderer/bridge/use-list';
import { DeleteDialog } from '@renderer/screens/kit/delete-dialog';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';

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
      affectedInAll={members.total}
      onClose={onClose}
    >
      {t(
        'Staging can be undone. Once reconciled, the organization is gone for good and {count, plural, one {# member loses} other {# members lose}} access.',
        { count: members.total },
      )}
    </DeleteDialog>
  );
}
