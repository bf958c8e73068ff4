import type { MembershipRow, OrganizationRow, UserRow } from '../database/rows';
import { rowsById } from '../kit/rows-by-id';
import type { Scope } from '../kit/scope';
import { organizationView } from './organization-view';
import { publicUserData } from './public-user-data';
import { roleCatalog } from './role-catalog';

/** Shows memberships with their organization and user (spec: `components/schemas/OrganizationMembership`). */
export const membershipViews = (scope: Scope, rows: readonly MembershipRow[]) => {
  const roles = roleCatalog(scope);
  const organizations = rowsById<OrganizationRow>(
    scope,
    'organizations',
    rows.map((row) => row.organization_id),
  );
  const users = rowsById<UserRow>(
    scope,
    'users',
    rows.map((row) => row.user_id),
  );
  return rows.flatMap((row) => {
    const role = roles.get(row.role_id);
    const organization = organizations.get(row.organization_id);
    const user = users.get(row.user_id);
    if (role === undefined || organization === undefined || user === undefined) return [];
    return [
      {
        object: 'organization_membership',
        id: row.id,
        role: role.role.key,
        role_name: role.role.name,
        permissions: role.permissions.map(({ key }) => key),
        public_metadata: JSON.parse(row.public_metadata) as unknown,
        private_metadata: JSON.parse(row.private_metadata) as unknown,
        organization: organizationView(organization),
        public_user_data: publicUserData.ofMember(user),
        created_at: row.created_at,
        updated_at: row.updated_at,
      },
    ];
  });
};
