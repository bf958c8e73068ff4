import { choicesOf } from '@renderer/fields/create-fields';
import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { ModelScreen } from '@renderer/screens/kit/model-screen';
import { fieldFilter, type RecordFilter } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import { ScreenTabs } from '@renderer/screens/kit/screen-tabs';
import { optionsOf } from '@renderer/ui/controls/filter-option';
import { certificateSpan, soonDays } from '@shared/domain/figures/certificate';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { FolderTree, Plug, Plus } from 'lucide-react';
import { connectionColumns } from './connection-columns';
import { ConnectionInspector } from './connection-inspector';
import { GroupRoles } from './group-roles';

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
      columns={connectionColumns}
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
