import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { RecordId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { isMembership } from '@shared/domain/rules/asks';
import type { PlanFacts } from '@shared/domain/rules/plan-facts';
import { recordKey } from '@shared/domain/rules/staging-world';
import type { ReconcileContext } from '../service/reconcile-context';
import { takeInFound } from './refresh-targets';

/** Memberships that intents edit or remove, and that the service has no more. */
function goneMemberships(
  intents: readonly Intent[],
  rows: PlanFacts['rows'],
): readonly StoredRecord<'membership'>[] {
  const gone = new Map<RecordId, StoredRecord<'membership'>>();
  if (![...rows.values()].some(({ state }) => state === 'gone')) return [];
  for (const { entity, action, recordId } of intents) {
    if (!isMembership(entity) || action.verb === 'create') continue;
    const row = rows.get(recordKey('membership', recordId)) as StoredRecord<'membership'> | undefined;
    if (row?.state === 'gone') gone.set(recordId, row);
  }
  return [...gone.values()];
}

/** Asks whether people whose membership is gone were made members anew, and takes in what is found. */
export async function askAnew(
  context: ReconcileContext,
  gone: readonly StoredRecord<'membership'>[],
): Promise<void> {
  const found: RemoteRecord<'membership'>[] = [];
  for (const { organizationId, userId } of gone) {
    const asked = await context.port.findCreated('membership', { organizationId, userId });
    if (asked.ok) found.push(...(asked.value as readonly RemoteRecord<'membership'>[]));
  }
  await takeInFound(context, 'membership', found);
}

/**
 * The memberships of now of people whose membership of then is gone, by the id of then, as far as the copy knows.
 *
 * @param rows the rows that the intents are of, by `recordKey`
 */
export async function readAnew(
  store: Store,
  intents: readonly Intent[],
  rows: PlanFacts['rows'],
): Promise<ReadonlyMap<RecordId, RemoteRecord<'membership'>>> {
  const gone = goneMemberships(intents, rows);
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
