import type { Row } from '@renderer/bridge/use-rows';
import { nameColumn, serverText } from '@renderer/screens/kit/record-columns';
import { formatCount } from '@renderer/ui/format/format-count';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { RelativeTime, relativeText } from '@renderer/ui/marks/relative-time';
import { StagedValue } from '@renderer/ui/marks/staged-value';
import { t } from '@shared/language/t';
import classes from './person-columns.module.css';

export const personColumns: readonly Column<Row<'user'>>[] = [
  nameColumn({
    id: 'name',
    title: t('Name'),
    track: 'minmax(156px, 1.2fr)',
    field: 'name',
    look: ({ record }) => ({ out: record }),
  }),
  {
    id: 'email',
    title: t('Email'),
    track: 'minmax(232px, 1.9fr)',
    sortField: 'email',
    leaves: 4,
    text: ({ record }) => record.email,
    cell: ({ record }) => (
      <span className={classes.email}>
        <StagedValue value={record.email || '–'} server={serverText(record, 'email')} />
      </span>
    ),
  },
  {
    id: 'organizations',
    title: t('Organizations'),
    track: '104px',
    align: 'end',
    leaves: 2,
    text: ({ extras }) => (typeof extras.organizations === 'number' ? formatCount(extras.organizations) : ''),
  },
  {
    id: 'mfa',
    title: t('Second factor'),
    track: '104px',
    leaves: 1,
    text: ({ record }) => (record.twoFactorEnabled ? t('On') : t('Off')),
    cell: ({ record }) =>
      record.twoFactorEnabled ? t('On') : <span className={classes.off}>{t('Off')}</span>,
  },
  {
    id: 'active',
    title: t('Last active'),
    track: '92px',
    align: 'end',
    sortField: 'lastActiveAt',
    leaves: 3,
    text: ({ record }) => relativeText(record.lastActiveAt, t('never')),
    cell: ({ record }) => <RelativeTime at={record.lastActiveAt} never={t('never')} />,
  },
];
