import type { Row } from '@renderer/bridge/use-rows';
import { membershipTimes } from '@renderer/screens/memberships/membership-times';
import { outOf } from '@renderer/screens/shared/access-words';
import { NameCell } from '@renderer/screens/shared/name-cell';
import type { Roles } from '@renderer/screens/shared/use-roles';
import type { Column } from '@renderer/ui/virtual-table/column';
import { RoleCell } from './role-cell';

/** Columns of the members of one organization; the role is edited in its cell. */
export function memberColumns(known: Roles): readonly Column<Row<'membership'>>[] {
  return [
    {
      id: 'person',
      title: 'Person',
      track: 'minmax(220px, 2.4fr)',
      sortField: 'userName',
      cell: ({ record, extras }) => (
        <NameCell name={record.userName} note={record.userEmail} out={outOf(extras)} record={record} />
      ),
    },
    {
      id: 'role',
      title: 'Role',
      track: 'minmax(170px, 1fr)',
      sortField: 'role',
      cell: ({ record }) => <RoleCell membership={record} known={known} />,
    },
    ...membershipTimes,
  ];
}
