import type { Store, WriteBatch } from '@main/store/store';
import { modelOf } from '@shared/domain/entity';
import { isProvisional, RecordId } from '@shared/domain/ids';
import type { Intent, IntentState } from '@shared/domain/intent';
import { t } from '@shared/language/t';
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
 * Staged memberships and invitations show the name of their organization. When an organization that exists here only is
 * renamed (or its renaming undone), these intents follow: returned with the new name, where it differs.
 */
async function followNames(store: Store, { put }: Rows): Promise<readonly Intent[]> {
  const organizations = new Map<string, string>();
  for (const { entity, record } of put)
    if (modelOf(entity).scope && isProvisional(record.id) && 'name' in record)
      organizations.set(record.id, record.name);
  if (organizations.size === 0) return [];
  const ids = [...organizations.keys()].map((id) => RecordId.parse(id));
  const dependents = await readDependents(store, ids);
  return [...dependents].flatMap(([id, intents]) => {
    const name = organizations.get(id) ?? '';
    return intents.flatMap((intent) => {
      const label = t('{label} in {name}', {
        label: intent.label.slice(0, intent.label.lastIndexOf(' in ')),
        name,
      });
      const shows =
        intent.shows?.organizationName === undefined
          ? intent.shows
          : { ...intent.shows, organizationName: name };
      return label === intent.label ? [] : [{ ...intent, label, ...(shows === undefined ? {} : { shows }) }];
    });
  });
}
