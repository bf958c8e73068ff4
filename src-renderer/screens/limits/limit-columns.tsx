import { kindText } from '@renderer/fields/field-text';
import type { OrganizationFigures } from '@renderer/screens/shared/organization-figures';
import { formatCount } from '@renderer/ui/format/format-count';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { Avatar } from '@renderer/ui/marks/avatar';
import { SeatsBar, seatsText } from '@renderer/ui/marks/seats-bar';
import { LimitCell } from './limit-cell';
import classes from './limit-columns.module.css';
import { freeSeats } from './limit-rows';

export const limitColumns: readonly Column<OrganizationFigures>[] = [
  {
    id: 'name',
    title: 'Organization',
    track: 'minmax(170px, 1.8fr)',
    sortField: 'name',
    text: ({ name }) => name,
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
    text: ({ used, limit }) => seatsText(used, limit),
    cell: ({ used, limit }) => <SeatsBar used={used} limit={limit} wide />,
  },
  {
    id: 'free',
    title: 'Free',
    track: '72px',
    align: 'end',
    sortField: 'free',
    text: (row) => freeText(freeSeats(row)),
    cell: (row) => <FreeSeats free={freeSeats(row)} />,
  },
  {
    id: 'invited',
    title: 'Invited',
    track: '72px',
    align: 'end',
    leaves: 1,
    text: ({ invited }) => (invited ? formatCount(invited) : ''),
  },
  {
    id: 'limit',
    title: 'Limit',
    track: '156px',
    text: ({ limit }) => kindText('seats', limit),
    cell: (row) => <LimitCell row={row} />,
  },
];

function FreeSeats({ free }: { readonly free: number }) {
  return <span className={free < 0 ? classes.over : undefined}>{freeText(free)}</span>;
}

function freeText(free: number): string {
  return free === Number.POSITIVE_INFINITY ? '–' : formatCount(free);
}
