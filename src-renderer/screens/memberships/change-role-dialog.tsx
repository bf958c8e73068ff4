import { Select } from '@mantine/core';
import { useRejections } from '@renderer/screens/shared/use-rejections';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { stage } from '@renderer/state/stage';
import { ConfirmDialog } from '@renderer/ui/confirm-dialog';
import { InlineFailure } from '@renderer/ui/inline-failure';
import { plural } from '@renderer/ui/plural';
import type { Membership } from '@shared/domain/records/record-map';
import { useState } from 'react';
import { countOrganizations, roleDrafts, rowsToChange } from './role-change';

interface ChangeRoleDialogProps {
  readonly rows: readonly Membership[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One role for many memberships: says how many change, then stages them as one gesture. */
export function ChangeRoleDialog({ rows, onClose, onDone }: ChangeRoleDialogProps) {
  const { roles, names } = useRoles();
  const [role, setRole] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const rejections = useRejections();
  const changing = role === null ? [] : rowsToChange(rows, role);
  const roleName = names.get(role ?? '') ?? '';

  const confirm = async (): Promise<void> => {
    if (role === null) return;
    setBusy(true);
    const outcome = await stage(
      roleDrafts(changing, role),
      (count) => `Staged. Role of ${plural(count, 'membership')} → ${roleName}`,
    );
    setBusy(false);
    if (
      !outcome ||
      rejections.show(
        outcome,
        changing.map(({ userName }) => userName),
      )
    )
      return;
    onDone();
    onClose();
  };

  return (
    <ConfirmDialog
      opened
      title={`Change the role of ${plural(rows.length, 'membership')}`}
      verb={changing.length === 0 ? 'Stage change' : `Stage ${plural(changing.length, 'role change')}`}
      disabled={changing.length === 0}
      busy={busy}
      victims={changing.map(
        (row) => `${row.userName} in ${row.organizationName}: ${row.roleName || row.role} → ${roleName}`,
      )}
      onClose={onClose}
      onConfirm={() => void confirm()}
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
      {rejections.failures.map((failure) => (
        <InlineFailure key={failure.message} failure={failure} />
      ))}
    </ConfirmDialog>
  );
}
