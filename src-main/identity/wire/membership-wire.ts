import type { RemoteMembership } from '@shared/domain/records/membership';
import { z } from 'zod';
import { wire } from './wire-fields';

/** Spec: `components.schemas.OrganizationMembership`. */
export const MembershipWire = z.object({
  id: wire.id,
  role: wire.key,
  role_name: wire.text,
  public_metadata: wire.metadata,
  organization: z.object({ id: wire.id, name: wire.text }),
  public_user_data: z.object({
    user_id: wire.id,
    first_name: wire.text,
    last_name: wire.text,
    identifier: wire.text,
    username: wire.text,
  }),
  created_at: wire.whole,
  updated_at: wire.whole,
});

export function readMembership(wired: z.output<typeof MembershipWire>): RemoteMembership {
  const user = wired.public_user_data;
  const email = user.identifier.includes('@') ? user.identifier : '';
  return {
    id: wired.id,
    organizationId: wired.organization.id,
    organizationName: wired.organization.name,
    userId: user.user_id,
    userName:
      `${user.first_name} ${user.last_name}`.trim() || user.username || user.identifier || user.user_id,
    userEmail: email,
    role: wired.role,
    roleName: wired.role_name || wired.role,
    publicMetadata: wired.public_metadata,
    createdAt: wired.created_at,
    updatedAt: wired.updated_at,
  };
}
