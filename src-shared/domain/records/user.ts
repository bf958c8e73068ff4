import { z } from 'zod';
import { RecordId } from '../ids';
import { JsonObject } from '../json';
import { envelope } from './envelope';

/** A user (spec: `components.schemas.User`). Texts that are not set are '', times that are not set are 0. */
export const RemoteUser = z.object({
  id: RecordId,
  /** First and last name, else username, else email, else id: never empty. */
  name: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  username: z.string(),
  /** Primary email address. */
  email: z.string(),
  /** All email addresses, the primary one first. Rows of earlier versions have none until the next sweep. */
  emails: z.array(z.string()).default([]),
  phone: z.string(),
  phones: z.array(z.string()).default([]),
  banned: z.boolean(),
  locked: z.boolean(),
  /** Taken out by the directory, and kept from signing in. */
  deprovisioned: z.boolean().default(false),
  /** Id of the directory that manages this person (SCIM), ''. What it provides is put back at its next sync. */
  directoryId: z.string().default(''),
  twoFactorEnabled: z.boolean(),
  createOrganizationEnabled: z.boolean(),
  publicMetadata: JsonObject,
  lastSignInAt: z.number(),
  lastActiveAt: z.number(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type RemoteUser = z.infer<typeof RemoteUser>;

export const User = RemoteUser.extend(envelope);
export type User = z.infer<typeof User>;
