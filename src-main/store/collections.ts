import type { EntityName } from '@shared/domain/entity';
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
  history: historySchema,
  checkpoints: checkpointSchema,
} as const satisfies Record<string, StoreSchema>;

export type CollectionName = keyof typeof collectionSchemas;

/** Where the records of an entity are kept. */
export interface EntityHome {
  readonly collection: CollectionName;
  /** Set when the collection holds several entities: the value of `kind` in this one's documents. */
  readonly kind?: EntityName;
  /** Fields that a text search looks into. */
  readonly searched: readonly string[];
  /** What a page is sorted by when nobody says. */
  readonly sort: { readonly field: string; readonly direction: 'asc' | 'desc' };
}

const by = (field: string, direction: 'asc' | 'desc' = 'asc') => ({ field, direction }) as const;

export const entityHomes: Readonly<Record<EntityName, EntityHome>> = {
  organization: { collection: 'organizations', searched: ['name', 'slug'], sort: by('name') },
  membership: {
    collection: 'memberships',
    searched: ['userName', 'userEmail', 'organizationName'],
    sort: by('userName'),
  },
  user: { collection: 'users', searched: ['name', 'email', 'username'], sort: by('name') },
  invitation: { collection: 'invitations', searched: ['email'], sort: by('createdAt', 'desc') },
  role: { collection: 'roles', kind: 'role', searched: ['key', 'name'], sort: by('key') },
  permission: { collection: 'roles', kind: 'permission', searched: ['key', 'name'], sort: by('key') },
  settings: { collection: 'settings', searched: [], sort: by('id') },
};
