import type { Store } from '@main/store/store';
import type { Filter } from '@shared/contract/page';
import type { Intent } from '@shared/domain/intent';
import type { People } from '@shared/domain/reconcile/plan-facts';
import type { RemoteRecord } from '@shared/domain/records/record-map';

/** Names read for one group of people; the rest is counted. */
const namesRead = 200;

async function people(store: Store, where: readonly Filter[]): Promise<People> {
  const rows = await store.list('membership', where, namesRead);
  const total = rows.length < namesRead ? rows.length : await store.count('membership', where);
  return { names: rows.map(({ userName }) => userName), total };
}

/** Who holds the roles whose permissions the intents change, by role key: some names, and the count. */
export async function readHolders(
  store: Store,
  intents: readonly Intent[],
  roles: readonly RemoteRecord<'role'>[],
): Promise<ReadonlyMap<string, People>> {
  const changed = new Set(
    intents.flatMap(({ entity, action, recordId }) =>
      entity === 'role' && action.verb === 'update' && action.field === 'permissionKeys' ? [recordId] : [],
    ),
  );
  const holders = new Map<string, People>();
  for (const { id, key } of roles)
    if (changed.has(id)) holders.set(key, await people(store, [{ field: 'role', op: 'eq', value: key }]));
  return holders;
}

/** Who is in the organizations that the intents delete: by organization and role key. */
export async function readInhabitants(
  store: Store,
  intents: readonly Intent[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, People>>> {
  const roles = await store.list('role', []);
  const inhabitants = new Map<string, ReadonlyMap<string, People>>();
  for (const { entity, action, recordId } of intents) {
    if (entity !== 'organization' || action.verb !== 'delete') continue;
    const byRole = new Map<string, People>();
    for (const { key } of roles) {
      const found = await people(store, [
        { field: 'organizationId', op: 'eq', value: recordId },
        { field: 'role', op: 'eq', value: key },
      ]);
      if (found.total > 0) byRole.set(key, found);
    }
    inhabitants.set(recordId, byRole);
  }
  return inhabitants;
}
