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

/** What lets its holder change, remove or carry off what is others': told first wherever somebody gains or loses it. */
const powerfulActions = ['manage', 'delete', 'export', 'admin', 'remove', 'impersonate'] as const;

/** `org:reports:export` is, `org:reports:read` is not. */
export function isPowerful(permissionKey: string): boolean {
  const words = permissionKey.split(':').slice(1).join('_').split('_');
  return powerfulActions.some((action) => words.includes(action) || words.includes(`${action}s`));
}
