import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { newerOf } from './newer-of';
import type { ReconcileContext } from './reconcile-context';

/** Waits between attempts to read, ms. */
const waits = [0, 500, 2_000] as const;

/**
 * The record as the service holds it now, null when it has none. An unwell service is asked again. A read that is older
 * than the answer to a write from here gives way to that answer.
 */
export async function freshRead<E extends EntityName>(
  { port, now, sleep }: ReconcileContext,
  entity: E,
  row: StoredRecord<E>,
  signal?: AbortSignal,
): Promise<RemoteResult<RemoteRecord<E> | null>> {
  let result: RemoteResult<RemoteRecord<E> | null> | null = null;
  for (const wait of waits) {
    if (wait > 0) await sleep(wait);
    result = await port.fetchOne(entity, row, signal);
    if (result.ok || !isPassing(result.failure.kind)) break;
  }
  if (result === null) throw new Error('a read is attempted at least once');
  if (!result.ok || result.value === null) return result;
  return { ...result, value: newerOf(entity, result.value, row, now()) };
}

function isPassing(kind: string): boolean {
  return kind === 'server' || kind === 'timeout' || kind === 'malformed';
}
