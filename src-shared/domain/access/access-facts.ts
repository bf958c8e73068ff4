import type { RemoteRecord } from '../records/record-map';

/** Somebody whose access is asked for. */
export type AccessPerson = Pick<
  RemoteRecord<'user'>,
  'id' | 'name' | 'email' | 'banned' | 'locked' | 'deprovisioned' | 'directoryId' | 'twoFactorEnabled'
>;

export type AccessMember = Pick<
  RemoteRecord<'membership'>,
  'id' | 'organizationId' | 'organizationName' | 'userId' | 'userName' | 'userEmail' | 'role' | 'roleName'
>;

/** An organization that somebody is in, or is asked about. */
export interface AccessPlace {
  readonly id: string;
  readonly name: string;
  /** Key of its role set, '' for none. */
  readonly roleSetKey: string;
  /** Where a place in it is staged only: seats with it, and how many there are (0: as many as come). */
  readonly seats?: { readonly used: number; readonly limit: number };
}

/** What holds for everybody at one moment: small lists, read whole. Plain data. */
export interface AccessCatalog {
  /** Roles by key. */
  readonly grants: ReadonlyMap<string, AccessGrant>;
  /** Permissions that the instance has, by key. */
  readonly defined: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  /** The permissions were not copied: then every one counts. */
  readonly takesAny: boolean;
  /** Role sets by key. */
  readonly sets: ReadonlyMap<
    string,
    Pick<RemoteRecord<'roleSet'>, 'id' | 'name' | 'roleKeys' | 'creatorRoleKey'>
  >;
  /** Directories by id. */
  readonly givers: ReadonlyMap<string, AccessGiver>;
  /** Key of the role that the creator of an organization without a role set gets; '' where it is not known. */
  readonly creatorRole: string;
  readonly organizationsOff: boolean;
  readonly secondFactorRequired: boolean;
}

export type AccessGrant = Pick<RemoteRecord<'role'>, 'id' | 'key' | 'name' | 'permissionKeys'>;

/** A directory; `organizationId` is that of its connection, '' for every organization. */
export type AccessGiver = Pick<
  RemoteRecord<'directory'>,
  'id' | 'name' | 'enabled' | 'groupRoleMappingEnabled' | 'groupRoles' | 'groupNames'
> & { readonly organizationId: string };

/** Whether the instance has a permission, as far as is known. */
export const isDefined = (
  { defined, takesAny }: Pick<AccessCatalog, 'defined' | 'takesAny'>,
  key: string,
): boolean => takesAny || defined.has(key);

/** Keys of the roles that give a permission. */
export function rolesGiving(catalog: AccessCatalog, permissionKey: string): readonly string[] {
  if (!isDefined(catalog, permissionKey)) return [];
  return [...catalog.grants.values()]
    .filter(({ permissionKeys }) => permissionKeys.includes(permissionKey))
    .map(({ key }) => key)
    .sort();
}

/** Whether a permission exists, or a role gives it where the permissions are not known: what is neither is misspelt. */
export const isKnown = (catalog: AccessCatalog, key: string): boolean =>
  catalog.defined.has(key) || rolesGiving(catalog, key).length > 0;
