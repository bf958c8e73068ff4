import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import { holdsRole } from '@shared/domain/rules/asks';

export interface RoleBook {
  /** Names of the roles there are, by key. */
  readonly names: ReadonlyMap<string, string>;
  /** Reads which roles organizations choose among, before `faultIn` is asked about them. */
  prepare(entity: EntityName, organizationIds: Iterable<string>): Promise<void>;
  /** Why a role cannot be given in an organization; null where it can, or nobody knows. */
  faultIn(organizationId: string, role: string): string | null;
}

/** Roles, and the sets of them that organizations choose among. */
export async function readRoles(store: Pick<Store, 'list' | 'getMany'>): Promise<RoleBook> {
  const names = new Map((await store.list('role', [])).map(({ key, name }) => [key, name]));
  const sets = new Map((await store.list('roleSet', [])).map(({ key, roleKeys }) => [key, roleKeys]));
  const places = new Map<string, { readonly name: string; readonly roles: readonly string[] | undefined }>();
  return {
    names,
    prepare: async (entity, organizationIds) => {
      if (!holdsRole(entity) || sets.size === 0) return;
      const ids = [...new Set(organizationIds)].filter((id) => !places.has(id));
      const known = ids.flatMap((id) => RecordId.safeParse(id).data ?? []);
      for (const [id, { name, roleSetKey = '' }] of await store.getMany('organization', known))
        places.set(id, { name, roles: sets.get(roleSetKey) });
    },
    faultIn: (organizationId, role) => {
      const { name, roles } = places.get(organizationId) ?? {};
      return role === '' || roles === undefined || roles.includes(role)
        ? null
        : `${name} chooses among ${roles.join(', ')}: ${role} is not in its role set.`;
    },
  };
}
