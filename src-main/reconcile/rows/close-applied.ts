import type { Store, WriteBatch } from '@main/store/store';
import { actOf, isDone } from '@shared/domain/acts';
import { modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { type Intent, type IntentOutcome, openStates } from '@shared/domain/intent';
import { jsonEqual } from '@shared/domain/json';
import { metadataField } from '@shared/domain/metadata-field';
import { serverRow } from '@shared/domain/project';
import { sameTaken } from '@shared/domain/reconcile/same-taken';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { actionWithoutSecrets } from '@shared/domain/records/secrets';
import { withOldKeys } from '../service/old-keys';
import type { ReconcileContext } from '../service/reconcile-context';
import { shownOnce, withUnshown } from '../service/shown-once';
import { adoptIds } from './adopt-ids';
import { moveIntent } from './intent-batch';
import { asRead } from './move-in-store';
import { isOurs, type Observation, projectRows } from './project-rows';

/** Code of the outcome of an intent that found its wish fulfilled: the change is somebody else's in history. */
export const alreadySo = 'already-so';
/** Code of the outcome of an intent whose answer was lost, and which was found done. */
export const foundDone = 'found';

/**
 * The service holds what the intent asks: its answer becomes the server row, the intent closes and history tells it, in one
 * transaction. A new record's own id replaces the provisional one wherever that is named.
 *
 * @param record what the service holds now, null after a deletion.
 * @param secret what the answer shows once, '' where it came without; left out where the answer was lost.
 */
export async function closeApplied(
  { store, now }: ReconcileContext,
  read: Intent,
  record: RemoteRecord | null,
  outcome: IntentOutcome,
  secret?: string,
): Promise<void> {
  const close = async (): Promise<WriteBatch> => {
    const intent = await asRead(store, read);
    if (intent === null) return {};
    const { entity, action, recordId: id } = intent;
    const at = now();
    const kept = actionWithoutSecrets(entity, asTaken(intent, record));
    const applied = {
      ...moveIntent(intent, 'applied', at),
      ...{ action: kept, outcome, nextAttemptAt: 0, theirs: null },
    };
    const own = { intentId: intent.id, requestId: outcome.requestId, action };
    const mine = outcome.code === alreadySo ? {} : { own };
    if (action.verb === 'create' && record !== null)
      return adoptIds(store, { ...applied, recordId: record.id }, { provisional: id, record, at, ...mine });
    const changed = [applied, ...(await siblings(store, intent, record))];
    const fallen = modelOf(entity).scope && record === null ? await inside(store, id) : [];
    const seen = await projectRows(store, changed, {
      observations: [{ entity, id, remote: record }, ...fallen],
      at,
      ...mine,
    });
    const others = await displaced(store, intent, record);
    if (others.length === 0) return { ...seen, intents: changed };
    // No doing of ours: the service took it from them.
    const beside = await projectRows(store, [], { observations: others, at });
    return {
      put: [...seen.put, ...beside.put],
      remove: [...seen.remove, ...beside.remove],
      history: [...seen.history, ...beside.history],
      intents: changed,
    };
  };
  const shown = outcome.code !== alreadySo && shownOnce(read, secret).length > 0;
  await store.write(async () => {
    const written = await close();
    const closed = shown ? await withUnshown({ store }, written, read) : written;
    return outcome.code === alreadySo ? closed : withOldKeys(store, closed, read, now());
  });
}

/** An edit as the service took it, where that is another spelling of the same: the way back begins at what it holds since. */
function asTaken({ entity, action }: Intent, record: RemoteRecord | null): Intent['action'] {
  if (action.verb !== 'update' || record === null || metadataField(entity, action.field)) return action;
  const value = readField(record, action.field);
  return value !== undefined && sameTaken(entity, action.field, value, action.value)
    ? { ...action, value }
    : action;
}

/**
 * Other edits of the record had seen it as it was; the change from here is no news to them. What was staged after it begins where it
 * ends: an act that sets fields is no collision with an edit of them, be it to what only the service knows, or to values of its own that
 * were seen before its lost answer was looked up.
 */
async function siblings(
  store: Store,
  { id, seq, entity, recordId, action }: Intent,
  record: RemoteRecord | null,
): Promise<readonly Intent[]> {
  const row = await store.get(entity, recordId);
  const before = row === null ? null : serverRow(entity, row);
  if (before === null || record === null) return [];
  const seen = 'updatedAt' in before ? before.updatedAt : undefined;
  const sees = 'updatedAt' in record && seen !== undefined ? { seenUpdatedAt: record.updatedAt } : {};
  const open = await store.intents({ states: openStates, recordIds: [recordId] });
  const set = (action.verb === 'perform' && actOf(entity, action.operation)?.sets?.(action.values)) || {};
  const isSet = (field: string): boolean =>
    Object.hasOwn(set, field) && jsonEqual(readField(record, field) ?? null, set[field] ?? null);
  return open.flatMap((other) => {
    const { action: edit } = other;
    const follows =
      other.seq > seq &&
      other.state === 'staged' &&
      edit.verb === 'update' &&
      isOurs(entity, edit.field, action) &&
      (isSet(edit.field) || jsonEqual(readField(before, edit.field) ?? null, edit.base));
    const rebased = follows ? { action: { ...edit, base: readField(record, edit.field) ?? null } } : {};
    const moved = other.seenUpdatedAt === seen ? { ...sees, ...rebased } : rebased;
    return other.id === id || Object.keys(moved).length === 0 ? [] : [{ ...other, ...moved }];
  });
}

/** Records that no longer show what an act gave to this one, because one only can (`Act.sole`). */
async function displaced(
  store: Store,
  { entity, action, recordId }: Intent,
  record: RemoteRecord | null,
): Promise<readonly Observation[]> {
  const sole = action.verb === 'perform' ? actOf(entity, action.operation)?.sole : undefined;
  if (sole === undefined || action.verb !== 'perform' || record === null) return [];
  const value = String(readField(record, sole.of) ?? '');
  const rows = await store.list(entity, [{ field: sole.of, op: 'eq', value }]);
  return rows.flatMap((row) => {
    const held: RemoteRecord | null = serverRow(entity, row);
    return row.id === recordId || held === null || isDone(entity, held, action) !== true
      ? []
      : [{ entity, id: row.id, remote: { ...held, ...sole.left } }];
  });
}

/** What a deleted organization takes along on the service: history tells it, as of a moment before it is still there. */
async function inside(store: Store, organizationId: string): Promise<readonly Observation[]> {
  const where = [{ field: 'organizationId', op: 'eq', value: organizationId }] as const;
  const members = await store.list('membership', where);
  const invitations = await store.list('invitation', where);
  return [
    ...members.map(({ id }) => ({ entity: 'membership' as const, id, remote: null })),
    ...invitations.map(({ id }) => ({ entity: 'invitation' as const, id, remote: null })),
  ];
}
