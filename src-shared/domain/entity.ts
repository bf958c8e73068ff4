import { z } from 'zod';
import type { Scenario } from './scenario';

/** Every kind of record that Tenantry copies from the service. */
export const EntityName = z.enum([
  'organization',
  'membership',
  'user',
  'invitation',
  'role',
  'permission',
  'settings',
  'application',
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
  application: { one: 'application', many: 'applications' },
};

/** The order in which a sweep walks an instance: what others refer to comes first. */
export const sweepOrder = [
  'settings',
  'permission',
  'role',
  'organization',
  'user',
  'membership',
  'invitation',
] as const satisfies readonly EntityName[];

/** What a workspace copies: the applications of a platform, or everything of one instance. In the order of the sweep. */
export function entitiesOf(scenario: Scenario): readonly EntityName[] {
  return scenario === 'platforms' ? ['settings', 'application'] : sweepOrder;
}
