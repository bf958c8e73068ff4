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
  const held = serverRow(entity, row);
  if (held === null || !('updatedAt' in read) || !('updatedAt' in held)) return read;
  return read.updatedAt < held.updatedAt && row.sync.fetchedAt > now - longestLag ? held : read;
}
