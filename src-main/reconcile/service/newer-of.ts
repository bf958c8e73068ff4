import type { EntityName } from '@shared/domain/entity';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';

/** Reads may lag behind writes (facts, 4): for this long a write's own answer is trusted over an older read, ms. */
const longestLag = 60_000;

/** The record to believe: the read, unless it is older than what was lately stored. `now`: ms. */
export function newerOf<E extends EntityName>(
  entity: E,
  read: RemoteRecord<E>,
  row: StoredRecord<E>,
  now: number,
): RemoteRecord<E> {
  if (row.sync.fetchedAt <= now - longestLag) return read;
  const held = serverRow(entity, row);
  return held === null || changedAt(read) >= changedAt(held) ? read : held;
}

/** When the service changed it last, ms; 0 for what bears no time. */
function changedAt(record: RemoteRecord): number {
  return 'updatedAt' in record ? record.updatedAt : 0;
}
