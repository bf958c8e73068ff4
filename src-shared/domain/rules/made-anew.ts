import type { EntityName } from '../entity';
import { readField } from '../field-path';
import { type JsonObject, jsonEqual } from '../json';
import type { RemoteRecord, StoredRecord } from '../records/record-map';
import { isMembership } from './asks';
import { rulesOf } from './rules-of';

/**
 * What a record is known by when it was removed and made anew, under another id: a membership by person and organization, an entry of a
 * list by its mark. Null where nothing tells.
 */
export function marksOf(entity: EntityName, record: RemoteRecord | StoredRecord): JsonObject | null {
  const { mark } = rulesOf(entity);
  const fields = isMembership(entity) ? ['organizationId', 'userId'] : mark === undefined ? [] : [mark.field];
  if (fields.length === 0) return null;
  return Object.fromEntries(fields.map((field) => [field, readField(record, field) ?? '']));
}

/** Whether a record is one that is gone, made anew. */
export function isMadeAnew(entity: EntityName, gone: StoredRecord, record: RemoteRecord): boolean {
  const takes = rulesOf(entity).mark?.takes ?? (() => true);
  if (record.id === gone.id || !takes(record as StoredRecord)) return false;
  return jsonEqual(marksOf(entity, record), marksOf(entity, gone));
}
