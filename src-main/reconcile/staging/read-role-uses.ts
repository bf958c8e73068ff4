import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import { type Filter, PageQuery } from '@shared/contract/page';
import type { RecordId } from '@shared/domain/ids';
import type { StoredRecord } from '@shared/domain/records/record-map';
import type { RoleUse } from '@shared/domain/rules/staging-world';

const leaves = ({ staged }: StoredRecord): boolean => staged?.verb === 'delete';

/** Who has these roles, as the visible rows show it: whoever is staged to lose one does not count. */
export async function readRoleUses(
  store: Store,
  ids: readonly RecordId[],
  roles: readonly StoredRecord<'role'>[],
): Promise<ReadonlyMap<string, RoleUse>> {
  const uses = new Map<string, RoleUse>();
  for (const { id, key } of roles)
    if (ids.includes(id))
      uses.set(key, { people: await countPeople(store, key), invited: await countInvited(store, key) });
  return uses;
}

async function countPeople(store: Store, role: string): Promise<number> {
  const where: Filter[] = [{ field: 'role', op: 'eq', value: role }];
  const held = await store.facets(PageQuery.parse({ entity: 'membership', where }), 'userId');
  const left = new Map(held.map(({ value, count }) => [String(value), count]));
  const touched: Filter = { field: 'state', op: 'ne', value: 'synced' };
  for (const row of await store.list('membership', [...where, touched]))
    if (leaves(row)) left.set(row.userId, (left.get(row.userId) ?? 0) - 1);
  return [...left.values()].filter((count) => count > 0).length;
}

async function countInvited(store: Store, role: string): Promise<number> {
  const pending: Filter = { field: 'status', op: 'eq', value: 'pending' };
  const rows = await listIn(store, 'invitation', { field: 'role', values: [role], and: [pending] });
  return rows.filter((row) => !leaves(row)).length;
}
