import { Select } from '@mantine/core';
import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { isLeaving, updatesOf } from '@renderer/screens/kit/drafts-of';
import { directoryOf, ManagedLeft } from '@renderer/screens/shared/managed-left';
import { useRoles } from '@renderer/screens/shared/use-roles';
import type { JsonObject } from '@shared/domain/json';
import type { Membership } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { countOrganizations } from './count-organizations';

interface ChangeRoleDialogProps {
  readonly rows: readonly Membership[];
  /** What stands beside each, by id. */
  readonly extras: Readonly<Record<string, JsonObject>>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One role for many memberships: says how many change, then stages them as one undo group. */
export function ChangeRoleDialog({ rows: chosen, extras, onClose, onDone }: ChangeRoleDialogProps) {
  const { roles, names } = useRoles();
  const [role, setRole] = useState<string | null>(null);
  const isManaged = ({ id }: Membership): boolean => directoryOf(extras[id]) !== '';
  const rows = chosen.filter((row) => !isManaged(row));
  // Those that have it already, or are leaving, stay as they are.
  const changing = role === null ? [] : rows.filter((row) => row.role !== role && !isLeaving(row));
  const roleName = names.get(role ?? '') ?? '';
  return (
    <BulkDialog
      title={t('Change the role of {count, plural, one {# membership} other {# memberships}}', {
        count: rows.length,
      })}
      verb={
        changing.length === 0
          ? t('Stage change')
          : t('Stage {count, plural, one {# role change} other {# role changes}}', { count: changing.length })
      }
      affected={changing.map((row) =>
        t('{userName} in {organizationName}: {before} → {after}', {
          userName: row.userName,
          organizationName: row.organizationName,
          before: row.roleName || row.role,
          after: roleName,
        }),
      )}
      drafts={updatesOf('membership', changing, 'role', role)}
      names={changing.map(({ userName }) => userName)}
      done={(count) =>
        t('Staged. Role of {count, plural, one {# membership} other {# memberships}} → {roleName}', {
          count,
          roleName,
        })
      }
      onClose={onClose}
      onDone={onDone}
    >
      <Select
        label={t('New role')}
        placeholder={t('Choose a role')}
        data-autofocus
        data={roles.map(({ key, name }) => ({ value: key, label: name }))}
        value={role}
        onChange={setRole}
      />
      {role !== null && (
        <p role="status">
          {whatChanges(changing, rows.length - changing.length)} {t('Nothing is sent until you reconcile.')}
        </p>
      )}
      <ManagedLeft names={chosen.filter(isManaged).map(({ userName }) => userName)} />
    </BulkDialog>
  );
}

function whatChanges(changing: readonly Membership[], already: number): string {
  const counts = { count: changing.length, organizations: countOrganizations(changing) };
  return already === 0
    ? t(
        '{count, plural, one {# membership} other {# memberships}} in {organizations, plural, one {# organization} other {# organizations}} change.',
        counts,
      )
    : t(
        '{count, plural, one {# membership} other {# memberships}} in {organizations, plural, one {# organization} other {# organizations}} change; {already, number} already so.',
        { ...counts, already },
      );
}
