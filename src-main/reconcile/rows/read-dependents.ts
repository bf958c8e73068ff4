import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import { EntityName, modelOf } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import { type Intent, openStates } from '@shared/domain/intent';
import type { AnyField } from '@shared/domain/kinds/field';
import { organizationOf } from '@shared/domain/organization-of';

/** What every record of stands inside of an organization. */
const insideOrganizations = EntityName.options.filter((entity) => {
  const home: AnyField | undefined = modelOf(entity).fields.organizationId;
  return home?.kind === 'ref';
});

const touched = [{ field: 'state', op: 'ne', value: 'synced' }] as const;

/** Open intents on what stands inside organizations, by organization. */
export async function readDependents(
  store: Store,
  organizationIds: readonly RecordId[],
): Promise<ReadonlyMap<string, readonly Intent[]>> {
  if (organizationIds.length === 0) return new Map();
  const within = { field: 'organizationId', values: organizationIds, and: touched };
  const home = new Map<RecordId, string>();
  for (const entity of insideOrganizations)
    for (const row of await listIn(store, entity, within)) home.set(row.id, organizationOf(entity, row));
  const byOrganization = new Map<string, Intent[]>();
  for (const intent of await store.intents({ states: openStates, recordIds: [...home.keys()] })) {
    const organizationId = home.get(intent.recordId) ?? '';
    byOrganization.set(organizationId, [...(byOrganization.get(organizationId) ?? []), intent]);
  }
  return byOrganization;
}
