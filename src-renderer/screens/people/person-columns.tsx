import type { Row } from '@renderer/bridge/use-rows';
import { nameColumn } from '@renderer/screens/kit/record-columns';
import { formatCount } from '@renderer/ui/format/format-count';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { RelativeTime, relativeText } from '@renderer/ui/marks/relative-time';
import classes from './person-columns.module.css';

export const personColumns: readonly Column<Row<'user'>>[] = [
  nameColumn({
    id: 'name',
    title: 'Name',
    track: 'minmax(156px, 1.2fr)',
    field: 'name',
    look: ({ record }) => ({ out: record }),
  }),
  {
    id: 'email',
    title: 'Email',
    track: 'minmax(232px, 1.9fr)',
    sortField: 'email',
    leaves: 4,
    text: ({ record }) => record.email,
    cell: ({ record }) => <span className={classes.email}>{record.email || '–'}</span>,
  },
  {
    id: 'organizations',
    title: 'Organizations',
    track: '104px',
    align: 'end',
    leaves: 2,
    text: ({ extras }) => (typeof extras.organizations === 'number' ? formatCount(extras.organizations) : ''),
  },
  {
    id: 'mfa',
    title: 'Second factor',
    track: '104px',
    leaves: 1,
    text: ({ record }) => (record.twoFactorEnabled ? 'On' : 'Off'),
    cell: ({ record }) => (record.twoFactorEnabled ? 'On' : <span className={classes.off}>Off</span>),
  },
  {
    id: 'active',
    title: 'Last active',
    track: '92px',
    align: 'end',
    sortField: 'lastActiveAt',
    leaves: 3,
    text: ({ record }) => relativeText(record.lastActiveAt, 'never'),
    cell: ({ record }) => <RelativeTime at={record.lastActiveAt} never="never" />,
  },
];
