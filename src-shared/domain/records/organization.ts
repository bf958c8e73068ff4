import { z } from 'zod';
import { RecordId } from '../ids';
import { JsonObject } from '../json';
import { Branding } from './branding';
import { envelope } from './envelope';

/** An organization as the service holds it (spec: `components.schemas.Organization`), in Tenantry's own field names. */
export const RemoteOrganization = z.object({
  id: RecordId,
  name: z.string(),
  slug: z.string(),
  /** URL on the service, or a `data:` URI while a new logo is staged; '' when there is none. */
  logo: z.string(),
  membersCount: z.number().int(),
  pendingInvitationsCount: z.number().int(),
  /** Seats; 0 means unlimited. */
  maxAllowedMemberships: z.number().int(),
  adminDeleteEnabled: z.boolean(),
  /** User id of the creator, or ''. */
  createdBy: z.string(),
  branding: Branding,
  /** Public metadata without the branding key. */
  publicMetadata: JsonObject,
  privateMetadata: JsonObject,
  /** Milliseconds since 1970, as all times here. */
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type RemoteOrganization = z.infer<typeof RemoteOrganization>;

export const Organization = RemoteOrganization.extend(envelope);
export type Organization = z.infer<typeof Organization>;
