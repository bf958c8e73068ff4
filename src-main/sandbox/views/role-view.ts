import type { PermissionRow, RoleRow } from '../database/rows';
import { minimumPermissions } from './minimum-permissions';
import { permissionView } from './permission-view';

/** Shows a role with its permissions (spec: `components/schemas/Role`). */
export const roleView = (row: RoleRow, permissions: readonly PermissionRow[]) => ({
  object: 'role',
  id: row.id,
  name: row.name,
  key: row.key,
  description: row.description,
  is_creator_eligible: minimumPermissions.every((key) => permissions.some((held) => held.key === key)),
  permissions: permissions.map(permissionView),
  created_at: row.created_at,
  updated_at: row.updated_at,
});
