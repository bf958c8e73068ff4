import { choice, key, name, role, roles, text, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';
import { roleSetActs } from './role-set-acts';

/** Roles that organizations choose among, and what their creators and new members become. */
export const roleSet = model({
  ...catalogued,
  name: 'roleSet',
  withScope: true,
  found: 6,
  words: { one: 'role set', many: 'role sets' },
  home: { screen: 'roles' },
  spec: backend('RoleSet'),
  scenarios: ['b2c', 'b2b'],
  sort: by('name'),
  fields: {
    name: name({ column: 'wide', label: 'Name', wire: 'name', create: 'must', edit: true, search: 1 }),
    key: key({
      column: 'middle',
      label: 'Key',
      hint: 'role_set: and a name, such as role_set:partners',
      wire: 'key',
      create: 'must',
      unique: true,
      search: 2,
    }),
    description: text({ label: 'Description', wire: 'description', create: true, edit: true }),
    roleKeys: roles({ label: 'Roles', from: ['roles'], create: 'must' }),
    defaultRoleKey: role({ label: 'Default role', from: ['default_role'], create: 'must', edit: true }),
    creatorRoleKey: role({ label: 'Creator’s role', from: ['creator_role'], create: 'must', edit: true }),
    type: choice(['initial', 'custom'], {
      column: 'narrow',
      label: 'Kind',
      wire: 'type',
      says: { initial: 'New organizations begin with it', custom: 'Chosen by organizations' },
      facet: true,
      blank: () => 'custom',
    }),
    /** Of the move of members out of it: `enqueued`, `in_progress`, '' for none. */
    migration: text({ plain: true, label: 'Migration', from: ['role_set_migration'], derived: true }),
    ...times,
  },
  acts: roleSetActs,
  beside: { organizations: { count: 'organization', by: 'roleSetKey', at: 'key' } },
  label: ({ id, name }) => name || id,
  ignored: { object: 'says what it is' },
});
