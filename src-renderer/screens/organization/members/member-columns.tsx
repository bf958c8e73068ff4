import type { Row } from '@renderer/bridge/use-rows';
import { memberColumn, membershipTimes } from '@renderer/screens/memberships/membership-ends';
import type { Roles } from '@renderer/screens/shared/use-roles';
import type { Column } from '@renderer/ui/virtual-table/column';
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
      title: 'Role',
      track: 'minmax(170px, 1fr)',
      sortField: 'role',
      text: ({ record }) => record.roleName || record.role,
      cell: ({ record }) => (
        <RoleCell
          membership={record}
          known={known}
          choosing={choosing === record.id}
          onChoosing={(on) => onChoosing(on ? record.id : null)}
        />
      ),
    },
    ...membershipTimes,
  ];
}
