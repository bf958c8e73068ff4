import { z } from 'zod';

/** Every kind of record that Tenantry copies from the service. */
export const EntityName = z.enum([
  'organization',
  'membership',
  'user',
  'invitation',
  'role',
  'permission',
  'settings',
]);
export type EntityName = z.infer<typeof EntityName>;

/** How the interface names an entity, one and many. */
export const entityWords: Readonly<Record<EntityName, { readonly one: string; readonly many: string }>> = {
  organization: { one: 'organization', many: 'organizations' },
  membership: { one: 'membership', many: 'memberships' },
  user: { one: 'person', many: 'people' },
  invitation: { one: 'invitation', many: 'invitations' },
  role: { one: 'role', many: 'roles' },
  permission: { one: 'permission', many: 'permissions' },
  settings: { one: 'setting', many: 'settings' },
};

/** The order in which a sweep walks the service: what others refer to comes first. */
export const sweepOrder = [
  'settings',
  'permission',
  'role',
  'organization',
  'user',
  'membership',
  'invitation',
] as const satisfies readonly EntityName[];
