import type { JsonObject, JsonValue } from '@shared/domain/json';
import { type Branding, brandingKey, noBranding } from '@shared/domain/records/branding';
import type { RemoteOrganization } from '@shared/domain/records/organization';
import { z } from 'zod';
import { wire } from './wire-fields';

/** Spec: `components.schemas.Organization`. The counts come only when asked for. */
export const OrganizationWire = z.object({
  id: wire.id,
  name: wire.text,
  slug: wire.text,
  image_url: wire.text,
  has_image: wire.flag,
  members_count: z.int().min(0).nullish(),
  pending_invitations_count: z.int().min(0).nullish(),
  max_allowed_memberships: wire.whole,
  admin_delete_enabled: wire.flag,
  public_metadata: wire.metadata,
  private_metadata: wire.metadata,
  created_by: wire.text,
  created_at: wire.whole,
  updated_at: wire.whole,
});

type Counts = Pick<RemoteOrganization, 'membersCount' | 'pendingInvitationsCount'>;

/** `known`: counts for answers that leave them out. */
export function readOrganization(
  wired: z.output<typeof OrganizationWire>,
  known?: Counts,
): RemoteOrganization {
  const { [brandingKey]: branding, ...publicMetadata } = wired.public_metadata;
  return {
    id: wired.id,
    name: wired.name || wired.slug || wired.id,
    slug: wired.slug,
    logo: wired.has_image ? wired.image_url : '',
    membersCount: wired.members_count ?? known?.membersCount ?? 0,
    pendingInvitationsCount: wired.pending_invitations_count ?? known?.pendingInvitationsCount ?? 0,
    maxAllowedMemberships: wired.max_allowed_memberships,
    adminDeleteEnabled: wired.admin_delete_enabled,
    createdBy: wired.created_by,
    branding: readBranding(branding),
    publicMetadata,
    privateMetadata: wired.private_metadata,
    createdAt: wired.created_at,
    updatedAt: wired.updated_at,
  };
}

/** Anybody may write metadata: what is no text counts as not set. */
function readBranding(stored: JsonValue | undefined): Branding {
  if (stored === null || typeof stored !== 'object' || Array.isArray(stored)) return noBranding;
  const values = stored as JsonObject;
  const read = (field: keyof Branding): string => {
    const value = values[field];
    return typeof value === 'string' ? value : '';
  };
  return {
    displayName: read('displayName'),
    signInTitle: read('signInTitle'),
    tagline: read('tagline'),
    primaryColor: read('primaryColor'),
    backgroundColor: read('backgroundColor'),
    textColor: read('textColor'),
    supportEmail: read('supportEmail'),
  };
}
