import type { RemoteInvitation } from '@shared/domain/records/invitation';
import { z } from 'zod';
import { wire } from './wire-fields';

/**
 * Spec: `components.schemas.OrganizationInvitation`, in lists `OrganizationInvitationWithPublicOrganizationData`. Both
 * places that name the organization are optional there; one of them must.
 */
export const InvitationWire = z
  .object({
    id: wire.id,
    organization_id: wire.id.nullish(),
    public_organization_data: z.object({ id: wire.id }).nullish(),
    email_address: wire.key,
    role: wire.key,
    role_name: wire.text,
    status: wire.text,
    inviter_id: wire.text,
    expires_at: wire.whole,
    created_at: wire.whole,
    updated_at: wire.whole,
  })
  .transform((wired, context) => {
    const organizationId = wired.organization_id ?? wired.public_organization_data?.id;
    if (organizationId !== undefined) return { ...wired, organization_id: organizationId };
    context.addIssue({ code: 'custom', message: 'names no organization', path: ['organization_id'] });
    return z.NEVER;
  });

export function readInvitation(wired: z.output<typeof InvitationWire>): RemoteInvitation {
  return {
    id: wired.id,
    organizationId: wired.organization_id,
    email: wired.email_address,
    role: wired.role,
    roleName: wired.role_name || wired.role,
    status: wired.status,
    inviterId: wired.inviter_id,
    expiresAt: wired.expires_at,
    createdAt: wired.created_at,
    updatedAt: wired.updated_at,
  };
}
