import type { PermissionSpec } from './world-spec';

/** The permissions every instance has; they cannot be edited or deleted. */
export const systemPermissions: readonly PermissionSpec[] = [
  {
    key: 'org:sys_profile:manage',
    name: 'Manage organization',
    description: 'Edit the profile of the organization.',
  },
  { key: 'org:sys_profile:delete', name: 'Delete organization', description: 'Delete the organization.' },
  {
    key: 'org:sys_memberships:read',
    name: 'Read members',
    description: 'See who belongs to the organization.',
  },
  {
    key: 'org:sys_memberships:manage',
    name: 'Manage members',
    description: 'Invite, change and remove members.',
  },
  { key: 'org:sys_domains:read', name: 'Read domains', description: 'See the verified domains.' },
  { key: 'org:sys_domains:manage', name: 'Manage domains', description: 'Add, verify and remove domains.' },
  {
    key: 'org:sys_billing:read',
    name: 'Read billing',
    description: 'See plans, invoices and payment methods.',
  },
  { key: 'org:sys_billing:manage', name: 'Manage billing', description: 'Change plans and payment methods.' },
  {
    key: 'org:sys_api_keys:read',
    name: 'Read API keys',
    description: 'See the API keys of the organization.',
  },
  { key: 'org:sys_api_keys:manage', name: 'Manage API keys', description: 'Create and revoke API keys.' },
];
