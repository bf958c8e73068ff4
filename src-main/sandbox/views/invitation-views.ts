import type { InvitationRow, OrganizationRow, RoleRow, UserRow } from '../database/rows';
import { rowsById } from '../kit/rows-by-id';
import type { Scope } from '../kit/scope';
import { organizationView } from './organization-view';
import { publicUserData } from './public-user-data';

/** What everybody may see of an organization. */
export const publicOrganization = (row: OrganizationRow) => {
  const { id, name, slug, image_url, has_image } = organizationView(row);
  return { public_organization_data: { id, name, slug, image_url, has_image } };
};

/**
 * Shows invitations; `with organization` adds `public_organization_data`.
 *
 * Spec: `components/schemas/OrganizationInvitation` and `OrganizationInvitationWithPublicOrganizationData`. A pending
 * invitation past its expiry reads as `expired`.
 */
export const invitationViews = (
  scope: Scope,
  rows: readonly InvitationRow[],
  shape: 'plain' | 'with organization' = 'plain',
) => {
  const at = scope.now();
  const roles = rowsById<RoleRow>(
    scope,
    'roles',
    rows.map((row) => row.role_id),
  );
  const inviters = rowsById<UserRow>(
    scope,
    'users',
    rows.flatMap((row) => row.inviter_id ?? []),
  );
  const organizations =
    shape === 'plain'
      ? new Map<string, OrganizationRow>()
      : rowsById<OrganizationRow>(
          scope,
          'organizations',
          rows.map((row) => row.organization_id),
        );
  return rows.map((row) => {
    const role = roles.get(row.role_id);
    const inviter = inviters.get(row.inviter_id ?? '');
    const organization = organizations.get(row.organization_id);
    const expired = row.status === 'pending' && row.expires_at !== null && row.expires_at <= at;
    return {
      object: 'organization_invitation',
      id: row.id,
      email_address: row.email,
      role: role?.key ?? '',
      role_name: role?.name ?? '',
      organization_id: row.organization_id,
      inviter_id: row.inviter_id,
      public_inviter_data: inviter === undefined ? null : publicUserData.ofInviter(inviter),
      ...(organization === undefined ? {} : publicOrganization(organization)),
      status: expired ? 'expired' : row.status,
      public_metadata: JSON.parse(row.public_metadata) as unknown,
      private_metadata: JSON.parse(row.private_metadata) as unknown,
      url: row.url,
      expires_at: row.expires_at,
      created_at: row.created_at,
      updated_at: row.updated_at,
    };
  });
};
