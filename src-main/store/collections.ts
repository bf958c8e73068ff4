import type { EntityName } from '@shared/domain/entity';
import { applicationSchema } from './schemas/application-schema';
import { changeSetSchema } from './schemas/change-set-schema';
import { checkpointSchema } from './schemas/checkpoint-schema';
import { historySchema } from './schemas/history-schema';
import { intentSchema } from './schemas/intent-schema';
import { invitationSchema } from './schemas/invitation-schema';
import { membershipSchema } from './schemas/membership-schema';
import { organizationSchema } from './schemas/organization-schema';
import { roleSchema } from './schemas/role-schema';
import { settingsSchema } from './schemas/settings-schema';
import type { StoreSchema } from './schemas/store-schema';
import { userSchema } from './schemas/user-schema';

/** Every RxDB collection of a workspace, with its schema. */
export const collectionSchemas = {
  organizations: organizationSchema,
  memberships: membershipSchema,
  users: userSchema,
  invitations: invitationSchema,
  roles: roleSchema,
  settings: settingsSchema,
  intents: intentSchema,
  changeSets: changeSetSchema,
  history: historySchema,
  checkpoints: checkpointSchema,
  applications: applicationSchema,
} as const satisfies Record<string, StoreSchema>;

export type CollectionName = keyof typeof collectionSchemas;

/** Where the records of an entity are kept. */
export interface EntityHome {
  readonly collection: CollectionName;
  /** Set when the collection holds several entities: the value of `kind` in this one's documents. */
  readonly kind?: EntityName;
  /** What a page is sorted by when nobody says. */
  readonly sort: { readonly field: string; readonly direction: 'asc' | 'desc' };
}

/** Text that can be searched by substring, by collection. */
export const searchedText: Readonly<Partial<Record<CollectionName, readonly string[]>>> = {
  organizations: ['name', 'slug'],
  memberships: ['userName', 'userEmail', 'organizationName'],
  users: ['name', 'email', 'username', 'emails', 'phones'],
  invitations: ['email'],
  roles: ['key', 'name'],
  applications: ['name', 'domain'],
};

/** Names are sorted as people do: Österreich with O, and not behind z. */
export const peopleSorted: Readonly<Partial<Record<CollectionName, readonly string[]>>> = {
  organizations: ['name'],
  memberships: ['userName', 'organizationName'],
  users: ['name'],
  applications: ['name'],
};

/** Fields of few values that tables filter by and count, by collection. */
export const facetFields: Readonly<Partial<Record<CollectionName, readonly string[]>>> = {
  organizations: ['state'],
  memberships: ['role', 'state'],
  users: ['state'],
  invitations: ['status', 'state'],
  applications: ['dns', 'state'],
  intents: ['changeSetId', 'state'],
};

const by = (field: string, direction: 'asc' | 'desc' = 'asc') => ({ field, direction }) as const;

export const entityHomes: Readonly<Record<EntityName, EntityHome>> = {
  organization: { collection: 'organizations', sort: by('name') },
  membership: {
    collection: 'memberships',
    sort: by('userName'),
  },
  user: { collection: 'users', sort: by('name') },
  invitation: { collection: 'invitations', sort: by('createdAt', 'desc') },
  role: { collection: 'roles', kind: 'role', sort: by('key') },
  permission: { collection: 'roles', kind: 'permission', sort: by('key') },
  settings: { collection: 'settings', sort: by('id') },
  application: { collection: 'applications', sort: by('name') },
};
