import type { Store } from '@main/store/store';
import { modelOf } from '@shared/domain/entity';
import { isProvisional, RecordId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import { readDependents } from './read-dependents';
import type { Rows } from './reproject';

/**
 * Staged memberships and invitations show the name of their organization. When an organization that exists here only is
 * renamed (or its renaming undone), these intents follow: returned with the new name, where it differs.
 */
export async function followNames(store: Store, { put }: Rows): Promise<readonly Intent[]> {
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
      const label = `${intent.label.slice(0, intent.label.lastIndexOf(' in '))} in ${name}`;
      const shows =
        intent.shows?.organizationName === undefined
          ? intent.shows
          : { ...intent.shows, organizationName: name };
      return label === intent.label ? [] : [{ ...intent, label, ...(shows === undefined ? {} : { shows }) }];
    });
  });
}
