import type { z } from 'zod';
import type { EntityName } from '../entity';
import { Application, RemoteApplication } from './application';
import { Invitation, RemoteInvitation } from './invitation';
import { Membership, RemoteMembership } from './membership';
import { Organization, RemoteOrganization } from './organization';
import { Permission, RemotePermission, RemoteRole, Role } from './role';
import { RemoteSettings, Settings } from './settings';
import { RemoteUser, User } from './user';

/** The schema of a stored record, by entity. */
export const recordSchemas = {
  organization: Organization,
  membership: Membership,
  user: User,
  invitation: Invitation,
  role: Role,
  permission: Permission,
  settings: Settings,
  application: Application,
} as const satisfies Record<EntityName, z.ZodObject>;

/** The schema of a record as the service holds it, by entity. */
export const remoteSchemas = {
  organization: RemoteOrganization,
  membership: RemoteMembership,
  user: RemoteUser,
  invitation: RemoteInvitation,
  role: RemoteRole,
  permission: RemotePermission,
  settings: RemoteSettings,
  application: RemoteApplication,
} as const satisfies Record<EntityName, z.ZodObject>;

/** A stored record of entity E: visible fields and envelope. */
export type StoredRecord<E extends EntityName = EntityName> = {
  [K in E]: z.infer<(typeof recordSchemas)[K]>;
}[E];

/** A record of entity E as the service holds it. */
export type RemoteRecord<E extends EntityName = EntityName> = {
  [K in E]: z.infer<(typeof remoteSchemas)[K]>;
}[E];
