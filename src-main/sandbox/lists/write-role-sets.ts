import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { mutate } from '../rules/mutate';
import {
  addRecord,
  changeRecord,
  dropRecord,
  type Note,
  recordsWith,
  type SmallRecord,
} from '../rules/small-list';
import { organizationSettings } from '../views/organization-settings';
import { roleCatalog } from '../views/role-catalog';
import {
  checkRoles,
  everyRoleSet,
  findRoleSet,
  type Migration,
  type RoleSet,
  roleIdsOf,
  roleSets,
  roleSetView,
} from './role-sets';

/** Which keys become which ids; null means unchanged. */
interface RoleSetWords {
  readonly name?: string | null | undefined;
  readonly key?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly default_role_key?: string | null | undefined;
  readonly creator_role_key?: string | null | undefined;
}

const keyFault = (scope: Scope, key: string, self = ''): Outcome<null> => {
  if (!/^role_set:[a-z0-9_]+$/.test(key))
    return refusals.paramFormat(
      'key',
      "key must start with 'role_set:', then lowercase letters, digits, underscores.",
    );
  return recordsWith(scope, roleSets, 'key', key).some(({ id }) => id !== self)
    ? refusals.identifierExists('key')
    : { ok: true, value: null };
};

/** Ids of the default and the creator's role after the words were said. */
const rolesSaid = (
  scope: Scope,
  said: RoleSetWords,
  before: Pick<RoleSet, 'default_role_id' | 'creator_role_id'>,
): Outcome<Pick<RoleSet, 'default_role_id' | 'creator_role_id'>> => {
  const joins = said.default_role_key ? roleIdsOf(scope, [said.default_role_key], 'default_role_key') : null;
  if (joins?.ok === false) return joins;
  const makes = said.creator_role_key ? roleIdsOf(scope, [said.creator_role_key], 'creator_role_key') : null;
  if (makes?.ok === false) return makes;
  return {
    ok: true,
    value: {
      default_role_id: joins?.value[0] ?? before.default_role_id,
      creator_role_id: makes?.value[0] ?? before.creator_role_id,
    },
  };
};

/** Only one role set is the initial one: another one that is makes it custom. */
const makeInitial = (scope: Scope, key: string, note: Note): void => {
  for (const other of everyRoleSet(scope))
    if (other.data.type === 'initial' && other.data.key !== key)
      changeRecord(scope, roleSets, other, { ...other.data, type: 'custom' }, note);
  const settings = { ...organizationSettings(scope), initial_role_set_key: key };
  scope.db.run('UPDATE instances SET organization_settings = ? WHERE id = ?', [
    JSON.stringify(settings),
    scope.instance,
  ]);
};

type Draft = RoleSetWords & {
  readonly name: string;
  readonly type?: RoleSet['type'] | undefined;
  readonly roles: readonly string[];
};

