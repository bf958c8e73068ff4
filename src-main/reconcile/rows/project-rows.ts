import { recordHash } from '@main/store/record-hash';
import type { HistoryDraft, RecordPut, Store, WriteBatch } from '@main/store/store';
import { actField, actOf } from '@shared/domain/acts';
import { changedFields, comesOf, type FieldChange } from '@shared/domain/changed-fields';
import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import { imageWords } from '@shared/domain/image-words';
import { type Intent, type IntentAction, isOpen, openStates } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import { organizationOf } from '@shared/domain/organization-of';
import { lastKnownRow, project, serverRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { actionWithoutSecrets } from '@shared/domain/records/secrets';
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
  /** A creation or a deletion made all fields ours, an edit its own, an act those that it shows. */
  readonly action: IntentAction;
}

/** What was seen, and when. */
export interface Seen {
  readonly observations: readonly Observation[];
  /** ms. */
  readonly at: number;
  readonly own?: OwnChange;
}

export type Rows = Required<Pick<WriteBatch, 'put' | 'remove' | 'history'>>;

const nothing: Seen = { observations: [], at: 0 };

/**
 * The one way to write rows: those of the records that changed intents name, and of the records that were seen on the service,
 * projected anew; what was seen goes into history too. To be called within a write plan. `changed`: intents as they are about
 * to be written; they stand in for what the store holds of them.
 */
export async function projectRows(
  store: Store,
  changed: readonly Intent[],
  { observations, at, own }: Seen = nothing,
): Promise<Rows> {
  const put: RecordPut[] = [];
  const remove: { entity: EntityName; id: RecordId }[] = [];
  const history: HistoryDraft[] = [];
  const targets = new Map<EntityName, Map<RecordId, Observation | null>>();
  const aim = (entity: EntityName, id: RecordId, seen: Observation | null): void => {
    const ids = targets.get(entity) ?? new Map();
    targets.set(entity, ids.set(id, seen));
  };
  for (const { entity, recordId } of changed) aim(entity, recordId, null);
  for (const seen of observations) aim(seen.entity, seen.id, seen);
  const recordIds = [...targets.values()].flatMap((ids) => [...ids.keys()]);
  const open = await openIntents(store, recordIds, changed);
  for (const [entity, ids] of targets) {
    const rows = await store.getMany(entity, [...ids.keys()]);
    for (const [id, seen] of ids) {
      const row: StoredRecord | undefined = rows.get(id);
      const before = row === undefined ? null : serverRow(entity, row);
      const lastKnown = row === undefined ? null : lastKnownRow(entity, row);
      const remote = seen === null ? before : seen.remote;
      const sync =
        seen === null || remote === null
          ? (row?.sync ?? { hash: '', sweep: 0, fetchedAt: at })
          : { hash: recordHash(remote), sweep: row?.sync.sweep ?? 0, fetchedAt: at };
      const record = project(entity, remote, open.get(id) ?? [], { ...sync, lastKnown });
      if (record !== null) put.push({ entity, record });
      else if (row !== undefined) remove.push({ entity, id });
      if (seen !== null) history.push(...entries(entity, before, remote, at, own));
    }
  }
  return { put, remove, history };
}

async function openIntents(
  store: Store,
  recordIds: readonly RecordId[],
  changed: readonly Intent[],
): Promise<ReadonlyMap<RecordId, readonly Intent[]>> {
  const moved = new Map(changed.map((intent) => [intent.id, intent]));
  const stored = await store.intents({ states: openStates, recordIds });
  const groups = new Map<RecordId, Intent[]>();
  for (const intent of [...stored.filter(({ id }) => !moved.has(id)), ...moved.values()]) {
    if (!isOpen(intent)) continue;
    const group = groups.get(intent.recordId);
    if (group === undefined) groups.set(intent.recordId, [intent]);
    else group.push(intent);
  }
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
  const done = own?.action.verb === 'perform' ? [performed(actionWithoutSecrets(entity, own.action))] : [];
  if (record === null || changes.length + done.length === 0) return [];
  const entry = (source: 'local' | 'remote', fields: readonly FieldChange[]): HistoryDraft[] =>
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
  const ours = (field: string): boolean => isOurs(entity, field, own.action);
  return [
    ...entry(
      'remote',
      changes.filter(({ field }) => !ours(field)),
    ),
    ...entry('local', [...done, ...changes.filter(({ field }) => ours(field))]),
  ];
}

/** What was done, beside the fields that show it: of some acts no field does. Of an image no bytes are kept, of a secret its mask. */
const performed = ({ operation, values }: { operation: string; values: JsonObject }): FieldChange => ({
  field: actField(operation),
  before: null,
  after: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, imageWords(value) ?? value]),
  ),
});

/** Whether a change of ours is what made a field what it is. */
export function isOurs(entity: EntityName, field: string, action: IntentAction): boolean {
  if (action.verb === 'update') return comesOf(entity, field, action.field);
  if (action.verb !== 'perform' || Object.hasOwn(action.base, field)) return true;
  const act = actOf(entity, action.operation);
  const told = [...(act?.also ?? []), ...Object.keys(act?.sets?.(action.values) ?? {})];
  return act?.ends === true || told.some((each) => field === each || field.startsWith(`${each}.`));
}
