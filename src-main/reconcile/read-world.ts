import type { Store } from '@main/store/store';
import { isElevated } from '@shared/domain/access';
import { EntityName } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import { type Intent, type IntentDraft, openStates } from '@shared/domain/intent';
import { organizationOf } from '@shared/domain/organization-of';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { type RoleFacts, recordKey, type StagingWorld } from '@shared/domain/staging/staging-world';
import { readDependents } from './read-dependents';
import { readAdmins, readSeated, readSeats, readSlugs, readSlugsOff } from './read-seats';

/** Reads everything that the drafts are judged by: a handful of bulk queries, whatever their number. */
export async function readWorld(
  store: Store,
  drafts: readonly IntentDraft[],
  now: number,
): Promise<StagingWorld> {
  const roleRows = await store.list('role', []);
  const permissions = await store.list('permission', []);
  const roles = new Map<string, RoleFacts>(
    roleRows.map(({ key, name, permissionKeys }) => [key, { name, elevated: isElevated(permissionKeys) }]),
  );
  const records = await readRecords(store, drafts);
  const ids = drafts.flatMap(({ recordId }) => recordId ?? []);
  return {
    now,
    roles,
    permissionKeys: new Set(permissions.map(({ key }) => key)),
    records,
    intents: groupByRecord(await store.intents({ states: openStates, recordIds: ids })),
    dependents: await readDependents(
      store,
      drafts.flatMap(({ entity, action, recordId }) =>
        entity === 'organization' && action.verb === 'delete' && recordId !== undefined ? [recordId] : [],
      ),
    ),
    ...(await readSeated(store, drafts)),
    slugs: await readSlugs(store, drafts),
    slugsOff: await readSlugsOff(store),
    seats: await readSeats(store, drafts, now),
    admins: await readAdmins(store, losingAdmins(drafts, records, roles), roles),
  };
}

function groupByRecord(intents: readonly Intent[]): ReadonlyMap<string, readonly Intent[]> {
  const groups = new Map<string, Intent[]>();
  for (const intent of intents) {
    const key = recordKey(intent.entity, intent.recordId);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [intent]);
    else group.push(intent);
  }
  return groups;
}

/** Rows that drafts name: targets, and the organizations and people that they and new records refer to. */
async function readRecords(
  store: Store,
  drafts: readonly IntentDraft[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const named = new Map<EntityName, Set<string>>();
  const name = (entity: EntityName, id: unknown): void => {
    if (typeof id !== 'string' || id === '') return;
    named.set(entity, (named.get(entity) ?? new Set()).add(id));
  };
  for (const { entity, recordId, action } of drafts) {
    name(entity, recordId);
    if (action.verb !== 'create') continue;
    name('organization', action.values.organizationId);
    name('user', action.values.userId ?? action.values.createdBy);
  }
  const records = new Map<string, StoredRecord>();
  const order = [...EntityName.options].sort(
    (a, b) => Number(a === 'organization') - Number(b === 'organization'),
  );
  for (const entity of order) {
    const ids = [...(named.get(entity) ?? [])].map((id) => RecordId.parse(id));
    if (ids.length === 0) continue;
    for (const [id, row] of await store.getMany(entity, ids)) {
      records.set(recordKey(entity, id), row);
      name('organization', organizationOf(entity, row));
      // Behind memberships in the order: who they are may be managed by a directory.
      if ('userId' in row) name('user', row.userId);
    }
  }
  return records;
}

/** Organizations in which a draft removes or demotes an admin. */
function losingAdmins(
  drafts: readonly IntentDraft[],
  records: ReadonlyMap<string, StoredRecord>,
  roles: ReadonlyMap<string, RoleFacts>,
): ReadonlySet<string> {
  const losing = new Set<string>();
  for (const { entity, recordId, action } of drafts) {
    if (entity !== 'membership' || action.verb === 'create') continue;
    const row = records.get(recordKey(entity, recordId ?? ''));
    if (row === undefined || !('role' in row) || !roles.get(row.role)?.elevated) continue;
    const stays = action.verb === 'update' && roles.get(String(action.value))?.elevated;
    if (!stays) losing.add(row.organizationId);
  }
  return losing;
}
