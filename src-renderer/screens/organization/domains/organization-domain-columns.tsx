import type { Row } from '@renderer/bridge/use-rows';
import { fieldText } from '@renderer/fields/field-text';
import { fieldColumn, nameColumn, timeColumn } from '@renderer/screens/kit/record-columns';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { t } from '@shared/language/t';

/** How far it was shown that the domain is theirs. */
export const verdict = (field: 'verification' | 'ownership', status: string): string =>
  status === '' ? t('Never tried') : fieldText('organizationDomain', field, status);

export const organizationDomainColumns: readonly Column<Row<'organizationDomain'>>[] = [
  nameColumn({ id: 'name', title: t('Domain'), track: 'minmax(200px, 2.2fr)', field: 'name' }),
  fieldColumn({
    entity: 'organizationDomain',
    id: 'mode',
    track: 'minmax(150px, 1.2fr)',
    field: 'enrollmentMode',
  }),
  {
    id: 'verification',
    title: t('Affiliation'),
    track: 'minmax(112px, 0.7fr)',
    sortField: 'verification',
    text: ({ record }) => verdict('verification', record.verification),
  },
  {
    id: 'ownership',
    title: t('Ownership'),
    track: 'minmax(100px, 0.7fr)',
    sortField: 'ownership',
    leaves: 1,
    text: ({ record }) => verdict('ownership', record.ownership),
  },
  timeColumn({ id: 'created', title: t('Added'), track: '84px', field: 'createdAt', leaves: 2 }),
];