/** Creates a role set. Refuses (403) beyond the instance's number of them. */
export const createRoleSet = (scope: Scope, draft: Draft): Outcome<object> =>
  mutate(scope, (note) => {
    const key = draft.key ?? `role_set:${draft.name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
    const fault = keyFault(scope, key);
    if (!fault.ok) return fault;
    const { max_role_sets_allowed: max } = organizationSettings(scope);
    if (everyRoleSet(scope).length >= max) return refusals.roleSetQuotaExceeded(max);
    const roles = roleIdsOf(scope, draft.roles, 'roles');
    if (!roles.ok) return roles;
    const said = rolesSaid(scope, draft, { default_role_id: '', creator_role_id: '' });
    if (!said.ok) return said;
    const data: RoleSet = {
      key,
      name: draft.name,
      description: draft.description ?? null,
      type: draft.type ?? 'custom',
      roles: roles.value,
      ...said.value,
      migration: null,
    };
    const fits = checkRoles(data);
    if (!fits.ok) return fits;
    const made = addRecord(scope, roleSets, data, note);
    if (data.type === 'initial') makeInitial(scope, key, note);
    return { ok: true, value: roleSetView(made, scope) };
  });

/** Edits a role set. A new key reaches the organizations that use it. */
export const updateRoleSet = (
  scope: Scope,
  keyOrId: string,
  patch: RoleSetWords & { readonly type?: 'initial' | null | undefined },
): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findRoleSet(scope, keyOrId);
    if (!found.ok) return found;
    const { id, data: before } = found.value;
    const key = patch.key ?? before.key;
    const fault = keyFault(scope, key, id);
    if (!fault.ok) return fault;
    const said = rolesSaid(scope, patch, before);
    if (!said.ok) return said;
    const data: RoleSet = {
      ...before,
      ...said.value,
      key,
      name: patch.name ?? before.name,
      description: patch.description ?? before.description,
      type: patch.type ?? before.type,
    };
    const fits = checkRoles(data);
    if (!fits.ok) return fits;
    if (key !== before.key) moveOrganizations(scope, before.key, key);
    if (data.type === 'initial') makeInitial(scope, key, note);
    return { ok: true, value: roleSetView(changeRecord(scope, roleSets, found.value, data, note), scope) };
  });

const moveOrganizations = ({ db, instance }: Scope, from: string, to: string): void =>
  void db.run('UPDATE organizations SET role_set_key = ? WHERE instance = ? AND role_set_key = ?', [
    to,
    instance,
    from,
  ]);

/** Adds roles to a role set; one of them may become its default or its creator's role. */
export const addRoles = (
  scope: Scope,
  keyOrId: string,
  { role_keys: keys, ...words }: RoleSetWords & { readonly role_keys: readonly string[] },
): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findRoleSet(scope, keyOrId);
    if (!found.ok) return found;
    const { data: before } = found.value;
    const added = roleIdsOf(scope, keys, 'role_keys');
    if (!added.ok) return added;
    const said = rolesSaid(scope, words, before);
    if (!said.ok) return said;
    const data = { ...before, ...said.value, roles: [...new Set([...before.roles, ...added.value])] };
    const fits = checkRoles(data);
    if (!fits.ok) return fits;
    return { ok: true, value: roleSetView(changeRecord(scope, roleSets, found.value, data, note), scope) };
  });

/** Gives members of the organizations of a role set other roles, as mapped by id. */
const moveMembers = ({ db, instance }: Scope, key: string, mapped: ReadonlyMap<string, string>): void => {
  for (const [from, to] of mapped)
    db.run(
      `UPDATE memberships SET role_id = ? WHERE instance = ? AND role_id = ? AND organization_id IN
         (SELECT id FROM organizations WHERE instance = ? AND role_set_key = ?)`,
      [to, instance, from, instance, key],
    );
};

const migrationOf = (
  scope: Scope,
  made: Pick<Migration, 'trigger_type' | 'dest_role_set_id' | 'mappings'>,
): Migration => ({ id: scope.mint('rsm'), ...made, created_at: scope.now() });

/** Takes a role out of a role set; its members get the other one, and the answer comes before all of them have it. */
export const replaceRole = (
  scope: Scope,
  keyOrId: string,
  { role_key: from, to_role_key: to }: { readonly role_key: string; readonly to_role_key: string },
): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findRoleSet(scope, keyOrId);
    if (!found.ok) return found;
    const ids = roleIdsOf(scope, [from, to], 'to_role_key');
    if (!ids.ok) return ids;
    const [gone = '', kept = ''] = ids.value;
    const { data: before } = found.value;
    if (kept === '' || !before.roles.includes(gone))
      return refusals.paramInvalid('role_key', `The role set has no role ${from} to replace by another.`);
    if (before.migration !== null) return refusals.roleSetMigrating();
    const other = (id: string): string => (id === gone ? kept : id);
    const data: RoleSet = {
      ...before,
      roles: [...new Set(before.roles.map(other))],
      default_role_id: other(before.default_role_id),
      creator_role_id: other(before.creator_role_id),
      migration: migrationOf(scope, {
        trigger_type: 'role_removal',
        dest_role_set_id: null,
        mappings: { [from]: to },
      }),
    };
    moveMembers(scope, before.key, new Map([[gone, kept]]));
    return { ok: true, value: roleSetView(changeRecord(scope, roleSets, found.value, data, note), scope) };
  });

/** Replaces a role set by another one, and so deletes it: its organizations use that one, their members get its roles. */
export const replaceRoleSet = (
  scope: Scope,
  keyOrId: string,
  asked: {
    readonly dest_role_set_key: string;
    readonly reassignment_mappings?: Readonly<Record<string, string>> | null | undefined;
  },
): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findRoleSet(scope, keyOrId);
    if (!found.ok) return found;
    const to = findRoleSet(scope, asked.dest_role_set_key);
    if (!to.ok) return to;
    if (to.value.id === found.value.id)
      return refusals.paramInvalid('dest_role_set_key', 'A role set cannot be replaced by itself.');
    if (found.value.data.type === 'initial') return refusals.roleSetIsInitial();
    const mapped = mappedRoles(scope, found.value, to.value, asked.reassignment_mappings ?? {});
    if (!mapped.ok) return mapped;
    moveMembers(scope, found.value.data.key, mapped.value);
    moveOrganizations(scope, found.value.data.key, to.value.data.key);
    dropRecord(scope, roleSets, found.value, note);
    return { ok: true, value: { object: 'role_set', id: found.value.id, deleted: true } };
  });

/** Roles of members that the other set lacks must be mapped to some that it has. */
const mappedRoles = (
  scope: Scope,
  from: SmallRecord<RoleSet>,
  to: SmallRecord<RoleSet>,
  mappings: Readonly<Record<string, string>>,
): Outcome<ReadonlyMap<string, string>> => {
  const catalog = roleCatalog(scope);
  const idOf = new Map([...catalog].map(([id, { role }]) => [role.key, id]));
  const mapped = new Map<string, string>();
  for (const [source, target] of Object.entries(mappings)) {
    const id = idOf.get(target) ?? '';
    if (!to.data.roles.includes(id)) return refusals.mappingInvalid(target);
    mapped.set(idOf.get(source) ?? '', id);
  }
  const held = scope.db.all<{ role_id: string }>(
    `SELECT DISTINCT m.role_id FROM memberships m JOIN organizations o ON o.instance = m.instance AND o.id = m.organization_id
     WHERE m.instance = ? AND o.role_set_key = ?`,
    [scope.instance, from.data.key],
  );
  const left = held.find(({ role_id: id }) => !to.data.roles.includes(id) && !mapped.has(id));
  return left === undefined
    ? { ok: true, value: mapped }
    : refusals.mappingMissing(catalog.get(left.role_id)?.role.key ?? left.role_id);
};
