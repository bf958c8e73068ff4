import type { Row } from '@renderer/bridge/use-rows';
import { kindText } from '@renderer/fields/field-text';
import { nameColumn } from '@renderer/screens/kit/record-columns';
import { limitSourceText } from '@renderer/screens/shared/limit-source';
import { formatCount } from '@renderer/ui/format/format-count';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { SeatsBar, seatsText } from '@renderer/ui/marks/seats-bar';
import { inSense, t } from '@shared/language/t';
import { LimitCell } from './limit-cell';
import classes from './limit-columns.module.css';

export const limitColumns: readonly Column<Row<'organization'>>[] = [
  nameColumn({
    id: 'name',
    title: t('Organization'),
    track: 'minmax(170px, 1.8fr)',
    field: 'name',
    shape: 'square',
  }),
  {
    id: 'use',
    title: t('Use'),
    track: 'minmax(180px, 1.2fr)',
    sortField: 'fullness',
    text: ({ record }) => seatsText(record.seatsUsed, record.maxAllowedMemberships),
    cell: ({ record }) => <SeatsBar used={record.seatsUsed} limit={record.maxAllowedMemberships} wide />,
  },
  {
    id: 'free',
    title: t('Free'),
    track: '72px',
    align: 'end',
    sortField: 'freeSeats',
    text: ({ record }) => freeText(record.freeSeats),
    cell: ({ record }) => (
      <span className={record.freeSeats !== null && record.freeSeats < 0 ? classes.over : undefined}>
        {freeText(record.freeSeats)}
      </span>
    ),
  },
  {
    id: 'members',
    title: t('Members'),
    track: '84px',
    align: 'end',
    leaves: 2,
    sortField: 'membersCount',
    text: ({ record }) => formatCount(record.membersCount),
  },
  {
    id: 'invited',
    title: t('Invited'),
    track: '88px',
    align: 'end',
    leaves: 1,
    text: ({ record }) => (record.pendingInvitationsCount ? formatCount(record.pendingInvitationsCount) : ''),
  },
  {
    id: 'limit',
    title: t('Limit'),
    track: '136px',
    align: 'end',
    sortField: 'maxAllowedMemberships',
    text: ({ record }) => kindText('seats', record.maxAllowedMemberships),
    cell: ({ record }) => <LimitCell record={record} />,
  },
  {
    id: 'in-effect',
    title: t('In effect'),
    track: '100px',
    align: 'end',
    leaves: 4,
    sortField: 'seatLimit',
    text: ({ record }) => (record.seatLimit === null ? '–' : kindText('seats', record.seatLimit)),
  },
  {
    id: 'source',
    title: inSense('limit source', 'From'),
    track: 'minmax(96px, 0.6fr)',
    leaves: 3,
    sortField: 'seatLimitSource',
    text: ({ record, extras }) => limitSourceText(record, extras),
  },
];

const freeText = (free: number | null): string => (free === null ? '–' : formatCount(free));
