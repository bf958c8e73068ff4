/**
 * What at least one member of every organization must hold; the service refuses to remove or demote the last one
 * (code `organization_minimum_permissions_needed`).
 * Source: clerk.com/docs/guides/organizations/control-access/roles-and-permissions (the creator role).
 */
const minimumPermissions = [
  'org:sys_memberships:manage',
  'org:sys_memberships:read',
  'org:sys_profile:delete',
] as const;

/** True when a role with these permissions makes its holder an admin of the organization. */
export function isElevated(permissionKeys: readonly string[]): boolean {
  return minimumPermissions.every((key) => permissionKeys.includes(key));
}
