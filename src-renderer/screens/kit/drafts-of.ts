import { serverValue } from '@renderer/state/server-value';
import type { EntityName } from '@shared/domain/entity';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';

/** One value of one field for many records, each with the service's value that the admin saw as its base. */
export function updatesOf(
  entity: EntityName,
  rows: readonly StoredRecord[],
  field: string,
  value: JsonValue,
): readonly IntentDraft[] {
  return rows.map((row) => ({
    entity,
    recordId: row.id,
    action: { verb: 'update', field, value, base: serverValue(row, field) },
  }));
}

export function deletionsOf(entity: EntityName, rows: readonly StoredRecord[]): readonly IntentDraft[] {
  return rows.map(({ id }) => ({ entity, recordId: id, action: { verb: 'delete' } }));
}

/** Whether its removal is staged: nothing else of it can be edited then. */
export function isLeaving({ staged }: Pick<StoredRecord, 'staged'>): boolean {
  return staged?.verb === 'delete';
}
