import type { Row } from '@renderer/bridge/use-rows';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { Avatar } from '@renderer/ui/marks/avatar';
import { StagedValue } from '@renderer/ui/marks/staged-value';
import { t } from '@shared/language/t';
import classes from './membership-columns.module.css';
import { memberColumn, membershipTimes } from './membership-ends';

/** Columns of the table; the role's server value needs the names of the roles. */
export function membershipColumns(
  roleNames: ReadonlyMap<string, string>,
): readonly Column<Row<'membership'>>[] {
  return [
    memberColumn('minmax(200px, 2fr)'),
    {
      id: 'organization',
      title: t('Organization'),
      track: 'minmax(140px, 1.3fr)',
      sortField: 'organizationName',
      text: ({ record }) => record.organizationName,
      cell: ({ record }) => (
        <span className={classes.organization}>
          <Avatar name={record.organizationName} shape="square" />
          <span className={classes.name}>{record.organizationName}</span>
        </span>
      ),
    },
    {
      id: 'role',
      title: t('Role'),
      track: 'minmax(120px, 1fr)',
      sortField: 'role',
      text: ({ record }) => record.roleName || record.role,
      cell: ({ record }) => {
        const server = record.server.role;
        const shown = server === undefined ? undefined : (roleNames.get(String(server)) ?? String(server));
        return <StagedValue value={record.roleName || record.role} server={shown} />;
      },
    },
    ...membershipTimes,
  ];
}
