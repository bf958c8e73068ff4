import type { Store } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import { type ChangeSet, defaultChangeSet } from '@shared/domain/change-set';
import type { ChangeSetId } from '@shared/domain/ids';
import { t } from '@shared/language/t';

/** Every change set of the workspace; the first one always exists. */
export async function allChangeSets(store: Store): Promise<readonly ChangeSet[]> {
  const stored = await store.changeSets();
  return stored.some(({ id }) => id === defaultChangeSet.id) ? stored : [...stored, defaultChangeSet];
}

/** A change set that stands on its own. */
export async function findChangeSet(store: Store, id: ChangeSetId): Promise<Result<ChangeSet>> {
  const found = (await allChangeSets(store)).find((set) => set.id === id && set.joinedInto === null);
  return found === undefined
    ? failure(
        'not-found',
        t('There is no change set {id}. Nothing was changed.', { id }),
        t('Choose another change set.'),
      )
    : success(found);
}
