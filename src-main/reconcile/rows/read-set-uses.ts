import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { SetMembers } from '@shared/contract/operations';
import type { RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { Membership, StoredRecord } from '@shared/domain/records/record-map';
import { endsSet } from '@shared/domain/rules/asks';
import { recordKey } from '@shared/domain/rules/staging-world';

/** The memberships in the organizations that use a role set. */
async function membersOfSet(store: Store, key: string): Promise<readonly Membership[]> {
  const using = await store.list('organization', [{ field: 'roleSetKey', op: 'eq', value: key }]);
  return listIn(store, 'membership', { field: 'organizationId', values: using.map(({ id }) => id) });
}

/** People named of each role. */
const named = 5;

/** Who has which role in the organizations of a role set, the most first; whoever is staged to leave does not count. */
export async function rolesInSet(store: Store, key: string): Promise<SetMembers[]> {
  const byRole = new Map<string, Membership[]>();
  for (const row of await membersOfSet(store, key)) {
    if (row.staged?.verb === 'delete') continue;
    const rows = byRole.get(row.role);
    if (rows === undefined) byRole.set(row.role, [row]);
    else rows.push(row);
  }
  return [...byRole]
    .map(([key, rows]) => ({
      key,
      memberships: rows.length,
      names: [...new Set(rows.map(({ userName }) => userName))].slice(0, named),
    }))
    .sort((a, b) => b.memberships - a.memberships);
}

/** Memberships by role where drafts end a role set: who needs another role then. By the set's key. */
export async function readSetUses(
  store: Store,
  drafts: readonly IntentDraft[],
  records: ReadonlyMap<string, StoredRecord>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const uses = new Map<string, ReadonlyMap<string, number>>();
  for (const draft of drafts.filter(endsSet)) {
    const record = records.get(recordKey(draft.entity, draft.recordId ?? ('' as RecordId)));
    if (record === undefined || !('roleKeys' in record)) continue;
    const inside = await rolesInSet(store, record.key);
    uses.set(record.key, new Map(inside.map(({ key, memberships }) => [key, memberships])));
  }
  return uses;
}
