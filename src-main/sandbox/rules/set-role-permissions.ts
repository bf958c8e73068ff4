import type { PermissionRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import { rowsById } from '../kit/rows-by-id';
import type { Scope } from '../kit/scope';
import { minimumPermissions } from '../views/minimum-permissions';
import { organizationSettings } from '../views/organization-settings';

/**
 * Replaces what a role holds, inside a transaction.
 *
 * Errors: 404 for an unknown permission id; 422 when the creator role would lose a permission it must contain.
 */
export const setRolePermissions = (
  scope: Scope,
  roleId: string,
  permissionIds: readonly string[],
): Outcome<null> => {
  const ids = [...new Set(permissionIds)];
  const permissions = rowsById<PermissionRow>(scope, 'permissions', ids);
  if (permissions.size < ids.length) return refusals.permissionNotFound('permissions');
  const keys = [...permissions.values()].map(({ key }) => key);
  const lacking = minimumPermissions.filter((key) => !keys.includes(key));
  if (lacking.length > 0 && organizationSettings(scope).creator_role_id === roleId)
    return refusals.creatorRoleLacks(minimumPermissions);
  scope.db.run('DELETE FROM role_permissions WHERE instance = ? AND role_id = ?', [scope.instance, roleId]);
  for (const id of ids)
    scope.db.run('INSERT INTO role_permissions VALUES (?, ?, ?)', [scope.instance, roleId, id]);
  return { ok: true, value: null };
};
