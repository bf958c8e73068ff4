import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { RecordId } from '@shared/domain/ids';
import { type Intent, openStates } from '@shared/domain/intent';

const touched = [{ field: 'state', op: 'ne', value: 'synced' }] as const;

/** Open intents on the memberships and invitations inside organizations, by organization. */
export async function readDependents(
  store: Store,
  organizationIds: readonly RecordId[],
): Promise<ReadonlyMap<string, readonly Intent[]>> {
  if (organizationIds.length === 0) return new Map();
  const within = { field: 'organizationId', values: organizationIds, and: touched };
  const rows = [
    ...(await listIn(store, 'membership', within)),
    ...(await listIn(store, 'invitation', within)),
  ];
  const home = new Map(rows.map(({ id, organizationId }) => [id, organizationId]));
  const byOrganization = new Map<string, Intent[]>();
  for (const intent of await store.intents({ states: openStates, recordIds: [...home.keys()] })) {
    const organizationId = home.get(intent.recordId) ?? '';
    byOrganization.set(organizationId, [...(byOrganization.get(organizationId) ?? []), intent]);
  }
  return byOrganization;
}
