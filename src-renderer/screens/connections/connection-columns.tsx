import type { Row } from '@renderer/bridge/use-rows';
import { fieldColumn, nameColumn, timeColumn } from '@renderer/screens/kit/record-columns';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { t } from '@shared/language/t';
import { CertificateMark } from './certificate-mark';
import { certificateText } from './certificate-text';
import { TestMark, testWord } from './test-mark';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const of = { entity: 'enterpriseConnection' } as const;

export const connectionColumns: readonly Column<Row<'enterpriseConnection'>>[] = [
  nameColumn({ id: 'name', title: t('Name'), track: 'minmax(180px, 1.8fr)', field: 'name' }),
  fieldColumn({ ...of, id: 'provider', track: 'minmax(130px, 1fr)', field: 'provider' }),
  fieldColumn({ ...of, id: 'domains', track: 'minmax(160px, 1.4fr)', field: 'domains' }),
  {
    id: 'organization',
    title: t('Organization'),
    track: 'minmax(140px, 1.2fr)',
    leaves: 2,
    text: ({ extras }) => text(extras.organizationName),
  },
  fieldColumn({ ...of, id: 'active', title: t('State'), track: '96px', field: 'active' }),
  {
    id: 'certificate',
    title: t('Certificate'),
    track: '192px',
    leaves: 3,
    sortField: 'certificateExpiresAt',
    text: ({ record }) => certificateText(record.certificateExpiresAt ?? 0, Date.now()),
    cell: ({ record }) => <CertificateMark expiresAt={record.certificateExpiresAt ?? 0} />,
  },
  {
    id: 'test',
    title: t('Last test'),
    track: '128px',
    leaves: 4,
    sortField: 'lastTestAt',
    text: ({ record }) => testWord(record),
    cell: ({ record }) => <TestMark record={record} />,
  },
  timeColumn({ id: 'changed', title: t('Changed'), track: '84px', field: 'updatedAt', leaves: 1 }),
];
