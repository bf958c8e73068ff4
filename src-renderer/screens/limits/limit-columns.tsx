import type { OrganizationFigures } from '@renderer/screens/shared/organization-figures';
import { Avatar } from '@renderer/ui/avatar';
import { formatCount } from '@renderer/ui/format-count';
import { SeatsBar } from '@renderer/ui/seats-bar';
import type { Column } from '@renderer/ui/virtual-table/column';
import { LimitCell } from './limit-cell';
import classes from './limit-columns.module.css';
import { freeSeats } from './limit-rows';

export const limitColumns: readonly Column<OrganizationFigures>[] = [
  {
    id: 'name',
    title: 'Organization',
    track: 'minmax(170px, 1.8fr)',
    sortField: 'name',
    cell: ({ name }) => (
      <span className={classes.name}>
        <Avatar name={name} shape="square" />
        <span className={classes.text}>{name}</span>
      </span>
    ),
  },
  {
    id: 'use',
    title: 'Use',
    track: 'minmax(180px, 1.2fr)',
    sortField: 'fullness',
    cell: ({ used, limit }) => <SeatsBar used={used} limit={limit} wide />,
  },
  {
    id: 'free',
    title: 'Free',
    track: '72px',
    align: 'end',
    sortField: 'free',
    cell: (row) => <FreeSeats free={freeSeats(row)} />,
  },
  {
    id: 'invited',
    title: 'Invited',
    track: '72px',
    align: 'end',
    leaves: 1,
    cell: ({ invited }) => (invited ? formatCount(invited) : <span className={classes.none}>–</span>),
  },
  {
    id: 'limit',
    title: 'Limit',
    track: '156px',
    cell: (row) => <LimitCell row={row} />,
  },
];

function FreeSeats({ free }: { readonly free: number }) {
  if (free === Number.POSITIVE_INFINITY) return <span className={classes.none}>–</span>;
  return <span className={free < 0 ? classes.over : undefined}>{formatCount(free)}</span>;
}
