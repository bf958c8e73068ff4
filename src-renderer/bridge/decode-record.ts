import type { EntityName } from '@shared/domain/entity';
import type { JsonObject } from '@shared/domain/json';
import { recordSchemas, type StoredRecord } from '@shared/domain/records/record-map';
import type { z } from 'zod';

/** A stored record out of a page, typed; null when it is not of the entity's shape. */
export function decodeRecord<E extends EntityName>(entity: E, raw: JsonObject): StoredRecord<E> | null {
  const schema = recordSchemas[entity] as unknown as z.ZodType<StoredRecord<E>>;
  const decoded = schema.safeParse(raw);
  return decoded.success ? decoded.data : null;
}
