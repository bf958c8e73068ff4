import { t } from '../../language/t';
import { json, ref, role, text, times } from '../kinds/field';
import { backend, by, model } from '../kinds/model';

const person = 'public_user_data';

/** A membership, with the names a table needs. */
export const membership = model({
  name: 'membership',
  words: {
    one: t('membership'),
    many: t('memberships'),
    counted: t('members'),
    create: t('Add'),
    remove: t('Remove'),
    removal: t('Removal'),
  },
  home: { screen: 'organization', param: 'member' },
  shape: 'round',
  spec: backend('OrganizationMembership'),
  scenarios: ['b2c', 'b2b'],
  collection: 'memberships',
  sort: by('userName'),
  namedBy: { keys: [['organizationId', 'userId']] },
  indexes: [
    ['organizationId', 'userName'],
    ['organizationId', 'role'],
    ['role', 'userName'],
    ['userId'],
    ['userName'],
    ['userEmail'],
    ['organizationName'],
    ['createdAt'],
    ['state'],
  ],
  fields: {
    organizationId: ref({
      to: 'organization',
      label: t('Organization id'),
      wire: 'organization.id',
      create: 'must',
    }),
    organizationName: text({
      column: 'middle',
      label: t('Organization'),
      wire: 'organization.name',
      repeats: { field: 'name', by: 'organizationId' },
      derived: true,
      search: 3,
      sorted: true,
    }),
    userId: ref({ to: 'user', label: t('Person id'), wire: `${person}.user_id`, create: 'must' }),
    userName: text({
      column: 'wide',
      label: t('Person'),
      repeats: { field: 'name', by: 'userId' },
      from: [`${person}.first_name`, `${person}.last_name`, `${person}.username`, `${person}.identifier`],
      derived: true,
      search: 1,
      sorted: true,
    }),
    userEmail: text({
      repeats: { field: 'email', by: 'userId' },
      label: t('Email'),
      from: [`${person}.identifier`],
      derived: true,
      search: 2,
    }),
    role: role({ label: t('Role'), wire: 'role', create: 'must', edit: true, facet: true }),
    roleName: text({
      column: 'middle',
      repeats: { field: 'name', by: 'role' },
      label: t('Role'),
      from: ['role_name'],
      derived: true,
    }),
    publicMetadata: json({ label: t('Public metadata'), wire: 'public_metadata', edit: true }),
    privateMetadata: json({ label: t('Private metadata'), wire: 'private_metadata', edit: true, late: true }),
    ...times,
  },
  /** What keeps the person out, wherever the membership is shown. */
  beside: {
    banned: { one: 'user', by: 'userId', of: 'banned' },
    locked: { one: 'user', by: 'userId', of: 'locked' },
    deprovisioned: { one: 'user', by: 'userId', of: 'deprovisioned' },
    directoryId: { one: 'user', by: 'userId', of: 'directoryId' },
  },
  label: ({ userName, organizationName }, place) =>
    t('{member} in {organization}', { member: userName, organization: organizationName || place }),
  trend: { says: t('Memberships') },
  ignored: {
    object: 'says what it is',
    permissions: 'follow from the role',
  },
});
