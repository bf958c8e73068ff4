import type { RemoteInvitation } from '@shared/domain/records/invitation';
import { z } from 'zod';
import { wire } from './wire-fields';

/** Spec: `components.schemas.OrganizationInvitation`. */
export const InvitationWire = z.object({
  id: wire.id,
  organization_id: wire.id,
  email_address: wire.text,
  role: wire.text,
  role_name: wire.optionalText,
  status: wire.optionalText,
  inviter_id: wire.optionalText,
  expires_at: wire.optionalWhole,
  created_at: wire.whole,
  updated_at: wire.whole,
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
