import type { OrganizationRow } from '../database/rows';

/** Fields that a caller asked for on top. */
export type OrganizationExtras = {
  readonly members_count?: number;
  readonly pending_invitations_count?: number;
  readonly missing_member_with_elevated_permissions?: boolean;
};

/** Shows an organization (spec: `components/schemas/Organization`). */
export const organizationView = (row: OrganizationRow, extras: OrganizationExtras = {}) => ({
  object: 'organization',
  id: row.id,
  name: row.name,
  slug: row.slug,
  image_url: `https://img.clerk.example/${row.image_id ?? `placeholder/${row.id}`}`,
  has_image: row.image_id !== null,
  ...extras,
  max_allowed_memberships: row.max_allowed_memberships,
  admin_delete_enabled: row.admin_delete_enabled === 1,
  public_metadata: JSON.parse(row.public_metadata) as unknown,
  private_metadata: JSON.parse(row.private_metadata) as unknown,
  ...(row.created_by === null ? {} : { created_by: row.created_by }),
  created_at: row.created_at,
  updated_at: row.updated_at,
  ...(row.last_active_at === null ? {} : { last_active_at: row.last_active_at }),
  role_set_key: row.role_set_key,
});
