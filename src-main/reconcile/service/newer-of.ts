import type { EntityName } from '@shared/domain/entity';
import { serverRow } from '@shared/domain/project';
import { readLagMs } from '@shared/domain/read-lag';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';

/** The record to believe: the read, unless it is older than what was lately stored, while reads may lag. `now`: ms. */
export function newerOf<E extends EntityName>(
  entity: E,
  read: RemoteRecord<E>,
  row: StoredRecord<E>,
  now: number,
): RemoteRecord<E> {
  if (row.sync.fetchedAt <= now - readLagMs) return read;
  const held = serverRow(entity, row);
  return held === null || changedAt(read) >= changedAt(held) ? read : held;
}

/** When the service changed it last, ms; 0 for what bears no time. */
function changedAt(record: RemoteRecord): number {
  return 'updatedAt' in record ? record.updatedAt : 0;
}
