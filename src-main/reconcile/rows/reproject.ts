import type { RecordPut, Store, WriteBatch } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import { type Intent, isOpen, openStates } from '@shared/domain/intent';
import { lastKnownRow, project, serverRow } from '@shared/domain/project';

export type Rows = Required<Pick<WriteBatch, 'put' | 'remove'>>;

/**
 * The rows of the records that changed intents name, projected anew. To be called within a write plan. `changed`: intents as
 * they are about to be written; they stand in for what the store holds of them.
 */
export async function reproject(store: Store, changed: readonly Intent[]): Promise<Rows> {
  const ids = [...new Set(changed.map(({ recordId }) => recordId))];
  const moved = new Map(changed.map((intent) => [intent.id, intent]));
  const stored = await store.intents({ states: openStates, recordIds: ids });
  const open = new Map<RecordId, Intent[]>();
  for (const intent of [...stored.filter(({ id }) => !moved.has(id)), ...moved.values()]) {
    if (!isOpen(intent)) continue;
    const group = open.get(intent.recordId);
    if (group === undefined) open.set(intent.recordId, [intent]);
    else group.push(intent);
  }
  const byEntity = new Map<EntityName, Set<RecordId>>();
  for (const { entity, recordId } of changed)
    byEntity.set(entity, (byEntity.get(entity) ?? new Set()).add(recordId));
  const put: RecordPut[] = [];
  const remove: { entity: EntityName; id: RecordId }[] = [];
  for (const [entity, recordIds] of byEntity) {
    const rows = await store.getMany(entity, [...recordIds]);
    for (const id of recordIds) {
      const row = rows.get(id);
      const known = row === undefined ? null : lastKnownRow(entity, row);
      const sync = row?.sync ?? { hash: '', sweep: 0, fetchedAt: 0 };
      const remote = row === undefined ? null : serverRow(entity, row);
      const record = project(entity, remote, open.get(id) ?? [], { ...sync, lastKnown: known });
      if (record !== null) put.push({ entity, record });
      else if (row !== undefined) remove.push({ entity, id });
    }
  }
  return { put, remove };
}
