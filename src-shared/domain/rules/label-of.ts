import { type EntityName, modelOf } from '../entity';
import type { RemoteRecord, StoredRecord } from '../records/record-map';

/** What the record is called in lists of changes. `organizationName`: for records that do not carry it themselves. */
export function labelOf(
  entity: EntityName,
  record: RemoteRecord | StoredRecord,
  organizationName: string,
): string {
  return modelOf(entity).label(record as never, organizationName);
}
