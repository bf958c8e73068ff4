import { t } from '../../language/t';
import { flag, groupRoles, json, link, name, text, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';

const key = t('API key');

/** A directory of an identity provider (SCIM): it makes people, takes them out, and may give roles by group. */
export const directory = model({
  ...catalogued,
  name: 'directory',
  words: { one: t('directory'), many: t('directories') },
  home: { screen: 'connections', tab: 'directories' },
  spec: backend('Directory'),
  scenarios: ['b2c', 'b2b'],
  sort: by('name'),
  once: key,
  fields: {
    name: name({ column: 'wide', label: t('Name'), wire: 'name', create: 'must', edit: true, search: 1 }),
    provider: text({
      plain: true,
      column: 'middle',
      label: t('Provider'),
      wire: 'provider',
      create: 'must',
      facet: true,
    }),
    /** The service may name none. */
    enterpriseConnectionId: link({
      to: 'enterpriseConnection',
      label: t('Enterprise connection'),
      from: ['enterprise_connection_id'],
      create: 'must',
      decides: true,
    }),
    enabled: flag({ label: t('Enabled'), wire: 'enabled', edit: true, facet: true, blank: () => true }),
    groupRoleMappingEnabled: flag({
      label: t('Gives roles by group'),
      wire: 'group_role_mapping_enabled',
      edit: true,
      facet: true,
    }),
    /** In the order of their precedence: the first group that somebody is in gives them their role. */
    groupRoles: groupRoles({ label: t('Roles by group'), from: [], edit: true }),
    /** What the provider calls the groups, by id. */
    groupNames: json({ label: t('Groups'), from: [], derived: true, byId: true }),
    /** Where each attribute stands in what the provider sends: `{ first_name: 'name.givenName' }`. */
    attributeMapping: json({ label: t('Attributes'), wire: 'attribute_mapping', edit: true }),
    endpointUrl: text({ label: t('Endpoint'), wire: 'endpoint_url' }),
    ...times,
  },
  acts: {
    rotateKey: {
      label: t('Rotate the API key'),
      says: t(
        'The old key works for a short while more; the provider needs the new one, which is shown to you when it is reconciled.',
      ),
      once: key,
      shows: () => ({}),
      undo: () => t('A key that was replaced does not come back.'),
    },
  },
  beside: { connectionName: { one: 'enterpriseConnection', by: 'enterpriseConnectionId', of: 'name' } },
  label: ({ id, name }) => name || id,
  ignored: {
    object: 'says what it is',
    custom_attributes: 'not shown yet',
    api_key: 'a secret that the service shows once: never kept',
  },
});
