/**
 * What the creator role must contain, and what at least one member of an organization must hold.
 *
 * Source: clerk.com/docs/guides/organizations/control-access/roles-and-permissions (the creator role).
 */
export const minimumPermissions: readonly string[] = [
  'org:sys_memberships:manage',
  'org:sys_memberships:read',
  'org:sys_profile:delete',
];
