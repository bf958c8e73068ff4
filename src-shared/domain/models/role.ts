import { t } from '../../language/t';
import { flag, key, name, permissions, text, times } from '../kinds/field';
import { backend, by, model } from '../kinds/model';

/** Roles and permissions together: RxDB's open edition is sparing with collections. */
const shared = {
  scenarios: ['b2c', 'b2b'],
  collection: 'roles',
  shares: true,
  sort: by('key'),
  indexes: [
    ['kind', 'key'],
    ['kind', 'name'],
    ['kind', 'createdAt'],
  ],
} as const;

/** An organization role. */
export const role = model({
  ...shared,
  name: 'role',
  withScope: true,
  found: 4,
  words: { one: t('role'), many: t('roles') },
  home: { screen: 'roles' },
  spec: backend('Role'),
  fields: {
    /** `org:` and a name, e.g. `org:admin`. */
    key: key({
      column: 'middle',
      label: t('Key'),
      hint: t('org: and a name, such as org:auditor'),
      wire: 'key',
      create: 'must',
      unique: true,
      single: true,
      search: 1,
    }),
    name: name({ column: 'wide', label: t('Name'), wire: 'name', create: 'must', edit: true, search: 2 }),
    description: text({ label: t('Description'), wire: 'description', create: true, edit: true }),
    isCreatorEligible: flag({ label: t('May be the creator’s'), wire: 'is_creator_eligible' }),
    /** Sorted, e.g. `org:sys_memberships:manage`. */
    permissionKeys: permissions({ label: t('Permissions'), from: ['permissions'], create: true, edit: true }),
    ...times,
  },
  label: ({ id, name }) => name || id,
  ignored: {
    object: 'says what it is',
  },
});

/** A permission that roles are made of. */
export const permission = model({
  ...shared,
  name: 'permission',
  withScope: true,
  found: 5,
  words: { one: t('permission'), many: t('permissions') },
  home: { screen: 'roles' },
  spec: backend('Permission'),
  fields: {
    /** `org:feature:action`; `org:sys_…` are the service's own and immutable. */
    key: key({
      column: 'middle',
      label: t('Key'),
      hint: t('org:feature:action, such as org:invoices:export'),
      wire: 'key',
      create: 'must',
      unique: true,
      single: true,
      search: 1,
    }),
    name: name({ column: 'wide', label: t('Name'), wire: 'name', create: 'must', edit: true, search: 2 }),
    description: text({ label: t('Description'), wire: 'description', create: true, edit: true }),
    type: text({ plain: true, label: t('Type'), wire: 'type', blank: () => 'user' }),
    ...times,
  },
  label: ({ id, name }) => name || id,
  ignored: {
    object: 'says what it is',
  },
});
