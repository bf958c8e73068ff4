import { z } from 'zod';
import { RecordId } from '../ids';
import { envelope } from './envelope';

/** An organization role (spec: `components.schemas.Role`). */
export const RemoteRole = z.object({
  id: RecordId,
  /** `org:` and a name, e.g. `org:admin`. */
  key: z.string(),
  name: z.string(),
  description: z.string(),
  isCreatorEligible: z.boolean(),
  /** Keys of its permissions, sorted, e.g. `org:sys_memberships:manage`. */
  permissionKeys: z.array(z.string()),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type RemoteRole = z.infer<typeof RemoteRole>;

export const Role = RemoteRole.extend(envelope);
export type Role = z.infer<typeof Role>;

/** A permission that roles are made of (spec: `components.schemas.Permission`). */
export const RemotePermission = z.object({
  id: RecordId,
  /** `org:feature:action`; `org:sys_…` are the service's own and immutable. */
  key: z.string(),
  name: z.string(),
  description: z.string(),
  type: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type RemotePermission = z.infer<typeof RemotePermission>;

export const Permission = RemotePermission.extend(envelope);
export type Permission = z.infer<typeof Permission>;
