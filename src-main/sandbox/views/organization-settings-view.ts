import type { RoleRow } from '../database/rows';
import { rowsById } from '../kit/rows-by-id';
import type { Scope } from '../kit/scope';
import { organizationSettings } from './organization-settings';

/** Shows the organization settings; roles by key (spec: `components/schemas/OrganizationSettings`). */
export const organizationSettingsView = (scope: Scope) => {
  const {
    creator_role_id: creator,
    domains_default_role_id: domains,
    ...settings
  } = organizationSettings(scope);
  const roles = rowsById<RoleRow>(scope, 'roles', [creator, domains]);
  return {
    object: 'organization_settings',
    ...settings,
    creator_role: roles.get(creator)?.key ?? '',
    domains_default_role: roles.get(domains)?.key ?? '',
  };
};
