import { adoptInBooks } from '@main/books/adopt-in-books';
import type { Store, WriteBatch } from '@main/store/store';
import { readField } from '@shared/domain/field-path';
import type { RecordId } from '@shared/domain/ids';
import { type Intent, openStates } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { replaceIds } from '@shared/domain/replace-ids';
import { aliasKey } from './alias';
import { type OwnChange, projectRows } from './project-rows';
import { readDependents } from './read-dependents';

/**
 * Puts a new record's own id in the place of the provisional one: its row, the open intents on it and inside it, their
 * rows; what books hold of it; and keeps the pair, for undo and for screens that still hold the old id. Within a write plan.
 *
 * @param applied the closed creation, naming the new id already.
 */
export async function adoptIds(
  store: Store,
  applied: Intent,
  {
    provisional,
    record,
    at,
    own,
  }: { provisional: RecordId; record: RemoteRecord; at: number; own?: OwnChange },
): Promise<WriteBatch> {
  const ids = new Map([[provisional as string, record.id as string]]);
  const onIt = await store.intents({ states: openStates, recordIds: [provisional] });
  const later = onIt
    .filter(({ id }) => id !== applied.id)
    .map((intent) => rebase(replaceIds(intent, ids), record));
  const within = [...(await readDependents(store, [provisional])).values()].flat();
  const inside = within.map((intent) => replaceIds(intent, ids));
  const changed = [applied, ...later, ...inside];
  const { entity } = applied;
  const observations = [{ entity, id: record.id, remote: record }];
  const rows = await projectRows(store, changed, { observations, at, ...(own && { own }) });
  return {
    ...rows,
    remove: [{ entity, id: provisional }, ...rows.remove],
    intents: changed,
    meta: { [aliasKey(provisional)]: record.id, ...(await adoptInBooks(store, provisional, record.id)) },
  };
}

/** An edit that waited for the creation starts from what the creation made. */
function rebase(intent: Intent, record: RemoteRecord): Intent {
  const { action } = intent;
  const held = (field: string, before: JsonValue): JsonValue => readField(record, field) ?? before;
  const seen = 'updatedAt' in record ? { seenUpdatedAt: record.updatedAt } : {};
  if (action.verb === 'update')
    return { ...intent, ...seen, action: { ...action, base: held(action.field, action.base) } };
  if (action.verb !== 'perform') return intent;
  const base = Object.fromEntries(
    Object.entries(action.base).map(([field, before]) => [field, held(field, before)]),
  );
  return { ...intent, ...seen, action: { ...action, base } };
}
