import type { Row } from '@renderer/bridge/use-rows';
import { kindText } from '@renderer/fields/field-text';
import { limitSourceText, otherLimit } from '@renderer/screens/shared/limit-source';
import { organizationColumn } from '@renderer/screens/shared/organization-column';
import { formatCount } from '@renderer/ui/format/format-count';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { SeatsBar, seatsText } from '@renderer/ui/marks/seats-bar';
import type { JsonObject } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { LimitCell } from './limit-cell';
import classes from './limit-columns.module.css';

export const limitColumns: readonly Column<Row<'organization'>>[] = [
  organizationColumn('minmax(170px, 1.8fr)'),
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
    track: '80px',
    align: 'end',
    leaves: 2,
    sortField: 'membersCount',
    text: ({ record }) => formatCount(record.membersCount),
  },
  {
    id: 'invited',
    title: t('Invited'),
    track: '72px',
    align: 'end',
    leaves: 1,
    text: ({ record }) => (record.pendingInvitationsCount ? formatCount(record.pendingInvitationsCount) : ''),
  },
  {
    id: 'limit',
    title: t('Limit'),
    track: '156px',
    sortField: 'maxAllowedMemberships',
    text: ({ record }) => kindText('seats', record.maxAllowedMemberships),
    cell: ({ record }) => <LimitCell record={record} />,
  },
  {
    id: 'source',
    title: t('From'),
    track: 'minmax(96px, 0.6fr)',
    leaves: 3,
    // Which one counts stands beside the row and not on it: no index to sort by.
    text: ({ record, extras }) => sourceText(record.maxAllowedMemberships, extras),
  },
];

const sourceText = (own: number, extras: JsonObject): string => {
  const other = otherLimit(extras, own);
  return `${limitSourceText(extras)}${other === null ? '' : ` (${kindText('seats', other)})`}`;
};

const freeText = (free: number | null): string => (free === null ? '–' : formatCount(free));
