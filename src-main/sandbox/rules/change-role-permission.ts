import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { roleCatalog } from '../views/role-catalog';
import { bumped } from './bumped';
import { findPermission } from './find-permission';
import { findRole } from './find-role';
import { mutate } from './mutate';
import { setRolePermissions } from './set-role-permissions';
import { showRole } from './show-role';

/**
 * Adds one permission to a role, or removes it.
 *
 * Errors: 409 when it is there already; 404 when it is not there to remove; 422 for what the creator role must contain.
 */
export const changeRolePermission = (
  scope: Scope,
  roleId: string,
  permissionId: string,
  change: 'add' | 'remove',
): Outcome<object> =>
  mutate(scope, (note) => {
    const role = findRole(scope, { id: roleId });
    if (!role.ok) return role;
    const permission = findPermission(scope, permissionId);
    if (!permission.ok) return permission;
    const held = (roleCatalog(scope).get(roleId)?.permissions ?? []).map(({ id }) => id);
    const present = held.includes(permissionId);
    if (change === 'add' && present) return refusals.rolePermissionExists();
    if (change === 'remove' && !present) return refusals.permissionNotFound();
    const next = change === 'add' ? [...held, permissionId] : held.filter((id) => id !== permissionId);
    const set = setRolePermissions(scope, roleId, next);
    if (!set.ok) return set;
    updateRow(
      scope.db,
      'roles',
      { instance: scope.instance, id: roleId },
      {
        updated_at: bumped(scope, role.value.updated_at),
      },
    );
    note({ entity: 'role', verb: 'update', id: roleId, mark: role.value.key });
    return showRole(scope, roleId);
  });
