import type { Row } from '@renderer/bridge/use-rows';
import { membershipTimes } from '@renderer/screens/memberships/membership-times';
import { outOf } from '@renderer/screens/shared/access-words';
import { NameCell } from '@renderer/screens/shared/name-cell';
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
    {
      id: 'person',
      title: 'Person',
      track: 'minmax(220px, 2.4fr)',
      sortField: 'userName',
      text: ({ record }) => record.userName,
      cell: ({ record, extras }) => (
        <NameCell name={record.userName} note={record.userEmail} out={outOf(extras)} record={record} />
      ),
    },
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
