import { t } from '../../language/t';
import { choice, key, name, role, roles, text, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';
import { roleSetActs } from './role-set-acts';

/** Roles that organizations choose among, and what their creators and new members become. */
export const roleSet = model({
  ...catalogued,
  name: 'roleSet',
  withScope: true,
  found: 6,
  words: { one: t('role set'), many: t('role sets') },
  home: { screen: 'roles' },
  spec: backend('RoleSet'),
  scenarios: ['b2c', 'b2b'],
  sort: by('name'),
  fields: {
    name: name({ column: 'wide', label: t('Name'), wire: 'name', create: 'must', edit: true, search: 1 }),
    key: key({
      column: 'middle',
      label: t('Key'),
      hint: t('role_set: and a name, such as role_set:partners'),
      wire: 'key',
      create: 'must',
      unique: true,
      single: true,
      search: 2,
    }),
    description: text({ label: t('Description'), wire: 'description', create: true, edit: true }),
    roleKeys: roles({ label: t('Roles'), from: ['roles'], create: 'must' }),
    defaultRoleKey: role({ label: t('Default role'), from: ['default_role'], create: 'must', edit: true }),
    creatorRoleKey: role({ label: t('Creator’s role'), from: ['creator_role'], create: 'must', edit: true }),
    type: choice(['initial', 'custom'], {
      column: 'narrow',
      label: t('Kind'),
      wire: 'type',
      says: { initial: t('New organizations begin with it'), custom: t('Chosen by organizations') },
      facet: true,
      blank: () => 'custom',
    }),
    /** Of the move of members out of it: `enqueued`, `in_progress`, '' for none. */
    migration: text({ plain: true, label: t('Migration'), from: ['role_set_migration'], derived: true }),
    ...times,
  },
  acts: roleSetActs,
  beside: {
    organizations: { count: 'organization', by: 'roleSetKey', at: 'key', label: t('Organizations') },
  },
  label: ({ id, name }) => name || id,
  ignored: { object: 'says what it is' },
});
