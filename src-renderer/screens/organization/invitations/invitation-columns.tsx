import type { Row } from '@renderer/bridge/use-rows';
import { NameCell } from '@renderer/screens/shared/name-cell';
import { ServiceTime, serviceTimeText } from '@renderer/screens/shared/service-time';
import { RelativeTime, relativeText } from '@renderer/ui/relative-time';
import type { Column } from '@renderer/ui/virtual-table/column';
import { statusWord } from './invitation-words';

export const invitationColumns: readonly Column<Row<'invitation'>>[] = [
  {
    id: 'email',
    title: 'Email',
    track: 'minmax(220px, 2.4fr)',
    sortField: 'email',
    text: ({ record }) => record.email,
    cell: ({ record }) => <NameCell name={record.email} record={record} />,
  },
  {
    id: 'role',
    title: 'Role',
    track: 'minmax(110px, 1fr)',
    text: ({ record }) => record.roleName || record.role,
  },
  {
    id: 'status',
    title: 'Status',
    track: 'minmax(90px, 0.7fr)',
    sortField: 'status',
    text: ({ record }) => statusWord(record),
  },
  {
    id: 'sent',
    title: 'Sent',
    track: '84px',
    align: 'end',
    sortField: 'createdAt',
    text: ({ record }) => serviceTimeText(record, record.createdAt),
    cell: ({ record }) => <ServiceTime record={record} at={record.createdAt} />,
  },
  {
    id: 'expires',
    title: 'Expires',
    track: '92px',
    align: 'end',
    leaves: 1,
    text: ({ record }) => relativeText(record.expiresAt),
    cell: ({ record }) => <RelativeTime at={record.expiresAt} />,
  },
];
