import { z } from 'zod';
import { RecordId } from '../ids';
import { envelope } from './envelope';

/** An organization invitation (spec: `components.schemas.OrganizationInvitation`). */
export const RemoteInvitation = z.object({
  id: RecordId,
  organizationId: RecordId,
  email: z.string(),
  role: z.string(),
  roleName: z.string(),
  /** `pending`, `accepted`, `revoked` or `expired`. */
  status: z.string(),
  /** User id of the inviter, or ''. */
  inviterId: z.string(),
  expiresAt: z.number(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type RemoteInvitation = z.infer<typeof RemoteInvitation>;

export const Invitation = RemoteInvitation.extend(envelope);
export type Invitation = z.infer<typeof Invitation>;
