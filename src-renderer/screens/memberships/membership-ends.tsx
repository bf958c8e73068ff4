import type { Row } from '@renderer/bridge/use-rows';
import { nameColumn, timeColumn } from '@renderer/screens/kit/record-columns';
import { outOf } from '@renderer/screens/shared/access-words';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { t } from '@shared/language/t';

type MembershipColumn = Column<Row<'membership'>>;

/** The column that every table of memberships begins with: whose. */
export const memberColumn = (track: string): MembershipColumn =>
  nameColumn<'membership'>({
    id: 'person',
    title: t('Person'),
    track,
    field: 'userName',
    look: ({ record, extras }) => ({ note: record.userEmail, out: outOf(extras) }),
  });

/** Columns that every table of memberships ends with. */
export const membershipTimes: readonly MembershipColumn[] = [
  timeColumn<'membership'>({
    id: 'since',
    title: t('Member for'),
    track: '92px',
    field: 'createdAt',
    leaves: 1,
  }),
  timeColumn<'membership'>({
    id: 'changed',
    title: t('Changed'),
    track: '84px',
    field: 'updatedAt',
    leaves: 2,
  }),
];
