import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { askSteadily } from '@shared/domain/retry-policy';
import { newerOf } from './newer-of';
import type { ReconcileContext } from './reconcile-context';

/**
 * The record as the service holds it now, null when it has none. An unwell service is asked again. A read that is older
 * than the answer to a write from here gives way to that answer.
 */
export async function freshRead<E extends EntityName>(
  context: ReconcileContext,
  entity: E,
  row: StoredRecord<E>,
): Promise<RemoteResult<RemoteRecord<E> | null>> {
  const result = await askSteadily('read', () => context.port.fetchOne(entity, row), context);
  if (!result.ok || result.value === null) return result;
  return { ...result, value: newerOf(entity, result.value, row, context.now()) };
}
