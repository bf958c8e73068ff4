import type { WriteBatch } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { type Intent, isOpen } from '@shared/domain/intent';
import { lastKnownRow, project, serverRow } from '@shared/domain/project';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { observedChange } from './observed-change';

/**
 * What becomes of a row whose record the service no longer has: removed, or kept as `gone` while open intents name it.
 * `intents`: those that name the record. `at`: when the service said so, ms. Pure.
 */
export function planAbsent<E extends EntityName>(
  entity: E,
  row: StoredRecord<E>,
  intents: readonly Intent[],
  at: number,
): Required<Pick<WriteBatch, 'put' | 'remove' | 'history'>> {
  const before = serverRow(entity, row);
  const open = intents.filter(isOpen);
  const gone = project(entity, null, open, {
    ...(row as StoredRecord).sync,
    lastKnown: lastKnownRow(entity, row),
  });
  const entry = before === null ? null : observedChange({ entity, before, after: null, at });
  return {
    put: gone === null ? [] : [{ entity, record: gone }],
    remove: gone === null ? [{ entity, id: row.id }] : [],
    history: entry === null ? [] : [entry],
  };
}
