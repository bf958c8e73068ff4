import type { Row } from '@renderer/bridge/use-rows';
import { nameColumn } from '@renderer/screens/kit/record-columns';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { type LimitName, limitNames } from '@shared/domain/books/customer-plan';
import { limitWords } from '@shared/domain/limits/usage';
import { t } from '@shared/language/t';
import { customerBeside } from './customer-of';
import { LimitBar } from './limit-bar';
import { usageText } from './limit-text';

type CustomerColumn = Column<Row<'application'>>;

/** The last ones leave first where there is little room. */
const leaving: readonly LimitName[] = ['templates', 'connections', 'invitations', 'organizations', 'people'];

const limitColumn = (limit: LimitName): CustomerColumn => {
  const rowOf = ({ extras }: Row<'application'>) =>
    customerBeside(extras)?.limits.find((each) => each.limit === limit);
  const leaves = leaving.indexOf(limit) + 1;
  return {
    id: limit,
    title: limitWords[limit].label,
    track: 'minmax(128px, 1fr)',
    ...(leaves > 0 && { leaves }),
    // What is agreed stands in books and not on the row: no index to sort by.
    text: (row) => {
      const found = rowOf(row);
      return found === undefined ? '' : usageText(found);
    },
    cell: (row) => {
      const found = rowOf(row);
      return found === undefined ? '–' : <LimitBar row={found} />;
    },
  };
};

export const customerColumns: readonly CustomerColumn[] = [
  nameColumn({
    id: 'name',
    title: t('Customer'),
    track: 'minmax(220px, 1.8fr)',
    field: 'name',
    shape: 'square',
  }),
  {
    id: 'plan',
    title: t('Plan'),
    track: 'minmax(92px, 0.7fr)',
    text: ({ extras }) => customerBeside(extras)?.planName ?? '',
  },
  ...limitNames.map(limitColumn),
];
