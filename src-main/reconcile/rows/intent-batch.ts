import type { Store, WriteBatch } from '@main/store/store';
import { modelOf } from '@shared/domain/entity';
import { isProvisional, RecordId } from '@shared/domain/ids';
import type { Intent, IntentState } from '@shared/domain/intent';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { projectRows, type Rows } from './project-rows';
import { readDependents } from './read-dependents';

/** Changed intents with everything that follows from them: their rows, and the names that other rows show. */
export async function intentBatch(store: Store, changed: readonly Intent[]): Promise<WriteBatch> {
  const rows = await projectRows(store, changed);
  const ids = new Set(changed.map(({ id }) => id));
  const followers = (await followNames(store, rows)).filter(({ id }) => !ids.has(id));
  if (followers.length === 0) return { ...rows, intents: changed };
  const all = [...changed, ...followers];
  return { ...(await projectRows(store, all)), intents: all };
}

/** The intent in another state; a closing state is stamped, a reopened intent begins anew. */
export function moveIntent(intent: Intent, to: IntentState, now: number): Intent {
  const closed = to === 'withdrawn' || to === 'superseded' || to === 'applied';
  return { ...intent, state: to, closedAt: closed ? now : 0 };
}

/**
 * What is staged inside of an organization bears its name, as its model says. When an organization that exists here only is
 * renamed (or its renaming undone), these intents follow: returned with the new name, where it differs.
 */
async function followNames(store: Store, { put }: Rows): Promise<readonly Intent[]> {
  const organizations = new Map<string, string>();
  for (const { entity, record } of put)
    if (modelOf(entity).scope && isProvisional(record.id) && 'name' in record)
      organizations.set(record.id, record.name);
  if (organizations.size === 0) return [];
  const ids = [...organizations.keys()].map((id) => RecordId.parse(id));
  const renamed: Intent[] = [];
  for (const [id, intents] of await readDependents(store, ids)) {
    const organizationName = organizations.get(id) ?? '';
    const rows = new Map<RecordId, StoredRecord>();
    for (const entity of new Set(intents.map((intent) => intent.entity))) {
      const own = intents.filter((intent) => intent.entity === entity);
      for (const [key, row] of await store.getMany(
        entity,
        own.map(({ recordId }) => recordId),
      ))
        rows.set(key, row);
    }
    for (const intent of intents) {
      const row = rows.get(intent.recordId);
      if (row === undefined) continue;
      const named = 'organizationName' in row ? { ...row, organizationName } : row;
      const label = labelOf(intent.entity, named, organizationName);
      if (label === intent.label) continue;
      const shows =
        intent.shows?.organizationName === undefined ? intent.shows : { ...intent.shows, organizationName };
      renamed.push({ ...intent, label, ...(shows === undefined ? {} : { shows }) });
    }
  }
  return renamed;
}
