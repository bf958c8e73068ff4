import { Select } from '@mantine/core';
import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { isLeaving, updatesOf } from '@renderer/screens/kit/drafts-of';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { plural } from '@renderer/ui/format/plural';
import type { Membership } from '@shared/domain/records/record-map';
import { useState } from 'react';
import { countOrganizations } from './count-organizations';

interface ChangeRoleDialogProps {
  readonly rows: readonly Membership[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One role for many memberships: says how many change, then stages them as one undo group. */
export function ChangeRoleDialog({ rows, onClose, onDone }: ChangeRoleDialogProps) {
  const { roles, names } = useRoles();
  const [role, setRole] = useState<string | null>(null);
  // Those that have it already, or are leaving, stay as they are.
  const changing = role === null ? [] : rows.filter((row) => row.role !== role && !isLeaving(row));
  const roleName = names.get(role ?? '') ?? '';
  return (
    <BulkDialog
      title={`Change the role of ${plural(rows.length, 'membership')}`}
      verb={changing.length === 0 ? 'Stage change' : `Stage ${plural(changing.length, 'role change')}`}
      affected={changing.map(
        (row) => `${row.userName} in ${row.organizationName}: ${row.roleName || row.role} → ${roleName}`,
      )}
      drafts={updatesOf('membership', changing, 'role', role)}
      names={changing.map(({ userName }) => userName)}
      done={(count) => `Staged. Role of ${plural(count, 'membership')} → ${roleName}`}
      onClose={onClose}
      onDone={onDone}
    >
      <Select
        label="New role"
        placeholder="Choose a role"
        data-autofocus
        data={roles.map(({ key, name }) => ({ value: key, label: name }))}
        value={role}
        onChange={setRole}
      />
      {role !== null && (
        <p role="status">
          {plural(changing.length, 'membership')} in {plural(countOrganizations(changing), 'organization')}{' '}
          change
          {rows.length > changing.length && `; ${rows.length - changing.length} already so`}. Nothing is sent
          until you reconcile.
        </p>
      )}
    </BulkDialog>
  );
}
