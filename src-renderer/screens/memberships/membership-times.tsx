import type { Row } from '@renderer/bridge/use-rows';
import { ServiceTime, serviceTimeText } from '@renderer/screens/shared/service-time';
import type { Column } from '@renderer/ui/virtual-table/column';

/** Columns that every table of memberships ends with. */
export const membershipTimes: readonly Column<Row<'membership'>>[] = [
  {
    id: 'since',
    title: 'Member for',
    track: '92px',
    align: 'end',
    sortField: 'createdAt',
    leaves: 1,
    text: ({ record }) => serviceTimeText(record, record.createdAt),
    cell: ({ record }) => <ServiceTime record={record} at={record.createdAt} />,
  },
  {
    id: 'changed',
    title: 'Changed',
    track: '84px',
    align: 'end',
    sortField: 'updatedAt',
    leaves: 2,
    text: ({ record }) => serviceTimeText(record, record.updatedAt),
    cell: ({ record }) => <ServiceTime record={record} at={record.updatedAt} />,
  },
];
