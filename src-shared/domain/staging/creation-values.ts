import { z } from 'zod';
import { RecordId } from '../ids';
import { JsonObject } from '../json';
import { Branding } from '../records/branding';

/** What the creation of an organization may name. */
export const OrganizationValues = z.strictObject({
  name: z.string(),
  /** '' lets the service derive one from the name. */
  slug: z.string().default(''),
  logo: z.string().optional(),
  /** 0 means unlimited; left out, the instance's own limit applies. */
  maxAllowedMemberships: z.number().optional(),
  adminDeleteEnabled: z.boolean().optional(),
  /** User who becomes its first admin. */
  createdBy: z.string().optional(),
  branding: Branding.partial().optional(),
  publicMetadata: JsonObject.optional(),
  privateMetadata: JsonObject.optional(),
});
export type OrganizationValues = z.infer<typeof OrganizationValues>;

/** What the creation of a membership names. */
export const MembershipValues = z.strictObject({
  organizationId: RecordId,
  userId: RecordId,
  role: z.string(),
});

/** What an invitation names. */
export const InvitationValues = z.strictObject({
  organizationId: RecordId,
  email: z.string(),
  role: z.string(),
});

/**
 * Fields of an organization that its creation cannot carry (spec, `POST /organizations`): staged with it, each becomes an
 * edit that depends on the creation.
 */
export const setAfterCreation: readonly string[] = ['logo', 'adminDeleteEnabled'];
