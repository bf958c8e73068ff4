import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { askSteadily } from '@shared/domain/retry-policy';
import { newerOf } from './newer-of';
import type { ReconcileContext } from './reconcile-context';
import type { SharingContext } from './shared-walks';

type Read<E extends EntityName> = Promise<RemoteResult<RemoteRecord<E> | null>>;

/**
 * The record as the service holds it, null when it has none. What only a walk of its list finds is looked for in the one that this plan or
 * run shares.
 */
export async function freshRead<E extends EntityName>(
  context: SharingContext,
  entity: E,
  row: StoredRecord<E>,
): Read<E> {
  const walk = context.walks.of(entity, 'one');
  if (walk === null) return readNow(context, entity, row);
  const { records, end } = await walk;
  const found = records.get(row.id) as RemoteRecord<E> | undefined;
  return found === undefined ? end : { ok: true, value: found, requestId: end.ok ? end.requestId : '' };
}

/**
 * The record as the service holds it from this moment on: what became of a write is asked so. An unwell service is asked again. A read that is
 * older than the answer to a write from here gives way to that answer.
 */
export async function readNow<E extends EntityName>(
  context: ReconcileContext,
  entity: E,
  row: StoredRecord<E>,
): Read<E> {
  const result = await askSteadily('read', () => context.port.fetchOne(entity, row), context);
  if (!result.ok || result.value === null) return result;
  return { ...result, value: newerOf(entity, result.value, row, context.now()) };
}
