import type { Row } from '@renderer/bridge/use-rows';
import { memberColumn, membershipTimes } from '@renderer/screens/memberships/membership-ends';
import { directoryOf } from '@renderer/screens/shared/managed-left';
import type { Roles } from '@renderer/screens/shared/use-roles';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { t } from '@shared/language/t';
import { ManagedRoleCell } from './managed-role-cell';
import { RoleCell } from './role-cell';

/** Columns of the members of one organization; the role is edited in its cell, in one at a time: `choosing`. */
export function memberColumns(
  known: Roles,
  choosing: string | null,
  onChoosing: (id: string | null) => void,
): readonly Column<Row<'membership'>>[] {
  return [
    memberColumn('minmax(220px, 2.4fr)'),
    {
      id: 'role',
      title: t('Role'),
      track: 'minmax(170px, 1fr)',
      sortField: 'role',
      text: ({ record }) => record.roleName || record.role,
      cell: ({ record, extras }) => {
        const choice = {
          membership: record,
          choosing: choosing === record.id,
          onChoosing: (on: boolean) => onChoosing(on ? record.id : null),
        };
        const directoryId = directoryOf(extras);
        return directoryId === '' ? (
          <RoleCell {...choice} known={known} />
        ) : (
          <ManagedRoleCell {...choice} directoryId={directoryId} />
        );
      },
    },
    ...membershipTimes,
  ];
}
