import type { Row } from '@renderer/bridge/use-rows';
import { nameColumn, serverText, timeColumn } from '@renderer/screens/kit/record-columns';
import { BrandDot } from '@renderer/ui/brand/brand-dot';
import { formatCount } from '@renderer/ui/format/format-count';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { SeatsBar, seatsText } from '@renderer/ui/marks/seats-bar';
import { StagedValue } from '@renderer/ui/marks/staged-value';
import { t } from '@shared/language/t';
import { AdminsCount } from './admins-count';
import classes from './organization-columns.module.css';

export const organizationColumns: readonly Column<Row<'organization'>>[] = [
  nameColumn({
    id: 'name',
    title: t('Name'),
    track: 'minmax(180px, 2.2fr)',
    field: 'name',
    shape: 'square',
  }),
  {
    id: 'slug',
    title: t('Slug'),
    track: 'minmax(120px, 1.2fr)',
    sortField: 'slug',
    leaves: 1,
    text: ({ record }) => record.slug,
    cell: ({ record }) => (
      <span className={classes.slug}>
        <StagedValue value={record.slug || '–'} server={serverText(record, 'slug')} />
      </span>
    ),
  },
  {
    id: 'seats',
    title: t('Seats'),
    track: '180px',
    sortField: 'seatsUsed',
    text: ({ record }) => seatsText(record.seatsUsed, record.maxAllowedMemberships),
    cell: ({ record }) => {
      const server = record.server.maxAllowedMemberships;
      return (
        <SeatsBar
          used={record.seatsUsed}
          limit={record.maxAllowedMemberships}
          serverLimit={typeof server === 'number' ? server : undefined}
        />
      );
    },
  },
  {
    id: 'admins',
    title: t('Admins'),
    track: '72px',
    align: 'end',
    leaves: 4,
    text: ({ extras }) => (typeof extras.admins === 'number' ? formatCount(extras.admins) : ''),
    cell: ({ extras }) => <AdminsCount count={extras.admins} />,
  },
  {
    id: 'domains',
    title: t('Domains'),
    track: '76px',
    align: 'end',
    leaves: 1,
    text: ({ extras }) => (typeof extras.domains === 'number' ? formatCount(extras.domains) : ''),
  },
  {
    id: 'branding',
    title: t('Brand'),
    track: '64px',
    leaves: 2,
    text: ({ record }) => record.branding.primaryColor,
    cell: ({ record }) => <BrandDot color={record.branding.primaryColor} />,
  },
  timeColumn({ id: 'changed', title: t('Changed'), track: '84px', field: 'updatedAt', leaves: 3 }),
];
