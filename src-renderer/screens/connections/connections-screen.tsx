import type { Row } from '@renderer/bridge/use-rows';
import { choicesOf } from '@renderer/fields/create-fields';
import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { ModelScreen } from '@renderer/screens/kit/model-screen';
import { fieldColumn, nameColumn, timeColumn } from '@renderer/screens/kit/record-columns';
import { fieldFilter, type RecordFilter } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import { ScreenTabs } from '@renderer/screens/kit/screen-tabs';
import { optionsOf } from '@renderer/ui/controls/filter-option';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { certificateSpan, soonDays } from '@shared/domain/figures/certificate';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { FolderTree, Plug, Plus } from 'lucide-react';
import { CertificateMark } from './certificate-mark';
import { certificateText } from './certificate-text';
import { ConnectionInspector } from './connection-inspector';
import { GroupRoles } from './group-roles';
import { TestMark, testWord } from './test-mark';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const of = { entity: 'enterpriseConnection' } as const;

const columns: readonly Column<Row<'enterpriseConnection'>>[] = [
  nameColumn({ id: 'name', title: t('Name'), track: 'minmax(180px, 1.8fr)', field: 'name' }),
  fieldColumn({
    ...of,
    id: 'provider',
    track: 'minmax(130px, 1fr)',
    field: 'provider',
    sortField: 'provider',
  }),
  fieldColumn({ ...of, id: 'domains', track: 'minmax(160px, 1.4fr)', field: 'domains' }),
  {
    id: 'organization',
    title: t('Organization'),
    track: 'minmax(140px, 1.2fr)',
    leaves: 2,
    text: ({ extras }) => text(extras.organizationName),
  },
  fieldColumn({
    ...of,
    id: 'active',
    title: t('State'),
    track: '96px',
    field: 'active',
    sortField: 'active',
  }),
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

const minute = 60_000;

/** By the minute, so that the same question stays the same for a while. */
const certificate: RecordFilter = {
  param: 'certificate',
  label: t('Certificate'),
  options: optionsOf({
    expired: t('Expired'),
    soon: t('Expires within {soonDays, number} days', { soonDays }),
  }),
  where: (state) => {
    if (state !== 'expired' && state !== 'soon') return [];
    const { from, to } = certificateSpan(state, Math.floor(Date.now() / minute) * minute);
    const field = 'certificateExpiresAt';
    return [
      { field, op: 'gte', value: from },
      { field, op: 'lt', value: to },
    ];
  },
};

const filters = [
  fieldFilter({
    field: 'provider',
    label: t('Provider'),
    options: choicesOf('enterpriseConnection', 'provider'),
    counted: true,
  }),
  certificate,
  fieldFilter({
    field: 'lastTest',
    label: t('Last test'),
    options: choicesOf('enterpriseConnection', 'lastTest'),
    counted: true,
  }),
];

/** Identity providers of customers, and the directories that provide their people. */
export function ConnectionsScreen() {
  return (
    <ScreenTabs
      screen="connections"
      label={t('Parts of connections')}
      tabs={[
        { id: 'sign-on', title: t('Sign-on'), panel: <SignOn /> },
        {
          id: 'directories',
          title: t('Directories'),
          panel: <ModelScreen {...directories} screen="connections" />,
        },
      ]}
    />
  );
}

/** People and roles that come from customers' directories. */
const directories = {
  entity: 'directory',
  icon: FolderTree,
  without: ['groupRoles', 'groupNames', 'attributeMapping'],
  more: (record: StoredRecord) => <GroupRoles record={record as StoredRecord<'directory'>} />,
  teach: t(
    'Add a directory to an enterprise connection: the provider then makes people, takes them out, and may give roles by group (SCIM).',
  ),
  removal: t('Its people are not provisioned any more. They stay, and can be edited here.'),
} as const;

/** Who signs in by which provider, and whether it is on. */
function SignOn() {
  return (
    <RecordScreen
      entity="enterpriseConnection"
      screen="connections"
      columns={columns}
      filters={filters}
      inspector={(id, onClose) => <ConnectionInspector id={id} onClose={onClose} />}
      actions={[
        {
          label: t('New connection…'),
          icon: Plus,
          needs: ['list.enterpriseConnection'],
          dialog: (opened, close) => (
            <CreateDialog entity="enterpriseConnection" opened={opened} onClose={close} />
          ),
        },
      ]}
      icon={Plug}
      teach={t(
        'A connection lets people of a domain sign in with their own identity provider, by SAML or OpenID Connect. Make one with what the provider is known by; test it, then switch it on.',
      )}
    />
  );
}
