import { z } from 'zod';
import { RecordId } from '../ids';
import { JsonObject } from '../json';
import { envelope } from './envelope';

/** A membership (spec: `components.schemas.OrganizationMembership`), with the names a table needs. */
export const RemoteMembership = z.object({
  id: RecordId,
  organizationId: RecordId,
  organizationName: z.string(),
  userId: RecordId,
  userName: z.string(),
  userEmail: z.string(),
  /** Role key, e.g. `org:admin`. */
  role: z.string(),
  roleName: z.string(),
  publicMetadata: JsonObject,
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type RemoteMembership = z.infer<typeof RemoteMembership>;

export const Membership = RemoteMembership.extend(envelope);
export type Membership = z.infer<typeof Membership>;
