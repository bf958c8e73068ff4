import type { PermissionRow, RoleRow } from '../database/rows';
import type { Scope } from '../kit/scope';

/** A role and the permissions it holds, oldest permission first. */
export type CatalogRole = { readonly role: RoleRow; readonly permissions: readonly PermissionRow[] };

/** Loads every role of the instance with its permissions, by role id. */
export const roleCatalog = ({ db, instance }: Scope): ReadonlyMap<string, CatalogRole> => {
  const held = new Map<string, PermissionRow[]>();
  const links = db.all<PermissionRow & { readonly role_id: string }>(
    `SELECT rp.role_id, p.id, p.name, p.key, p.description, p.type, p.created_at, p.updated_at
     FROM role_permissions rp JOIN permissions p ON p.instance = rp.instance AND p.id = rp.permission_id
     WHERE rp.instance = ? ORDER BY p.created_at, p.id`,
    [instance],
  );
  for (const { role_id: roleId, ...permission } of links)
    held.set(roleId, [...(held.get(roleId) ?? []), permission]);
  const roles = db.all<RoleRow>('SELECT * FROM roles WHERE instance = ?', [instance]);
  return new Map(roles.map((role) => [role.id, { role, permissions: held.get(role.id) ?? [] }]));
};
