import { recordHash } from '@main/store/record-hash';
import type { HistoryDraft, RecordPut, Store, WriteBatch } from '@main/store/store';
import { changedFields } from '@shared/domain/changed-fields';
import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import { type Intent, isOpen, openStates } from '@shared/domain/intent';
import { organizationOf } from '@shared/domain/organization-of';
import { lastKnownRow, project, serverRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';

/** A record as the service was just seen to hold it; null when it has none. */
export interface Observation {
  readonly entity: EntityName;
  readonly id: RecordId;
  readonly remote: RemoteRecord | null;
}

/** The change of ours that an answer confirms: its fields go into history as local, all others as remote. */
export interface OwnChange {
  readonly intentId: string;
  readonly requestId: string;
  /** Field path of an edit, '' for a creation or a deletion: all fields are ours then. */
  readonly field: string;
}

/**
 * Takes what was seen into rows and history. To be called within a write plan. `changed`: intents as they are about to be
 * written; they stand in for what the store holds of them.
 */
export async function observe(
  store: Store,
  observations: readonly Observation[],
  {
    at,
    changed,
    own,
  }: { readonly at: number; readonly changed: readonly Intent[]; readonly own?: OwnChange },
): Promise<Required<Pick<WriteBatch, 'put' | 'remove' | 'history'>>> {
  const put: RecordPut[] = [];
  const remove: { entity: EntityName; id: RecordId }[] = [];
  const history: HistoryDraft[] = [];
  const open = await openIntents(
    store,
    observations.map(({ id }) => id),
    changed,
  );
  for (const [entity, group] of byEntity(observations)) {
    const rows = await store.getMany(
      entity,
      group.map(({ id }) => id),
    );
    for (const { id, remote } of group) {
      const row: StoredRecord | undefined = rows.get(id);
      const before = row === undefined ? null : serverRow(entity, row);
      const lastKnown = row === undefined ? null : lastKnownRow(entity, row);
      const sync =
        remote === null
          ? (row?.sync ?? { hash: '', sweep: 0, fetchedAt: at })
          : { hash: recordHash(remote), sweep: row?.sync.sweep ?? 0, fetchedAt: at };
      const record = project(entity, remote, open.get(id) ?? [], { ...sync, lastKnown });
      if (record !== null) put.push({ entity, record });
      else if (row !== undefined) remove.push({ entity, id });
      history.push(...entries(entity, before, remote, at, own));
    }
  }
  return { put, remove, history };
}

async function openIntents(
  store: Store,
  recordIds: readonly RecordId[],
  changed: readonly Intent[],
): Promise<ReadonlyMap<RecordId, readonly Intent[]>> {
  const moved = new Set(changed.map(({ id }) => id));
  const stored = await store.intents({ states: openStates, recordIds });
  const groups = new Map<RecordId, Intent[]>();
  for (const intent of [...stored.filter(({ id }) => !moved.has(id)), ...changed.filter(isOpen)])
    groups.set(intent.recordId, [...(groups.get(intent.recordId) ?? []), intent]);
  return groups;
}

function byEntity(observations: readonly Observation[]): ReadonlyMap<EntityName, readonly Observation[]> {
  const groups = new Map<EntityName, Observation[]>();
  for (const observation of observations)
    groups.set(observation.entity, [...(groups.get(observation.entity) ?? []), observation]);
  return groups;
}

function entries(
  entity: EntityName,
  before: RemoteRecord | null,
  after: RemoteRecord | null,
  at: number,
  own: OwnChange | undefined,
): HistoryDraft[] {
  const record = after ?? before;
  const changes = changedFields(entity, before, after);
  if (record === null || changes.length === 0) return [];
  const entry = (source: 'local' | 'remote', fields: typeof changes): HistoryDraft[] =>
    fields.length === 0
      ? []
      : [
          {
            at,
            entity,
            recordId: record.id,
            organizationId: organizationOf(entity, record),
            label: labelOf(entity, record as StoredRecord, ''),
            source,
            change: before === null ? 'created' : after === null ? 'deleted' : 'updated',
            fields: [...fields],
            intentId: source === 'local' ? (own?.intentId ?? '') : '',
            requestId: source === 'local' ? (own?.requestId ?? '') : '',
          },
        ];
  if (own === undefined) return entry('remote', changes);
  const ours = (field: string): boolean => own.field === '' || own.field === field;
  return [
    ...entry(
      'remote',
      changes.filter(({ field }) => !ours(field)),
    ),
    ...entry(
      'local',
      changes.filter(({ field }) => ours(field)),
    ),
  ];
}
