import { type EntityName, modelOf } from './entity';
import type { StoredRecord } from './records/record-map';

/** Organization that a record belongs to (an organization to itself), '' for what belongs to the whole instance. */
export function organizationOf(entity: EntityName, record: Partial<StoredRecord>): string {
  if (modelOf(entity).scope) return record.id ?? '';
  return 'organizationId' in record ? (record.organizationId ?? '') : '';
}
