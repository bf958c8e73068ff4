import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { RecordId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { isMembership } from '@shared/domain/rules/asks';
import type { ReconcileContext } from '../service/reconcile-context';
import { takeInFound } from './refresh-targets';

/** Memberships that intents edit or remove, and that the service has no more. */
async function goneMemberships(
  store: Store,
  intents: readonly Intent[],
): Promise<readonly StoredRecord<'membership'>[]> {
  const ids = intents.flatMap(({ entity, action, recordId }) =>
    isMembership(entity) && action.verb !== 'create' ? [recordId] : [],
  );
  if (ids.length === 0) return [];
  const rows = await store.getMany('membership', [...new Set(ids)]);
  return [...rows.values()].filter((row) => row.state === 'gone');
}

/** Asks whether people whose membership is gone were made members anew, and takes in what is found. */
export async function askAnew(context: ReconcileContext, intents: readonly Intent[]): Promise<void> {
  const found: RemoteRecord<'membership'>[] = [];
  for (const { organizationId, userId } of await goneMemberships(context.store, intents)) {
    const asked = await context.port.findCreated('membership', { organizationId, userId });
    if (asked.ok) found.push(...(asked.value as readonly RemoteRecord<'membership'>[]));
  }
  await takeInFound(context, 'membership', found);
}

/** The memberships of now of people whose membership of then is gone, by the id of then, as far as the copy knows. */
export async function readAnew(
  store: Store,
  intents: readonly Intent[],
): Promise<ReadonlyMap<RecordId, RemoteRecord<'membership'>>> {
  const gone = await goneMemberships(store, intents);
  const anew = new Map<RecordId, RemoteRecord<'membership'>>();
  if (gone.length === 0) return anew;
  const values = gone.map(({ userId }) => userId);
  for (const row of await listIn(store, 'membership', { field: 'userId', values })) {
    const server = serverRow('membership', row);
    for (const { id, organizationId, userId } of gone)
      if (server !== null && server.organizationId === organizationId && server.userId === userId)
        anew.set(id, server);
  }
  return anew;
}
