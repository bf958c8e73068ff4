import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { pastRecord } from '@shared/domain/history/rewind';
import type { RecordId } from '@shared/domain/ids';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { nameOldRecords } from './name-old-records';
import type { Moment } from './read-moment';

/** Rows that are not now what they were then, or that staged edits cover: as they stand, and as the service had them. */
export interface PastRows<E extends EntityName = EntityName> {
  readonly now: ReadonlyMap<RecordId, StoredRecord<E>>;
  /** Those that the service had then. */
  readonly was: ReadonlyMap<RecordId, RemoteRecord<E>>;
}

/** `misplaced`: rows that have not changed themselves, but whose names have. */
export async function pastRows<E extends EntityName>(
  store: Store,
  entity: E,
  { pasts, names }: Moment,
  misplaced: readonly StoredRecord<E>[] = [],
): Promise<PastRows<E>> {
  const covered = await store.list(entity, [{ field: 'state', op: 'ne', value: 'synced' }]);
  const changed = await store.getMany(entity, [...pasts.keys()]);
  const now = new Map([...changed, ...[...covered, ...misplaced].map((row) => [row.id, row] as const)]);
  const records: RemoteRecord<E>[] = [];
  for (const id of new Set([...pasts.keys(), ...now.keys()])) {
    const row = now.get(id);
    const held = row === undefined ? null : serverRow(entity, row);
    const record = pastRecord(entity, id, held, pasts.get(id));
    if (record !== null) records.push(record);
  }
  const named = await nameOldRecords(store, entity, records, { pasts, names });
  return { now, was: new Map(named.map((record) => [record.id, record])) };
}
