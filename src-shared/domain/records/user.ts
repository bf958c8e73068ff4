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
  phone: z.string(),
  banned: z.boolean(),
  locked: z.boolean(),
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
