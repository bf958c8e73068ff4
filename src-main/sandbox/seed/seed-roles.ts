import { insertRows } from '../database/insert-rows';
import { makeId } from '../database/make-id';
import { createRandom } from '../database/random';
import type { SeedContext } from './seed-context';

const day = 86_400_000;

/** Seeds permissions, roles and what each role holds; the role ids by key. */
export const seedRoles = ({
  db,
  instance,
  application,
  stream,
  anchor,
}: SeedContext): ReadonlyMap<string, string> => {
  const random = createRandom(`${stream}/roles`);
  const start = anchor - 3 * 365 * day;
  const permissions = application.permissions.map((permission, index) => {
    const at = start + index * 1000;
    const type = permission.key.startsWith('org:sys_') ? 'system' : 'user';
    return { id: makeId('perm', at, random), ...permission, type, created_at: at, updated_at: at };
  });
  insertRows(db, 'permissions', instance, permissions);
  const idOf = new Map(permissions.map(({ key, id }) => [key, id]));
  const roles = application.roles.map(({ key, name, description }, index) => {
    const at = start + (100 + index) * 1000;
    return { id: makeId('role', at, random), key, name, description, created_at: at, updated_at: at };
  });
  insertRows(db, 'roles', instance, roles);
  const held = application.roles.flatMap((role, index) =>
    role.permissions.map((key) => ({
      role_id: roles[index]?.id ?? '',
      permission_id: idOf.get(key) ?? '',
    })),
  );
  insertRows(db, 'role_permissions', instance, held);
  return new Map(roles.map(({ key, id }) => [key, id]));
};
