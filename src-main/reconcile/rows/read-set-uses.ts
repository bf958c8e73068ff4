import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { Membership, StoredRecord } from '@shared/domain/records/record-map';
import { endsSet } from '@shared/domain/rules/asks';
import { recordKey } from '@shared/domain/rules/staging-world';

/** The memberships in the organizations that use a role set. */
export async function membersOfSet(store: Store, key: string): Promise<readonly Membership[]> {
  const using = await store.list('organization', [{ field: 'roleSetKey', op: 'eq', value: key }]);
  return listIn(store, 'membership', { field: 'organizationId', values: using.map(({ id }) => id) });
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
    const counts = new Map<string, number>();
    for (const { role, staged } of await membersOfSet(store, record.key))
      if (staged?.verb !== 'delete') counts.set(role, (counts.get(role) ?? 0) + 1);
    uses.set(record.key, counts);
  }
  return uses;
}
