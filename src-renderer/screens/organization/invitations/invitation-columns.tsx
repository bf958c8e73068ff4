import type { Row } from '@renderer/bridge/use-rows';
import { nameColumn, timeColumn } from '@renderer/screens/kit/record-columns';
import { RelativeTime, relativeText } from '@renderer/ui/relative-time';
import type { Column } from '@renderer/ui/virtual-table/column';
import { statusWord } from './invitation-words';

export const invitationColumns: readonly Column<Row<'invitation'>>[] = [
  nameColumn({ id: 'email', title: 'Email', track: 'minmax(220px, 2.4fr)', field: 'email' }),
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
  timeColumn({ id: 'sent', title: 'Sent', track: '84px', field: 'createdAt' }),
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
