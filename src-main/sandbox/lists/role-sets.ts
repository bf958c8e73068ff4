import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { findRole } from '../rules/find-role';
import {
  findRecord,
  inData,
  recordsWith,
  type SmallList,
  type SmallRecord,
  selectRecords,
} from '../rules/small-list';
import { type CatalogRole, roleCatalog } from '../views/role-catalog';

/** A move of members out of a role set, or of one of its roles; it ends some time after it was asked for. */
export interface Migration {
  readonly id: string;
  readonly trigger_type: 'role_set_deletion' | 'role_removal';
  readonly dest_role_set_id: string | null;
  readonly mappings: Readonly<Record<string, string>>;
  readonly created_at: number;
}

/** A role set; roles by id. `migration` is null unless one is under way. */
export interface RoleSet {
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  readonly type: 'initial' | 'custom';
  readonly roles: readonly string[];
  readonly default_role_id: string;
  readonly creator_role_id: string;
  readonly migration: Migration | null;
}

export const roleSets: SmallList<RoleSet> = {
  kind: 'roleSet',
  prefix: 'roleset',
  mark: ({ key }) => key,
  searched: ['name', 'key'],
  notFound: 'Role set not found.',
};

/** A migration takes so long, ms: the service answers before it is over. */
const migrationMs = 2_000;

/** The role set as it stands now: a migration that is over is not shown any more. */
export const settled = ({ now }: Scope, record: SmallRecord<RoleSet>): SmallRecord<RoleSet> => {
  const { migration } = record.data;
  return migration === null || now() < migration.created_at + migrationMs
    ? record
    : { ...record, data: { ...record.data, migration: null } };
};

/** A role set by key or id; a migration that is over is not shown. Refuses with 404. */
export const findRoleSet = (scope: Scope, keyOrId: string): Outcome<SmallRecord<RoleSet>> => {
  const [byKey] = recordsWith(scope, roleSets, 'key', keyOrId);
  const found =
    byKey === undefined ? findRecord(scope, roleSets, keyOrId) : { ok: true as const, value: byKey };
  return found.ok ? { ok: true, value: settled(scope, found.value) } : found;
};

export const everyRoleSet = (scope: Scope): readonly SmallRecord<RoleSet>[] =>
  selectRecords(scope, roleSets, { orderBy: `${inData('key')}, t.id`, limit: 1_000, offset: 0 }).rows;

/** Ids of roles by key. Refuses with 404, naming the parameter. */
export const roleIdsOf = (
  scope: Scope,
  keys: readonly string[],
  param: string,
): Outcome<readonly string[]> => {
  const ids: string[] = [];
  for (const key of new Set(keys)) {
    const role = findRole(scope, { key, param });
    if (!role.ok) return role;
    ids.push(role.value.id);
  }
  return { ok: true, value: ids };
};

/** At least one role, ten at the most, the default and the creator's role among them. */
export const checkRoles = ({
  roles,
  default_role_id: joins,
  creator_role_id: makes,
}: Pick<RoleSet, 'roles' | 'default_role_id' | 'creator_role_id'>): Outcome<null> => {
  if (roles.length === 0 || roles.length > 10)
    return refusals.paramInvalid('roles', 'A role set must have between 1 and 10 roles.');
  if (!roles.includes(joins))
    return refusals.paramInvalid(
      'default_role_key',
      'The default role must be one of the roles of the role set.',
    );
  return roles.includes(makes)
    ? { ok: true, value: null }
    : refusals.paramInvalid('creator_role_key', 'The creator role must be one of the roles of the role set.');
};

const itemView = (scope: Scope, roleSetKey: string, { role }: CatalogRole) => {
  const members = scope.db.count(
    `SELECT count(*) FROM memberships m JOIN organizations o ON o.instance = m.instance AND o.id = m.organization_id
     WHERE m.instance = ? AND m.role_id = ? AND o.role_set_key = ?`,
    [scope.instance, role.id, roleSetKey],
  );
  return {
    object: 'role_set_item',
    id: role.id,
    name: role.name,
    key: role.key,
    description: role.description,
    members_count: members,
    has_members: members > 0,
    created_at: role.created_at,
    updated_at: role.updated_at,
  };
};

const migrationView = (scope: Scope, source: string, migration: Migration) => ({
  object: 'role_set_migration',
  id: migration.id,
  organization_id: null,
  instance_id: scope.instance,
  source_role_set_id: source,
  dest_role_set_id: migration.dest_role_set_id,
  trigger_type: migration.trigger_type,
  status: 'in_progress',
  migrated_members: 0,
  mappings: migration.mappings,
  started_at: migration.created_at,
  completed_at: null,
  created_at: migration.created_at,
  updated_at: migration.created_at,
});

/** Shows a role set with its roles and who has them (spec: `components/schemas/RoleSet`). */
export const roleSetView = ({ id, data, created_at, updated_at }: SmallRecord<RoleSet>, scope: Scope) => {
  const catalog = roleCatalog(scope);
  const item = (roleId: string) => {
    const role = catalog.get(roleId);
    return role === undefined ? null : itemView(scope, data.key, role);
  };
  return {
    object: 'role_set',
    id,
    name: data.name,
    key: data.key,
    description: data.description,
    roles: data.roles.map(item).filter((role) => role !== null),
    default_role: item(data.default_role_id),
    creator_role: item(data.creator_role_id),
    type: data.type,
    role_set_migration: data.migration && migrationView(scope, id, data.migration),
    created_at,
    updated_at,
  };
};
