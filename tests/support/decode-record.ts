import type { EntityName } from '@shared/domain/entity';
import { recordSchemas, type StoredRecord } from '@shared/domain/records/record-map';

/** A stored record out of what crossed a port, typed. Throws where it is not of the entity's shape. */
export function decodeRecord<E extends EntityName>(entity: E, raw: unknown): StoredRecord<E> {
  return recordSchemas[entity].parse(raw) as unknown as StoredRecord<E>;
}
