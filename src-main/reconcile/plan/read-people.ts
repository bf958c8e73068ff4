import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import { type Filter, PageQuery } from '@shared/contract/page';
import type { Intent } from '@shared/domain/intent';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { changesGrants, changesSignIn, deletedPermissions, emptiesScope } from '@shared/domain/rules/asks';
import type { People, Place } from '@shared/domain/rules/plan-facts';

/** Memberships whose names are read for one group of people; everybody else is counted. */
const namesRead = 200;

/** Members with a role (of one organization), as the service knows them: what is only staged is taken off again. */
async function people(
  store: Store,
  touched: readonly StoredRecord<'membership'>[],
  held: { readonly role: string; readonly organizationId?: string },
): Promise<People> {
  const where = Object.entries(held).map(([field, value]): Filter => ({ field, op: 'eq', value }));
  const counts = await store.facets(PageQuery.parse({ entity: 'membership', where }), 'userId');
  const rows = await store.list('membership', where, namesRead);
  const seats = new Map(counts.map(({ value, count }) => [String(value), count]));
  const names = new Map<string, string>(rows.map(({ userId, userName }) => [userId, userName]));
  const fits = (row: RemoteRecord<'membership'> | null): boolean =>
    row !== null &&
    row.role === held.role &&
    (held.organizationId === undefined || row.organizationId === held.organizationId);
  for (const row of touched) {
    const moved = Number(fits(serverRow('membership', row))) - Number(fits(row));
    if (moved === 0) continue;
    const count = (seats.get(row.userId) ?? 0) + moved;
    if (count > 0) seats.set(row.userId, count);
    else seats.delete(row.userId);
    if (count > 0) names.set(row.userId, row.userName);
  }
  return { seats, names };
}

/** Memberships that differ from what the service holds. */
function readTouched(store: Store): Promise<readonly StoredRecord<'membership'>[]> {
  return store.list('membership', [{ field: 'state', op: 'ne', value: 'synced' }]);
}

/** Who holds the roles whose permissions the intents change, by role key. */
export async function readHolders(
  store: Store,
  intents: readonly Intent[],
  roles: readonly RemoteRecord<'role'>[],
): Promise<ReadonlyMap<string, People>> {
  const changed = new Set(intents.filter(changesGrants).map(({ recordId }) => recordId));
  const gone = deletedPermissions(intents);
  const holders = new Map<string, People>();
  if (changed.size + gone.size === 0) return holders;
  const touched = await readTouched(store);
  for (const { id, key, permissionKeys } of roles)
    if (changed.has(id) || permissionKeys.some((permission) => gone.has(permission)))
      holders.set(key, await people(store, touched, { role: key }));
  return holders;
}

/** Who is in the organizations that the intents delete: by organization and role key. */
export async function readInhabitants(
  store: Store,
  intents: readonly Intent[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, People>>> {
  const deletions = intents.filter(emptiesScope);
  if (deletions.length === 0) return new Map();
  const roles = await store.list('role', []);
  const touched = await readTouched(store);
  const inhabitants = new Map<string, ReadonlyMap<string, People>>();
  for (const { recordId } of deletions) {
    const byRole = new Map<string, People>();
    for (const { key } of roles) {
      const found = await people(store, touched, { role: key, organizationId: recordId });
      if (found.seats.size > 0) byRole.set(key, found);
    }
    inhabitants.set(recordId, byRole);
  }
  return inhabitants;
}

/** Where the people are whom intents delete, shut out or let in again, by user id. */
export async function readPlaces(
  store: Store,
  intents: readonly Intent[],
): Promise<ReadonlyMap<string, readonly Place[]>> {
  const values = new Set(intents.filter(changesSignIn).map(({ recordId }) => recordId));
  const places = new Map<string, Place[]>();
  for (const row of await listIn(store, 'membership', { field: 'userId', values })) {
    const server = serverRow('membership', row);
    if (server === null) continue;
    const held = places.get(server.userId) ?? [];
    held.push({ organizationId: server.organizationId, role: server.role, userName: server.userName });
    places.set(server.userId, held);
  }
  return places;
}
