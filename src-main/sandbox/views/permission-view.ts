import type { PermissionRow } from '../database/rows';

/** Shows a permission (spec: `components/schemas/Permission`). */
export const permissionView = (row: PermissionRow) => ({
  object: 'permission',
  id: row.id,
  name: row.name,
  key: row.key,
  description: row.description,
  type: row.type,
  created_at: row.created_at,
  updated_at: row.updated_at,
});
