import { systemPermissions } from './system-permissions';
import type { ApplicationSpec } from './world-spec';

/** What every new instance has at first: the system permissions, the two default roles and five seats. */
export const newInstance: Pick<
  ApplicationSpec,
  'permissions' | 'roles' | 'creatorRole' | 'domainsDefaultRole' | 'defaultSeats'
> = {
  permissions: systemPermissions,
  roles: [
    {
      key: 'org:admin',
      name: 'Admin',
      description: 'Full control of the organization.',
      permissions: systemPermissions.map(({ key }) => key),
      share: 0,
    },
    {
      key: 'org:member',
      name: 'Member',
      description: 'Role with minimal permissions.',
      permissions: ['org:sys_memberships:read'],
      share: 1,
    },
  ],
  creatorRole: 'org:admin',
  domainsDefaultRole: 'org:member',
  defaultSeats: 5,
};
